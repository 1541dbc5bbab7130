#include "collectors/discovery/discovery.hpp"

#include "agent/wakeup.hpp"
#include "collectors/discovery/test_lan.hpp"
#include "core/problem.hpp"
#include "json/value.hpp"
#include "testing/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>

namespace mz::edge {
namespace {

namespace bj = boost::json;
using namespace std::chrono_literals;
using Tcp = asio::ip::tcp;
using Acceptor = asio::basic_socket_acceptor<Tcp, Executor>;
using Socket = asio::basic_stream_socket<Tcp, Executor>;

// An appliance and three hosts; the first of them has an SSH server, so to speak.
class NetworkLan : public ::testing::Test {
protected:
    void SetUp() override
    {
        if (std::system("nmap --version > /dev/null 2>&1") != 0) GTEST_SKIP() << "nmap is not installed";
        try {
            lan.emplace(3);
        } catch (std::runtime_error const& error) {
            GTEST_SKIP() << error.what();
        }
        lan->on_host(0, [&] { ssh.emplace(io, Tcp::endpoint(asio::ip::address_v4::any(), 22)); });
        auto const greet = [this]() -> Task<void> {
            while (true) {
                Socket socket = co_await ssh->async_accept(use_task);
                std::string const banner = "SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3\r\n";
                boost::system::error_code gone;
                co_await asio::async_write(socket, asio::buffer(banner), asio::redirect_error(use_task, gone));
            }
        };
        asio::co_spawn(io, greet, asio::detached);
    }

    NetworkDiscovery::Outcome scan(std::string network, std::string method)
    {
        NetworkDiscovery discovery(io, spool, settings, 48 * 1024);
        std::optional<NetworkDiscovery::Outcome> out;
        std::exception_ptr failure;
        auto const task = [&]() -> Task<void> { out = co_await discovery.scan(network, method); };
        asio::co_spawn(io, task, [&](std::exception_ptr error) { failure = error; });
        while (!out && !failure) io.run_one();
        if (failure) std::rethrow_exception(failure);
        return *out;
    }

    bj::object last_event()
    {
        std::string event;
        spool.lane(LaneName::inventory).replay(0, [&](Record const& record) { event = record.event; });
        return json::parse(event).at("data").as_object();
    }
    bj::object host(std::string_view address)
    {
        for (auto const& each : last_event().at("hosts").as_array()) {
            if (each.at("address").as_string() == address) return each.as_object();
        }
        ADD_FAILURE() << address << " was not found in " << last_event();
        return {};
    }

    asio::io_context io;
    mz::testing::TemporaryFolder const temporary{"edge-discovery"};
    Spool spool{temporary.path() / "spool", {}};
    DiscoverySettings settings;
    std::optional<testing::Lan> lan;
    std::optional<Acceptor> ssh;
};

TEST_F(NetworkLan, its_hosts_are_found)
{
    auto const outcome = scan("10.77.0.0/27", "hosts");
    EXPECT_EQ(outcome.problem, "");
    EXPECT_EQ(outcome.hosts, 4U) << "the appliance and three hosts";
    auto const event = last_event();
    EXPECT_EQ(event.at("network").as_string(), "10.77.0.0/27");
    EXPECT_EQ(event.at("method").as_string(), "hosts");
    EXPECT_TRUE(event.at("complete").as_bool());
    for (auto const* address : {"10.77.0.11", "10.77.0.12", "10.77.0.13"}) {
        EXPECT_EQ(host(address).at("mac").as_string().size(), 17U);
        EXPECT_FALSE(host(address).contains("ports")) << "nobody looked";
    }
}

TEST_F(NetworkLan, its_services_are_found)
{
    EXPECT_EQ(scan("10.77.0.8/29", "services").problem, "");
    auto const ports = host("10.77.0.11").at("ports").as_array();
    ASSERT_EQ(ports.size(), 1U);
    EXPECT_EQ(ports[0].at("port").as_int64(), 22);
    EXPECT_EQ(ports[0].at("state").as_string(), "open");
    EXPECT_EQ(ports[0].at("service").as_string(), "ssh");
    EXPECT_EQ(ports[0].at("product").as_string(), "OpenSSH");
    EXPECT_TRUE(ports[0].at("version").as_string().starts_with("9.2p1"));
    EXPECT_TRUE(host("10.77.0.12").at("ports").as_array().empty()) << "looked, and there is none";
}

TEST_F(NetworkLan, its_hosts_are_found_by_ipv6_and_link_local_addresses_too)
{
    EXPECT_EQ(scan("fd77::/124", "hosts").hosts, 4U);
    EXPECT_EQ(host("fd77::b").at("mac").as_string().size(), 17U);
    EXPECT_EQ(scan("fe80::/124", "hosts").problem, "");
    EXPECT_THROW(scan("fe80::/124", "services"), Problem);
}

TEST_F(NetworkLan, what_may_not_be_looked_into_is_not_touched)
{
    EXPECT_THROW(scan("198.51.100.0/24", "hosts"), Problem);
    EXPECT_THROW(scan("10.77.0.0/24", "everything"), Problem);
    settings.edge_discovery_networks = {"none"};
    EXPECT_THROW(scan("10.77.0.0/24", "hosts"), Problem);
    EXPECT_EQ(spool.lane(LaneName::inventory).last(), 0);
}

TEST_F(NetworkLan, a_look_that_could_not_be_finished_says_so)
{
    EXPECT_NE(scan("192.168.9.0/30", "hosts").problem.find("no way to 4 of the addresses"), std::string::npos);
    EXPECT_FALSE(last_event().at("complete").as_bool());
    settings.edge_discovery_seconds = 1;
    settings.edge_discovery_max_rate = 5;
    EXPECT_EQ(scan("10.77.0.0/24", "hosts").problem, "it was stopped after 1 s");
    settings.edge_discovery_nmap = "no-such-nmap";
    EXPECT_EQ(scan("10.77.0.0/24", "hosts").problem, "nmap is not installed on this machine");
    EXPECT_FALSE(last_event().at("complete").as_bool());
}

TEST_F(NetworkLan, one_look_at_a_time_and_none_outlives_the_agent)
{
    settings.edge_discovery_max_rate = 5;
    std::optional<NetworkDiscovery> discovery;
    {
        asio::io_context short_lived;
        discovery.emplace(short_lived, spool, settings, 48 * 1024);
        auto const task = [&]() -> Task<void> { co_await discovery->scan("10.77.0.0/24", "hosts"); };
        asio::co_spawn(short_lived, task, asio::detached);
        bool refused = false;
        auto const second = [&]() -> Task<void> {
            co_await sleep_for(short_lived, 300ms);
            co_await discovery->scan("10.77.0.0/24", "hosts");
        };
        asio::co_spawn(short_lived, second, [&](std::exception_ptr error) { refused = error != nullptr; });
        short_lived.run_for(700ms);
        EXPECT_TRUE(refused);
        EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), 0) << "nmap is at work";
    }
    EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1) << "there is no child any more";
}

}  // namespace
}  // namespace mz::edge
