// Against aiosmtpd, which Debian packages; smtp_peer.py says what it took.
#include "json/value.hpp"
#include "mailer/sample_message.hpp"
#include "mailer/transport.hpp"
#include "testing/run_task.hpp"
#include "testing/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <stdexcept>

namespace mz::mailer {
namespace {

class Peer {
public:
    explicit Peer(std::string const& kind)
    {
        std::array<int, 2> in{};
        std::array<int, 2> out{};
        if (::pipe(in.data()) != 0 || ::pipe(out.data()) != 0) throw std::runtime_error("no pipe");
        process_ = ::fork();
        if (process_ == 0) {
            ::dup2(in[0], STDIN_FILENO);
            ::dup2(out[1], STDOUT_FILENO);
            for (int const fd : {in[0], in[1], out[0], out[1]}) ::close(fd);
            ::execl("/usr/bin/python3", "python3", MAILER_SMTP_PEER, folder.path().c_str(), kind.c_str(), nullptr);
            ::_exit(127);
        }
        ::close(in[0]);
        ::close(out[1]);
        stdin_ = in[1];
        stdout_ = ::fdopen(out[0], "r");
        port = said().to_number<int>();
    }
    ~Peer()
    {
        ::close(stdin_);
        ::waitpid(process_, nullptr, 0);
        std::fclose(stdout_);
    }
    Peer(Peer const&) = delete;
    Peer& operator=(Peer const&) = delete;

    json::bj::value said()
    {
        std::string line;
        for (int c = 0; (c = std::fgetc(stdout_)) != EOF && c != '\n';) line += static_cast<char>(c);
        if (line.empty()) throw std::runtime_error("the SMTP peer said nothing");
        return json::parse(line);
    }

    testing::TemporaryFolder const folder{"smtp"};
    int port = 0;

private:
    pid_t process_ = 0;
    int stdin_ = -1;
    std::FILE* stdout_ = nullptr;
};

TransportSettings settings_for(Peer const& peer)
{
    TransportSettings settings;
    settings.smtp_url = "smtp://localhost:" + std::to_string(peer.port);
    settings.smtp_user = "monozu";
    settings.smtp_password = Secret<std::string>("open sesame");
    settings.smtp_ca_file = peer.folder / "certificate.pem";
    settings.mail_timeout_seconds = 5;
    return settings;
}

Attempt attempt(TransportSettings settings, Message message)
{
    asio::io_context io;
    auto const transport = make_transport(io, std::move(settings));
    EXPECT_EQ(transport->name(), "smtp");
    return testing::run_task(io, transport->send(std::move(message)));
}

class smtp : public ::testing::Test {
protected:
    static void SetUpTestSuite() { peer = std::make_unique<Peer>("starttls"); }
    static void TearDownTestSuite() { peer.reset(); }
    static inline std::unique_ptr<Peer> peer;
};

TEST_F(smtp, a_message_arrives_as_it_was_written_over_tls)
{
    auto const sent = test::message();
    auto const result = attempt(settings_for(*peer), sent);
    ASSERT_EQ(result.outcome, Outcome::delivered) << result.error;
    auto const took = peer->said();
    EXPECT_EQ(took.at("tls"), true);
    EXPECT_EQ(took.at("user"), "monozu");
    EXPECT_EQ(took.at("from"), "no-reply@monozu.example");
    EXPECT_EQ(took.at("to").at(0), "zaneta@alder.example");
    EXPECT_EQ(took.at("to_header"), json::bj::value(sent.to));
    EXPECT_EQ(took.at("subject"), json::bj::value(sent.subject));
    EXPECT_EQ(took.at("plain"), json::bj::value(sent.text));
    EXPECT_EQ(took.at("html"), json::bj::value(sent.html));
    EXPECT_EQ(took.at("message_id"), "<0198f0a0-0000-7000-8000-000000000001@monozu.example>");
    EXPECT_TRUE(took.at("defects").as_array().empty());
}

TEST_F(smtp, an_unknown_recipient_is_for_good_and_a_full_mailbox_is_not)
{
    auto message = test::message();
    message.to = "nobody@alder.example";
    auto const unknown = attempt(settings_for(*peer), message);
    EXPECT_EQ(unknown.outcome, Outcome::refused) << unknown.error;
    EXPECT_NE(unknown.error.find("550"), std::string::npos) << unknown.error;
    message.to = "full@alder.example";
    EXPECT_EQ(attempt(settings_for(*peer), message).outcome, Outcome::try_again);
    message = test::message();
    message.subject = "spam";
    auto const spam = attempt(settings_for(*peer), message);
    EXPECT_EQ(spam.outcome, Outcome::refused) << spam.error;
}

TEST_F(smtp, what_is_wrong_with_this_sides_account_can_be_mended)
{
    auto settings = settings_for(*peer);
    settings.smtp_password = Secret<std::string>("wrong");
    auto const result = attempt(settings, test::message());
    EXPECT_EQ(result.outcome, Outcome::try_again) << result.error;
    EXPECT_EQ(result.error.find("wrong"), std::string::npos);
}

TEST_F(smtp, a_certificate_that_nobody_vouches_for_gets_no_letter)
{
    auto settings = settings_for(*peer);
    settings.smtp_ca_file.clear();
    EXPECT_EQ(attempt(settings, test::message()).outcome, Outcome::try_again);
}

TEST(smtp_without_tls, is_used_only_where_the_settings_say_so)
{
    Peer peer("plain");
    auto settings = settings_for(peer);
    settings.smtp_user.clear();
    EXPECT_EQ(attempt(settings, test::message()).outcome, Outcome::try_again);
    settings.smtp_require_tls = false;
    EXPECT_EQ(attempt(settings, test::message()).outcome, Outcome::delivered);
    EXPECT_EQ(peer.said().at("tls"), false);
}

TEST(smtp_without_tls, nobody_there_is_no_reason_to_give_up)
{
    TransportSettings settings;
    settings.smtp_url = "smtp://127.0.0.1:9";
    auto const result = attempt(settings, test::message());
    EXPECT_EQ(result.outcome, Outcome::try_again);
    EXPECT_NE(result.error, "");
}

}  // namespace
}  // namespace mz::mailer
