#include "identity/test_cloud.hpp"

#include <thread>

namespace mz::identity::test {
namespace {

constexpr auto owner = "owner@alder.example";
constexpr auto another_phrase = "seven quiet wagons of plum";

class passwords : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        cloud = std::make_unique<TestCloud>();
        cloud->make_tenant("Alder");
        by_owner = cloud->token(owner);
    }
    static void TearDownTestSuite() { cloud.reset(); }

    static Answer forgot(std::string const& email, bj::object body = {})
    {
        body["email"] = email;
        return cloud->call("POST", "/api/v1/auth/password/forgot", body);
    }
    static Answer reset(std::string const& token, std::string const& password)
    {
        return cloud->call("POST", "/api/v1/auth/password/reset", {{"token", token}, {"password", password}});
    }
    static Answer change(std::string const& by, std::string const& current, std::string const& wanted)
    {
        return cloud->call("POST", "/api/v1/me/password", {{"current_password", current}, {"new_password", wanted}}, by);
    }

    // Until every request for a new password has been answered.
    static void settle()
    {
        for (int i = 0; i < 500 && cloud->value("select count(*) from identity.reset_requests") != "0"; ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
    }
    static std::string token_of(mail::PasswordReset const& letter) { return letter.path.substr(letter.path.find('=') + 1); }
    static std::string reset_token(std::string const& email)
    {
        EXPECT_EQ(forgot(email).status, 202);
        settle();
        auto const letters = cloud->letters<mail::PasswordReset>(email);
        EXPECT_FALSE(letters.empty());
        return letters.empty() ? "" : token_of(letters.back());
    }

    static inline std::unique_ptr<TestCloud> cloud;
    static inline std::string by_owner;
};

TEST_F(passwords, asking_for_a_new_one_says_the_same_for_every_address)
{
    auto const known = forgot(owner);
    auto const unknown = forgot("nobody@alder.example");
    EXPECT_EQ(known.status, 202);
    EXPECT_EQ(unknown.status, 202);
    EXPECT_EQ(known.body, "");
    EXPECT_EQ(unknown.body, "");
    EXPECT_EQ(cloud->letters<mail::PasswordReset>("nobody@alder.example").size(), 0U);
    settle();
    EXPECT_EQ(cloud->letters<mail::PasswordReset>(owner).size(), 1U);
    EXPECT_EQ(cloud->letters<mail::PasswordReset>("nobody@alder.example").size(), 0U);
}

TEST_F(passwords, a_link_works_once_ends_every_session_and_is_told_to_the_person)
{
    auto const email = "forgetful@alder.example";
    cloud->make_user(by_owner, email, "agent");
    auto const session = cloud->log_in(email);
    auto const access = std::string(session.json().at("access_token").as_string());
    auto const earlier = reset_token(email);
    auto const token = reset_token(email);

    EXPECT_EQ(reset(token, "short").status, 400);
    auto const common = reset(token, "Password2026!!");
    EXPECT_EQ(common.status, 400);
    EXPECT_EQ(type_of(common), "urn:monozu:problem:password-common");
    EXPECT_EQ(common.json().at("errors").at(0).at("pointer"), "/password");
    EXPECT_EQ(type_of(reset(token, "forgetful-2026")), "urn:monozu:problem:password-personal");

    EXPECT_EQ(reset(token, another_phrase).status, 204);
    EXPECT_EQ(reset(token, another_phrase).status, 422);
    EXPECT_EQ(reset(earlier, another_phrase).status, 422) << "one that was sent before is spent with it";
    EXPECT_EQ(reset("nonsense", another_phrase).status, 422);
    EXPECT_EQ(cloud->get("/api/v1/me", access).status, 401);
    EXPECT_EQ(cloud->with_cookie("/api/v1/auth/refresh", cookie_of(session)).status, 401);
    EXPECT_EQ(cloud->log_in(email).status, 401);
    EXPECT_EQ(cloud->log_in(email, another_phrase).status, 200);
    EXPECT_EQ(cloud->letters<mail::PasswordChanged>(email).size(), 1U);
}

TEST_F(passwords, a_link_runs_out)
{
    auto const email = "late@alder.example";
    cloud->make_user(by_owner, email, "agent");
    auto const token = reset_token(email);
    auto connection = cloud->database.connect_superuser();
    connection.run("update identity.reset_tokens set expires_at = now() - interval '1 second'");
    EXPECT_EQ(reset(token, another_phrase).status, 422);
}

TEST_F(passwords, an_account_gets_few_letters_an_hour_and_nobody_sees_that)
{
    auto const email = "flooded@alder.example";
    cloud->make_user(by_owner, email, "agent");
    for (int i = 0; i < 6; ++i) EXPECT_EQ(forgot(email).status, 202);
    settle();
    EXPECT_EQ(cloud->letters<mail::PasswordReset>(email).size(), 3U);
}

TEST_F(passwords, the_letter_is_in_the_language_that_was_asked_for_until_the_person_has_chosen)
{
    auto const email = "polish@alder.example";
    cloud->make_user(by_owner, email, "agent");
    forgot(email, {{"language", "pl"}});
    settle();
    EXPECT_EQ(cloud->value("select count(*) from mail.outbox where kind = 'password_reset' and language = 'pl'"), "1");
    auto const by = cloud->token(email);
    EXPECT_EQ(cloud->call("PATCH", "/api/v1/me", {{"language", "en"}, {"display_name", "Pola"}}, by).json().at("display_name"), "Pola");
    forgot(email, {{"language", "pl"}});
    settle();
    EXPECT_EQ(cloud->value("select count(*) from mail.outbox where kind = 'password_reset' and language = 'pl'"), "1");
    EXPECT_EQ(cloud->get("/api/v1/me", by).json().at("language"), "en");
}

TEST_F(passwords, changing_it_wants_the_present_one_and_ends_the_other_sessions)
{
    auto const email = "changer@alder.example";
    cloud->make_user(by_owner, email, "agent");
    auto const here = cloud->token(email);
    auto const elsewhere = cloud->token(email);
    auto const wrong = change(here, "not the password", another_phrase);
    EXPECT_EQ(wrong.status, 400);
    EXPECT_EQ(type_of(wrong), "urn:monozu:problem:wrong-password");
    EXPECT_EQ(change(here, pass_phrase, "changer@alder").status, 400) << "one's own address is no password";
    EXPECT_EQ(change(here, pass_phrase, another_phrase).status, 204);
    EXPECT_EQ(cloud->get("/api/v1/me", here).status, 200);
    EXPECT_EQ(cloud->get("/api/v1/me", elsewhere).status, 401);
    EXPECT_EQ(cloud->letters<mail::PasswordChanged>(email).size(), 1U);
    EXPECT_EQ(cloud->log_in(email, another_phrase).status, 200);
    EXPECT_EQ(cloud->value("select count(*) from audit.entries where operation = 'password_change' and changes::text like '%wagons%'"),
              "0");
}

TEST_F(passwords, somebody_invited_by_two_tenants_can_choose_a_password_by_letter)
{
    auto const email = "twice@example.org";
    bj::object const body{{"email", email}, {"display_name", "Twice"}, {"role", "agent"}};
    EXPECT_EQ(cloud->call("POST", "/api/v1/users", body, by_owner).status, 201);
    EXPECT_EQ(reset(reset_token(email), another_phrase).status, 204);
    EXPECT_EQ(cloud->log_in(email, another_phrase).status, 401) << "they belong nowhere before they accept";
}

}  // namespace
}  // namespace mz::identity::test
