#include "scim/protocol.hpp"

#include "core/log.hpp"
#include "json/schema.hpp"
#include "json/write.hpp"

#include <array>

namespace mz::scim {
namespace {

struct ScimError {
    static constexpr bool foreign = true;
    std::vector<std::string> schemas{schema::error};
    std::string status;
    std::optional<std::string> scimType;
    std::optional<std::string> detail;
};
BOOST_DESCRIBE_STRUCT(ScimError, (), (schemas, status, scimType, detail))

constexpr std::array<std::string_view, 6> own_types{"invalidFilter", "invalidPath", "invalidSyntax", "invalidValue", "noTarget", "tooMany"};

std::optional<std::string> scim_type_of(Problem const& problem)
{
    if (std::ranges::find(own_types, problem.type) != own_types.end()) return problem.type;
    if (problem.failure == Failure::bad_request) return problem.errors.empty() ? "invalidSyntax" : "invalidValue";
    if (problem.failure != Failure::conflict) return std::nullopt;
    // A constraint has no type of its own: two resources cannot have the same name.
    if (problem.type.empty() || problem.type == "already-a-user") return "uniqueness";
    return "mutability";
}

net::Response answer(Problem const& problem, net::Request const& request)
{
    bool const internal = problem.failure == Failure::internal;
    if (internal) log::error("internal error", {{"request_id", request.id}, {"path", request.path}, {"detail", problem.detail}});
    ScimError error;
    error.status = std::to_string(http_status(problem.failure));
    error.scimType = scim_type_of(problem);
    error.detail = internal ? "Something went wrong on our side; quote the request id " + request.id + "." : problem.detail;
    for (auto const& field : problem.errors) *error.detail += " " + field.pointer + " " + field.detail + ".";
    net::Response response;
    response.status = http_status(problem.failure);
    response.content_type = media_type;
    json::write(response.body, error);
    if (problem.retry_after) response.headers.set("Retry-After", std::to_string(problem.retry_after->count()));
    if (problem.failure == Failure::unauthorized) response.headers.set("WWW-Authenticate", "Bearer");
    return response;
}

json::bj::value describe(json::Components& components) { return json::schema<ScimError>(components, json::Direction::response); }

bool names(std::string const& list, std::string_view attribute)
{
    auto const wanted = lower_ascii(attribute);
    for (std::size_t at = 0; at <= list.size();) {
        auto const comma = std::min(list.find(',', at), list.size());
        auto name = lower_ascii(std::string_view(list).substr(at, comma - at));
        // The last part of a name with its schema, the first part of one with a sub-attribute.
        if (name.starts_with("urn:")) name = name.substr(name.rfind(':') + 1);
        std::erase(name, ' ');
        if (name.substr(0, name.find('.')) == wanted) return true;
        at = comma + 1;
    }
    return false;
}

}  // namespace

web::Dialect const dialect{media_type, answer, describe};

Problem refuse(std::string_view scim_type, std::string detail) { return {Failure::bad_request, std::string(scim_type), std::move(detail)}; }

bool shows(View const& view, std::string_view attribute)
{
    if (view.attributes) return names(*view.attributes, attribute);
    return !view.excludedAttributes || !names(*view.excludedAttributes, attribute);
}

}  // namespace mz::scim
