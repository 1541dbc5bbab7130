#include "web/extract.hpp"

namespace mz::web::detail {

void refuse_unknown_parameter(std::vector<FieldError>& errors, std::string const& name, bool repeated)
{
    errors.push_back({"?" + name, repeated ? "may be given once only" : "is not a known parameter"});
}

namespace {

std::string_view without_parameters(std::string_view content_type) { return content_type.substr(0, content_type.find_first_of("; ")); }

}  // namespace

void require_json(Input const& input)
{
    auto const type = without_parameters(input.content_type);
    bool const good =
        type == "application/json" || type == "application/merge-patch+json" || (!input.dialect.empty() && type == input.dialect);
    if (!good) throw Problem(Failure::unsupported_type, "Send the body as Content-Type: application/json.");
}

std::string_view media_type_of(Input const& input, std::initializer_list<std::string_view> taken)
{
    auto const type = without_parameters(input.content_type);
    std::string all;
    for (auto const known : taken) {
        if (type == known) return known;
        all.append(all.empty() ? "" : " or ").append(known);
    }
    throw Problem(Failure::unsupported_type, "Send the body as Content-Type: " + all + ".");
}

json::bj::value content_of(std::initializer_list<std::string_view> media_types, json::bj::value const& schema)
{
    json::bj::object content;
    for (auto const type : media_types) content[type] = json::bj::object{{"schema", schema}};
    return content;
}

}  // namespace mz::web::detail
