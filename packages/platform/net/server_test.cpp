#include "net/server.hpp"
#include "net/background.hpp"

#include "net/http_date.hpp"
#include "net/test_client.hpp"

#include <gtest/gtest.h>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/cancellation_state.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/this_coro.hpp>

#include <array>
#include <atomic>
#include <thread>

namespace mz::net {
namespace {

using Timer = asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>, Executor>;
using namespace std::chrono_literals;

// Answers with what it understood of the request; /slow takes 300 ms, /stuck a minute.
Task<Response> answer(asio::io_context& io, Request& request)
{
    if (request.path == "/throw") throw std::runtime_error("inner secret");
    if (request.path == "/slow" || request.path == "/stuck") {
        Timer timer(io, request.path == "/slow" ? 300ms : 60000ms);
        co_await timer.async_wait(use_task);
    }
    Response response;
    response.content_type = "text/plain";
    if (request.path == "/empty") {
        response.status = 204;
        co_return response;
    }
    if (request.path == "/large") {
        response.body = std::string(3'000'000, 'L');
        co_return response;
    }
    if (request.path == "/injected") response.headers.add("X-Bad", "a\r\nSet-Cookie: stolen=1");
    response.body = std::string(to_string(request.method)) + " " + request.path + "|" + request.body;
    co_return response;
}

ServerSettings one_worker()
{
    ServerSettings settings;
    settings.http_threads = 1;
    return settings;
}

struct Running {
    explicit Running(ServerSettings settings = one_worker())
        : server(std::move(settings),
                 [](Worker worker) -> Handler { return [&io = worker.io](Request& request) { return answer(io, request); }; })
    {
        server.start();
    }
    std::string exchange(std::string_view bytes)
    {
        TestClient client(server.port());
        client.send(bytes);
        return client.receive_all();
    }
    Server server;
};

std::string get(std::string_view path) { return "GET " + std::string(path) + " HTTP/1.1\r\nHost: x\r\n\r\n"; }
std::string last_get(std::string_view path) { return "GET " + std::string(path) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"; }

TEST(server, a_connection_is_kept_for_the_next_request)
{
    Running running;
    TestClient client(running.server.port());
    for (int i = 0; i < 3; ++i) {
        client.send(get("/a"));
        auto const response = client.response();
        EXPECT_TRUE(response.starts_with("HTTP/1.1 200 OK\r\n")) << response;
        EXPECT_TRUE(response.ends_with("\r\n\r\nGET /a|")) << response;
        EXPECT_EQ(response.find("Connection:"), std::string::npos);
        EXPECT_EQ(response.find("Server:"), std::string::npos);
    }
    EXPECT_EQ(running.server.connections(), 1U);
}

TEST(server, pipelined_requests_are_answered_in_order)
{
    Running running;
    auto const all = running.exchange(get("/slow") + "POST /b HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc" + last_get("/c"));
    auto const first = all.find("GET /slow|");
    auto const second = all.find("POST /b|abc");
    auto const third = all.find("GET /c|");
    ASSERT_NE(third, std::string::npos) << all;
    EXPECT_LT(first, second);
    EXPECT_LT(second, third);
}

TEST(server, a_request_may_arrive_byte_by_byte)
{
    Running running;
    TestClient client(running.server.port());
    std::string const request =
        "\r\nPOST /p HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3;ext=1\r\nabc\r\n2\r\nde\r\n0\r\nTrailer: x\r\n\r\n";
    for (char const c : request) {
        client.send({&c, 1});
        std::this_thread::sleep_for(100us);
    }
    EXPECT_TRUE(client.response().ends_with("POST /p|abcde"));
    client.send(get("/again"));
    EXPECT_TRUE(client.response().ends_with("GET /again|"));
}

TEST(server, head_has_the_length_and_no_body)
{
    Running running;
    auto const response = running.exchange("HEAD /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    EXPECT_NE(response.find("Content-Length: 8\r\n"), std::string::npos) << response;
    EXPECT_TRUE(response.ends_with("\r\n\r\n"));
}

TEST(server, no_content_has_no_length)
{
    Running running;
    auto const response = running.exchange(last_get("/empty"));
    EXPECT_TRUE(response.starts_with("HTTP/1.1 204 No Content\r\n"));
    EXPECT_EQ(response.find("Content-Length"), std::string::npos);
}

TEST(server, a_large_body_arrives_whole)
{
    Running running;
    auto const response = running.exchange(last_get("/large"));
    EXPECT_EQ(response.size() - response.find("\r\n\r\n") - 4, 3'000'000U);
}

TEST(server, a_caller_that_asks_to_close_is_closed_and_http_1_0_always)
{
    Running running;
    EXPECT_NE(running.exchange(last_get("/")).find("Connection: close\r\n"), std::string::npos);
    auto const old = running.exchange("GET /old HTTP/1.0\r\n\r\n");
    EXPECT_NE(old.find("Connection: close\r\n"), std::string::npos);
    EXPECT_TRUE(old.ends_with("GET /old|"));
}

TEST(server, a_sane_request_id_is_returned_and_any_other_replaced)
{
    Running running;
    auto const with_id = [&](std::string const& id) {
        auto const response = running.exchange("GET / HTTP/1.1\r\nHost: x\r\nX-Request-Id: " + id + "\r\nConnection: close\r\n\r\n");
        auto const at = response.find("X-Request-Id: ") + 14;
        return response.substr(at, response.find("\r\n", at) - at);
    };
    EXPECT_EQ(with_id("a-B_9.z"), "a-B_9.z");
    EXPECT_EQ(with_id(std::string(64, 'a')), std::string(64, 'a'));
    EXPECT_EQ(with_id(std::string(65, 'a')).size(), 36U);
    EXPECT_EQ(with_id("\"><script>").size(), 36U);
    EXPECT_EQ(with_id("").size(), 36U);
}

TEST(server, what_a_handler_throws_is_a_500_without_the_reason)
{
    Running running;
    TestClient client(running.server.port());
    client.send(get("/throw"));
    auto const response = client.response();
    EXPECT_TRUE(response.starts_with("HTTP/1.1 500 "));
    EXPECT_NE(response.find("application/problem+json"), std::string::npos);
    EXPECT_EQ(response.find("inner secret"), std::string::npos);
    client.send(get("/a"));
    EXPECT_TRUE(client.response().ends_with("GET /a|"));
}

TEST(server, a_response_field_cannot_break_the_header)
{
    Running running;
    EXPECT_EQ(running.exchange(last_get("/injected")).find("stolen"), std::string::npos);
}

TEST(server, every_answer_says_when_it_was_made_once)
{
    Running running;
    for (auto const* path : {"/", "/empty", "/throw"}) {
        auto const answer = running.exchange(last_get(path));
        auto const field = answer.find("\r\nDate: ");
        ASSERT_NE(field, std::string::npos) << answer;
        EXPECT_EQ(answer.find("\r\nDate: ", field + 1), std::string::npos);
        auto const at = parse_http_date(answer.substr(field + 8, 29));
        ASSERT_TRUE(at) << answer;
        EXPECT_LT(std::chrono::abs(*at - now()), 10s);
    }
    EXPECT_NE(running.exchange("nonsense\r\n\r\n").find("\r\nDate: "), std::string::npos) << "a refusal of the net layer, too";
}

TEST(server, a_taken_port_is_an_error)
{
    Running running;
    auto settings = one_worker();
    settings.http_port = running.server.port();
    Server second(settings, same_handler(nullptr));
    EXPECT_THROW(second.start(), std::exception);
}

TEST(server, a_failing_factory_fails_the_start)
{
    ServerSettings settings;
    settings.http_threads = 2;
    Server server(settings, [](Worker worker) -> Handler {
        if (worker.index == 1) throw std::runtime_error("no");
        return [](Request&) -> Task<Response> { co_return Response{}; };
    });
    EXPECT_THROW(server.start(), std::runtime_error);
}

TEST(server, connections_past_the_limit_are_told_so)
{
    auto settings = one_worker();
    settings.http_max_connections = 2;
    Running running(settings);
    TestClient first(running.server.port());
    TestClient second(running.server.port());
    first.send(get("/"));
    second.send(get("/"));
    EXPECT_TRUE(first.response().starts_with("HTTP/1.1 200"));
    EXPECT_TRUE(second.response().starts_with("HTTP/1.1 200"));
    {
        TestClient third(running.server.port());
        auto const response = third.receive_all();
        EXPECT_TRUE(response.starts_with("HTTP/1.1 503 ")) << response;
        EXPECT_NE(response.find("Retry-After: "), std::string::npos);
        EXPECT_NE(response.find("Connection: close"), std::string::npos);
    }
    first.send(get("/"));
    EXPECT_TRUE(first.response().starts_with("HTTP/1.1 200"));
}

TEST(server, a_slow_header_is_cut_off)
{
    auto settings = one_worker();
    settings.http_header_seconds = 1;
    Running running(settings);
    TestClient client(running.server.port());
    auto const begin = std::chrono::steady_clock::now();
    client.send("GET / HTTP/1.1\r\nHo");
    std::this_thread::sleep_for(700ms);
    client.send("st: x\r\n");  // progress does not buy more time
    auto const response = client.receive_all();
    EXPECT_TRUE(response.starts_with("HTTP/1.1 408 ")) << response;
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 3s);
}

TEST(server, a_slow_body_is_cut_off)
{
    auto settings = one_worker();
    settings.http_body_seconds = 1;
    Running running(settings);
    auto const response = running.exchange("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc");
    EXPECT_TRUE(response.starts_with("HTTP/1.1 408 ")) << response;
}

TEST(server, an_idle_connection_is_closed_silently)
{
    auto settings = one_worker();
    settings.http_idle_seconds = 1;
    settings.http_header_seconds = 1;
    Running running(settings);
    TestClient never_spoke(running.server.port());
    TestClient client(running.server.port());
    client.send(get("/"));
    client.response();
    EXPECT_EQ(client.receive_all(), "");
    EXPECT_EQ(never_spoke.receive_all(), "");
    for (int i = 0; i < 100 && running.server.connections() > 0; ++i) std::this_thread::sleep_for(10ms);
    EXPECT_EQ(running.server.connections(), 0U);
}

TEST(server, a_client_that_does_not_read_is_cut_off)
{
    auto settings = one_worker();
    settings.http_write_seconds = 1;
    Running running(settings);
    TestClient client(running.server.port(), 4096);
    for (int i = 0; i < 5; ++i) client.send(get("/large"));
    EXPECT_TRUE(client.receive_some().starts_with("HTTP/1.1 200 "));
    EXPECT_EQ(running.server.connections(), 1U);
    for (int i = 0; i < 400 && running.server.connections() > 0; ++i) std::this_thread::sleep_for(10ms);
    EXPECT_EQ(running.server.connections(), 0U);
}

TEST(server, drain_finishes_what_is_in_flight_and_closes_what_is_idle)
{
    Running running;
    TestClient idle(running.server.port());
    TestClient busy(running.server.port());
    idle.send(get("/"));
    idle.response();
    busy.send(get("/slow"));
    std::this_thread::sleep_for(100ms);
    std::thread stopper([&] { running.server.stop(); });
    EXPECT_EQ(idle.receive_all(), "");
    auto const response = busy.receive_all();
    stopper.join();
    EXPECT_TRUE(response.ends_with("GET /slow|")) << response;
    EXPECT_NE(response.find("Connection: close\r\n"), std::string::npos);
    EXPECT_THROW(TestClient(running.server.port()), std::runtime_error);
}

TEST(server, drain_cuts_off_what_takes_too_long)
{
    auto settings = one_worker();
    settings.http_drain_seconds = 1;
    Running running(settings);
    TestClient stuck(running.server.port());
    stuck.send(get("/stuck"));
    std::this_thread::sleep_for(100ms);
    auto const begin = std::chrono::steady_clock::now();
    running.server.stop();
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 3s);
    EXPECT_EQ(stuck.receive_all(), "");
}

TEST(server, the_drain_hook_can_end_a_long_poll)
{
    ServerSettings settings;
    settings.http_threads = 2;
    std::array<Timer*, 2> waiting{};  // one a worker, touched on its thread alone
    std::atomic<bool> polling = false;
    std::atomic<int> hooks = 0;
    Server server(settings, [&](Worker worker) -> Handler {
        return [&own = waiting.at(worker.index), &polling, &io = worker.io](Request&) -> Task<Response> {
            Timer timer(io, 60s);
            own = &timer;
            polling = true;
            boost::system::error_code code;
            co_await timer.async_wait(asio::redirect_error(use_task, code));
            own = nullptr;
            Response response;
            response.body = "nothing new";
            co_return response;
        };
    });
    server.on_drain([&](Worker worker) {
        ++hooks;
        if (Timer* const timer = waiting.at(worker.index)) timer->cancel();
    });
    server.start();
    TestClient client(server.port());
    client.send(get("/poll"));
    for (int i = 0; i < 200 && !polling; ++i) std::this_thread::sleep_for(10ms);
    auto const begin = std::chrono::steady_clock::now();
    server.stop();
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 5s);
    EXPECT_EQ(hooks, 2);
    EXPECT_TRUE(client.receive_all().ends_with("nothing new"));
}

TEST(server, what_goes_on_beside_its_answer_comes_to_its_end_before_the_server_does)
{
    std::atomic<bool> written = false;
    Server server(one_worker(), [&](Worker worker) -> Handler {
        return [&written, &io = worker.io](Request&) -> Task<Response> {
            auto work = [](asio::io_context& context, std::atomic<bool>& done) -> Task<void> {
                Timer timer(context, 300ms);
                co_await timer.async_wait(use_task);
                done = true;
            };
            Background::of(io).spawn(work(io, written));
            co_return Response{};
        };
    });
    server.start();
    TestClient client(server.port());
    client.send(get("/"));
    EXPECT_TRUE(client.response().starts_with("HTTP/1.1 200"));
    EXPECT_FALSE(written);
    server.stop();
    EXPECT_TRUE(written);
}

TEST(server, whoever_waits_beside_requests_goes_on_at_once_when_it_drains)
{
    std::atomic<bool> went_on = false;
    Server server(one_worker(), [&](Worker worker) -> Handler {
        return [&went_on, &io = worker.io](Request&) -> Task<Response> {
            auto work = [](Background& background, std::atomic<bool>& done) -> Task<void> {
                co_await background.wait_until(std::chrono::steady_clock::now() + 600s);
                done = true;
            };
            auto& background = Background::of(io);
            background.spawn(work(background, went_on));
            co_return Response{};
        };
    });
    server.start();
    TestClient client(server.port());
    client.send(get("/"));
    EXPECT_TRUE(client.response().starts_with("HTTP/1.1 200"));
    auto const begin = std::chrono::steady_clock::now();
    server.stop();
    EXPECT_TRUE(went_on);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 5s);
}

TEST(server, a_handler_that_ignores_cancellation_is_left_behind)
{
    auto settings = one_worker();
    settings.http_drain_seconds = 0;
    auto const alive = std::make_shared<int>();
    {
        Server server(settings, [alive](Worker worker) -> Handler {
            return [alive, &io = worker.io](Request&) -> Task<Response> {
                co_await asio::this_coro::reset_cancellation_state(asio::disable_cancellation());
                Timer timer(io, 600s);
                co_await timer.async_wait(use_task);
                co_return Response{};
            };
        });
        server.start();
        TestClient client(server.port());
        client.send(get("/"));
        std::this_thread::sleep_for(100ms);
        server.stop();
        EXPECT_EQ(client.receive_all(), "");
    }
    EXPECT_GT(alive.use_count(), 1);  // its coroutine still refers to it, so it must not be destroyed
}

struct ThreadBound {
    explicit ThreadBound(asio::io_context& context) : io(context), thread(std::this_thread::get_id()) {}
    ~ThreadBound()
    {
        ++(std::this_thread::get_id() == thread ? right : wrong);
        Timer timer(io, 1ms);
    }
    asio::io_context& io;
    std::thread::id thread;
    static inline std::atomic<int> right = 0;
    static inline std::atomic<int> wrong = 0;
};

TEST(server, a_handler_is_destroyed_on_its_own_thread_while_its_io_context_exists)
{
    ServerSettings settings;
    settings.http_threads = 3;
    {
        Server server(settings, [](Worker worker) -> Handler {
            return [state = std::make_shared<ThreadBound>(worker.io)](Request&) -> Task<Response> { co_return Response{}; };
        });
        server.start();
        EXPECT_EQ(server.workers(), 3U);
        for (int i = 0; i < 20; ++i) {
            TestClient client(server.port());
            client.send(get("/"));
            EXPECT_TRUE(client.response().starts_with("HTTP/1.1 200"));
        }
    }
    EXPECT_EQ(ThreadBound::right, 3);
    EXPECT_EQ(ThreadBound::wrong, 0);
}

}  // namespace
}  // namespace mz::net
