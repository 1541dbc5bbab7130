#pragma once
#include "list.hpp"

namespace mz::cmdb {

// The route of the list with `columns`: its CSV form then has these, each a field of the CI or an attribute, as an import reads them back.
web::Route with_columns(web::Route list);

}  // namespace mz::cmdb
