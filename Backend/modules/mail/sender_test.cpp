#include "mail/sender.hpp"

#include "mail/mail.hpp"
#include "mail/post.hpp"
#include "test_backend.hpp"
#include "testing/fake_clock.hpp"
#include "testing/run_task.hpp"
#include "testing/temporary_folder.hpp"

#include <filesystem>
#include <map>
#include <mutex>
#include <set>

namespace mz::mail {
namespace {

using backend::test::Backend;
using namespace std::chrono_literals;

// Resend as it is documented: under a key that it knows it answers as it did before and sends nothing.
class Provider {
public:
    Provider()
    {
        net::ServerSettings settings;
        settings.http_threads = 1;
        settings.http_drain_seconds = 0;
        server_ = std::make_unique<net::Server>(
            settings, [this](net::Worker) -> net::Handler { return [this](net::Request& request) { return answer(request); }; });
        server_->start();
    }
    ~Provider() { server_->stop(); }

    // The next answers are these instead.
    void fail_with(int status, std::string name, int times, std::string retry_after = "")
    {
        std::lock_guard const lock(mutex_);
        failure_ = {status, std::move(name), std::move(retry_after), times};
    }
    long requests()
    {
        std::lock_guard const lock(mutex_);
        return requests_;
    }
    std::map<std::string, boost::json::value> letters()
    {
        std::lock_guard const lock(mutex_);
        return sent_;
    }
    std::string url() const { return "http://127.0.0.1:" + std::to_string(server_->port()); }

private:
    struct Failing {
        int status = 0;
        std::string name;
        std::string retry_after;
        int times = 0;
    };

    Task<net::Response> answer(net::Request& request)
    {
        std::lock_guard const lock(mutex_);
        ++requests_;
        net::Response response;
        if (failure_.times-- > 0) {
            response.status = failure_.status;
            response.body = R"({"name":")" + failure_.name + R"(","message":"no"})";
            if (!failure_.retry_after.empty()) response.headers.add("Retry-After", failure_.retry_after);
            co_return response;
        }
        std::string const key(request.headers.find("Idempotency-Key").value_or(""));
        auto const body = json::parse(request.body);
        auto const [known, fresh] = sent_.emplace(key, body);
        if (!fresh && known->second != body) {
            response.status = 409;
            response.body = R"({"name":"invalid_idempotent_request","message":"no"})";
            co_return response;
        }
        response.body = R"({"id":"provider-)" + key + R"("})";
        co_return response;
    }

    std::mutex mutex_;
    Failing failure_;
    long requests_ = 0;
    std::map<std::string, boost::json::value> sent_;
    std::unique_ptr<net::Server> server_;
};

class sender : public ::testing::Test {
protected:
    sender()
        : cloud(routes(), [this](net::Worker, web::Services& services) { services.add(keys); }),
          tenant(cloud.make_tenant()),
          by_owner(Backend::token(tenant, Uuid::v7(), "mail:read mail:write"))
    {
        settings.resend_api_key = Secret<std::string>("re_secret");
        settings.resend_url = provider.url();
        settings.cloud_app_url = "https://cloud.example/";
    }

    Task<Uuid> write(pg::Pool& pool, Content content)
    {
        pg::Transaction tx(co_await pool.acquire(), pg::Entry{tenant, std::nullopt});
        Letter letter{"ann@alder.example", Language::en, std::move(content)};
        auto const id = co_await send(tx, *keys, std::move(letter));
        co_await tx.commit();
        co_return id;
    }
    Uuid written(Content content = PasswordChanged{"Kraków", {}})
    {
        asio::io_context io;
        pg::Pool pool(io, cloud.database.url("monozu_app"), {});
        return testing::run_task(io, write(pool, std::move(content)));
    }
    Uuid written_link() { return written(PasswordReset{"/reset#token=one-time", now() + 1h}); }

    // Takes until nothing is due. What the database's absence throws is tried again, as Post does.
    int drain(Sender::Reached reached = [](Step) {})
    {
        asio::io_context io;
        pg::Pool pool(io, cloud.database.url("monozu_jobs"), {});
        auto const transport = mailer::make_transport(io, settings);
        Sender taker(pool, *transport, keys, settings, std::move(reached));
        int taken = 0;
        for (auto const until = std::chrono::steady_clock::now() + 30s; std::chrono::steady_clock::now() < until;) {
            try {
                if (!testing::run_task(io, taker.take())) break;
                ++taken;
            } catch (Problem const& problem) {
                EXPECT_EQ(problem.failure, Failure::unavailable) << problem.detail;
                io.restart();
                io.run_for(20ms);
            }
        }
        counts = taker.counts();
        return taken;
    }
    void cut_connections()
    {
        cloud.superuser.run(
            "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'monozu_jobs' and datname = current_database()");
    }
    std::string state() { return cloud.value("select string_agg(state, ' ' order by id) from mail.outbox"); }

    Provider provider;
    std::shared_ptr<KeyRing> keys = std::make_shared<KeyRing>(std::vector{Secret<std::string>(std::string(32, 'k'))});
    Backend cloud;
    Uuid tenant;
    std::string by_owner;
    MailSettings settings;
    SenderCounts counts;
};

TEST_F(sender, sends_a_letter_once_and_forgets_what_it_said)
{
    auto const id = written_link().to_string();
    EXPECT_EQ(drain(), 1);
    auto const letters = provider.letters();
    ASSERT_EQ(letters.size(), 1U);
    auto const& letter = letters.at(id);
    EXPECT_EQ(letter.at("to").at(0), "ann@alder.example");
    EXPECT_NE(letter.at("text").as_string().find("https://cloud.example/reset#token=one-time\n"), std::string::npos);
    EXPECT_NE(letter.at("html").as_string().find("\"https://cloud.example/reset#token=one-time\""), std::string::npos);
    EXPECT_EQ(letter.at("headers").at("Auto-Submitted"), "auto-generated");
    EXPECT_EQ(cloud.value("select state || ' ' || attempts || ' ' || provider_id from mail.outbox"), "sent 1 provider-" + id);
    EXPECT_EQ(cloud.value("select content is null and sent_at is not null from mail.outbox"), "true");
    EXPECT_EQ(cloud.value("select count(*) from mail.queue"), "0");
    EXPECT_EQ(drain(), 0);
}

TEST_F(sender, a_letter_goes_out_once_wherever_its_sender_dies)
{
    testing::FakeClock clock(now());
    std::set<Step> left{Step::claimed, Step::opened, Step::sent, Step::noted};
    for (std::size_t i = 0; i < left.size(); ++i) written();
    auto const all = left.size();
    for (int round = 0; round < 4; ++round) {
        drain([&](Step step) {
            if (left.erase(step) == 0) return;
            cut_connections();
            // As kill -9 would: nothing is noted of what the provider has taken.
            if (step == Step::sent) throw Problem(Failure::unavailable, "the process is gone");
        });
        clock.advance(2h);
    }
    EXPECT_TRUE(left.empty());
    EXPECT_EQ(provider.letters().size(), all);
    EXPECT_EQ(state(), "sent sent sent sent");
    EXPECT_EQ(provider.requests(), static_cast<long>(all) + 1) << "the one whose answer was lost was asked about again";
}

TEST_F(sender, two_of_them_share_the_queue_without_doing_anything_twice)
{
    constexpr int many = 20;
    for (int i = 0; i < many; ++i) written();
    asio::io_context io;
    pg::Pool pool(io, cloud.database.url("monozu_jobs"), {});
    auto const transport = mailer::make_transport(io, settings);
    Sender one(pool, *transport, keys, settings);
    Sender other(pool, *transport, keys, settings);
    auto const work = [](Sender& with) -> Task<void> {
        while (co_await with.take()) {
        }
    };
    std::vector<Task<void>> both;
    both.push_back(work(one));
    both.push_back(work(other));
    testing::run_task(io, testing::together(io, std::move(both)));
    EXPECT_EQ(provider.requests(), many);
    EXPECT_EQ(provider.letters().size(), static_cast<std::size_t>(many));
    EXPECT_EQ(one.counts().sent + other.counts().sent, many);
    EXPECT_GT(one.counts().sent, 0);
    EXPECT_GT(other.counts().sent, 0);
}

TEST_F(sender, what_may_go_better_is_tried_again_later)
{
    testing::FakeClock clock(now());
    written();
    provider.fail_with(500, "application_error", 1);
    EXPECT_EQ(drain(), 1);
    EXPECT_EQ(cloud.value("select state || ' ' || (next_attempt_at is not null) || ' ' || last_error from mail.outbox"),
              "queued true Resend answered 500 application_error: no");
    EXPECT_EQ(drain(), 0) << "not yet";
    clock.advance(1h);
    EXPECT_EQ(drain(), 1);
    EXPECT_EQ(state(), "sent");
    EXPECT_EQ(cloud.value("select last_error is null from mail.outbox"), "true");
}

TEST_F(sender, waits_as_long_as_the_provider_asks)
{
    testing::FakeClock clock(now());
    written();
    provider.fail_with(429, "rate_limit_exceeded", 1, "600");
    EXPECT_EQ(drain(), 1);
    clock.advance(590s);
    EXPECT_EQ(drain(), 0);
    clock.advance(11s);
    EXPECT_EQ(drain(), 1);
    EXPECT_EQ(state(), "sent");
}

TEST_F(sender, gives_up_after_its_time_and_keeps_the_letter)
{
    testing::FakeClock clock(now());
    written();
    provider.fail_with(503, "application_error", 1'000'000);
    int rounds = 0;
    for (; state() == "queued" && rounds < 200; ++rounds) {
        drain();
        clock.advance(30min);
    }
    EXPECT_EQ(state(), "failed");
    EXPECT_GT(rounds, 38);
    EXPECT_LT(rounds, 44);
    EXPECT_EQ(counts.given_up, 1);
    EXPECT_EQ(cloud.value("select content is not null and last_error like '%503%' from mail.outbox"), "true");
    EXPECT_EQ(cloud.value("select count(*) from mail.queue"), "0");
}

TEST_F(sender, does_not_send_a_link_that_no_longer_works)
{
    testing::FakeClock clock(now());
    auto const id = written_link().to_string();
    clock.advance(61min);
    EXPECT_EQ(drain(), 1);
    EXPECT_EQ(provider.requests(), 0);
    EXPECT_EQ(state(), "failed");
    EXPECT_EQ(cloud.post("/api/v1/mail/" + id + "/retry", by_owner).status, 409);
}

TEST_F(sender, a_letter_that_no_key_opens_is_kept_and_not_in_the_way)
{
    written();
    auto const mine = std::exchange(keys, std::make_shared<KeyRing>(std::vector{Secret<std::string>(std::string(32, 'o'))}));
    written();
    EXPECT_EQ(drain(), 2);
    EXPECT_EQ(state(), "failed sent");
}

TEST_F(sender, a_refused_letter_is_shown_and_sent_again_on_demand)
{
    auto const id = written_link().to_string();
    provider.fail_with(422, "validation_error", 1);
    EXPECT_EQ(drain(), 1);
    auto const shown = cloud.get("/api/v1/mail?state=failed", by_owner);
    EXPECT_EQ(shown.status, 200) << shown.body;
    auto const items = shown.json().at("items");
    ASSERT_EQ(items.as_array().size(), 1U);
    EXPECT_EQ(items.at(0).at("to"), "ann@alder.example");
    EXPECT_EQ(items.at(0).at("kind"), "password_reset");
    EXPECT_EQ(items.at(0).at("last_error"), "Resend answered 422 validation_error: no");
    EXPECT_EQ(shown.body.find("one-time"), std::string::npos);

    EXPECT_EQ(cloud.post("/api/v1/mail/" + id + "/retry", by_owner).status, 204);
    EXPECT_EQ(cloud.post("/api/v1/mail/" + id + "/retry", by_owner).status, 409) << "it is on its way";
    EXPECT_EQ(drain(), 1);
    EXPECT_EQ(state(), "sent");
    EXPECT_EQ(cloud.post("/api/v1/mail/" + id + "/retry", by_owner).status, 409) << "it was sent";
    EXPECT_EQ(cloud.post("/api/v1/mail/" + Uuid::v7().to_string() + "/retry", by_owner).status, 404);
    EXPECT_EQ(cloud.value("select operation from audit.entries where target_id = '" + id + "'"), "letter_retry");
}

TEST_F(sender, the_list_belongs_to_its_tenant)
{
    written();
    auto const other = Backend::token(cloud.make_tenant(), Uuid::v7(), "mail:read");
    EXPECT_EQ(cloud.get("/api/v1/mail", by_owner).json().at("items").as_array().size(), 1U);
    EXPECT_EQ(cloud.get("/api/v1/mail", other).json().at("items").as_array().size(), 0U);
}

TEST_F(sender, the_post_hears_of_new_letters_forgets_old_ones_and_stops)
{
    testing::TemporaryFolder const folder("mail");
    settings.resend_api_key = {};
    settings.mail_directory = folder.path();
    settings.mail_poll_milliseconds = 60'000;
    auto const old = written().to_string();
    cloud.superuser.run("update mail.outbox set created_at = created_at - interval '91 days'");
    cloud.superuser.run("update mail.outbox set state = 'failed'");
    cloud.superuser.run("delete from mail.queue");
    web::Metrics metrics;
    {
        Post const post(cloud.database.url("monozu_jobs"), {}, keys, settings, metrics);
        backend::test::eventually([&] { return cloud.value("select count(*) from mail.outbox") == "0"; });
        auto const id = written().to_string();
        backend::test::eventually([&] { return state() == "sent"; });
        EXPECT_TRUE(std::filesystem::exists(folder / (id + ".eml")));
        EXPECT_FALSE(std::filesystem::exists(folder / (old + ".eml")));
        backend::test::eventually([&] { return metrics.render().find("mail_sent_total 1") != std::string::npos; });
    }
}

TEST(pause_after, doubles_up_to_the_longest_and_is_spread_over_its_second_half)
{
    MailSettings settings;
    settings.mail_retry_first_seconds = 8;
    EXPECT_EQ(pause_after(settings, 1, 1), 8s);
    EXPECT_EQ(pause_after(settings, 1, 0), 4s);
    EXPECT_EQ(pause_after(settings, 3, 1), 32s);
    EXPECT_EQ(pause_after(settings, 1'000'000, 1), 1800s);
}

}  // namespace
}  // namespace mz::mail
