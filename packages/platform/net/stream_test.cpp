#include "net/test_client.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace mz::net {
namespace {

// /count streams "0123456789" in pieces, /fail breaks off, /big sends 8 MB.
Task<Response> stream(Request& request)
{
    Response response;
    auto sent = std::make_shared<int>(0);
    if (request.path == "/count") {
        response.stream = [sent](std::string& part) -> Task<bool> {
            if (*sent % 2 == 0) part = std::to_string(*sent) + std::to_string(*sent + 1);  // every other part is empty
            co_return ++*sent < 10;
        };
    } else if (request.path == "/fail") {
        response.stream = [sent](std::string& part) -> Task<bool> {
            if (++*sent == 2) throw std::runtime_error("source failed");
            part = "first";
            co_return true;
        };
    } else {
        response.stream = [sent](std::string& part) -> Task<bool> {
            part.assign(100'000, 'B');
            co_return ++*sent < 80;
        };
    }
    co_return response;
}

std::string exchange(std::string_view bytes)
{
    ServerSettings settings;
    settings.http_threads = 1;
    Server server(settings, same_handler(stream));
    server.start();
    TestClient client(server.port());
    client.send(bytes);
    return client.receive_all();
}

TEST(stream, parts_are_sent_as_chunks)
{
    auto const response = exchange("GET /count HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    EXPECT_NE(response.find("Transfer-Encoding: chunked\r\n"), std::string::npos);
    EXPECT_EQ(response.find("Content-Length"), std::string::npos);
    EXPECT_TRUE(response.ends_with("\r\n\r\n2\r\n01\r\n2\r\n23\r\n2\r\n45\r\n2\r\n67\r\n2\r\n89\r\n0\r\n\r\n")) << response;
}

TEST(stream, http_1_0_gets_the_plain_body_until_close)
{
    auto const response = exchange("GET /count HTTP/1.0\r\n\r\n");
    EXPECT_EQ(response.find("Transfer-Encoding"), std::string::npos);
    EXPECT_TRUE(response.ends_with("\r\n\r\n0123456789")) << response;
}

TEST(stream, head_gets_no_chunks)
{
    auto const response = exchange("HEAD /count HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    EXPECT_TRUE(response.ends_with("\r\n\r\n"));
    EXPECT_EQ(response.find("\r\n\r\n"), response.size() - 4);
}

TEST(stream, a_source_that_fails_leaves_the_body_unfinished)
{
    auto const response = exchange("GET /fail HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_TRUE(response.ends_with("\r\n\r\n5\r\nfirst\r\n")) << response;
}

TEST(stream, a_large_stream_arrives_whole)
{
    auto const response = exchange("GET /big HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(std::ranges::count(response, 'B'), 8'000'000);
    EXPECT_TRUE(response.ends_with("\r\n0\r\n\r\n"));
}

}  // namespace
}  // namespace mz::net
