#include "web/problem_json.hpp"

#include "core/log.hpp"
#include "json/write.hpp"

namespace mz::web {
namespace {

void append_errors(std::string& out, std::vector<FieldError> const& errors)
{
    out += R"(,"errors":[)";
    for (auto const& error : errors) {
        if (&error != &errors.front()) out += ',';
        out += R"({"pointer":)";
        json::append_string(out, error.pointer);
        out += R"(,"detail":)";
        json::append_string(out, error.detail);
        out += '}';
    }
    out += ']';
}

}  // namespace

std::string_view title_of(Failure failure)
{
    switch (failure) {
        case Failure::bad_request: return "Bad request";
        case Failure::unauthorized: return "Not signed in";
        case Failure::forbidden: return "Not allowed";
        case Failure::not_found: return "Not found";
        case Failure::method_not_allowed: return "Method not allowed";
        case Failure::conflict: return "Conflict";
        case Failure::precondition_failed: return "Changed meanwhile";
        case Failure::too_large: return "Too large";
        case Failure::unsupported_type: return "Unsupported content type";
        case Failure::unprocessable: return "Not possible";
        case Failure::too_many_requests: return "Too many requests";
        case Failure::internal: return "Internal error";
        case Failure::unavailable: return "Temporarily unavailable";
    }
    return "Internal error";
}

net::Response problem_response(Problem const& problem, net::Request const& request)
{
    bool const internal = problem.failure == Failure::internal;
    if (internal) log::error("internal error", {{"request_id", request.id}, {"path", request.path}, {"detail", problem.detail}});
    net::Response response;
    response.status = http_status(problem.failure);
    response.content_type = "application/problem+json";
    auto& out = response.body;
    out = R"({"type":)";
    json::append_string(out, problem.type.empty() ? "about:blank" : "urn:monozu:problem:" + problem.type);
    out += R"(,"title":)";
    json::append_string(out, title_of(problem.failure));
    out += R"(,"status":)" + std::to_string(response.status);
    out += R"(,"detail":)";
    json::append_string(out, internal ? "Something went wrong on our side. Quote the request id when you report it." : problem.detail);
    out += R"(,"instance":)";
    json::append_string(out, request.path);
    out += R"(,"request_id":)";
    json::append_string(out, request.id);
    if (!problem.errors.empty()) append_errors(out, problem.errors);
    for (auto const& member : problem.members) {
        out += ',';
        json::append_string(out, member.name);
        out += ':' + member.json;
    }
    out += '}';
    if (problem.retry_after) response.headers.set("Retry-After", std::to_string(problem.retry_after->count()));
    if (problem.failure == Failure::unauthorized) response.headers.set("WWW-Authenticate", "Bearer");
    return response;
}

}  // namespace mz::web
