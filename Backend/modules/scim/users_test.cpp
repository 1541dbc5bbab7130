// Every request here has the shape of one that Microsoft documents for Entra ID's provisioning service, with ids of our own.
#include "scim/test_directory.hpp"

namespace mz::scim::test {
namespace {

class scim_users : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        directory = std::make_unique<Directory>();
        alder = directory->make_tenant("Alder");
        birch = directory->make_tenant("Birch");
    }
    static void TearDownTestSuite() { directory.reset(); }

    static Answer make(std::string const& name) { return directory->scim("POST", "/Users", entra_user(name), alder.key); }
    static std::string made(std::string const& name) { return text(make(name).json(), "id"); }
    static Answer patch(std::string const& id, std::string const& operations)
    {
        return directory->scim("PATCH", "/Users/" + id, patch_op(operations), alder.key);
    }
    static bj::value user(std::string const& id) { return directory->scim("GET", "/Users/" + id, "", alder.key).json(); }

    static inline std::unique_ptr<Directory> directory;
    static inline TenantKeys alder;
    static inline TenantKeys birch;
};

TEST_F(scim_users, the_connection_test_finds_nobody_and_gets_200)
{
    auto const answer = directory->scim("GET", "/Users?filter=userName%20eq%20%22non-existent%20user%22", "", alder.key);
    EXPECT_EQ(answer.status, 200) << answer.body;
    EXPECT_EQ(answer.headers.at("content-type"), "application/scim+json");
    auto const list = answer.json();
    EXPECT_EQ(list.at("schemas").at(0), "urn:ietf:params:scim:api:messages:2.0:ListResponse");
    EXPECT_EQ(list.at("totalResults"), 0);
    EXPECT_TRUE(list.at("Resources").as_array().empty());
}

TEST_F(scim_users, a_user_is_created_found_and_fetched)
{
    auto const answer = make("create");
    ASSERT_EQ(answer.status, 201) << answer.body;
    auto const created = answer.json();
    auto const id = text(created, "id");
    EXPECT_EQ(answer.headers.at("location"), text(created.at("meta"), "location"));
    EXPECT_TRUE(text(created.at("meta"), "location").ends_with("/scim/v2/Users/" + id));
    EXPECT_EQ(created.at("userName"), "Test_User_create");
    EXPECT_EQ(created.at("emails").at(0).at("value"), "create@alder.example");
    EXPECT_EQ(created.at("name").at("familyName"), "familyName");
    EXPECT_EQ(created.at("active"), true);
    EXPECT_EQ(created.as_object().if_contains("displayName"), nullptr) << "what is not there is left out, not null";
    EXPECT_EQ(user(id), created);

    for (auto const& filter : std::vector<std::string>{"userName eq \"TEST_user_create\"", "externalId eq \"external-create\"",
                                                       "id eq \"" + id + "\"", "emails[type eq \"work\"].value eq \"create@alder.example\"",
                                                       "userName eq \"Test_User_create\" and externalId eq \"external-create\""}) {
        auto const found = directory->scim("GET", "/Users?filter=" + encoded(filter), "", alder.key).json();
        EXPECT_EQ(found.at("totalResults"), 1) << filter;
        EXPECT_EQ(found.at("Resources").at(0).at("id"), bj::value(id)) << filter;
    }
    auto const member = directory->cloud.get("/api/v1/users/" + id, alder.owner).json();
    EXPECT_EQ(member.at("display_name"), "givenName familyName");
    EXPECT_EQ(member.at("source"), "scim");
    EXPECT_EQ(member.at("role"), "auditor") << "nobody has mapped a group yet";
}

TEST_F(scim_users, the_same_name_or_address_is_not_taken_twice)
{
    made("twice");
    auto const again = make("twice");
    EXPECT_EQ(again.status, 409) << again.body;
    EXPECT_EQ(again.json().at("schemas").at(0), "urn:ietf:params:scim:api:messages:2.0:Error");
    EXPECT_EQ(again.json().at("status"), "409");
    EXPECT_EQ(again.json().at("scimType"), "uniqueness");
    auto const shown = directory->cloud.get("/api/v1/scim", alder.owner).json();
    EXPECT_EQ(shown.at("failures").at(0).at("subject"), "Test_User_twice");
    EXPECT_EQ(shown.at("failures").at(0).at("status"), 409);
    EXPECT_EQ(directory->cloud.value("select outcome from audit.entries where operation = 'scim_user_create' order by at desc limit 1"),
              "failed");
}

TEST_F(scim_users, several_and_single_attributes_are_patched)
{
    auto const id = made("patch");
    auto const several = patch(id, R"({"op":"Replace","path":"emails[type eq \"work\"].value","value":"updated@alder.example"},
                                      {"op":"Replace","path":"name.familyName","value":"updatedFamilyName"})");
    EXPECT_EQ(several.status, 200) << several.body;
    EXPECT_EQ(several.json().at("emails").at(0).at("value"), "updated@alder.example");
    EXPECT_EQ(several.json().at("name").at("familyName"), "updatedFamilyName");
    EXPECT_EQ(directory->cloud.get("/api/v1/users/" + id, alder.owner).json().at("email"), "updated@alder.example");

    auto const single = patch(id, R"({"op":"Replace","path":"userName","value":"5b50642d@alder.example"})");
    EXPECT_EQ(single.json().at("userName"), "5b50642d@alder.example");
    auto const whole = patch(id, R"({"op":"Add","value":{"displayName":"Anna Nowak","name.givenName":"Anna"}})");
    EXPECT_EQ(whole.status, 200) << whole.body;
    EXPECT_EQ(directory->cloud.get("/api/v1/users/" + id, alder.owner).json().at("display_name"), "Anna Nowak");
    // What is not kept here changes nothing and fails nothing.
    auto const others = patch(id, R"({"op":"Add","path":"title","value":"Engineer"},
        {"op":"Replace","path":"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department","value":"IT"},
        {"op":"Add","path":"phoneNumbers[type eq \"work\"].value","value":"1"}, {"op":"Add","path":"addresses[type eq \"work\"].country","value":"PL"})");
    EXPECT_EQ(others.status, 200) << others.body;
    EXPECT_EQ(others.json(), whole.json());
}

TEST_F(scim_users, a_disabled_user_is_signed_out_and_enabled_again_is_back)
{
    auto const id = made("disable");
    auto const access = directory->sign_in("disable@alder.example");
    EXPECT_EQ(directory->cloud.get("/api/v1/me", access).status, 200);
    auto const disabled = patch(id, R"({"op":"Replace","path":"active","value":false})");
    EXPECT_EQ(disabled.status, 200) << disabled.body;
    EXPECT_EQ(disabled.json().at("active"), false);
    EXPECT_EQ(directory->cloud.get("/api/v1/me", access).status, 401);
    EXPECT_EQ(directory->cloud.log_in("disable@alder.example").status, 401);
    EXPECT_EQ(user(id).at("active"), false) << "a disabled user is still found";
    EXPECT_EQ(patch(id, R"({"op":"Replace","path":"active","value":"True"})").json().at("active"), true);
    EXPECT_EQ(directory->cloud.log_in("disable@alder.example").status, 200);
    EXPECT_EQ(patch(id, R"({"op":"Replace","value":{"active":"False"}})").json().at("active"), false);
}

TEST_F(scim_users, a_deleted_user_is_gone_and_may_be_brought_again)
{
    auto const id = made("delete");
    auto const access = directory->sign_in("delete@alder.example");
    EXPECT_EQ(directory->scim("DELETE", "/Users/" + id, "", alder.key).status, 204);
    EXPECT_EQ(directory->cloud.get("/api/v1/me", access).status, 401);
    auto const gone = directory->scim("GET", "/Users/" + id, "", alder.key);
    EXPECT_EQ(gone.status, 404);
    EXPECT_EQ(gone.json().at("status"), "404");
    EXPECT_EQ(made("delete"), id) << "the person is who they were";
    EXPECT_EQ(directory->cloud.get("/api/v1/users/" + id, alder.owner).json().at("active"), true);
}

TEST_F(scim_users, a_user_is_described_anew)
{
    auto const id = made("put");
    auto const body =
        R"({"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"put@alder.example","displayName":"Put Anew"})";
    auto const answer = directory->scim("PUT", "/Users/" + id, body, alder.key);
    EXPECT_EQ(answer.status, 200) << answer.body;
    EXPECT_EQ(answer.json().as_object().if_contains("externalId"), nullptr);
    EXPECT_EQ(answer.json().at("emails").at(0).at("value"), "put@alder.example") << "a userName that is an address";
}

TEST_F(scim_users, pages_have_at_most_the_limit_and_follow_each_other)
{
    made("page1");
    made("page2");
    auto const all = directory->scim("GET", "/Users?startIndex=1&count=1000", "", alder.key).json();
    EXPECT_EQ(all.at("itemsPerPage"), all.at("totalResults"));
    auto const second = directory->scim("GET", "/Users?startIndex=2&count=1", "", alder.key).json();
    EXPECT_EQ(second.at("Resources").as_array().size(), 1U);
    EXPECT_EQ(second.at("Resources").at(0), all.at("Resources").at(1));
    EXPECT_EQ(directory->scim("GET", "/Users?count=0", "", alder.key).json().at("Resources").as_array().size(), 0U);
    auto const few = directory->scim("GET", "/Users?count=1&attributes=userName", "", alder.key).json().at("Resources").at(0).as_object();
    EXPECT_EQ(few.size(), 3U) << "schemas, id and what was asked for";
}

TEST_F(scim_users, other_filters_are_refused_and_told_what_is_supported)
{
    for (std::string const filter : {"userName co \"a\"", "userName eq \"a\" or userName eq \"b\"", "not (userName eq \"a\")",
                                     "title eq \"a\"", "userName eq a", "userName eq \"a", "", "userName eq \"a\" and userName eq \"b\""}) {
        auto const answer = directory->scim("GET", "/Users?filter=" + encoded(filter), "", alder.key);
        EXPECT_EQ(answer.status, 400) << filter;
        EXPECT_EQ(answer.json().at("scimType"), "invalidFilter") << filter;
        EXPECT_NE(text(answer.json(), "detail").find("userName, externalId, displayName, id"), std::string::npos) << answer.body;
    }
}

TEST_F(scim_users, what_makes_no_sense_is_refused_as_scim_says)
{
    auto const id = made("nonsense");
    auto const type = [&](std::string const& operation) { return text(patch(id, operation).json(), "scimType"); };
    EXPECT_EQ(type(R"({"op":"Erase","path":"displayName"})"), "invalidSyntax");
    EXPECT_EQ(type(R"({"op":"Remove"})"), "noTarget");
    EXPECT_EQ(type(R"({"op":"Replace","path":"emails[type","value":"a"})"), "invalidPath");
    EXPECT_EQ(type(R"({"op":"Replace","path":"active","value":"perhaps"})"), "invalidValue");
    EXPECT_EQ(type(R"({"op":"Replace","path":"emails","value":"nobody"})"), "invalidValue");
    auto const nameless = directory->scim("POST", "/Users", R"({"userName":"no address"})", alder.key);
    EXPECT_EQ(nameless.status, 400);
    EXPECT_EQ(directory->scim("POST", "/Users", "{", alder.key).json().at("scimType"), "invalidSyntax");
}

TEST_F(scim_users, owners_and_people_made_by_hand_are_never_taken_over)
{
    auto const body = [](std::string const& email) { return R"({"userName":")" + email + R"("})"; };
    auto const owner = directory->scim("POST", "/Users", body("owner@alder.example"), alder.key);
    EXPECT_EQ(owner.status, 409) << owner.body;
    auto const hand = directory->cloud.make_user(alder.owner, "hand@alder.example", "agent");
    EXPECT_EQ(directory->scim("POST", "/Users", body("hand@alder.example"), alder.key).status, 409);
    EXPECT_EQ(directory->scim("GET", "/Users/" + hand, "", alder.key).status, 404);
    EXPECT_EQ(directory->scim("DELETE", "/Users/" + hand, "", alder.key).status, 404);

    // Until an administrator hands them over.
    EXPECT_EQ(directory->cloud.call("POST", "/api/v1/scim/users", {{"user_id", hand}}, alder.owner).status, 204);
    auto const found = directory->scim("GET", "/Users?filter=" + encoded("userName eq \"hand@alder.example\""), "", alder.key).json();
    EXPECT_EQ(found.at("Resources").at(0).at("id"), bj::value(hand));
    EXPECT_EQ(patch(hand, R"({"op":"Replace","path":"active","value":false})").status, 200);
    EXPECT_EQ(testing::call(directory->cloud.server->port(), "DELETE", "/api/v1/scim/users/" + hand, alder.owner).status, 204);
    EXPECT_EQ(directory->scim("GET", "/Users/" + hand, "", alder.key).status, 404);
    EXPECT_EQ(directory->cloud.call("PATCH", "/api/v1/users/" + hand, {{"active", true}}, alder.owner).status, 200);
}

TEST_F(scim_users, another_tenants_key_sees_and_changes_nothing)
{
    auto const id = made("isolated");
    EXPECT_EQ(directory->scim("GET", "/Users/" + id, "", birch.key).status, 404);
    EXPECT_EQ(directory->scim("DELETE", "/Users/" + id, "", birch.key).status, 404);
    EXPECT_EQ(directory->scim("PATCH", "/Users/" + id, patch_op(R"({"op":"Replace","path":"active","value":false})"), birch.key).status,
              404);
    auto const filter = encoded("userName eq \"Test_User_isolated\"");
    EXPECT_EQ(directory->scim("GET", "/Users?filter=" + filter, "", birch.key).json().at("totalResults"), 0);
    EXPECT_EQ(user(id).at("active"), true);
    auto const keyless = directory->scim("GET", "/Users", "", "");
    EXPECT_EQ(keyless.status, 401);
    EXPECT_EQ(keyless.headers.at("content-type"), "application/scim+json");
    EXPECT_EQ(directory->scim("GET", "/Users", "", alder.other_key).status, 403) << "a key without the right";
}

TEST_F(scim_users, the_same_sequence_twice_gives_the_same_state)
{
    auto const id = made("again");
    std::vector<std::string> const sequence{
        R"({"op":"Replace","path":"displayName","value":"One"})", R"({"op":"Replace","path":"active","value":false})",
        R"({"op":"Add","path":"emails[type eq \"work\"].value","value":"again2@alder.example"})",
        R"({"op":"Replace","path":"active","value":true})", R"({"op":"Remove","path":"name.givenName"})"};
    auto const state = [&] {
        auto after = user(id);
        after.as_object()["meta"] = nullptr;
        return bj::serialize(after) +
               directory->cloud.get("/api/v1/users/" + id, alder.owner).json().at("display_name").as_string().c_str();
    };
    for (auto const& step : sequence) EXPECT_EQ(patch(id, step).status, 200);
    auto const once = state();
    for (auto const& step : sequence) EXPECT_EQ(patch(id, step).status, 200);
    EXPECT_EQ(state(), once);
    auto const version = directory->cloud.get("/api/v1/users/" + id, alder.owner).json().at("version");
    for (int i = 0; i < 2; ++i) EXPECT_EQ(patch(id, sequence.back()).status, 200);
    EXPECT_EQ(directory->cloud.get("/api/v1/users/" + id, alder.owner).json().at("version"), version) << "nothing changed, nothing written";
}

}  // namespace
}  // namespace mz::scim::test
