#pragma once
#include "core/task.hpp"
#include "spool/file.hpp"

#include <boost/asio/posix/basic_stream_descriptor.hpp>

#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace mz::edge {

enum class Errors { discard, with_output };
// `low` gives way to everything else on the machine, with the processor and with the disk, and speaks no language but its own.
enum class Priority { usual, low };

// A program in a process group of its own, without a shell and without our input. Dies with this object.
class Process {
public:
    // The first argument is looked up in PATH. Throws std::system_error where it cannot be started.
    Process(asio::io_context& io, std::vector<std::string> const& arguments, Errors errors, Priority priority = Priority::usual);
    ~Process();
    Process(Process const&) = delete;
    Process& operator=(Process const&) = delete;

    Task<std::string> read();  // what it wrote since; empty at the end
    Task<int> wait();          // the exit code, or 128 and the signal's number
    void kill();

private:
    using Descriptor = asio::posix::basic_stream_descriptor<Executor>;

    pid_t pid_ = -1;
    bool reaped_ = false;
    Descriptor output_;
    Descriptor ended_;
};

struct Outcome {
    int exit_code = 0;
    std::string output;  // at most max_output_bytes from its start
    bool timed_out = false;
    bool truncated = false;
};

// Runs a program to its end, or kills it and its children after `timeout`.
Task<Outcome> run_process(asio::io_context& io, std::vector<std::string> arguments, std::chrono::seconds timeout,
                          std::size_t max_output_bytes, Errors errors = Errors::with_output, Priority priority = Priority::usual);

}  // namespace mz::edge
