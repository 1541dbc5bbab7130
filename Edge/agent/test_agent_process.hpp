#pragma once
#include "spool/file.hpp"
#include "testing/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <map>
#include <string>
#include <thread>
#include <vector>

namespace mz::edge::testing {

// The real program, run as a child with settings of its own. What it prints is appended to <folder>/agent.log.
class AgentProcess {
public:
    explicit AgentProcess(std::string const& cloud_url)
    {
        std::filesystem::create_directories(folder / "watched");
        environment = {{"EDGE_CLOUD_URL", cloud_url},
                       {"EDGE_INGEST_URL", cloud_url},
                       {"EDGE_PROVISIONING_KEY", "mzp_only-for-this-test"},
                       {"EDGE_STATE_DIRECTORY", (folder / "state").string()},
                       {"EDGE_MACHINE_ID", folder.filename().string()},
                       {"EDGE_WATCH_PATHS", (folder / "watched").string()},
                       {"EDGE_LOG_JOURNALCTL", "no-journalctl-in-tests"},
                       {"EDGE_LOG_SYSLOG_PATH", (folder / "syslog").string()},
                       {"EDGE_LOG_SYSLOG_SECONDS", "0"},
                       {"EDGE_LOG_LINES_PER_SECOND", "1000"},
                       {"EDGE_LOG_PROBE_SECONDS", "1"},
                       {"EDGE_UPLOAD_SECONDS", "0"},
                       {"EDGE_INVENTORY_MINUTES", "0"},
                       {"EDGE_REQUEST_TIMEOUT_SECONDS", "1"},
                       {"EDGE_RETRY_FIRST_MILLISECONDS", "50"},
                       {"EDGE_RETRY_MAX_SECONDS", "1"},
                       {"EDGE_REFUSED_RETRY_SECONDS", "1"},
                       {"EDGE_STATUS_SECONDS", "1"},
                       {"PATH", "/usr/bin:/bin"}};
    }
    ~AgentProcess() { kill(); }
    AgentProcess(AgentProcess const&) = delete;
    AgentProcess& operator=(AgentProcess const&) = delete;

    void start(std::vector<std::string> arguments = {})
    {
        auto const program = (std::filesystem::read_symlink("/proc/self/exe").parent_path() / "monozu-edge").string();
        arguments.insert(arguments.begin(), program);
        std::vector<std::string> settings;
        for (auto const& [name, value] : environment) settings.push_back(name + "=" + value);
        auto const pointers = [](std::vector<std::string>& texts) {
            std::vector<char*> out;
            for (auto& text : texts) out.push_back(text.data());
            out.push_back(nullptr);
            return out;
        };
        posix_spawn_file_actions_t files;
        ::posix_spawn_file_actions_init(&files);
        ::posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, (folder / "agent.log").c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
        ::posix_spawn_file_actions_adddup2(&files, STDOUT_FILENO, STDERR_FILENO);
        ASSERT_EQ(::posix_spawn(&pid, program.c_str(), &files, nullptr, pointers(arguments).data(), pointers(settings).data()), 0)
            << program;
        ::posix_spawn_file_actions_destroy(&files);
    }
    // As a crash or a power cut would.
    void kill()
    {
        if (pid > 0) ::kill(pid, SIGKILL), ::waitpid(pid, nullptr, 0);
        pid = -1;
    }
    // The exit code after SIGTERM, -1 where it does not stop in time.
    int terminate()
    {
        ::kill(pid, SIGTERM);
        return wait();
    }
    int wait(std::chrono::seconds time = std::chrono::seconds(10))
    {
        int status = 0;
        auto const deadline = std::chrono::steady_clock::now() + time;
        while (::waitpid(pid, &status, WNOHANG) == 0) {
            if (std::chrono::steady_clock::now() > deadline) return -1;
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        pid = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    std::string log() const { return read_file(folder / "agent.log").value_or(""); }

    mz::testing::TemporaryFolder const temporary{"edge-agent"};
    std::filesystem::path const folder = temporary.path();
    std::map<std::string, std::string> environment;
    pid_t pid = -1;
};

}  // namespace mz::edge::testing
