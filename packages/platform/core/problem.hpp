#pragma once
#include <chrono>
#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mz {

// Every way a request can fail. `http_status` is the one place where it becomes a number.
enum class Failure {
    bad_request,
    unauthorized,
    forbidden,
    not_found,
    method_not_allowed,
    conflict,
    precondition_failed,
    too_large,
    unsupported_type,
    unprocessable,
    too_many_requests,
    internal,
    unavailable,
};

int http_status(Failure failure);

// One input that was refused. `pointer` is an RFC 6901 JSON pointer into the body, or `?name` for a query parameter.
struct FieldError {
    std::string pointer;
    std::string detail;
};

// A member of a problem's own (RFC 9457, 3.2), for what a program needs to go on: the challenge of a second factor.
struct ProblemMember {
    std::string name;
    std::string json;  // the value as JSON text
};

// The one error type. Throw it inside a request; the web layer turns it into an RFC 9457 body and rolls back.
// `detail` is shown to the caller, except for `internal`, where it is only logged.
class Problem : public std::exception {
public:
    Problem(Failure failure, std::string detail);
    Problem(Failure failure, std::string type, std::string detail);

    static Problem invalid(std::vector<FieldError> errors);
    static Problem invalid(std::string pointer, std::string detail);
    static Problem unavailable(std::string detail, std::chrono::seconds retry_after);

    char const* what() const noexcept override { return detail.c_str(); }

    Failure failure;
    std::string type;  // a stable slug such as `tenant-not-active`; empty means `about:blank`
    std::string detail;
    std::vector<FieldError> errors;
    std::vector<ProblemMember> members;
    std::optional<std::chrono::seconds> retry_after;
};

}  // namespace mz
