#include "core/problem.hpp"

#include <utility>

namespace mz {

int http_status(Failure failure)
{
    switch (failure) {
        case Failure::bad_request: return 400;
        case Failure::unauthorized: return 401;
        case Failure::forbidden: return 403;
        case Failure::not_found: return 404;
        case Failure::method_not_allowed: return 405;
        case Failure::conflict: return 409;
        case Failure::precondition_failed: return 412;
        case Failure::too_large: return 413;
        case Failure::unsupported_type: return 415;
        case Failure::unprocessable: return 422;
        case Failure::too_many_requests: return 429;
        case Failure::internal: return 500;
        case Failure::unavailable: return 503;
    }
    return 500;
}

Problem::Problem(Failure failure, std::string detail) : failure(failure), detail(std::move(detail)) {}

Problem::Problem(Failure failure, std::string type, std::string detail) : failure(failure), type(std::move(type)), detail(std::move(detail))
{
}

Problem Problem::invalid(std::vector<FieldError> errors)
{
    Problem problem(Failure::bad_request, "invalid-input", "The request has fields that cannot be accepted; see errors.");
    problem.errors = std::move(errors);
    return problem;
}

Problem Problem::invalid(std::string pointer, std::string detail)
{
    std::vector<FieldError> errors;
    errors.push_back({std::move(pointer), std::move(detail)});
    return invalid(std::move(errors));
}

Problem Problem::unavailable(std::string detail, std::chrono::seconds retry_after)
{
    Problem problem(Failure::unavailable, std::move(detail));
    problem.retry_after = retry_after;
    return problem;
}

}  // namespace mz
