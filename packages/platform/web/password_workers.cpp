#include "web/password_workers.hpp"

#include "core/crypto.hpp"
#include "core/problem.hpp"

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>

#include <exception>
#include <memory>
#include <utility>

namespace mz::web {

PasswordWorkers::PasswordWorkers(PasswordSettings settings)
    : max_queued_(settings.password_max_queued),
      nobodys_hash_(password::hash(Secret<std::string>(random_token()))),
      pool_(static_cast<std::size_t>(settings.password_threads))
{
}

PasswordWorkers::~PasswordWorkers() { pool_.join(); }

Task<std::string> PasswordWorkers::run(std::function<std::string()> work)
{
    if (queued_.fetch_add(1) >= max_queued_) {
        queued_.fetch_sub(1);
        throw Problem::unavailable("Too many people are signing in at this moment.", std::chrono::seconds(2));
    }
    auto initiate = [this](auto handler, std::function<std::string()> job) {
        // The handler belongs to its io thread: it is moved there and back inside a shared pointer, and only called there.
        auto guard = asio::make_work_guard(handler);
        auto shared = std::make_shared<decltype(handler)>(std::move(handler));
        asio::post(pool_, [this, shared = std::move(shared), guard = std::move(guard), job = std::move(job)]() mutable {
            std::exception_ptr error;
            std::string result;
            try {
                result = job();
            } catch (...) {
                error = std::current_exception();
            }
            queued_.fetch_sub(1);
            auto const executor = guard.get_executor();
            asio::post(executor, [shared = std::move(shared), guard = std::move(guard), error, result = std::move(result)]() mutable {
                std::move (*shared)(error, std::move(result));
            });
        });
    };
    co_return co_await asio::async_initiate<asio::use_awaitable_t<Executor> const, void(std::exception_ptr, std::string)>(
        std::move(initiate), use_task, std::move(work));
}

Task<std::string> PasswordWorkers::hash(Secret<std::string> password)
{
    std::function<std::string()> work = [password] { return password::hash(password); };
    co_return co_await run(std::move(work));
}

Task<bool> PasswordWorkers::verify(std::string hash, Secret<std::string> password)
{
    std::function<std::string()> work = [this, hash, password] {
        bool const good = password::verify(hash.empty() ? nobodys_hash_ : hash, password);
        return std::string(good && !hash.empty() ? "good" : "");
    };
    auto const verdict = co_await run(std::move(work));
    co_return !verdict.empty();
}

}  // namespace mz::web
