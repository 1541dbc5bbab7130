#include "agent/process.hpp"

#include "agent/wakeup.hpp"

#include <boost/asio/buffer.hpp>

#include <fcntl.h>
#include <linux/ioprio.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <memory>
#include <string_view>
#include <system_error>

namespace mz::edge {
namespace {

struct SpawnSetup {
    posix_spawn_file_actions_t files{};
    posix_spawnattr_t attributes{};

    SpawnSetup(int output, Errors errors)
    {
        ::posix_spawn_file_actions_init(&files);
        ::posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        ::posix_spawn_file_actions_adddup2(&files, output, STDOUT_FILENO);
        if (errors == Errors::with_output) ::posix_spawn_file_actions_adddup2(&files, output, STDERR_FILENO);
        else ::posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        ::posix_spawnattr_init(&attributes);
        ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
        sigset_t signals;
        ::sigemptyset(&signals);
        ::posix_spawnattr_setsigmask(&attributes, &signals);
        ::sigaddset(&signals, SIGPIPE);
        ::sigaddset(&signals, SIGTERM);
        ::sigaddset(&signals, SIGINT);
        ::posix_spawnattr_setsigdefault(&attributes, &signals);
    }
    ~SpawnSetup()
    {
        ::posix_spawn_file_actions_destroy(&files);
        ::posix_spawnattr_destroy(&attributes);
    }
    SpawnSetup(SpawnSetup const&) = delete;
    SpawnSetup& operator=(SpawnSetup const&) = delete;
};

// Our environment, without the language that its user reads.
std::vector<std::string> plain_environment()
{
    std::vector<std::string> out;
    for (auto const* const* each = environ; *each != nullptr; ++each) {
        std::string_view const variable = *each;
        if (!variable.starts_with("LC_") && !variable.starts_with("LANG")) out.emplace_back(variable);
    }
    out.emplace_back("LC_ALL=C.UTF-8");
    return out;
}

void give_way(pid_t group)
{
    constexpr int nicest = 19;
    ::setpriority(PRIO_PGRP, static_cast<id_t>(group), nicest);
    ::syscall(SYS_ioprio_set, IOPRIO_WHO_PGRP, group, IOPRIO_PRIO_VALUE(IOPRIO_CLASS_IDLE, 0));
}

std::vector<char*> pointers(std::vector<std::string> const& texts)
{
    std::vector<char*> out;
    out.reserve(texts.size() + 1);
    for (auto const& text : texts) out.push_back(const_cast<char*>(text.c_str()));
    out.push_back(nullptr);
    return out;
}

}  // namespace

Process::Process(asio::io_context& io, std::vector<std::string> const& arguments, Errors errors, Priority priority)
    : output_(io), ended_(io)
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) throw_errno("cannot make a pipe for", arguments.at(0));
    output_.assign(ends[0]);
    Fd const writer(ends[1]);
    auto const argv = pointers(arguments);
    auto const plain = priority == Priority::low ? plain_environment() : std::vector<std::string>();
    auto const variables = pointers(plain);
    SpawnSetup const setup(writer.get(), errors);
    auto const failure = ::posix_spawnp(&pid_, argv[0], &setup.files, &setup.attributes, argv.data(),
                                        priority == Priority::low ? variables.data() : environ);
    if (failure != 0) throw std::system_error(failure, std::generic_category(), "cannot start " + arguments[0]);
    if (priority == Priority::low) give_way(pid_);
    auto const handle = static_cast<int>(::syscall(SYS_pidfd_open, pid_, 0));  // the C library declares it for C only
    if (handle < 0) {
        kill();
        ::waitpid(pid_, nullptr, 0);
        throw_errno("cannot watch", arguments[0]);
    }
    ended_.assign(handle);
}

Process::~Process()
{
    kill();
    if (!reaped_ && pid_ > 0) ::waitpid(pid_, nullptr, 0);
}

Task<std::string> Process::read()
{
    std::array<char, 16 * 1024> part;
    boost::system::error_code error;
    auto const got = co_await output_.async_read_some(asio::buffer(part), asio::redirect_error(use_task, error));
    co_return std::string(part.data(), error ? 0 : got);
}

Task<int> Process::wait()
{
    co_await ended_.async_wait(Descriptor::wait_read, use_task);
    int status = 0;
    ::waitpid(pid_, &status, 0);
    reaped_ = true;
    co_return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

void Process::kill()
{
    if (!reaped_ && pid_ > 0) ::kill(-pid_, SIGKILL);
}

Task<Outcome> run_process(asio::io_context& io, std::vector<std::string> arguments, std::chrono::seconds timeout,
                          std::size_t max_output_bytes, Errors errors, Priority priority)
{
    // The deadline may come due in the moment the program ends, so it keeps what it touches.
    struct Run {
        Process process;
        bool timed_out = false;
    };
    auto const run = std::shared_ptr<Run>(new Run{{io, arguments, errors, priority}});
    Timer deadline(io, timeout);
    auto const on_deadline = [run](boost::system::error_code error) {
        if (error) return;
        run->timed_out = true;
        run->process.kill();
    };
    deadline.async_wait(on_deadline);
    Outcome out;
    while (true) {
        auto const part = co_await run->process.read();
        if (part.empty()) break;
        auto const room = max_output_bytes - out.output.size();
        out.output += part.substr(0, room);
        out.truncated |= part.size() > room;
    }
    out.exit_code = co_await run->process.wait();
    out.timed_out = run->timed_out;
    co_return out;
}

}  // namespace mz::edge
