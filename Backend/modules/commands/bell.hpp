#pragma once
#include "core/task.hpp"
#include "core/uuid.hpp"

#include <chrono>
#include <memory>
#include <mutex>
#include <vector>

namespace mz::commands {

// The long polls of one worker that wait for a command. Touched on the worker's thread alone.
class Waiters {
public:
    explicit Waiters(asio::io_context& io);
    ~Waiters();
    Waiters(Waiters const&) = delete;
    Waiters& operator=(Waiters const&) = delete;

    // One poll. It hears what rings from its making on, so whoever makes it, then looks, then waits, misses nothing.
    class Waiter {
    public:
        Waiter(Waiters& all, Uuid device);
        ~Waiter();
        Waiter(Waiter const&) = delete;
        Waiter& operator=(Waiter const&) = delete;

        // Returns true where it rang since it was made or since the last call; false after `longest`.
        Task<bool> wait(std::chrono::milliseconds longest);

    private:
        friend class Waiters;
        struct Impl;
        std::unique_ptr<Impl> impl_;
    };

    void ring(Uuid const& device);
    void ring_all();
    void close();  // from now on nobody waits: the server is about to stop

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// Rings on every worker of the process.
class Bell {
public:
    // Each worker calls this once and keeps the result among its services.
    std::shared_ptr<Waiters> attach(asio::io_context& io);

    // From any thread.
    void ring(Uuid device);
    void ring_all();
    void close();

private:
    struct Attached {
        asio::io_context* io;
        std::weak_ptr<Waiters> waiters;
    };
    template <class Action>
    void on_each(Action action);

    std::mutex attaching_;
    std::vector<Attached> attached_;
};

}  // namespace mz::commands
