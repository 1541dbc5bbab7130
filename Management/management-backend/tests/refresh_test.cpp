#include "management.hpp"

namespace mz::management::tests {
namespace {

class refresh : public ::testing::Test {
protected:
    static void SetUpTestSuite() { server = std::make_unique<Management>(); }
    static void TearDownTestSuite() { server.reset(); }

    static Answer with(std::string const& cookie) { return server->with_cookie("/api/v1/auth/refresh", cookie); }
    static std::string exchanged(std::string const& cookie)
    {
        auto const answer = with(cookie);
        EXPECT_EQ(answer.status, 200) << answer.body;
        return cookie_of(answer);
    }
    static std::string rows(std::string const& changes)
    {
        return server->value("select count(*) from audit.entries where operation = 'auth_refresh' and changes::text like '%" + changes +
                             "%'");
    }

    static inline std::unique_ptr<Management> server;
};

TEST_F(refresh, leaves_no_audit_row)
{
    auto const before = server->value("select count(*) from audit.entries");
    exchanged(exchanged(cookie_of(server->log_in("viewer"))));
    EXPECT_EQ(server->value("select count(*) - " + before + " from audit.entries"), "1") << "the log-in alone is a person's act";
}

TEST_F(refresh, a_token_whose_successor_was_used_ends_the_session)
{
    auto const first = cookie_of(server->log_in("viewer"));
    auto const last = exchanged(exchanged(first));
    auto const reused = std::stoi(rows("token_reused"));
    EXPECT_EQ(with(first).status, 401);
    EXPECT_EQ(with(last).status, 401);
    EXPECT_EQ(rows("token_reused"), std::to_string(reused + 1));
}

TEST_F(refresh, whose_answer_was_lost_may_be_asked_for_once_more)
{
    auto const first = cookie_of(server->log_in("viewer"));
    auto const lost = exchanged(first);
    auto const next = exchanged(exchanged(first));
    EXPECT_EQ(with(lost).status, 401);
    EXPECT_EQ(with(next).status, 401) << "both were used, so one of the two was a copy";
}

TEST_F(refresh, a_token_that_comes_back_after_the_grace_ends_the_session)
{
    auto const first = cookie_of(server->log_in("viewer"));
    auto const second = exchanged(first);
    auto connection = server->database.connect_superuser();
    connection.run("update operators.refresh_tokens set used_at = used_at - interval '21 seconds'");
    EXPECT_EQ(with(first).status, 401);
    EXPECT_EQ(with(second).status, 401);
}

}  // namespace
}  // namespace mz::management::tests
