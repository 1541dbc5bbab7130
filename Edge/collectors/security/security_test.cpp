#include "collectors/security/security.hpp"

#include "json/value.hpp"
#include "testing/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/json/value.hpp>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

namespace mz::edge {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

class Security : public ::testing::Test {
protected:
    Security()
    {
        fs::create_directories(folder / "state");
        fs::create_directories(folder / "etc/ssh");
        write("passwd", "root");
        watch.edge_watch_paths = {(folder / "etc/passwd").string(), (folder / "etc/ssh").string(), (folder / "etc/late/sudoers").string()};
        watch.edge_watch_settle_milliseconds = 20;
        ports.edge_port_scan_seconds = 1;
    }

    void write(std::string const& name, std::string const& text) { std::ofstream(folder / "etc" / name) << text; }

    // Runs the collector while `during` is called half way, then kills it as a crash would. Rules and titles of all alerts so far.
    std::vector<std::string> collect(std::function<void()> during = [] {}, std::chrono::milliseconds time = 300ms)
    {
        asio::io_context io;
        Spool spool(folder / "spool", {});
        SecurityCollector collector(io, spool, folder / "state", watch, ports);
        asio::co_spawn(io, collector.run_files(), asio::detached);
        asio::co_spawn(io, collector.run_watcher(), asio::detached);
        asio::co_spawn(io, collector.run_ports(), asio::detached);
        io.run_for(time / 2);
        during();
        io.run_for(time / 2);
        return alerts(spool);
    }

    // Without those about ports that other programs open at the same time.
    std::vector<std::string> alerts(Spool const& spool)
    {
        std::vector<std::string> out;
        auto const add = [&](Record const& record) {
            auto const data = json::parse(record.event).at("data");
            auto const title = std::string(data.at("title").as_string());
            bool const ours =
                title.find(folder.string()) != std::string::npos || (port != 0 && title.find(std::to_string(port)) != std::string::npos);
            if (ours) out.push_back(std::string(data.at("rule").as_string()) + " " + title);
        };
        spool.lane(LaneName::alerts).replay(0, add);
        return out;
    }

    Fd listen_somewhere()
    {
        Fd out(::socket(AF_INET, SOCK_STREAM, 0));
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        EXPECT_EQ(::bind(out.get(), reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
        EXPECT_EQ(::listen(out.get(), 1), 0);
        socklen_t size = sizeof address;
        ::getsockname(out.get(), reinterpret_cast<sockaddr*>(&address), &size);
        port = ntohs(address.sin_port);
        return out;
    }

    mz::testing::TemporaryFolder const temporary{"edge-security"};
    fs::path const folder = temporary.path();
    WatchSettings watch;
    PortSettings ports;
    int port = 0;
};

TEST_F(Security, a_change_is_announced_at_once_also_in_a_replaced_file_and_a_new_folder)
{
    auto const path = (folder / "etc").string();
    auto const found = collect(
        [&] {
            write("passwd.new", "root2");
            fs::rename(folder / "etc/passwd.new", folder / "etc/passwd");
            fs::create_directories(folder / "etc/late");
            write("late/sudoers", "all");
            fs::create_directories(folder / "etc/ssh/keys");
        },
        400ms);
    ASSERT_EQ(found.size(), 3U) << ::testing::PrintToString(found);
    EXPECT_TRUE(std::ranges::count(found, "watched-file-changed " + path + "/passwd was changed"));
    EXPECT_TRUE(std::ranges::count(found, "watched-file-created " + path + "/late/sudoers was created"));
    EXPECT_TRUE(std::ranges::count(found, "watched-file-created " + path + "/ssh/keys was created"));
}

TEST_F(Security, restarts_repeat_nothing_and_notice_what_happened_in_between)
{
    EXPECT_TRUE(collect().empty());
    write("ssh/sshd_config", "Port 23");
    auto const listener = listen_somewhere();
    EXPECT_EQ(collect().size(), 2U);
    EXPECT_EQ(collect().size(), 2U) << "nothing new";
}

// The state on disk is what it was before the alerts: as after a crash between storing an alert and storing the state.
TEST_F(Security, a_crash_between_alert_and_state_neither_loses_nor_repeats_an_alert)
{
    collect();
    fs::copy(folder / "state", folder / "state-before");
    write("passwd", "changed");
    auto const listener = listen_somewhere();
    EXPECT_EQ(collect().size(), 2U);
    fs::remove_all(folder / "state");
    fs::rename(folder / "state-before", folder / "state");
    EXPECT_EQ(collect().size(), 2U);
}

TEST_F(Security, a_port_opened_later_is_an_alert_within_a_scan)
{
    Fd listener;
    auto const found = collect([&] { listener = listen_somewhere(); }, 2400ms);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_TRUE(found[0].starts_with("listening-port-opened edge_security_test opened TCP port ")) << found[0];
    EXPECT_TRUE(found[0].ends_with(" to this machine only")) << found[0];
}

}  // namespace
}  // namespace mz::edge
