#include "identity/test_cloud.hpp"

namespace mz::identity::test {
namespace {

constexpr auto owner = "owner@alder.example";

class invitations : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        cloud = std::make_unique<TestCloud>();
        cloud->make_tenant("Alder");
        cloud->make_tenant("Birch");
        by_alder = cloud->token(owner);
        by_birch = cloud->token("owner@birch.example");
    }
    static void TearDownTestSuite() { cloud.reset(); }

    static Answer invite(std::string const& email, std::string const& by, bj::object more = {})
    {
        more.emplace("email", email);
        more.emplace("display_name", "Ann Example");
        more.emplace("role", "agent");
        return cloud->call("POST", "/api/v1/users", more, by);
    }
    static std::string text(Answer const& answer, char const* key) { return std::string(answer.json().at(key).as_string()); }
    static std::string id_of(Answer const& created) { return std::string(created.json().at("user").at("id").as_string()); }
    static bj::value seen(std::string const& token) { return cloud->call("POST", "/api/v1/auth/invitation", {{"token", token}}).json(); }
    static Answer accept(std::string const& token, std::string const& password = pass_phrase)
    {
        return cloud->call("POST", "/api/v1/auth/setup", {{"token", token}, {"password", password}});
    }
    static Answer accept_signed_in(std::string const& token, std::string const& by)
    {
        return cloud->call("POST", "/api/v1/me/invitations", {{"token", token}}, by);
    }

    static inline std::unique_ptr<TestCloud> cloud;
    static inline std::string by_alder;
    static inline std::string by_birch;
};

TEST_F(invitations, go_out_as_a_letter_with_the_link_that_the_inviter_sees_once)
{
    auto const created = invite("new@example.org", by_alder, {{"language", "pl"}});
    ASSERT_EQ(created.status, 201) << created.body;
    auto const letters = cloud->letters<mail::Invitation>("new@example.org");
    ASSERT_EQ(letters.size(), 1U);
    EXPECT_EQ(letters[0].path, "/setup#token=" + text(created, "setup_token"));
    EXPECT_EQ(letters[0].organization, "Alder");
    EXPECT_EQ(letters[0].inviter, "Owner");
    EXPECT_EQ(cloud->value("select count(*) from mail.outbox where kind = 'invitation' and language = 'pl'"), "1");
    EXPECT_EQ(created.json().at("user").at("pending"), true);

    EXPECT_EQ(seen(text(created, "setup_token")),
              (bj::value{{"email", "new@example.org"}, {"tenant_name", "Alder"}, {"has_password", false}}));
    EXPECT_EQ(accept(text(created, "setup_token"), "monozu-monozu").status, 400);
    EXPECT_EQ(accept(text(created, "setup_token")).status, 204);
    EXPECT_EQ(cloud->get("/api/v1/users/" + id_of(created), by_alder).json().at("pending"), false);
    EXPECT_EQ(seen(text(created, "setup_token")).at("type"), "urn:monozu:problem:setup-token-invalid");
}

TEST_F(invitations, nobody_is_added_to_a_tenant_without_their_will)
{
    auto const email = "owner@birch.example";
    auto const created = invite(email, by_alder);
    ASSERT_EQ(created.status, 201) << created.body;
    auto const token = text(created, "setup_token");
    auto const me = cloud->get("/api/v1/me", by_birch).json();
    EXPECT_EQ(me.at("tenants").as_array().size(), 1U) << "an invitation is no membership";
    EXPECT_EQ(seen(token).at("has_password"), true);
    EXPECT_EQ(accept(token, "not the pass phrase").status, 403) << "the link alone is not enough";
    EXPECT_EQ(accept_signed_in(token, by_alder).status, 403) << "nor is being somebody else";
    EXPECT_EQ(accept_signed_in(token, by_birch).status, 204);
    EXPECT_EQ(accept_signed_in(token, by_birch).status, 422);
    EXPECT_EQ(cloud->get("/api/v1/me", by_birch).json().at("tenants").as_array().size(), 2U);
}

TEST_F(invitations, a_person_of_another_tenant_accepts_with_the_password_they_have)
{
    cloud->make_user(by_birch, "technician@example.org", "agent");
    auto const token = text(invite("technician@example.org", by_alder), "setup_token");
    EXPECT_EQ(accept(token).status, 204);
    auto const me = cloud->get("/api/v1/me", cloud->token("technician@example.org")).json();
    EXPECT_EQ(me.at("tenants").as_array().size(), 2U);
}

TEST_F(invitations, an_inviter_cannot_use_their_own_link_to_enter_another_tenant)
{
    // Birch's inviter takes the account over before its owner has seen a letter.
    auto const taken = text(invite("victim@example.org", by_birch), "setup_token");
    ASSERT_EQ(accept(taken, "the intruders own phrase").status, 204);
    auto const intruder = cloud->log_in("victim@example.org", "the intruders own phrase");
    auto const token = text(invite("victim@example.org", by_alder), "setup_token");
    auto const me = cloud->get("/api/v1/me", text(intruder, "access_token")).json();
    EXPECT_EQ(me.at("tenants").as_array().size(), 1U) << "Alder's link went to the mailbox, and nobody is in without it";
    EXPECT_EQ(seen(token).at("has_password"), true);
}

TEST_F(invitations, a_new_link_replaces_the_old_one)
{
    auto const created = invite("lost@example.org", by_alder);
    auto const again = cloud->call("POST", "/api/v1/users/" + id_of(created) + "/invitation", {}, by_alder);
    ASSERT_EQ(again.status, 200) << again.body;
    EXPECT_EQ(cloud->letters<mail::Invitation>("lost@example.org").size(), 2U);
    EXPECT_EQ(accept(text(created, "setup_token")).status, 422);
    EXPECT_EQ(accept(text(again, "setup_token")).status, 204);
    auto const late = cloud->call("POST", "/api/v1/users/" + id_of(created) + "/invitation", {}, by_alder);
    EXPECT_EQ(late.status, 409);
    EXPECT_EQ(type_of(late), "urn:monozu:problem:already-accepted");
}

TEST_F(invitations, one_that_was_taken_back_opens_nothing)
{
    auto const created = invite("unwanted@example.org", by_alder);
    auto const path = "/api/v1/users/" + id_of(created);
    EXPECT_EQ(cloud->call("DELETE", path + "/invitation", {}, by_alder).status, 204);
    EXPECT_EQ(accept(text(created, "setup_token")).status, 422);
    auto const user = cloud->get(path, by_alder).json();
    EXPECT_EQ(user.at("active"), false);
    EXPECT_EQ(user.at("pending"), true);
    EXPECT_EQ(cloud->call("POST", path + "/invitation", {}, by_alder).status, 409) << "activate them first";
    EXPECT_EQ(cloud->call("PATCH", path, {{"active", true}}, by_alder).status, 200);
    EXPECT_EQ(cloud->call("POST", path + "/invitation", {}, by_alder).status, 200);
}

TEST_F(invitations, an_owner_that_management_names_accepts_with_its_link)
{
    auto document = TestCloud::document_of("Cedar");
    document.owner.email = owner;
    auto const token = web::make_scoped_token(document.tenant.id);
    document.owner.setup_token_hash = hex(sha256(token));
    document.owner.setup_expires_at = now() + std::chrono::hours(1);
    ASSERT_EQ(cloud->push(document).status, 200);
    EXPECT_EQ(cloud->value("select count(*) from identity.memberships where role = 'owner' and accepted_at is null"), "1");
    EXPECT_EQ(accept(token).status, 204);
    EXPECT_EQ(cloud->value("select count(*) from identity.memberships where role = 'owner' and accepted_at is null"), "0");
}

}  // namespace
}  // namespace mz::identity::test
