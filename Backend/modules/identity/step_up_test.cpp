#include "identity/test_cloud.hpp"
#include "testing/fake_clock.hpp"

namespace mz::identity::test {
namespace {

using std::chrono::seconds;

// A person whose session is older than a proof lasts, but not over.
struct Aged {
    Aged() : document(cloud.make_tenant("Alder"))
    {
        auto const answer = cloud.log_in(document.owner.email);
        cookie = cookie_of(answer);
        clock.advance(seconds(step_up_seconds + 1));
        token = refreshed();
    }

    std::string refreshed()
    {
        auto const answer = cloud.with_cookie("/api/v1/auth/refresh", cookie);
        EXPECT_EQ(answer.status, 200) << answer.body;
        cookie = cookie_of(answer);
        return std::string(answer.json().at("access_token").as_string());
    }
    Answer export_users(std::string const& by) const
    {
        return testing::exchange(cloud.server->port(),
                                 {"GET", "/api/v1/users", "", {{"Accept", "text/csv"}, {"Authorization", "Bearer " + by}}});
    }
    Answer step_up(bj::object const& proof) const { return cloud.call("POST", "/api/v1/auth/step-up", proof, token); }

    testing::FakeClock clock;
    TestCloud cloud;
    licensing::TenantDocument document;
    std::string cookie;
    std::string token;
};

TEST(step_up, whoever_has_just_signed_in_is_not_asked)
{
    Aged aged;
    EXPECT_EQ(aged.export_users(aged.cloud.token(aged.document.owner.email)).status, 200);
}

TEST(step_up, an_old_proof_does_not_suffice_for_an_export_and_a_new_one_does)
{
    Aged aged;
    auto const refused = aged.export_users(aged.token);
    EXPECT_EQ(refused.status, 403);
    EXPECT_EQ(type_of(refused), "urn:monozu:problem:step-up-required");
    EXPECT_EQ(aged.cloud.get("/api/v1/users", aged.token).status, 200) << "a page is no export";

    auto const answer = aged.step_up({{"password", pass_phrase}});
    ASSERT_EQ(answer.status, 200) << answer.body;
    EXPECT_EQ(cookie_of(answer), "") << "the refresh token stays what it is";
    EXPECT_EQ(aged.export_users(std::string(answer.json().at("access_token").as_string())).status, 200);
    EXPECT_EQ(aged.export_users(aged.refreshed()).status, 200) << "a refresh keeps the proof";
    EXPECT_EQ(aged.cloud.value("select count(*) from identity.sessions"), "1");
    EXPECT_EQ(aged.cloud.value("select count(*) from audit.entries where operation = 'auth_step_up'"), "1");
}

TEST(step_up, a_wrong_password_proves_nothing)
{
    Aged aged;
    auto const answer = aged.step_up({{"password", "something else entirely"}});
    EXPECT_EQ(answer.status, 403);
    EXPECT_EQ(type_of(answer), "urn:monozu:problem:wrong-proof");
    EXPECT_EQ(aged.step_up(bj::object{}).status, 400);
    EXPECT_EQ(aged.export_users(aged.refreshed()).status, 403);
}

TEST(step_up, a_change_of_role_asks_and_a_change_of_name_does_not)
{
    Aged aged;
    auto const fresh = aged.cloud.token(aged.document.owner.email);
    auto const path = "/api/v1/users/" + aged.cloud.make_user(fresh, "ann@alder.example", "agent");
    EXPECT_EQ(aged.cloud.call("PATCH", path, {{"display_name", "Ann"}}, aged.token).status, 200);
    EXPECT_EQ(type_of(aged.cloud.call("PATCH", path, {{"role", "admin"}}, aged.token)), "urn:monozu:problem:step-up-required");
    EXPECT_EQ(aged.cloud.call("PATCH", path, {{"role", "admin"}}, fresh).status, 200);
}

TEST(step_up, the_token_of_a_session_that_ended_meanwhile_cannot_be_renewed)
{
    Aged aged;
    EXPECT_EQ(aged.cloud.with_cookie("/api/v1/auth/logout", aged.cookie).status, 200);
    EXPECT_EQ(aged.step_up({{"password", pass_phrase}}).status, 401);
}

}  // namespace
}  // namespace mz::identity::test
