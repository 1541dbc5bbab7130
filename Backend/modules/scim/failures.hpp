#pragma once
#include "core/clock.hpp"
#include "web/route.hpp"

#include <cstdint>
#include <exception>
#include <string>

namespace mz::scim {

// A request of the directory's that came to nothing, and how often it was repeated.
struct ScimFailure {
    std::string operation;
    std::string subject;  // whom or what it was about, as the directory calls it
    int status = 0;
    std::string detail;
    std::int64_t times = 1;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(ScimFailure, (), (operation, subject, status, detail, times, at))

// In the request's transaction: what failed before has succeeded. What nobody has tried for `scim_failure_days` is forgotten, too.
Task<void> forget_failure(web::Request& rq, web::Tx& tx, std::string subject);

// After rolling back: keeps why, for the console's page and as an audit row with the outcome `failed`.
Task<void> note_failure(web::Request& rq, std::string subject, Problem problem);

// Carries out a write, and keeps why where it fails.
template <class T>
Task<T> told(web::Request& rq, web::Tx& tx, std::string subject, Task<T> work)
{
    std::optional<Problem> refused;
    try {
        if constexpr (std::is_void_v<T>) {
            co_await std::move(work);
            co_await forget_failure(rq, tx, subject);
            co_return;
        } else {
            auto answer = co_await std::move(work);
            co_await forget_failure(rq, tx, subject);
            co_return answer;
        }
    } catch (Problem const& problem) {
        refused = problem;
    }
    co_await rq.db.rollback();
    co_await note_failure(rq, subject, *refused);
    throw Problem(*refused);
}

}  // namespace mz::scim
