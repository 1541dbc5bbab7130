#include "management.hpp"

#include "net/server.hpp"

#include <boost/json/parse.hpp>

#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>

namespace mz::management::tests {
namespace {

// The Cloud as the pusher sees it: it verifies signatures and remembers what it was told.
class FakeCloud {
public:
    FakeCloud()
    {
        net::ServerSettings settings;
        settings.http_threads = 1;
        server_ = std::make_unique<net::Server>(
            settings, [this](net::Worker) -> net::Handler { return [this](net::Request& request) { return answer(request); }; });
        server_->start();
    }

    std::string url() const { return "http://127.0.0.1:" + std::to_string(server_->port()); }
    void expect_secret(std::string const& secret)
    {
        std::scoped_lock const lock(mutex_);
        keys_.emplace(Secret<std::string>(secret));
    }
    std::vector<std::pair<std::string, bj::value>> received()
    {
        std::scoped_lock const lock(mutex_);
        return received_;
    }
    std::atomic<bool> broken = false;

private:
    Task<net::Response> answer(net::Request& request)
    {
        net::Response response;
        std::scoped_lock const lock(mutex_);
        try {
            auto const id = keys_->verify(request.headers, request.body, std::chrono::seconds(300));
            if (broken) response.status = 503;
            received_.emplace_back(id, bj::parse(request.body));
        } catch (std::exception const&) {
            response.status = 401;
        }
        co_return response;
    }

    std::mutex mutex_;
    std::optional<web::WebhookKeys> keys_;
    std::vector<std::pair<std::string, bj::value>> received_;
    std::unique_ptr<net::Server> server_;
};

class push : public ::testing::Test {
protected:
    push() : management(cloud.url())
    {
        cloud.expect_secret(management.hmac_secret);
        by_operator = management.token("operator");
    }

    // The tenant's push once it has the status, or as it is after the patience has run out.
    bj::value wait_for(std::string const& status, bj::value const& tenant)
    {
        auto const deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
        while (true) {
            auto const now = management.call("GET", path_of(tenant), by_operator).json().at("push");
            if (now.at("status") == bj::value(status) || std::chrono::steady_clock::now() > deadline) return now;
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
    }

    FakeCloud cloud;
    Management management;
    std::string by_operator;
};

TEST_F(push, a_change_arrives_signed_and_whole)
{
    auto const tenant = management.make_tenant("alder", by_operator);
    EXPECT_EQ(wait_for("delivered", tenant).at("status"), "delivered");
    ASSERT_EQ(management.call("POST", path_of(tenant, "/license"), by_operator, license()).status, 200);
    auto const delivered = wait_for("delivered", tenant);
    EXPECT_EQ(delivered.at("attempts"), 1);
    EXPECT_TRUE(delivered.at("next_attempt_at").is_null());
    auto const document = cloud.received().back().second;
    EXPECT_EQ(document.at("tenant").at("id"), tenant.at("id"));
    EXPECT_EQ(document.at("tenant").at("status"), "active");
    EXPECT_EQ(document.at("revision"), 2);
    EXPECT_EQ(document.at("owner").at("email"), "owner@alder.example");
}

TEST_F(push, what_fails_is_shown_and_tried_again_under_the_same_id)
{
    cloud.broken = true;
    auto const tenant = management.make_tenant("birch", by_operator);
    auto const failing = wait_for("failing", tenant);
    ASSERT_EQ(failing.at("status"), "failing");
    EXPECT_NE(std::string(failing.at("last_error").as_string()).find("503"), std::string::npos);
    EXPECT_FALSE(failing.at("next_attempt_at").is_null());
    cloud.broken = false;
    auto const delivered = wait_for("delivered", tenant);
    EXPECT_EQ(delivered.at("status"), "delivered");
    EXPECT_GE(delivered.at("attempts").as_int64(), 2);
    EXPECT_TRUE(delivered.at("last_error").is_null());
    auto const received = cloud.received();
    EXPECT_EQ(received.front().first, received.back().first);
}

TEST_F(push, an_operator_need_not_wait_for_the_next_attempt)
{
    auto const tenant = management.make_tenant("cedar", by_operator);
    wait_for("delivered", tenant);
    auto const before = cloud.received().size();
    EXPECT_EQ(management.call("POST", path_of(tenant, "/push"), by_operator).json().at("push").at("status"), "pending");
    EXPECT_EQ(wait_for("delivered", tenant).at("status"), "delivered");
    EXPECT_EQ(cloud.received().size(), before + 1);
    EXPECT_NE(cloud.received().front().first, cloud.received().back().first) << "a new push is no repetition of the old one";
}

TEST_F(push, a_new_link_reaches_the_cloud_as_a_hash)
{
    auto const tenant = management.make_tenant("dogwood", by_operator);
    wait_for("delivered", tenant);
    auto const answer = management.call("POST", path_of(tenant, "/setup-link"), by_operator);
    ASSERT_EQ(answer.status, 200) << answer.body;
    auto const url = std::string(answer.json().at("owner_setup_url").as_string());
    wait_for("delivered", tenant);
    auto const hash = std::string(cloud.received().back().second.at("owner").at("setup_token_hash").as_string());
    EXPECT_EQ(hash, hex(sha256(url.substr(url.find("#token=") + 7))));
}

}  // namespace
}  // namespace mz::management::tests
