// Resend's API as it is documented, answered by a server of this process.
#include "json/value.hpp"
#include "mailer/sample_message.hpp"
#include "mailer/transport.hpp"
#include "net/server.hpp"
#include "testing/run_task.hpp"
#include "testing/temporary_folder.hpp"

#include <gtest/gtest.h>
#include <boost/asio/basic_waitable_timer.hpp>

#include <filesystem>
#include <fstream>
#include <mutex>
#include <sstream>

namespace mz::mailer {
namespace {

using Timer = asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>, Executor>;

struct Answer {
    int status = 200;
    std::string body = R"({"id":"49a3999c-0ce1-4ea6-ab68-afcd6dc2e794"})";
    std::string retry_after;
    bool late = false;
};

class resend : public ::testing::Test {
protected:
    resend()
    {
        net::ServerSettings settings;
        settings.http_threads = 1;
        settings.http_drain_seconds = 0;
        server = std::make_unique<net::Server>(settings, [this](net::Worker worker) -> net::Handler {
            return [this, &io = worker.io](net::Request& request) { return respond(io, request); };
        });
        server->start();
    }
    ~resend() override { server->stop(); }

    Task<net::Response> respond(asio::io_context& io, net::Request& request)
    {
        seen = request.path + " " + std::string(request.headers.find("Authorization").value_or("")) + " " +
               std::string(request.headers.find("Idempotency-Key").value_or(""));
        body = request.body;
        if (answer.late) {
            Timer timer(io, std::chrono::seconds(3));
            co_await timer.async_wait(use_task);
        }
        net::Response response;
        response.status = answer.status;
        response.body = answer.body;
        if (!answer.retry_after.empty()) response.headers.add("Retry-After", answer.retry_after);
        co_return response;
    }

    Attempt attempt(Message message = test::message())
    {
        TransportSettings settings;
        settings.resend_api_key = Secret<std::string>("re_secret");
        settings.resend_url = "http://127.0.0.1:" + std::to_string(server->port());
        settings.mail_timeout_seconds = 1;
        asio::io_context io;
        auto const transport = make_transport(io, settings);
        EXPECT_EQ(transport->name(), "resend");
        return testing::run_task(io, transport->send(std::move(message)));
    }
    Outcome outcome_of(int status, std::string const& error)
    {
        answer = {status, R"({"statusCode":)" + std::to_string(status) + R"(,"name":")" + error + R"(","message":"why"})", "", false};
        auto const result = attempt();
        EXPECT_EQ(result.error.find("re_secret"), std::string::npos);
        EXPECT_TRUE(result.outcome == Outcome::delivered || result.error.find(error) != std::string::npos) << result.error;
        return result.outcome;
    }

    Answer answer;
    std::string seen;
    std::string body;
    std::unique_ptr<net::Server> server;
};

TEST_F(resend, gets_the_whole_message_under_its_key)
{
    auto const result = attempt();
    ASSERT_EQ(result.outcome, Outcome::delivered) << result.error;
    EXPECT_EQ(result.provider_id, "49a3999c-0ce1-4ea6-ab68-afcd6dc2e794");
    EXPECT_EQ(seen, "/emails Bearer re_secret 0198f0a0-0000-7000-8000-000000000001");
    auto const sent = json::parse(body);
    EXPECT_EQ(sent.at("from"), json::bj::value(test::message().from));
    EXPECT_EQ(sent.at("to"), json::bj::array{test::message().to});
    EXPECT_EQ(sent.at("subject"), json::bj::value(test::message().subject));
    EXPECT_EQ(sent.at("text"), json::bj::value(test::message().text));
    EXPECT_EQ(sent.at("html"), json::bj::value(test::message().html));
    EXPECT_EQ(sent.at("headers").at("Auto-Submitted"), "auto-generated");
    EXPECT_FALSE(sent.as_object().contains("reply_to"));
}

TEST_F(resend, statuses_are_sorted_by_whether_another_try_can_help)
{
    for (auto const& [status, error] : {std::pair{429, "rate_limit_exceeded"},
                                        {429, "daily_quota_exceeded"},
                                        {500, "application_error"},
                                        {503, "application_error"},
                                        {401, "missing_api_key"},
                                        {403, "invalid_api_key"},
                                        {403, "validation_error"},
                                        {409, "concurrent_idempotent_requests"}}) {
        EXPECT_EQ(outcome_of(status, error), Outcome::try_again) << status << error;
    }
    for (auto const& [status, error] : {std::pair{400, "validation_error"},
                                        {422, "invalid_from_address"},
                                        {422, "missing_required_field"},
                                        {451, "security_error"},
                                        {404, "not_found"}}) {
        EXPECT_EQ(outcome_of(status, error), Outcome::refused) << status << error;
    }
    EXPECT_EQ(outcome_of(409, "invalid_idempotent_request"), Outcome::delivered) << "the key was used: the message went out";
}

TEST_F(resend, its_wish_to_wait_is_passed_on)
{
    answer = {429, R"({"name":"rate_limit_exceeded","message":"slowly"})", "17", false};
    EXPECT_EQ(attempt().retry_after, std::chrono::seconds(17));
}

TEST_F(resend, silence_and_strangers_answers_are_worth_another_try)
{
    answer.late = true;
    auto const silence = attempt();
    EXPECT_EQ(silence.outcome, Outcome::try_again);
    EXPECT_NE(silence.error, "");
    answer = {404, "<h1>Proxy</h1>", "", false};
    EXPECT_EQ(attempt().outcome, Outcome::try_again);
    server->stop();
    EXPECT_EQ(attempt().outcome, Outcome::try_again);
}

TEST_F(resend, is_not_asked_about_a_malformed_message)
{
    auto message = test::message();
    message.subject = "a\r\nBcc: everybody@example.org";
    EXPECT_EQ(attempt(message).outcome, Outcome::refused);
    EXPECT_EQ(seen, "");
}

TEST(directory, holds_one_whole_file_a_message_however_often_it_is_sent)
{
    testing::TemporaryFolder const folder("mail");
    TransportSettings settings;
    settings.mail_directory = folder / "made" / "when-needed";
    asio::io_context io;
    auto const transport = make_transport(io, settings);
    EXPECT_EQ(transport->name(), "directory");
    for (int i = 0; i < 2; ++i) EXPECT_EQ(testing::run_task(io, transport->send(test::message())).outcome, Outcome::delivered);
    std::vector<std::string> names;
    for (auto const& file : std::filesystem::directory_iterator(settings.mail_directory)) names.push_back(file.path().filename());
    EXPECT_EQ(names, std::vector<std::string>{test::message().idempotency_key + ".eml"});

    settings.mail_directory = "/proc/nowhere";
    auto const refused = make_transport(io, settings);
    EXPECT_EQ(testing::run_task(io, refused->send(test::message())).outcome, Outcome::try_again);
}

}  // namespace
}  // namespace mz::mailer
