#include "net/websocket.hpp"

#include "net/test_client.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace mz::net {
namespace {

using namespace std::chrono_literals;

constexpr int text_frame = 0x1;
constexpr int binary_frame = 0x2;
constexpr int close_frame = 0x8;
constexpr int ping_frame = 0x9;
constexpr int pong_frame = 0xA;

struct Frame {
    int opcode = -1;  // -1: the connection has ended
    std::string payload;
    int close_code() const
    {
        if (opcode != close_frame || payload.size() < 2) return 0;
        return static_cast<std::uint8_t>(payload[0]) * 256 + static_cast<std::uint8_t>(payload[1]);
    }
};

// A WebSocket client made by hand, to be able to misbehave.
class FrameClient : public TestClient {
public:
    FrameClient(std::uint16_t port, std::string const& path, int receive_buffer = 0) : TestClient(port, receive_buffer)
    {
        TestClient::send(
            "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: keep-alive, Upgrade\r\n" +
            "Upgrade: WebSocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nX-Request-Id: ws-1\r\n\r\n");
        handshake = receive_until("\r\n\r\n");
    }
    bool send_frame(int opcode, std::string_view payload)
    {
        std::string frame;
        frame += static_cast<char>(0x80 | opcode);
        if (payload.size() < 126) {
            frame += static_cast<char>(0x80 | payload.size());
        } else {
            frame += static_cast<char>(0x80 | 126);
            for (int shift = 8; shift >= 0; shift -= 8) frame += static_cast<char>(payload.size() >> shift);
        }
        frame.append(4, '\0');  // a mask of zeros leaves the payload as it is
        frame += payload;
        return send(frame);
    }
    Frame receive_frame()
    {
        auto const start = receive_exactly(2);
        if (start.size() < 2) return {};
        std::size_t size = static_cast<std::uint8_t>(start[1]);
        int const more = size == 126 ? 2 : size == 127 ? 8 : 0;
        if (more > 0) {
            size = 0;
            for (char const c : receive_exactly(static_cast<std::size_t>(more))) size = size * 256 + static_cast<std::uint8_t>(c);
        }
        return {start[0] & 0x0F, receive_exactly(size)};
    }
    std::string handshake;
};

// /echo says back what it hears, /flood queues a thousand messages of 10 kB, /close says goodbye, /throw fails, /deaf never listens.
struct Sockets {
    using Hub = std::vector<std::shared_ptr<WebSocket>>;  // holds on to them longer than their connections last

    explicit Sockets(ServerSettings settings = {}) : server(with_one_worker(std::move(settings)), factory()) { server.start(); }

    static ServerSettings with_one_worker(ServerSettings settings)
    {
        settings.http_threads = 1;
        return settings;
    }
    Server::HandlerFactory factory()
    {
        return [this](Worker) -> Handler {
            return [this, hub = std::make_shared<Hub>()](Request& request) { return respond(request.path, hub); };
        };
    }
    Task<Response> respond(std::string path, std::shared_ptr<Hub> hub)
    {
        Response response;
        response.websocket = [this, path, hub](std::shared_ptr<WebSocket> socket) { return serve(path, hub, std::move(socket)); };
        co_return response;
    }
    Task<void> serve(std::string path, std::shared_ptr<Hub> hub, std::shared_ptr<WebSocket> socket)
    {
        hub->push_back(socket);
        if (path == "/throw") throw std::runtime_error("no");
        if (path == "/close") {
            socket->send(std::make_shared<std::string const>("last words"));
            socket->close(4401, "token expired");
            socket->close(1000, "again");
        }
        if (path == "/flood") {
            auto const message = std::make_shared<std::string const>(10'000, 'f');
            for (int i = 0; i < 1000; ++i) socket->send(message);
        }
        while (auto message = co_await socket->receive()) socket->send(std::make_shared<std::string const>("echo " + *message));
        EXPECT_FALSE(socket->open());
        socket->send(std::make_shared<std::string const>("into the void"));
        ++ended;
    }
    bool all_gone()
    {
        for (int i = 0; i < 800 && server.connections() > 0; ++i) std::this_thread::sleep_for(10ms);
        return server.connections() == 0;
    }

    std::atomic<int> ended = 0;
    Server server;
};

TEST(websocket, text_is_echoed_and_the_handshake_is_proper)
{
    Sockets sockets;
    FrameClient client(sockets.server.port(), "/echo");
    EXPECT_TRUE(client.handshake.starts_with("HTTP/1.1 101 ")) << client.handshake;
    EXPECT_NE(client.handshake.find("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo="), std::string::npos);
    EXPECT_NE(client.handshake.find("X-Request-Id: ws-1"), std::string::npos);
    EXPECT_EQ(client.handshake.find("Beast"), std::string::npos);
    client.send_frame(text_frame, "zażółć");
    auto const frame = client.receive_frame();
    EXPECT_EQ(frame.opcode, text_frame);
    EXPECT_EQ(frame.payload, "echo zażółć");
    client.send_frame(ping_frame, "are you there");
    EXPECT_EQ(client.receive_frame().opcode, pong_frame);
    client.send_frame(close_frame, std::string_view("\x03\xe8", 2));
    EXPECT_EQ(client.receive_frame().close_code(), 1000);
    EXPECT_TRUE(sockets.all_gone());
    EXPECT_EQ(sockets.ended, 1);
}

TEST(websocket, a_plain_request_is_told_to_upgrade)
{
    Sockets sockets;
    TestClient client(sockets.server.port());
    client.send("GET /echo HTTP/1.1\r\nHost: x\r\n\r\n");
    auto const response = client.response();
    EXPECT_TRUE(response.starts_with("HTTP/1.1 426 ")) << response;
    EXPECT_NE(response.find("Upgrade: websocket\r\n"), std::string::npos);
}

TEST(websocket, closing_sends_what_was_queued_first_and_the_code_of_the_first_close)
{
    Sockets sockets;
    FrameClient client(sockets.server.port(), "/close");
    EXPECT_EQ(client.receive_frame().payload, "last words");
    auto const frame = client.receive_frame();
    EXPECT_EQ(frame.close_code(), 4401);
    EXPECT_EQ(frame.payload.substr(2), "token expired");
    client.send_frame(close_frame, frame.payload.substr(0, 2));
    client.hang_up();
    EXPECT_EQ(client.receive_frame().opcode, -1);
    EXPECT_TRUE(sockets.all_gone());
}

TEST(websocket, a_failing_handler_closes_with_1011)
{
    Sockets sockets;
    FrameClient client(sockets.server.port(), "/throw");
    EXPECT_EQ(client.receive_frame().close_code(), 1011);
}

TEST(websocket, a_consumer_too_far_behind_is_closed_with_1013)
{
    ServerSettings settings;
    settings.websocket_max_queued_messages = 10;
    Sockets sockets(settings);
    FrameClient client(sockets.server.port(), "/flood");
    Frame frame;
    int messages = 0;
    while ((frame = client.receive_frame()).opcode == text_frame) ++messages;
    EXPECT_EQ(frame.close_code(), 1013);
    EXPECT_LT(messages, 1000);
    client.send_frame(close_frame, frame.payload);
    client.hang_up();
    EXPECT_TRUE(sockets.all_gone());
}

TEST(websocket, a_consumer_that_never_reads_is_gone_in_the_end)
{
    ServerSettings settings;
    settings.websocket_max_queued_messages = 900;
    Sockets sockets(settings);
    FrameClient client(sockets.server.port(), "/flood", 4096);
    EXPECT_TRUE(sockets.all_gone());
}

TEST(websocket, a_message_past_the_limit_is_closed_with_1009)
{
    ServerSettings settings;
    settings.websocket_max_message_bytes = 1000;
    Sockets sockets(settings);
    FrameClient client(sockets.server.port(), "/echo");
    client.send_frame(text_frame, std::string(1000, 'x'));
    EXPECT_EQ(client.receive_frame().payload.size(), 1005U);
    client.send_frame(text_frame, std::string(1001, 'x'));
    EXPECT_EQ(client.receive_frame().close_code(), 1009);
}

TEST(websocket, binary_and_broken_text_are_refused)
{
    Sockets sockets;
    FrameClient binary(sockets.server.port(), "/echo");
    binary.send_frame(binary_frame, "abc");
    EXPECT_EQ(binary.receive_frame().close_code(), 1003);
    FrameClient broken(sockets.server.port(), "/echo");
    broken.send_frame(text_frame, "\xff\xfe");
    EXPECT_EQ(broken.receive_frame().close_code(), 1007);
}

TEST(websocket, a_client_is_pinged_and_one_that_does_not_answer_is_dropped)
{
    ServerSettings settings;
    settings.websocket_ping_seconds = 1;
    Sockets sockets(settings);
    FrameClient answering(sockets.server.port(), "/echo");
    FrameClient silent(sockets.server.port(), "/echo");
    for (int i = 0; i < 3; ++i) {
        auto const ping = answering.receive_frame();
        EXPECT_EQ(ping.opcode, ping_frame);
        answering.send_frame(pong_frame, ping.payload);
    }
    EXPECT_EQ(silent.receive_frame().opcode, ping_frame);
    EXPECT_EQ(silent.receive_frame().opcode, -1);
    EXPECT_EQ(sockets.server.connections(), 1U);
    answering.send_frame(text_frame, "still here");
    Frame frame;
    while ((frame = answering.receive_frame()).opcode == ping_frame) {
    }
    EXPECT_EQ(frame.payload, "echo still here");
}

TEST(websocket, drain_closes_with_1001)
{
    Sockets sockets;
    FrameClient client(sockets.server.port(), "/echo");
    std::thread stopper([&] { sockets.server.stop(); });
    auto const frame = client.receive_frame();
    EXPECT_EQ(frame.close_code(), 1001);
    client.send_frame(close_frame, frame.payload);
    client.hang_up();
    stopper.join();
    EXPECT_EQ(sockets.ended, 1);
}

TEST(websocket, a_client_that_vanishes_ends_the_handler)
{
    Sockets sockets;
    {
        FrameClient const client(sockets.server.port(), "/echo");
    }
    EXPECT_TRUE(sockets.all_gone());
    EXPECT_EQ(sockets.ended, 1);
}

}  // namespace
}  // namespace mz::net
