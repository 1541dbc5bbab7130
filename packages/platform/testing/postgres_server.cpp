#include "testing/postgres_server.hpp"

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <thread>
#include <vector>

namespace mz::testing {
namespace {

using namespace std::chrono_literals;

constexpr auto start_patience = 20s;
constexpr char const* programs = "/usr/lib/postgresql/15/bin/";

// PostgreSQL refuses to run as root; as root it becomes the user whom Debian's package made for it.
passwd const* other_user()
{
    if (::geteuid() != 0) return nullptr;
    auto const* user = ::getpwnam("postgres");
    if (user == nullptr) throw std::runtime_error("there is no user postgres");
    return user;
}

pid_t spawn(std::vector<std::string> arguments, std::filesystem::path const& log)
{
    auto const* user = other_user();
    std::vector<char*> raw;
    raw.reserve(arguments.size() + 1);
    for (auto& argument : arguments) raw.push_back(argument.data());
    raw.push_back(nullptr);
    auto const child = ::fork();
    if (child < 0) throw std::runtime_error("cannot fork");
    if (child > 0) return child;
    // Only async-signal-safe calls between fork and exec. The server must not outlive a test that crashes.
    ::setpgid(0, 0);
    if (user != nullptr && (::setgroups(0, nullptr) != 0 || ::setgid(user->pw_gid) != 0 || ::setuid(user->pw_uid) != 0)) ::_exit(126);
    ::prctl(PR_SET_PDEATHSIG, SIGINT);
    int const out = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(out, STDERR_FILENO);
    ::execv(raw[0], raw.data());
    ::_exit(127);
}

void wait_for(pid_t child, char const* what)
{
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) throw std::runtime_error(std::string(what) + " failed");
}

std::string line_of(std::filesystem::path const& file, int number)
{
    std::ifstream in(file);
    std::string line;
    for (int i = 0; i < number; ++i) {
        if (!std::getline(in, line)) return {};
    }
    return line;
}

// The server's sessions are its direct children.
std::vector<pid_t> children_of(pid_t parent)
{
    std::vector<pid_t> children;
    for (auto const& entry : std::filesystem::directory_iterator("/proc")) {
        auto const name = entry.path().filename().string();
        if (!std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; })) continue;
        std::ifstream in(entry.path() / "stat");
        std::string stat((std::istreambuf_iterator<char>(in)), {});
        auto const after_name = stat.rfind(')');
        if (after_name == std::string::npos) continue;
        if (std::atoi(stat.c_str() + after_name + 4) == parent) children.push_back(std::atoi(name.c_str()));
    }
    return children;
}

}  // namespace

PostgresServer::PostgresServer()
{
    std::string pattern = "/tmp/mzpg-XXXXXX";  // short, because a socket's path has at most 107 characters
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("cannot make a temporary folder");
    folder_ = pattern;
    if (auto const* user = other_user(); user != nullptr && ::chown(folder_.c_str(), user->pw_uid, user->pw_gid) != 0) {
        throw std::runtime_error("cannot give a temporary folder away");
    }
    auto const data = (folder_ / "data").string();
    wait_for(spawn({std::string(programs) + "initdb", "-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--no-sync",
                    "--no-instructions"},
                   folder_ / "initdb.log"),
             "initdb");
    start();
}

PostgresServer::~PostgresServer()
{
    if (pid_ > 0) kill();
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

Secret<std::string> PostgresServer::url() const { return Secret<std::string>("user=postgres dbname=postgres host=" + folder_.string()); }

void PostgresServer::start()
{
    auto const data = (folder_ / "data").string();
    auto const pid_file = folder_ / "data" / "postmaster.pid";
    std::filesystem::remove(pid_file);  // a killed server leaves it behind
    pid_ = spawn(
        {std::string(programs) + "postgres", "-D", data, "-k", folder_.string(), "-c", "listen_addresses=", "-c", "max_connections=50"},
        folder_ / "server.log");
    auto const deadline = std::chrono::steady_clock::now() + start_patience;
    while (!line_of(pid_file, 8).starts_with("ready")) {
        if (::waitpid(pid_, nullptr, WNOHANG) == pid_ || std::chrono::steady_clock::now() > deadline) {
            throw std::runtime_error("PostgreSQL does not start; see " + (folder_ / "server.log").string());
        }
        std::this_thread::sleep_for(10ms);
    }
}

void PostgresServer::stop()
{
    ::kill(pid_, SIGINT);
    ::waitpid(pid_, nullptr, 0);
    pid_ = -1;
}

void PostgresServer::kill()
{
    signal_all(SIGKILL);
    ::waitpid(pid_, nullptr, 0);
    pid_ = -1;
}

void PostgresServer::freeze() { signal_all(SIGSTOP); }
void PostgresServer::thaw() { signal_all(SIGCONT); }

void PostgresServer::signal_all(int signal)
{
    auto const children = children_of(pid_);
    ::kill(pid_, signal);
    for (auto const child : children) ::kill(child, signal);
}

}  // namespace mz::testing
