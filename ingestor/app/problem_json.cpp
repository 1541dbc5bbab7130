#include "problem_json.hpp"

#include "core/log.hpp"
#include "json/write.hpp"

#include <boost/describe.hpp>

namespace mz {
BOOST_DESCRIBE_STRUCT(FieldError, (), (pointer, detail))
}

namespace mz::ingest {
namespace {

struct ProblemBody {
    std::string type;
    std::string title;
    int status;
    std::string detail;
    std::string instance;
    std::string request_id;
    std::vector<FieldError> errors;
};
BOOST_DESCRIBE_STRUCT(ProblemBody, (), (type, title, status, detail, instance, request_id, errors))

std::string_view title_of(Failure failure)
{
    switch (failure) {
        case Failure::bad_request: return "Bad request";
        case Failure::unauthorized: return "Unknown device";
        case Failure::forbidden: return "Not allowed";
        case Failure::not_found: return "Not found";
        case Failure::method_not_allowed: return "Method not allowed";
        case Failure::unsupported_type: return "Unsupported content type";
        case Failure::unprocessable: return "Not possible";
        case Failure::too_many_requests: return "Too many requests";
        case Failure::unavailable: return "Temporarily unavailable";
        default: return "Internal error";
    }
}

}  // namespace

net::Response problem_response(Problem const& problem, net::Request const& request)
{
    bool const internal = http_status(problem.failure) == 500;
    if (internal) log::error("internal error", {{"request_id", request.id}, {"path", request.path}, {"detail", problem.detail}});
    net::Response response;
    response.status = http_status(problem.failure);
    response.content_type = "application/problem+json";
    response.body = json::write(ProblemBody{
        .type = problem.type.empty() ? "about:blank" : "urn:monozu:problem:" + problem.type,
        .title = std::string(title_of(problem.failure)),
        .status = response.status,
        .detail = internal ? "Something went wrong on our side. Quote the request id when you report it." : problem.detail,
        .instance = request.path,
        .request_id = request.id,
        .errors = problem.errors,
    });
    if (problem.retry_after) response.headers.set("Retry-After", std::to_string(problem.retry_after->count()));
    if (problem.failure == Failure::unauthorized) response.headers.set("WWW-Authenticate", "X-Device-Key");
    return response;
}

}  // namespace mz::ingest
