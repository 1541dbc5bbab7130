#include "net/test_client.hpp"
#include "net/test_compression.hpp"

#include <gtest/gtest.h>

namespace mz::net {
namespace {

// Requests as they arrive on the wire, good and bad.
class RequestOnTheWire : public testing::Test {
protected:
    static ServerSettings settings()
    {
        ServerSettings settings;
        settings.http_threads = 1;
        settings.http_max_header_bytes = 2048;
        settings.http_max_header_fields = 20;
        settings.http_max_body_bytes = 10000;
        settings.http_max_decoded_body_bytes = 100000;
        return settings;
    }
    static Task<Response> echo(Request& request)
    {
        Response response;
        response.body = request.body;
        response.headers.add("X-Seen", request.wants_websocket ? "upgrade" : "plain");
        co_return response;
    }

    RequestOnTheWire() : server_(settings(), same_handler(echo)) { server_.start(); }

    std::string exchange(std::string_view bytes)
    {
        TestClient client(server_.port());
        client.send(bytes);
        return client.receive_all();
    }
    // The status, having checked that a refusal is a problem with an id on a connection that closes.
    std::string status(std::string_view bytes)
    {
        auto const response = exchange(bytes);
        auto const code = response.substr(0, 12) == "HTTP/1.1 200" ? "200" : response.substr(std::min<std::size_t>(9, response.size()), 3);
        if (code != "200") {
            EXPECT_NE(response.find("Content-Type: application/problem+json\r\n"), std::string::npos) << response;
            EXPECT_NE(response.find("X-Request-Id: "), std::string::npos) << response;
            EXPECT_NE(response.find("Connection: close\r\n"), std::string::npos) << response;
            EXPECT_NE(response.find("\"status\":" + code), std::string::npos) << response;
            EXPECT_EQ(response.find("}HTTP/1.1 "), std::string::npos) << "a second request was read: " << response;
        }
        return code;
    }
    std::string post(std::string_view fields, std::string_view body)
    {
        return "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + std::string(fields) + "\r\n" + std::string(body);
    }
    std::string post_encoded(std::string_view encoding, std::string_view body)
    {
        return post("Content-Encoding: " + std::string(encoding) + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n", body);
    }

    Server server_;
};

TEST_F(RequestOnTheWire, smuggling_vectors_are_refused)
{
    std::string const smuggled = "0\r\n\r\nGET /admin HTTP/1.1\r\nHost: x\r\n\r\n";
    for (std::string const fields : {
             "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
             "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n",
             "Content-Length: 4\r\nContent-Length: 4\r\n",
             "Content-Length: 4\r\nContent-Length: 5\r\n",
             "Content-Length: 4, 4\r\n",
             "Content-Length: +4\r\n",
             "Content-Length: -4\r\n",
             "Content-Length: 0x4\r\n",
             "Content-Length: 4 4\r\n",
             "Content-Length:\r\n",
             "Content-Length: 99999999999999999999999\r\n",
             "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
             "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
             "Transfer-Encoding: xchunked\r\n",
             "Transfer-Encoding: chunked, identity\r\n",
             "Transfer-Encoding: gzip, chunked\r\n",
             "Transfer-Encoding: identity\r\n",
             "Transfer-Encoding: \"chunked\"\r\n",
             "Transfer-Encoding:\r\n chunked\r\n",
             "Transfer-Encoding : chunked\r\n",
             "Transfer-Encoding\t: chunked\r\n",
             " Transfer-Encoding: chunked\r\n",
             "X: y\r\n\tfolded\r\n",
             "X: y\n",
             "X: y\rZ: z\r\n",
             "X\r\n",
             ": y\r\n",
             "X y: z\r\n",
             "X: a\x01z\r\n",
             "Host: second\r\n",
         })
        EXPECT_EQ(status(post(fields, smuggled)), "400") << fields;
    EXPECT_EQ(status(post(std::string_view("X: a\0z\r\n", 8), smuggled)), "400");
    EXPECT_EQ(status("POST / HTTP/1.1\r\nConnection: close\r\n\r\n"), "400") << "no Host";
    EXPECT_EQ(status("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n" + smuggled), "400");
}

TEST_F(RequestOnTheWire, bad_request_lines_are_refused)
{
    EXPECT_EQ(status("GET  / HTTP/1.1\r\nHost: x\r\n\r\n"), "400");
    EXPECT_EQ(status("GET / HTTP/1.1 \r\nHost: x\r\n\r\n"), "505");
    EXPECT_EQ(status("GET /\r\nHost: x\r\n\r\n"), "400");
    EXPECT_EQ(status("GET / HTTP/2.0\r\nHost: x\r\n\r\n"), "505");
    EXPECT_EQ(status("GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n"), "400");
    EXPECT_EQ(status("GET /?a=%ff HTTP/1.1\r\nHost: x\r\n\r\n"), "400");
    EXPECT_EQ(status("\x16\x03\x01\x02\r\n\r\n"), "400") << "TLS on a plain port";
}

TEST_F(RequestOnTheWire, methods_nobody_handles_are_not_implemented)
{
    for (std::string const method : {"BREW", "TRACE", "CONNECT", "PROPFIND", "get"})
        EXPECT_EQ(status(method + " / HTTP/1.1\r\nHost: x\r\n\r\n"), "501") << method;
}

TEST_F(RequestOnTheWire, a_header_past_its_limits_is_431)
{
    EXPECT_EQ(status("GET / HTTP/1.1\r\nHost: x\r\nX: " + std::string(3000, 'a') + "\r\n\r\n"), "431");
    EXPECT_EQ(status("GET /" + std::string(100000, 'a')), "431") << "never ends";
    std::string many;
    for (int i = 0; i < 30; ++i) many += "A: b\r\n";
    EXPECT_EQ(status("GET / HTTP/1.1\r\nHost: x\r\n" + many + "\r\n"), "431");
}

TEST_F(RequestOnTheWire, a_body_at_the_limit_passes_and_one_byte_more_is_413)
{
    EXPECT_TRUE(exchange(post("Content-Length: 10000\r\n", std::string(10000, 'b'))).ends_with(std::string(10000, 'b')));
    EXPECT_EQ(status(post("Content-Length: 10001\r\n", std::string(10001, 'b'))), "413");
    EXPECT_EQ(status(post("Content-Length: 999999999999\r\n", "")), "413");
    auto const chunk = "1388\r\n" + std::string(5000, 'c') + "\r\n";
    EXPECT_EQ(status(post("Transfer-Encoding: chunked\r\n", chunk + chunk + "0\r\n\r\n")), "200");
    EXPECT_EQ(status(post("Transfer-Encoding: chunked\r\n", chunk + chunk + "1\r\nc\r\n0\r\n\r\n")), "413");
}

TEST_F(RequestOnTheWire, a_refusal_arrives_although_the_client_is_still_sending)
{
    TestClient client(server_.port());
    client.send(post("Content-Length: 5000000\r\n", ""));
    for (int i = 0; i < 50; ++i) client.send(std::string(100000, 'x'));
    EXPECT_TRUE(client.receive_all().starts_with("HTTP/1.1 413 "));
}

TEST_F(RequestOnTheWire, broken_chunks_are_refused)
{
    for (std::string const body : {"x\r\n", "-1\r\n", "3\r\nabcd\r\n0\r\n\r\n", "3 \r\nabc\r\n0\r\n\r\n", "3\nabc\r\n0\r\n\r\n",
                                   "fffffffffffffffff\r\n", "3;a=\"\r\nabc\r\n0\r\n\r\n\"\r\nx", "0x3\r\nabc\r\n0\r\n\r\n"})
        EXPECT_EQ(status(post("Transfer-Encoding: chunked\r\n", body)), "400") << body;
    EXPECT_EQ(status(post("Transfer-Encoding: chunked\r\n", "1;" + std::string(5000, 'e'))), "400") << "endless extension";
    EXPECT_EQ(status(post("Transfer-Encoding: chunked\r\n", "0\r\n" + std::string(5000, 'e'))), "400") << "endless trailer";
}

TEST_F(RequestOnTheWire, trailers_do_not_become_headers)
{
    auto const response = exchange(
        "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nUpgrade: websocket\r\nConnection: "
        "upgrade\r\n\r\n");
    EXPECT_NE(response.find("X-Seen: plain"), std::string::npos) << response;
}

TEST_F(RequestOnTheWire, expect_continue_is_answered_before_the_body_is_sent)
{
    TestClient client(server_.port());
    client.send(post("Expect: 100-continue\r\nContent-Length: 3\r\n", ""));
    EXPECT_EQ(client.receive_until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("abc");
    EXPECT_TRUE(client.receive_all().ends_with("\r\n\r\nabc"));
    EXPECT_EQ(status(post("Expect: 100-continue\r\nContent-Length: 20000\r\n", "")), "413");
    EXPECT_EQ(status(post("Expect: a miracle\r\nContent-Length: 3\r\n", "abc")), "417");
}

TEST_F(RequestOnTheWire, compressed_bodies_arrive_expanded)
{
    std::string const body(100000, 'z');
    EXPECT_TRUE(exchange(post_encoded("gzip", gzip(body))).ends_with("\r\n\r\n" + body));
    EXPECT_TRUE(exchange(post_encoded("zstd", zstd(body))).ends_with("\r\n\r\n" + body));
    EXPECT_TRUE(exchange(post_encoded("identity", "plain")).ends_with("\r\n\r\nplain"));
}

TEST_F(RequestOnTheWire, compressed_bodies_that_expand_too_far_or_are_broken_are_refused)
{
    EXPECT_EQ(status(post_encoded("gzip", gzip(std::string(100001, 'z')))), "413");
    EXPECT_EQ(status(post_encoded("gzip", gzip(std::string(5'000'000, 'z')))), "413");
    EXPECT_EQ(status(post_encoded("zstd", zstd(std::string(50'000'000, 'z')))), "413");
    EXPECT_EQ(status(post_encoded("gzip", "garbage")), "400");
    EXPECT_EQ(status(post_encoded("zstd", zstd("abc").substr(0, 8))), "400");
    EXPECT_EQ(status(post_encoded("br", "abc")), "415");
    EXPECT_EQ(status(post("Content-Encoding: gzip\r\nContent-Encoding: gzip\r\nContent-Length: 1\r\n", "a")), "415");
}

TEST_F(RequestOnTheWire, a_half_sent_request_is_just_a_closed_connection)
{
    TestClient client(server_.port());
    client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc");
    client.hang_up();
    EXPECT_EQ(client.receive_all(), "");
}

}  // namespace
}  // namespace mz::net
