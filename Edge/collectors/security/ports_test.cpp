#include "collectors/security/ports.hpp"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include "spool/file.hpp"

namespace mz::edge {
namespace {

using namespace std::chrono_literals;
auto const t0 = PortMonitor::Clock::now();
auto const nobody = [](std::vector<std::uint64_t> const&) { return std::map<std::uint64_t, ProcessInfo>{}; };

TEST(ports, addresses_are_read_as_the_kernel_prints_them)
{
    EXPECT_EQ(parse_address("0100007F"), "127.0.0.1");
    EXPECT_EQ(parse_address("00000000"), "0.0.0.0");
    EXPECT_EQ(parse_address("00000000000000000000000001000000"), "::1");
    EXPECT_EQ(parse_address("00000000000000000000000000000000"), "::");
    EXPECT_EQ(parse_address("0000000000000000FFFF00000100007F"), "127.0.0.1");
    EXPECT_EQ(parse_address("B80D01200000000067452301EFCDAB89"), "2001:db8::123:4567:89ab:cdef");
    EXPECT_EQ(parse_address("xyz"), std::nullopt);
}

TEST(ports, only_listening_tcp_and_bound_udp_outside_the_ephemeral_range_count)
{
    Listeners out;
    parse_listeners(
        "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
        "   0: 00000000:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1145 1 0 100 0 0 10 0\n"
        "   1: 0100007F:9C40 0100007F:1F90 01 00000000:00000000 00:00000000 00000000     0        0 1146 1 0 100 0 0 10 0\n",
        "tcp", {32768, 60999}, out);
    parse_listeners(
        "  1: 00000000:0035 00000000:0000 07 0:0 0:0 0 0 0 77 2 0\n  2: 00000000:D431 00000000:0000 07 0:0 0:0 0 0 0 78 2 0\n"
        "  3: 0100007F:0044 0100007F:0035 01 0:0 0:0 0 0 0 79 2 0\n",
        "udp", {32768, 60999}, out);
    ASSERT_EQ(out.size(), 2U);
    EXPECT_EQ(out.at({"tcp", "0.0.0.0", 22}), 1145U);
    EXPECT_EQ(out.at({"udp", "0.0.0.0", 53}), 77U);
}

TEST(ports, a_process_is_called_by_its_file_and_not_by_its_thread)
{
    EXPECT_EQ(program_name("/usr/bin/node", "MainThread\n"), "node");
    EXPECT_EQ(program_name("/usr/sbin/sshd (deleted)", "sshd\n"), "sshd");
    EXPECT_EQ(program_name("", "nginx\n"), "nginx");
}

TEST(ports, a_new_port_is_one_alert_for_all_its_addresses_and_only_once)
{
    PortMonitor monitor({}, {{"tcp", "0.0.0.0", 22}});
    Listeners open{{{"tcp", "0.0.0.0", 22}, 1}, {{"tcp", "0.0.0.0", 8081}, 2}, {{"tcp", "::", 8081}, 3}};
    auto const who = [](std::vector<std::uint64_t> const& inodes) {
        EXPECT_EQ(inodes.size(), 2U);
        return std::map<std::uint64_t, ProcessInfo>{{2, {42, "nc", "/usr/bin/nc"}}};
    };
    auto const alerts = monitor.update(open, t0, who);
    ASSERT_EQ(alerts.size(), 1U);
    EXPECT_EQ(alerts[0].alert.title, "nc opened TCP port 8081 on 0.0.0.0, ::");
    EXPECT_EQ(alerts[0].alert.severity, Severity::medium);
    EXPECT_EQ(alerts[0].alert.rule, "listening-port-opened");
    EXPECT_EQ(alerts[0].opened.size(), 2U);
    auto const detail = boost::json::parse(alerts[0].alert.detail.text);
    EXPECT_EQ(detail.at("process").at("pid").as_int64(), 42);
    EXPECT_TRUE(monitor.changed());
    EXPECT_EQ(monitor.known().size(), 3U);
    EXPECT_FALSE(monitor.changed());
    EXPECT_TRUE(monitor.update(open, t0 + 2s, nobody).empty());
}

TEST(ports, a_restarted_service_is_no_news_but_one_that_comes_back_later_is)
{
    PortMonitor monitor({}, {{"tcp", "0.0.0.0", 80}});
    Listeners const open{{{"tcp", "0.0.0.0", 80}, 1}};
    EXPECT_TRUE(monitor.update({}, t0 + 10s, nobody).empty());
    EXPECT_TRUE(monitor.update(open, t0 + 20s, nobody).empty());
    EXPECT_TRUE(monitor.update({}, t0 + 50s, nobody).empty());
    EXPECT_TRUE(monitor.update({}, t0 + 100s, nobody).empty());
    EXPECT_EQ(monitor.known().size(), 0U);
    EXPECT_EQ(monitor.update(open, t0 + 110s, nobody).size(), 1U);
}

TEST(ports, loopback_is_low_well_known_ports_are_high)
{
    EXPECT_EQ(severity_of({{"tcp", "127.0.0.1", 80}, {"tcp", "::1", 80}}), Severity::low);
    EXPECT_EQ(severity_of({{"tcp", "127.0.0.1", 8080}, {"tcp", "10.0.0.1", 8080}}), Severity::medium);
    EXPECT_EQ(severity_of({{"tcp", "::", 23}}), Severity::high);
}

TEST(ports, a_flood_becomes_one_alert)
{
    PortMonitor monitor({}, {});
    Listeners open;
    for (int port = 2000; port < 2100; ++port) open[{"tcp", "0.0.0.0", port}] = 1;
    auto const alerts = monitor.update(open, t0, nobody);
    ASSERT_EQ(alerts.size(), 1U);
    EXPECT_EQ(alerts[0].alert.title, "100 ports were opened at once");
    EXPECT_EQ(alerts[0].opened.size(), 100U);
}

TEST(ports, a_real_socket_is_seen_with_its_process_and_an_ephemeral_udp_client_is_not)
{
    Fd const tcp(::socket(AF_INET, SOCK_STREAM, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ASSERT_EQ(::bind(tcp.get(), reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
    ASSERT_EQ(::listen(tcp.get(), 1), 0);
    Fd const udp(::socket(AF_INET, SOCK_DGRAM, 0));
    ASSERT_EQ(::bind(udp.get(), reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
    socklen_t size = sizeof address;
    ::getsockname(tcp.get(), reinterpret_cast<sockaddr*>(&address), &size);
    auto const tcp_port = ntohs(address.sin_port);
    ::getsockname(udp.get(), reinterpret_cast<sockaddr*>(&address), &size);

    EXPECT_TRUE(read_listeners_of_proc().contains({"tcp", "127.0.0.1", tcp_port})) << "the way for kernels without netlink";
    auto const open = read_listeners();
    EXPECT_FALSE(open.contains({"udp", "127.0.0.1", ntohs(address.sin_port)}));
    auto const found = open.find({"tcp", "127.0.0.1", tcp_port});
    ASSERT_NE(found, open.end());
    auto const processes = find_processes({found->second});
    ASSERT_TRUE(processes.contains(found->second));
    EXPECT_EQ(processes.at(found->second).pid, ::getpid());
    EXPECT_EQ(processes.at(found->second).name, "edge_security_test");
}

}  // namespace
}  // namespace mz::edge
