#include "web/extract.hpp"

namespace mz::web::detail {

void refuse_unknown_parameter(std::vector<FieldError>& errors, std::string const& name, bool repeated)
{
    errors.push_back({"?" + name, repeated ? "may be given once only" : "is not a known parameter"});
}

void require_json(Input const& input)
{
    auto const type = input.content_type.substr(0, input.content_type.find(';'));
    bool const good =
        type == "application/json" || type == "application/merge-patch+json" || (!input.dialect.empty() && type == input.dialect);
    if (!good) throw Problem(Failure::unsupported_type, "Send the body as Content-Type: application/json.");
}

}  // namespace mz::web::detail
