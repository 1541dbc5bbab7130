#include "net/outbound.hpp"

#include "core/problem.hpp"
#include "net/client.hpp"

#include <gtest/gtest.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <cstdlib>
#include <stdexcept>

namespace mz::net {
namespace {

using namespace std::chrono_literals;
using asio::ip::make_address;

std::string what(OutboundRules const& rules, std::string const& address)
{
    return rules.refusal_of(make_address(address)).value_or("allowed");
}

TEST(outbound, no_address_that_is_not_public_is_reached_in_whatever_form_it_comes)
{
    OutboundRules const rules(OutboundSettings{});
    struct Row {
        std::string address;
        std::string what;
    };
    Row const rows[] = {
        {"0.0.0.0", "an address of this host"},
        {"0.255.255.255", "an address of this host"},
        {"10.0.0.1", "a private address"},
        {"10.255.255.255", "a private address"},
        {"100.64.0.1", "an address of a carrier's own network"},
        {"100.100.100.200", "an address of a carrier's own network"},
        {"100.127.255.255", "an address of a carrier's own network"},
        {"127.0.0.1", "a loopback address"},
        {"127.255.255.254", "a loopback address"},
        {"168.63.129.16", "the address of a cloud's host agent"},
        {"169.254.169.254", "a link-local address"},
        {"172.16.0.1", "a private address"},
        {"172.31.255.255", "a private address"},
        {"192.0.0.192", "a reserved address"},
        {"192.0.2.1", "an address for examples"},
        {"192.88.99.1", "a reserved address"},
        {"192.168.1.1", "a private address"},
        {"198.18.0.1", "an address for benchmarks"},
        {"198.19.255.255", "an address for benchmarks"},
        {"198.51.100.7", "an address for examples"},
        {"203.0.113.7", "an address for examples"},
        {"224.0.0.1", "a multicast address"},
        {"239.255.255.255", "a multicast address"},
        {"240.0.0.1", "a reserved address"},
        {"255.255.255.255", "a reserved address"},
        {"::", "an address of this host"},
        {"::1", "a loopback address"},
        {"::127.0.0.1", "a reserved address"},
        {"fe80::1", "a link-local address"},
        {"febf::1", "a link-local address"},
        {"fec0::1", "a private address"},
        {"fc00::1", "a private address"},
        {"fd00:ec2::254", "a private address"},
        {"ff02::1", "a multicast address"},
        {"100::1", "a reserved address"},
        {"2001::1", "a reserved address"},
        {"2001:10::1", "a reserved address"},
        {"2001:db8::1", "an address for examples"},
        {"3fff::1", "an address for examples"},
        {"4000::1", "a reserved address"},
        {"::ffff:127.0.0.1", "a loopback address"},
        {"::ffff:10.1.2.3", "a private address"},
        {"::ffff:169.254.169.254", "a link-local address"},
        {"64:ff9b::127.0.0.1", "a loopback address"},
        {"64:ff9b::a9fe:a9fe", "a link-local address"},
        {"64:ff9b:1::1", "a reserved address"},
        {"2002:7f00:1::1", "a loopback address"},
        {"2002:c0a8:101::1", "a private address"},
    };
    for (auto const& row : rows) EXPECT_EQ(what(rules, row.address), row.what) << row.address;
}

TEST(outbound, public_addresses_are_reached_to_the_edges_of_what_is_not)
{
    OutboundRules const rules(OutboundSettings{});
    for (auto const* address :
         {"1.1.1.1",         "9.255.255.255", "11.0.0.0",        "100.63.255.255",   "100.128.0.0",     "126.255.255.255",
          "128.0.0.0",       "168.63.129.17", "169.253.255.255", "169.255.0.0",      "172.15.255.255",  "172.32.0.0",
          "192.167.255.255", "192.169.0.0",   "198.17.255.255",  "198.20.0.0",       "223.255.255.255", "2606:4700::1111",
          "2a00:1450::1",    "2001:200::1",   "::ffff:1.1.1.1",  "64:ff9b::1.1.1.1", "2002:101:101::1"}) {
        EXPECT_EQ(what(rules, address), "allowed") << address;
    }
}

TEST(outbound, the_setting_opens_the_networks_that_it_names_and_no_other)
{
    OutboundSettings settings;
    settings.outbound_allowed_networks = {"127.0.0.0/8", "10.20.0.0/16", "fd00:1::/33"};
    OutboundRules const rules(settings);
    for (auto const* address : {"127.0.0.1", "10.20.3.4", "::ffff:127.0.0.1", "64:ff9b::10.20.0.1", "fd00:1:7fff::1"}) {
        EXPECT_EQ(what(rules, address), "allowed") << address;
    }
    for (auto const* address : {"10.21.0.1", "192.168.0.1", "::1", "fd00:1:8000::1", "fd00:2::1"}) {
        EXPECT_NE(what(rules, address), "allowed") << address;
    }
}

TEST(outbound, a_setting_that_cannot_be_read_is_named)
{
    for (auto const* network : {"10.0.0.0", "10.0.0.0/33", "fd00::/129", "everything"}) {
        OutboundSettings settings;
        settings.outbound_allowed_networks = {network};
        try {
            OutboundRules const rules(settings);
            ADD_FAILURE() << network;
        } catch (std::invalid_argument const& error) {
            EXPECT_NE(std::string(error.what()).find("OUTBOUND_ALLOWED_NETWORKS"), std::string::npos) << error.what();
        }
    }
    for (auto const* ports : {"0", "65536", "443-", "-443", "500-400", "https"}) {
        OutboundSettings settings;
        settings.outbound_allowed_ports = {ports};
        EXPECT_THROW(OutboundRules{settings}, std::invalid_argument) << ports;
    }
}

TEST(outbound, a_url_needs_https_a_usual_port_and_no_name_of_a_user)
{
    OutboundRules const rules(OutboundSettings{});
    for (auto const* url :
         {"https://id.example", "https://id.example:8443/a?b=c", "HTTPS://id.example:443/", "https://[2606:4700::1111]/"}) {
        EXPECT_FALSE(rules.refusal_of_url(url)) << url << ": " << *rules.refusal_of_url(url);
    }
    for (auto const* url :
         {"http://id.example/", "https://id.example:22/", "https://me@id.example/", "https://me:secret@id.example/", "file:///etc/passwd",
          "gopher://id.example/", "ldap://id.example/", "id.example", "//id.example", "", "https://"}) {
        EXPECT_TRUE(rules.refusal_of_url(url)) << url;
    }
    EXPECT_NE(rules.refusal_of_url("http://id.example/")->find("OUTBOUND_ALLOW_HTTP"), std::string::npos);
    EXPECT_NE(rules.refusal_of_url("https://id.example:22/")->find("OUTBOUND_ALLOWED_PORTS"), std::string::npos);
    OutboundSettings open;
    open.outbound_allow_http = true;
    open.outbound_allowed_ports = {"80", "1024-65535"};
    EXPECT_FALSE(OutboundRules(open).refusal_of_url("http://id.example/"));
    EXPECT_FALSE(OutboundRules(open).refusal_of_url("https://id.example:65535/"));
    EXPECT_TRUE(OutboundRules(open).refusal_of_url("https://id.example/"));
}

// A listening socket that knows whether anybody ever connected to it.
class OutboundClient : public testing::Test {
protected:
    OutboundClient() : acceptor_(io_, {asio::ip::address_v4::loopback(), 0})
    {
        acceptor_.non_blocking(true);
        settings_.outbound_allow_http = true;
        settings_.outbound_allowed_ports = {"1-65535"};
    }
    // The problem that a request to `host` ends with.
    Problem problem_of(std::string const& host)
    {
        Client client(io_, settings_);
        ClientRequest request;
        request.url = "http://" + host + ":" + std::to_string(acceptor_.local_endpoint().port()) + "/";
        request.timeout = 2s;
        std::optional<Problem> problem;
        asio::co_spawn(io_, keep(client.send(std::move(request)), problem), asio::detached);
        io_.restart();
        for (int i = 0; i < 500 && !problem; ++i) io_.run_one_for(10ms);
        return problem.value_or(Problem(Failure::internal, "an answer"));
    }
    bool was_connected_to()
    {
        boost::system::error_code code;
        auto const socket = acceptor_.accept(code);
        return !code;
    }

    asio::io_context io_{1};
    asio::ip::tcp::acceptor acceptor_;
    OutboundSettings settings_;

private:
    static Task<void> keep(Task<ClientResponse> task, std::optional<Problem>& out)
    {
        try {
            co_await std::move(task);
        } catch (Problem const& problem) {
            out = problem;
        }
    }
};

TEST_F(OutboundClient, a_name_that_leads_to_this_host_is_refused_before_its_socket_is_opened)
{
    for (auto const* host : {"localhost", "127.0.0.1", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "0177.0.0.1", "127.1", "0"}) {
        auto const problem = problem_of(host);
        EXPECT_EQ(problem.failure, Failure::unprocessable) << host << ": " << problem.detail;
        EXPECT_EQ(problem.type, "address-not-allowed") << host;
        EXPECT_NE(problem.detail.find("OUTBOUND_ALLOWED_NETWORKS"), std::string::npos) << problem.detail;
    }
    EXPECT_FALSE(was_connected_to());
}

TEST_F(OutboundClient, the_setting_lets_it_through)
{
    settings_.outbound_allowed_networks = {"127.0.0.0/8"};
    EXPECT_EQ(problem_of("localhost").failure, Failure::unavailable);  // nobody answers
    EXPECT_TRUE(was_connected_to());
}

TEST_F(OutboundClient, a_scheme_or_port_that_is_not_allowed_is_refused_before_the_name_is_looked_up)
{
    settings_ = OutboundSettings{};
    auto const problem = problem_of("localhost");
    EXPECT_EQ(problem.type, "address-not-allowed");
    EXPECT_NE(problem.detail.find("OUTBOUND_ALLOW_HTTP"), std::string::npos) << problem.detail;
    EXPECT_FALSE(was_connected_to());
}

TEST_F(OutboundClient, a_proxy_of_the_environment_is_not_a_way_around)
{
    auto const proxy = "http://127.0.0.1:" + std::to_string(acceptor_.local_endpoint().port());
    setenv("http_proxy", proxy.c_str(), 1);
    EXPECT_EQ(problem_of("localhost").type, "address-not-allowed");
    unsetenv("http_proxy");
    EXPECT_FALSE(was_connected_to());
}

}  // namespace
}  // namespace mz::net
