#include "identity/provisioning.hpp"

#include "identity/test_cloud.hpp"

namespace mz::identity::test {
namespace {

using namespace web;

constexpr auto owner = "owner@alder.example";

struct Bringing {
    Email email;
    DisplayName display_name;
    Role role = Role::agent;
    Source source = Source::scim;
};
BOOST_DESCRIBE_STRUCT(Bringing, (), (email, display_name, role, source))

struct Taking {
    PersonId id;
    Source source = Source::scim;
};
BOOST_DESCRIBE_STRUCT(Taking, (), (id, source))

struct Brought {
    PersonId id;
};
BOOST_DESCRIBE_STRUCT(Brought, (), (id))

struct Readdressed {
    bool done = false;
};
BOOST_DESCRIBE_STRUCT(Readdressed, (), (done))

struct Address {
    PersonId id;
    Email email;
};
BOOST_DESCRIBE_STRUCT(Address, (), (id, email))

Task<Brought> bring(Request& rq, Body<Bringing> body, Tx& tx)
{
    Newcomer const newcomer{body->email, body->display_name, body->role, std::nullopt, body->source};
    co_return Brought{co_await provision(rq, tx, newcomer)};
}

Task<void> take(Request& rq, Body<Taking> body, Tx& tx) { co_await deprovision(rq, tx, body->id, body->source); }

Task<void> hand(Request& rq, Body<Taking> body, Tx& tx) { co_await hand_over(rq, tx, body->id, body->source); }

Task<Readdressed> address(Request&, Body<Address> body, Tx& tx) { co_return Readdressed{co_await readdress(tx, body->id, body->email)}; }

std::vector<Route> bringing_routes()
{
    constexpr Permission write{"users:write"};
    std::vector<Route> out;
    out.push_back(route(Verb::post, "/test/bring", write, "test_bring", "Bring", bring));
    out.push_back(route(Verb::post, "/test/take", write, "test_take", "Take away", take));
    out.push_back(route(Verb::post, "/test/hand", write, "test_hand", "Hand over", hand));
    out.push_back(route(Verb::post, "/test/address", write, "test_address", "Readdress", address));
    return out;
}

class provisioning : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        cloud = std::make_unique<TestCloud>(Settings{.session_check_seconds = 0}, bringing_routes());
        cloud->make_tenant("Alder");
        cloud->make_tenant("Birch");
        by_owner = cloud->token(owner);
        by_birch = cloud->token("owner@birch.example");
    }
    static void TearDownTestSuite() { cloud.reset(); }

    static Answer bring(std::string const& email, std::string const& by, std::string const& source = "scim")
    {
        return cloud->call("POST", "/test/bring", {{"email", email}, {"display_name", "Brought"}, {"role", "agent"}, {"source", source}},
                           by);
    }
    static std::string brought(std::string const& email, std::string const& by)
    {
        auto const answer = bring(email, by);
        EXPECT_EQ(answer.status, 200) << answer.body;
        return std::string(answer.json().at("id").as_string());
    }
    static Answer take(std::string const& id, std::string const& by, std::string const& source = "scim")
    {
        return cloud->call("POST", "/test/take", {{"id", id}, {"source", source}}, by);
    }
    static bj::value user(std::string const& id, std::string const& by) { return cloud->get("/api/v1/users/" + id, by).json(); }

    // By the letter to their own mailbox, as for anybody who has forgotten theirs.
    static void choose_password(std::string const& email)
    {
        EXPECT_EQ(cloud->call("POST", "/api/v1/auth/password/forgot", {{"email", email}}).status, 202);
        for (int tries = 0; tries < 200 && cloud->letters<mail::PasswordReset>(email).empty(); ++tries) {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
        auto const letters = cloud->letters<mail::PasswordReset>(email);
        ASSERT_FALSE(letters.empty());
        auto const& link = letters.back().path;
        bj::object const body{{"token", link.substr(link.find('=') + 1)}, {"password", pass_phrase}};
        auto const chosen = cloud->call("POST", "/api/v1/auth/password/reset", body);
        EXPECT_EQ(chosen.status, 204) << chosen.body;
    }

    static inline std::unique_ptr<TestCloud> cloud;
    static inline std::string by_owner;
    static inline std::string by_birch;
};

TEST_F(provisioning, whoever_is_brought_belongs_here_at_once_and_chooses_a_password_by_letter)
{
    auto const id = brought("new@alder.example", by_owner);
    auto const seen = user(id, by_owner);
    EXPECT_EQ(seen.at("active"), true);
    EXPECT_EQ(seen.at("pending"), false);
    EXPECT_EQ(seen.at("source"), "scim");
    EXPECT_TRUE(cloud->letters<mail::Invitation>("new@alder.example").empty());
    choose_password("new@alder.example");
    EXPECT_EQ(cloud->log_in("new@alder.example").status, 200);
}

TEST_F(provisioning, taking_away_ends_sessions_and_bringing_back_is_the_same_user)
{
    auto const id = brought("leaver@alder.example", by_owner);
    choose_password("leaver@alder.example");
    auto const access = cloud->token("leaver@alder.example");
    EXPECT_EQ(cloud->get("/api/v1/me", access).status, 200);
    EXPECT_EQ(take(id, by_owner).status, 204);
    EXPECT_EQ(cloud->get("/api/v1/me", access).status, 401);
    EXPECT_EQ(take(id, by_owner).status, 204) << "a second time changes nothing";
    EXPECT_EQ(brought("leaver@alder.example", by_owner), id);
    EXPECT_EQ(cloud->log_in("leaver@alder.example").status, 200);
}

TEST_F(provisioning, what_was_made_by_hand_and_owners_are_not_taken_away)
{
    auto const agent = cloud->make_user(by_owner, "hand@alder.example", "agent");
    EXPECT_EQ(type_of(bring("hand@alder.example", by_owner)), "urn:monozu:problem:already-a-user");
    EXPECT_EQ(type_of(take(agent, by_owner)), "urn:monozu:problem:managed-by-hand");
    auto const owner_id = std::string(cloud->get("/api/v1/me", by_owner).json().at("id").as_string());
    EXPECT_EQ(type_of(take(owner_id, by_owner)), "urn:monozu:problem:owner-not-provisioned");
    EXPECT_EQ(user(agent, by_owner).at("active"), true);
    bj::object const handing{{"id", owner_id}, {"source", "scim"}};
    EXPECT_EQ(type_of(cloud->call("POST", "/test/hand", handing, by_owner)), "urn:monozu:problem:owner-not-provisioned");
}

TEST_F(provisioning, a_user_is_handed_over_and_then_left_alone_by_hand)
{
    auto const id = cloud->make_user(by_owner, "handed@alder.example", "agent");
    EXPECT_EQ(cloud->call("POST", "/test/hand", {{"id", id}, {"source", "scim"}}, by_owner).status, 204);
    auto const refused = cloud->call("PATCH", "/api/v1/users/" + id, {{"active", false}}, by_owner);
    EXPECT_EQ(type_of(refused), "urn:monozu:problem:managed-by-scim");
    EXPECT_EQ(take(id, by_owner).status, 204);
}

TEST_F(provisioning, scim_takes_over_from_sso_and_not_the_other_way_round)
{
    auto const id = std::string(bring("both@alder.example", by_owner, "sso").json().at("id").as_string());
    EXPECT_EQ(brought("both@alder.example", by_owner), id);
    EXPECT_EQ(user(id, by_owner).at("source"), "scim");
    EXPECT_EQ(bring("both@alder.example", by_owner, "sso").status, 409);
}

// A password that somebody else's tenant has seen to must not open this one.
TEST_F(provisioning, whoever_has_a_password_accepts_by_their_own_mailbox)
{
    cloud->make_user(by_birch, "known@birch.example", "agent");
    auto const id = brought("known@birch.example", by_owner);
    EXPECT_EQ(user(id, by_owner).at("pending"), true);
    EXPECT_EQ(cloud->letters<mail::Invitation>("known@birch.example").size(), 2U);
    auto const me = cloud->get("/api/v1/me", cloud->token("known@birch.example")).json();
    EXPECT_EQ(me.at("tenants").as_array().size(), 1U);
}

TEST_F(provisioning, another_tenants_link_gives_no_password_to_whoever_was_brought_here)
{
    brought("target@alder.example", by_owner);
    bj::object const body{{"email", "target@alder.example"}, {"display_name", "Target"}, {"role", "agent"}};
    auto const invited = cloud->call("POST", "/api/v1/users", body, by_birch);
    auto const link = std::string(invited.json().at("setup_token").as_string());
    EXPECT_EQ(type_of(cloud->set_up(link)), "urn:monozu:problem:password-elsewhere");
    EXPECT_EQ(cloud->log_in("target@alder.example").status, 401);
    choose_password("target@alder.example");
    EXPECT_EQ(cloud->set_up(link).status, 204) << "whoever has the mailbox accepts";
}

TEST_F(provisioning, an_address_changes_where_no_other_tenant_knows_the_person)
{
    auto const id = brought("before@alder.example", by_owner);
    auto const change = [&](std::string const& to) { return cloud->call("POST", "/test/address", {{"id", id}, {"email", to}}, by_owner); };
    EXPECT_EQ(change(owner).status, 409);
    EXPECT_EQ(change("after@alder.example").json().at("done"), true);
    EXPECT_EQ(user(id, by_owner).at("email"), "after@alder.example");
    brought("after@alder.example", by_birch);
    EXPECT_EQ(change("third@alder.example").json().at("done"), false);
    EXPECT_EQ(user(id, by_owner).at("email"), "after@alder.example");
}

TEST_F(provisioning, places_of_the_licence_count)
{
    auto document = TestCloud::document_of("Cedar");
    document.license->limits = {{"users", 1}};
    auto const token = make_scoped_token(document.tenant.id);
    document.owner.setup_token_hash = hex(sha256(token));
    document.owner.setup_expires_at = now() + std::chrono::hours(1);
    EXPECT_EQ(cloud->push(document).status, 200);
    EXPECT_EQ(cloud->set_up(token).status, 204);
    EXPECT_EQ(type_of(bring("second@cedar.example", cloud->token("owner@cedar.example"))), "urn:monozu:problem:licence-limit-reached");
}

}  // namespace
}  // namespace mz::identity::test
