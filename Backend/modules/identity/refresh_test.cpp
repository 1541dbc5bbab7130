#include "identity/test_cloud.hpp"

#include <future>

namespace mz::identity::test {
namespace {

constexpr auto owner = "owner@alder.example";

class refresh : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        cloud = std::make_unique<TestCloud>();
        cloud->make_tenant("Alder");
    }
    static void TearDownTestSuite() { cloud.reset(); }

    static Answer with(std::string const& cookie) { return cloud->with_cookie("/api/v1/auth/refresh", cookie); }

    // The cookie that this one is exchanged for.
    static std::string exchanged(std::string const& cookie)
    {
        auto const answer = with(cookie);
        EXPECT_EQ(answer.status, 200) << answer.body;
        return cookie_of(answer);
    }

    static void pass(int seconds)
    {
        auto connection = cloud->database.connect_superuser();
        connection.run("update identity.refresh_tokens set used_at = used_at - make_interval(secs => " + std::to_string(seconds) + ")");
    }

    static std::string rows(std::string const& changes)
    {
        return cloud->value("select count(*) from audit.entries where operation = 'auth_refresh' and changes::text like '%" + changes +
                            "%'");
    }

    static inline std::unique_ptr<TestCloud> cloud;
};

TEST_F(refresh, gives_new_tokens_and_leaves_no_audit_row)
{
    auto const before = cloud->value("select count(*) from audit.entries");
    auto const first = cookie_of(cloud->log_in(owner));
    auto const answer = with(first);
    ASSERT_EQ(answer.status, 200) << answer.body;
    EXPECT_NE(first, cookie_of(answer));
    EXPECT_EQ(cloud->get("/api/v1/me", std::string(answer.json().at("access_token").as_string())).status, 200);
    exchanged(cookie_of(answer));
    EXPECT_EQ(cloud->value("select count(*) - " + before + " from audit.entries"), "1") << "the log-in alone is a person's act";
}

TEST_F(refresh, a_token_whose_successor_was_used_ends_the_session)
{
    auto const first = cookie_of(cloud->log_in(owner));
    auto const second = exchanged(first);
    auto const answer = with(second);
    auto const access = std::string(answer.json().at("access_token").as_string());
    EXPECT_EQ(cloud->get("/api/v1/me", access).status, 200);
    auto const reused = std::stoi(rows("token_reused"));
    EXPECT_EQ(with(first).status, 401);
    EXPECT_EQ(with(cookie_of(answer)).status, 401) << "the thief's or the owner's: the family is over";
    EXPECT_EQ(cloud->get("/api/v1/me", access).status, 401);
    EXPECT_EQ(rows("token_reused"), std::to_string(reused + 1));
}

TEST_F(refresh, whose_answer_was_lost_may_be_asked_for_once_more)
{
    auto const first = cookie_of(cloud->log_in(owner));
    exchanged(first);
    auto const second = exchanged(first);
    exchanged(exchanged(second));
}

TEST_F(refresh, a_third_exchange_of_one_token_ends_the_session)
{
    auto const first = cookie_of(cloud->log_in(owner));
    auto const second = exchanged(first);
    auto const third = exchanged(first);
    EXPECT_EQ(with(first).status, 401);
    EXPECT_EQ(with(second).status, 401);
    EXPECT_EQ(with(third).status, 401);
}

TEST_F(refresh, a_token_that_comes_back_after_the_grace_ends_the_session)
{
    auto const first = cookie_of(cloud->log_in(owner));
    auto const second = exchanged(first);
    pass(21);
    EXPECT_EQ(with(first).status, 401);
    EXPECT_EQ(with(second).status, 401);
}

TEST_F(refresh, of_two_tokens_for_one_the_first_used_is_good_and_the_other_is_a_copy)
{
    auto const first = cookie_of(cloud->log_in(owner));
    auto const one = exchanged(first);
    auto const other = exchanged(first);
    auto const next = exchanged(one);
    EXPECT_EQ(with(other).status, 401) << "within the grace, but it was never spent: somebody kept it";
    EXPECT_EQ(with(next).status, 401);
}

TEST_F(refresh, of_two_tabs_at_once_both_get_a_token)
{
    for (int i = 0; i < 10; ++i) {
        auto const first = cookie_of(cloud->log_in(owner));
        auto tab = std::async(std::launch::async, [&] { return with(first); });
        auto const here = with(first);
        auto const there = tab.get();
        EXPECT_EQ(here.status, 200) << here.body;
        EXPECT_EQ(there.status, 200) << there.body;
        exchanged(cookie_of(i % 2 == 0 ? here : there));
    }
}

TEST_F(refresh, of_a_session_that_is_over_is_refused_and_audited)
{
    auto const first = cookie_of(cloud->log_in(owner));
    EXPECT_EQ(cloud->with_cookie("/api/v1/auth/logout", first).status, 200);
    auto const before = std::stoi(rows("session_over"));
    EXPECT_EQ(with(first).status, 401);
    EXPECT_EQ(rows("session_over"), std::to_string(before + 1));

    auto const idle = cookie_of(cloud->log_in(owner));
    auto connection = cloud->database.connect_superuser();
    connection.run("update identity.sessions set last_used_at = last_used_at - interval '4 days' where ended_at is null");
    EXPECT_EQ(with(idle).status, 401);
    EXPECT_EQ(rows("session_over"), std::to_string(before + 2));
}

TEST_F(refresh, with_a_token_that_was_never_given_out_is_refused)
{
    EXPECT_EQ(with("nonsense").status, 401);
    EXPECT_EQ(with(web::make_scoped_token(*Uuid::parse(cloud->value("select id from licence.tenants limit 1")))).status, 401);
    EXPECT_EQ(with(web::make_scoped_token(Uuid::v7())).status, 401);
}

}  // namespace
}  // namespace mz::identity::test
