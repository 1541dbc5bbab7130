#include "identity/test_cloud.hpp"
#include "licence/puller.hpp"
#include "testing/run_task.hpp"

#include <boost/json/parse.hpp>

namespace mz::licence {
namespace {

using identity::test::TestCloud;
namespace bj = boost::json;

class license : public ::testing::Test {
protected:
    static void SetUpTestSuite() { cloud = std::make_unique<TestCloud>(); }
    static void TearDownTestSuite() { cloud.reset(); }

    static std::string value(std::string const& query) { return cloud->value(query); }
    static std::string outcome(testing::Answer const& answer)
    {
        EXPECT_EQ(answer.status, 200) << answer.body;
        return std::string(answer.json().at("outcome").as_string());
    }

    static inline std::unique_ptr<TestCloud> cloud;
};

TEST_F(license, a_pushed_document_makes_the_tenant_its_licence_and_its_owner)
{
    auto const document = TestCloud::document_of("Fir");
    EXPECT_EQ(outcome(cloud->push(document)), "created");
    auto const id = document.tenant.id.to_string();
    EXPECT_EQ(value("select plan from licence.tenant_licenses where tenant_id = '" + id + "'"), "professional");
    EXPECT_EQ(value("select string_agg(feature, ',' order by feature) from licence.tenant_features where tenant_id = '" + id + "'"),
              "itsm,security");
    EXPECT_EQ(value("select role from identity.memberships where tenant_id = '" + id + "'"), "owner");
    EXPECT_EQ(value("select actor_kind || ' ' || operation from audit.entries where tenant_id = '" + id + "'"), "service license_refresh");
}

TEST_F(license, the_highest_revision_wins_in_whatever_order_they_arrive)
{
    auto document = TestCloud::document_of("Gum");
    document.revision = 5;
    document.tenant.name = "Gum five";
    EXPECT_EQ(outcome(cloud->push(document)), "created");
    document.revision = 4;
    document.tenant.name = "Gum four";
    EXPECT_EQ(outcome(cloud->push(document)), "unchanged");
    EXPECT_EQ(value("select name from licence.tenants where id = '" + document.tenant.id.to_string() + "'"), "Gum five");
    document.revision = 6;
    document.license->features = {licensing::Feature::vpn};
    EXPECT_EQ(outcome(cloud->push(document)), "updated");
    EXPECT_EQ(
        value("select string_agg(feature, ',') from licence.tenant_features where tenant_id = '" + document.tenant.id.to_string() + "'"),
        "vpn");
}

TEST_F(license, a_replayed_push_is_answered_and_changes_nothing)
{
    auto document = TestCloud::document_of("Hazel");
    EXPECT_EQ(outcome(cloud->push_text(json::write(document), "delivery-1", cloud->hmac_secret)), "created");
    document.revision = 9;
    EXPECT_EQ(outcome(cloud->push_text(json::write(document), "delivery-1", cloud->hmac_secret)), "unchanged");
    EXPECT_EQ(value("select revision from licence.tenants where id = '" + document.tenant.id.to_string() + "'"), "1");
}

TEST_F(license, a_push_that_is_not_signed_with_our_key_is_refused)
{
    auto const document = TestCloud::document_of("Ivy");
    EXPECT_EQ(cloud->push_text(json::write(document), "delivery", web::WebhookKeys::generate()).status, 401);
    EXPECT_EQ(cloud->call("POST", "/internal/license/refresh", {{"revision", 1}}).status, 401);
    EXPECT_EQ(value("select count(*) from licence.tenants where id = '" + document.tenant.id.to_string() + "'"), "0");
}

TEST_F(license, a_push_of_something_else_is_a_bad_request)
{
    EXPECT_EQ(cloud->push_text(R"({"revision":1})", "delivery", cloud->hmac_secret).status, 400);
}

TEST_F(license, users_see_what_they_have)
{
    cloud->make_tenant("Juniper");
    auto const body = cloud->get("/api/v1/licence", cloud->token("owner@juniper.example")).json();
    EXPECT_EQ(body.at("plan"), "professional");
    EXPECT_EQ(body.at("status"), "active");
    EXPECT_EQ(body.at("features"), (bj::value{"itsm", "security"}));
    EXPECT_EQ(body.at("limits"), (bj::value{{"devices", 25}}));
    EXPECT_EQ(body.at("in_use"), (bj::value{{"devices", 0}, {"users", 1}}));
}

// Management as the puller sees it.
struct FakeManagement {
    explicit FakeManagement(std::map<std::string, licensing::TenantDocument> documents) : documents(std::move(documents))
    {
        net::ServerSettings settings;
        settings.http_threads = 1;
        server = std::make_unique<net::Server>(
            settings, [this](net::Worker) -> net::Handler { return [this](net::Request& request) { return answer(request); }; });
        server->start();
    }
    Task<net::Response> answer(net::Request& request)
    {
        net::Response response;
        token = std::string(request.headers.get("X-Internal-Token"));
        auto const found = documents.find(request.path.substr(request.path.rfind('/') + 1));
        if (found == documents.end()) response.status = 404;
        else response.body = json::write(found->second);
        co_return response;
    }

    std::map<std::string, licensing::TenantDocument> documents;
    std::string token;
    std::unique_ptr<net::Server> server;
};

TEST_F(license, the_puller_takes_over_what_a_lost_push_would_have_brought)
{
    auto document = TestCloud::document_of("Kauri");
    ASSERT_EQ(cloud->push(document).status, 200);
    document.revision = 2;
    document.tenant.name = "Kauri renamed";
    FakeManagement management({{document.tenant.id.to_string(), document}});
    asio::io_context io;
    Settings settings;
    settings.management_api_url = "http://127.0.0.1:" + std::to_string(management.server->port());
    settings.cloud_internal_api_token = Secret<std::string>("internal,the-one-before");
    auto const pool = std::make_shared<pg::Pool>(io, cloud->database.url("monozu_app"), pg::PoolSettings{});
    Puller puller(io, pool, settings);
    EXPECT_EQ(testing::run_task(io, puller.pull()), 1);
    EXPECT_EQ(management.token, "internal");
    EXPECT_EQ(value("select name from licence.tenants where id = '" + document.tenant.id.to_string() + "'"), "Kauri renamed");
    EXPECT_EQ(testing::run_task(io, puller.pull()), 0) << "the same revision again is no change";
}

}  // namespace
}  // namespace mz::licence
