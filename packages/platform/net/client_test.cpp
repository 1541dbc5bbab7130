#include "net/client.hpp"

#include "core/problem.hpp"
#include "net/test_client.hpp"

#include <gtest/gtest.h>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include <algorithm>
#include <variant>
#include <vector>

namespace mz::net {
namespace {

using namespace std::chrono_literals;
using Timer = asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>, Executor>;

Task<Response> answer(asio::io_context& io, Request& request)
{
    if (request.path == "/slow") {
        Timer timer(io, 3s);
        co_await timer.async_wait(use_task);
    }
    Response response;
    if (request.path == "/missing") response.status = 404;
    if (request.path == "/elsewhere") {
        response.status = 302;
        response.headers.add("Location", "/echo");
    }
    if (request.path == "/large") {
        response.body.assign(100'000, 'L');
        co_return response;
    }
    if (request.path == "/endless") {
        response.stream = [](std::string& part) -> Task<bool> {
            part.assign(10'000, 'E');
            co_return true;
        };
        co_return response;
    }
    response.headers.add("X-Mine", "a: b");
    response.headers.add("X-Type", std::string(request.headers.find("Content-Type").value_or("none")));
    response.body = std::string(to_string(request.method)) + " " + request.path + "|" + request.body;
    co_return response;
}

class ClientTest : public testing::Test {
protected:
    using Outcome = std::variant<std::monostate, ClientResponse, Problem>;

    ClientTest()
        : server_(settings(), [](Worker worker) -> Handler { return [&io = worker.io](Request& request) { return answer(io, request); }; })
    {
        server_.start();
        client_ = std::make_unique<Client>(io_, trusted_peers);
    }
    static ServerSettings settings()
    {
        ServerSettings settings;
        settings.http_threads = 1;
        settings.http_drain_seconds = 0;
        return settings;
    }
    std::string url(std::string const& path) const { return "http://127.0.0.1:" + std::to_string(server_.port()) + path; }
    ClientRequest to(std::string const& path) const
    {
        ClientRequest request;
        request.url = url(path);
        return request;
    }
    static Task<void> keep(Task<ClientResponse> task, Outcome& outcome)
    {
        try {
            outcome = co_await std::move(task);
        } catch (Problem const& problem) {
            outcome = problem;
        }
    }
    Outcome outcome_of(ClientRequest request)
    {
        Outcome outcome;
        asio::co_spawn(io_, keep(client_->send(std::move(request)), outcome), asio::detached);
        io_.restart();
        for (int i = 0; i < 1000 && outcome.index() == 0; ++i) io_.run_one_for(10ms);
        return outcome;
    }
    ClientResponse send(ClientRequest request)
    {
        auto outcome = outcome_of(std::move(request));
        if (auto const* problem = std::get_if<Problem>(&outcome)) ADD_FAILURE() << problem->detail;
        return outcome.index() == 1 ? std::get<ClientResponse>(outcome) : ClientResponse{};
    }
    // The detail of the Problem, which must be `unavailable`.
    std::string failure_of(ClientRequest request)
    {
        auto outcome = outcome_of(std::move(request));
        auto const* problem = std::get_if<Problem>(&outcome);
        if (problem == nullptr) return "an answer";
        EXPECT_EQ(problem->failure, Failure::unavailable);
        return problem->detail;
    }

    Server server_;
    asio::io_context io_{1};
    std::unique_ptr<Client> client_;
};

TEST_F(ClientTest, status_headers_and_body_arrive)
{
    auto const response = send(to("/echo?a=b"));
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.body, "GET /echo|");
    EXPECT_EQ(response.headers.get("x-mine"), "a: b");
    EXPECT_EQ(response.headers.get("X-Type"), "none");
}

TEST_F(ClientTest, every_method_and_its_body_is_sent)
{
    for (auto const method : {Method::post, Method::put, Method::patch, Method::del}) {
        auto request = to("/m");
        request.method = method;
        request.body = "some body";
        request.headers.add("Content-Type", "text/x");
        auto const response = send(request);
        EXPECT_EQ(response.body, std::string(to_string(method)) + " /m|some body");
        EXPECT_EQ(response.headers.get("X-Type"), "text/x");
    }
    auto request = to("/m");
    request.method = Method::head;
    EXPECT_EQ(send(request).body, "");
    request.method = Method::del;
    EXPECT_EQ(send(request).body, "DELETE /m|");
    request.method = Method::post;
    EXPECT_EQ(send(request).body, "POST /m|");
    request.body = std::string(500'000, 'b');
    EXPECT_EQ(send(request).body.size(), 500'008U);
}

TEST_F(ClientTest, connections_are_reused)
{
    for (int i = 0; i < 5; ++i) EXPECT_EQ(send(to("/again")).status, 200);
    EXPECT_EQ(server_.connections(), 1U);
}

TEST_F(ClientTest, many_exchanges_run_at_once)
{
    std::vector<Outcome> outcomes(50);
    for (auto& outcome : outcomes) asio::co_spawn(io_, keep(client_->send(to("/echo")), outcome), asio::detached);
    auto const pending = [&] { return std::ranges::any_of(outcomes, [](auto const& outcome) { return outcome.index() == 0; }); };
    for (int i = 0; i < 1000 && pending(); ++i) io_.run_one_for(10ms);
    for (auto const& outcome : outcomes) EXPECT_EQ(std::get<ClientResponse>(outcome).status, 200);
}

TEST_F(ClientTest, an_error_status_is_an_answer_and_redirects_are_not_followed)
{
    EXPECT_EQ(send(to("/missing")).status, 404);
    auto const response = send(to("/elsewhere"));
    EXPECT_EQ(response.status, 302);
    EXPECT_EQ(response.headers.get("Location"), "/echo");
}

TEST_F(ClientTest, a_refused_connection_is_unavailable)
{
    auto request = to("/");
    server_.stop();
    EXPECT_NE(failure_of(request), "an answer");
}

TEST_F(ClientTest, a_slow_answer_times_out)
{
    auto request = to("/slow");
    request.timeout = 200ms;
    auto const begin = std::chrono::steady_clock::now();
    EXPECT_NE(failure_of(request), "an answer");
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 2s);
    EXPECT_EQ(send(to("/echo")).status, 200);
}

TEST_F(ClientTest, a_response_past_the_limit_is_refused)
{
    auto request = to("/large");
    request.max_response_bytes = 99'999;
    EXPECT_NE(failure_of(request).find("too large"), std::string::npos);
    request = to("/endless");
    EXPECT_NE(failure_of(request).find("too large"), std::string::npos);
    EXPECT_EQ(send(to("/large")).body.size(), 100'000U);
}

TEST_F(ClientTest, only_http_is_spoken)
{
    for (auto const* bad : {"file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1/", "", "not a url"}) {
        ClientRequest request;
        request.url = bad;
        EXPECT_NE(failure_of(request), "an answer") << bad;
    }
}

TEST_F(ClientTest, a_header_cannot_be_broken_apart)
{
    auto request = to("/echo");
    request.headers.add("X-A", "b\r\nX-Injected: c");
    auto const outcome = outcome_of(request);
    ASSERT_EQ(outcome.index(), 2U);
    EXPECT_EQ(std::get<Problem>(outcome).failure, Failure::internal);
}

TEST_F(ClientTest, destroying_the_client_ends_what_is_under_way)
{
    Outcome first;
    Outcome not_started;
    asio::co_spawn(io_, keep(client_->send(to("/slow")), first), asio::detached);
    io_.run_for(100ms);
    asio::co_spawn(io_, keep(client_->send(to("/slow")), not_started), asio::detached);
    client_.reset();
    io_.restart();
    io_.run_for(1s);
    ASSERT_EQ(first.index(), 2U);
    EXPECT_EQ(std::get<Problem>(first).failure, Failure::unavailable);
    ASSERT_EQ(not_started.index(), 2U);
    EXPECT_EQ(std::get<Problem>(not_started).failure, Failure::unavailable);
}

TEST_F(ClientTest, cancelling_the_coroutine_leaves_the_client_usable)
{
    Outcome outcome;
    asio::cancellation_signal cancel;
    asio::co_spawn(io_, keep(client_->send(to("/slow")), outcome), asio::bind_cancellation_slot(cancel.slot(), asio::detached));
    io_.run_for(100ms);
    cancel.emit(asio::cancellation_type::terminal);
    io_.run_for(100ms);
    EXPECT_EQ(outcome.index(), 2U);
    EXPECT_EQ(send(to("/echo")).status, 200);
}

TEST_F(ClientTest, destroying_the_io_context_under_way_is_safe)
{
    Outcome outcome;
    auto io = std::make_unique<asio::io_context>(1);
    auto client = std::make_unique<Client>(*io, trusted_peers);
    asio::co_spawn(*io, keep(client->send(to("/slow")), outcome), asio::detached);
    io->run_for(100ms);
    client.reset();
    io.reset();
    EXPECT_EQ(outcome.index(), 0U);
}

}  // namespace
}  // namespace mz::net
