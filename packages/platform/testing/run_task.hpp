#pragma once
#include "core/task.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>

#include <chrono>
#include <exception>
#include <optional>
#include <stdexcept>
#include <type_traits>
#include <utility>
#include <vector>

namespace mz::testing {

// Runs the io_context until the task has ended; returns its value or throws what it threw. Other work of the context goes on meanwhile.
// A task that takes longer than `patience` is a failed test, not a hanging one.
template <class T>
T run_task(asio::io_context& io, Task<T> task, std::chrono::seconds patience = std::chrono::seconds(30))
{
    using Value = std::conditional_t<std::is_void_v<T>, bool, T>;
    bool ended = false;
    std::exception_ptr error;
    std::optional<Value> value;
    if constexpr (std::is_void_v<T>) {
        asio::co_spawn(io, std::move(task), [&](std::exception_ptr thrown) {
            error = thrown;
            value = true;
            ended = true;
        });
    } else {
        asio::co_spawn(io, std::move(task), [&](std::exception_ptr thrown, T result) {
            error = thrown;
            if (!thrown) value.emplace(std::move(result));
            ended = true;
        });
    }
    auto const deadline = std::chrono::steady_clock::now() + patience;
    io.restart();
    while (!ended) {
        if (io.run_one_until(deadline) == 0 && !ended) throw std::runtime_error("the task has not ended in time");
    }
    if (error) std::rethrow_exception(error);
    if constexpr (!std::is_void_v<T>) return std::move(*value);
}

// Runs the tasks side by side and returns when all have ended; then throws what one of them threw.
inline Task<void> together(asio::io_context& io, std::vector<Task<void>> tasks)
{
    std::size_t left = tasks.size();
    std::exception_ptr error;
    for (auto& task : tasks) {
        asio::co_spawn(io, std::move(task), [&](std::exception_ptr thrown) {
            if (thrown) error = thrown;
            --left;
        });
    }
    while (left > 0) co_await asio::post(io, use_task);
    if (error) std::rethrow_exception(error);
}

}  // namespace mz::testing
