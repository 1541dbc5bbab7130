#pragma once
#include "pg/migrate.hpp"

#include <span>

namespace mz::backend {

// The files of Backend/db/migrations, compiled in.
std::span<pg::Migration const> migrations();

}  // namespace mz::backend
