#include "net/client_address.hpp"

#include "net/server.hpp"
#include "net/test_client.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace mz::net {
namespace {

// What is made of these fields when they come from the proxy 10.0.0.1.
std::string address_of(std::vector<std::string> const& fields)
{
    Headers headers;
    for (auto const& field : fields) headers.add("x-forwarded-FOR", field);
    return client_address(headers, Networks({"10.0.0.0/8", "fd00::/8"}, "HTTP_TRUSTED_PROXIES"), "10.0.0.1");
}

TEST(client_address, is_what_the_nearest_proxy_saw)
{
    EXPECT_EQ(address_of({"192.0.2.1"}), "192.0.2.1");
    EXPECT_EQ(address_of({"2001:db8::1"}), "2001:db8::1");
    EXPECT_EQ(address_of({"192.0.2.1:4711"}), "192.0.2.1");
    EXPECT_EQ(address_of({"[2001:db8::1]:4711"}), "2001:db8::1");
    EXPECT_EQ(address_of({"[2001:db8::1]"}), "2001:db8::1");
}

TEST(client_address, is_looked_for_past_every_proxy_of_ours)
{
    EXPECT_EQ(address_of({"192.0.2.1, 10.0.0.7,\t10.0.0.8"}), "192.0.2.1");
    EXPECT_EQ(address_of({"192.0.2.1", "fd00::7", "10.0.0.8"}), "192.0.2.1");
    EXPECT_EQ(address_of({"10.0.0.9, 10.0.0.8"}), "10.0.0.9");
}

TEST(client_address, is_never_what_the_caller_wrote)
{
    EXPECT_EQ(address_of({"203.0.113.9, 192.0.2.1"}), "192.0.2.1");
    EXPECT_EQ(address_of({"203.0.113.9", "192.0.2.1, 10.0.0.8"}), "192.0.2.1");
    EXPECT_EQ(address_of({"10.0.0.9, 192.0.2.1"}), "192.0.2.1");
}

TEST(client_address, is_the_proxys_where_the_field_makes_no_sense)
{
    EXPECT_EQ(address_of({}), "10.0.0.1");
    for (auto const* nonsense :
         {"", "unknown", "192.0.2.1, _hidden", "192.0.2.1:x", "[2001:db8::1", "[2001:db8::1]x", "192.0.2.300", ","}) {
        EXPECT_EQ(address_of({nonsense}), "10.0.0.1") << nonsense;
    }
    EXPECT_EQ(address_of({"192.0.2.1, nonsense, 10.0.0.8"}), "10.0.0.8");
}

// The address that a server sees when 127.0.0.1 calls it with an X-Forwarded-For.
std::string seen_by_a_server(std::vector<std::string> trusted)
{
    ServerSettings settings;
    settings.http_threads = 1;
    settings.http_trusted_proxies = std::move(trusted);
    Server server(settings, [](Worker) -> Handler {
        return [](Request& request) -> Task<Response> {
            Response response;
            response.body = "from " + request.remote_address;
            co_return response;
        };
    });
    server.start();
    TestClient client(server.port());
    client.send("GET / HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 192.0.2.1\r\nConnection: close\r\n\r\n");
    auto const response = client.receive_all();
    return response.substr(response.rfind(' ') + 1);
}

TEST(client_address, is_taken_from_proxies_that_are_trusted_and_from_nobody_else)
{
    EXPECT_EQ(seen_by_a_server({}), "127.0.0.1");
    EXPECT_EQ(seen_by_a_server({"10.0.0.0/8"}), "127.0.0.1");
    EXPECT_EQ(seen_by_a_server({"127.0.0.0/8"}), "192.0.2.1");
    EXPECT_THROW(seen_by_a_server({"everybody"}), std::invalid_argument);
}

}  // namespace
}  // namespace mz::net
