#include "collectors/discovery/scan.hpp"

#include "collectors/discovery/guard.hpp"
#include "core/config.hpp"
#include "core/problem.hpp"
#include "json/value.hpp"
#include "json/write.hpp"

#include <gtest/gtest.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

namespace mz::edge {
namespace {

// As nmap 7.93 writes it, shortened.
constexpr std::string_view report = R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nmaprun>
<?xml-stylesheet href="file:///usr/bin/../share/nmap/nmap.xsl" type="text/xsl"?>
<nmaprun scanner="nmap" args="nmap -n" start="1795358145" version="7.93" xmloutputversion="1.05">
<hosthint><status state="up" reason="arp-response" reason_ttl="0"/><address addr="10.77.0.11" addrtype="ipv4"/></hosthint>
<host starttime="1" endtime="2"><status state="up" reason="arp-response" reason_ttl="0"/>
<address addr="10.77.0.11" addrtype="ipv4"/>
<address addr="CA:D5:3A:A9:97:E1" addrtype="mac" vendor="Raspberry Pi &amp; Friends"/>
<hostnames></hostnames>
<ports><extraports state="closed" count="98"></extraports>
<port protocol="tcp" portid="22"><state state="open" reason="syn-ack"/><service name="ssh" product="OpenSSH" version="9.2p1" extrainfo="protocol 2.0" method="probed" conf="10"/></port>
<port protocol="tcp" portid="25"><state state="closed" reason="reset"/><service name="smtp" method="table" conf="3"/></port>
<port protocol="tcp" portid="80"><state state="open" reason="syn-ack"/></port>
</ports>
<os><portused state="open" proto="tcp" portid="22"/><osmatch name="Linux 4.15 - 5.6" accuracy="95" line="1"/><osmatch name="Other" accuracy="90"/></os>
<times srtt="713" rttvar="394" to="100000"/>
</host>
<host><status state="down" reason="no-response"/><address addr="10.77.0.12" addrtype="ipv4"/></host>
<host><status state="up" reason="nd-response"/><address addr="fe80::1%eth0" addrtype="ipv6"/></host>
)";
constexpr std::string_view end = R"(<target specification="10.99.0.1" status="skipped" reason="invalid"/>
<runstats><finished time="1" elapsed="6.11" exit="success"/><hosts up="2" down="253" total="256"/></runstats></nmaprun>)";

TEST(network_scan, reads_what_nmap_found)
{
    auto const read = parse_nmap(std::string(report) + std::string(end));
    EXPECT_TRUE(read.finished);
    EXPECT_EQ(read.skipped, 1U);
    ASSERT_EQ(read.hosts.size(), 2U);
    EXPECT_EQ(json::write(read.hosts.at("10.77.0.11")),
              R"({"address":"10.77.0.11","mac":"ca:d5:3a:a9:97:e1","vendor":"Raspberry Pi & Friends","latency_ms":0.713,"ports":[)"
              R"({"port":22,"protocol":"tcp","state":"open","service":"ssh","product":"OpenSSH","version":"9.2p1"},)"
              R"({"port":80,"protocol":"tcp","state":"open"}],"os_guess":{"name":"Linux 4.15 - 5.6","accuracy":95}})");
    EXPECT_EQ(json::write(read.hosts.at("fe80::1")), R"({"address":"fe80::1"})");
}

TEST(network_scan, keeps_what_nmap_said_before_it_was_stopped)
{
    for (auto const& cut : {std::string(report), std::string(report).substr(0, report.size() - 30)}) {
        auto const read = parse_nmap(cut);
        EXPECT_FALSE(read.finished);
        EXPECT_TRUE(read.hosts.contains("10.77.0.11"));
    }
    EXPECT_TRUE(parse_nmap("").hosts.empty());
    EXPECT_TRUE(parse_nmap("nmap: not found").hosts.empty());
    EXPECT_EQ(parse_nmap(R"(<nmaprun><runstats><finished exit="error" errormsg="no rights"/></runstats></nmaprun>)").error, "no rights");
}

TEST(network_scan, of_many_hosts_is_told_in_parts)
{
    FoundHosts hosts;
    for (int i = 0; i < 1000; ++i) {
        auto const address = "10.0." + std::to_string(i / 250) + "." + std::to_string(i % 250);
        hosts[address].address = address;
    }
    Scan const scan{"10.0.0.0/22", ScanMethod::hosts, *Timestamp::parse("2026-11-22T10:00:00Z"), *Timestamp::parse("2026-11-22T10:00:09Z"),
                    true};
    auto const events = scan_events(scan, hosts, 8192);
    ASSERT_GT(events.size(), 2U);
    std::size_t told = 0;
    for (std::size_t i = 0; i < events.size(); ++i) {
        EXPECT_LE(events[i].size(), 8192U);
        auto const data = json::parse(events[i]).as_object();
        EXPECT_EQ(data.at("type").as_string(), "network_scan");
        EXPECT_EQ(data.at("part").as_int64(), static_cast<std::int64_t>(i + 1));
        EXPECT_EQ(data.at("parts").as_int64(), static_cast<std::int64_t>(events.size()));
        told += data.at("hosts").as_array().size();
    }
    EXPECT_EQ(told, 1000U);
    EXPECT_EQ(scan_events(scan, {}, 8192),
              std::vector<std::string>{
                  R"({"type":"network_scan","network":"10.0.0.0/22","method":"hosts","started_at":"2026-11-22T10:00:00.000000Z",)"
                  R"("ended_at":"2026-11-22T10:00:09.000000Z","complete":true,"part":1,"parts":1,"hosts":[]})"});
}

std::string refusal(DiscoverySettings const& settings, std::string const& network)
{
    try {
        return "admitted " + text_of(NetworkGuard(settings).admit(network));
    } catch (Problem const& problem) {
        return problem.what();
    }
}

TEST(network_guard, admits_private_networks_of_a_bounded_size)
{
    DiscoverySettings const settings;
    for (auto const* network : {"192.168.1.0/24", "10.0.0.0/20", "172.31.255.0/24", "10.1.2.3/32", "fd00:1::/116", "fe80::/120"})
        EXPECT_EQ(refusal(settings, network), std::string("admitted ") + network);
    EXPECT_EQ(refusal(settings, "192.168.1.77/24"), "admitted 192.168.1.0/24");
    for (auto const* network : {"8.8.8.0/24", "172.32.0.0/24", "127.0.0.0/24", "2001:db8::/120", "::1/128", "224.0.0.0/24"})
        EXPECT_NE(refusal(settings, network).find("EDGE_DISCOVERY_NETWORKS does not name it"), std::string::npos) << network;
    for (auto const* network : {"10.0.0.0/19", "10.0.0.0/8", "fd00::/64"})
        EXPECT_NE(refusal(settings, network).find("too large"), std::string::npos) << network;
    for (auto const* network : {"", "10.0.0.1", "-iL /etc/passwd", "10.0.0.0/24 --script=x", "fe80::%eth0/120", "10.0.0.0/33"})
        EXPECT_NE(refusal(settings, network).find("must be a network"), std::string::npos) << network;
}

TEST(network_guard, goes_by_this_appliances_settings)
{
    DiscoverySettings settings;
    settings.edge_discovery_networks = {"203.0.113.0/24"};
    settings.edge_discovery_v4_prefix_least = 16;
    EXPECT_EQ(refusal(settings, "203.0.113.128/25"), "admitted 203.0.113.128/25");
    EXPECT_NE(refusal(settings, "203.0.112.0/23").find("does not name it"), std::string::npos) << "part of it is another network";
    EXPECT_NE(refusal(settings, "192.168.1.0/24").find("does not name it"), std::string::npos);
    settings.edge_discovery_networks = {"none"};
    EXPECT_NE(refusal(settings, "192.168.1.0/24").find("does not name it"), std::string::npos);
    settings.edge_discovery_networks = {"192.168.1"};
    EXPECT_THROW(NetworkGuard{settings}, config::Error);
}

}  // namespace
}  // namespace mz::edge
