// Groups as Entra ID pushes them, and the roles that an administrator maps them to.
#include "scim/test_directory.hpp"

namespace mz::scim::test {
namespace {

class scim_groups : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        directory = std::make_unique<Directory>();
        alder = directory->make_tenant("Alder");
        birch = directory->make_tenant("Birch");
    }
    static void TearDownTestSuite() { directory.reset(); }

    static std::string group(std::string const& name)
    {
        auto const body =
            R"({"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group",)"
            R"("http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group"],"externalId":"8aa1a0c0","displayName":")" +
            name + R"(","meta":{"resourceType":"Group"}})";
        auto const answer = directory->scim("POST", "/Groups", body, alder.key);
        EXPECT_EQ(answer.status, 201) << answer.body;
        EXPECT_TRUE(answer.json().at("members").as_array().empty());
        return text(answer.json(), "id");
    }
    static std::string user(std::string const& name)
    {
        auto const answer = directory->scim("POST", "/Users", entra_user(name), alder.key);
        EXPECT_EQ(answer.status, 201) << answer.body;
        return text(answer.json(), "id");
    }
    static Answer patch(std::string const& id, std::string const& operations)
    {
        return directory->scim("PATCH", "/Groups/" + id, patch_op(operations), alder.key);
    }
    static void add(std::string const& id, std::string const& member)
    {
        auto const answer = patch(id, R"({"op":"Add","path":"members","value":[{"$ref":null,"value":")" + member + R"("}]})");
        EXPECT_EQ(answer.status, 204) << answer.body;
    }
    static void take(std::string const& id, std::string const& member)
    {
        auto const answer = patch(id, R"({"op":"Remove","path":"members","value":[{"$ref":null,"value":")" + member + R"("}]})");
        EXPECT_EQ(answer.status, 204) << answer.body;
    }
    static std::size_t members(std::string const& id)
    {
        return directory->scim("GET", "/Groups/" + id, "", alder.key).json().at("members").as_array().size();
    }
    static std::string role(std::string const& id) { return text(directory->cloud.get("/api/v1/users/" + id, alder.owner).json(), "role"); }
    static Answer map(bj::array const& groups, std::string const& by, std::string const& by_default = "auditor")
    {
        return directory->cloud.call("PUT", "/api/v1/scim/mapping", {{"default_role", by_default}, {"groups", groups}}, by);
    }

    static inline std::unique_ptr<Directory> directory;
    static inline TenantKeys alder;
    static inline TenantKeys birch;
};

TEST_F(scim_groups, a_group_is_created_found_renamed_and_deleted)
{
    auto const id = group("Operators");
    auto const filter = "/Groups?excludedAttributes=members&filter=" + encoded("displayName eq \"operators\"");
    auto const found = directory->scim("GET", filter, "", alder.key).json();
    EXPECT_EQ(found.at("totalResults"), 1);
    EXPECT_EQ(found.at("Resources").at(0).at("id"), bj::value(id));
    EXPECT_EQ(found.at("Resources").at(0).as_object().if_contains("members"), nullptr);
    auto const bare = directory->scim("GET", "/Groups/" + id + "?excludedAttributes=members", "", alder.key).json();
    EXPECT_EQ(bare.as_object().if_contains("members"), nullptr);
    EXPECT_EQ(patch(id, R"({"op":"Replace","path":"displayName","value":"Night operators"})").status, 204);
    EXPECT_EQ(patch(id, R"({"op":"Replace","value":{"displayName":"Operators of the night"}})").status, 204);
    EXPECT_EQ(text(directory->scim("GET", "/Groups/" + id, "", alder.key).json(), "displayName"), "Operators of the night");
    EXPECT_EQ(directory->scim("DELETE", "/Groups/" + id, "", alder.key).status, 204);
    EXPECT_EQ(directory->scim("GET", "/Groups/" + id, "", alder.key).status, 404);
}

TEST_F(scim_groups, members_come_and_go_in_every_way_that_entra_writes_it)
{
    auto const id = group("Members");
    auto const anna = user("anna");
    auto const jan = user("jan");
    add(id, anna);
    add(id, anna);
    EXPECT_EQ(members(id), 1U) << "a second time changes nothing";
    add(id, jan);
    auto const among = "/Groups?excludedAttributes=members&filter=" + encoded("id eq \"" + id + "\" and members eq \"" + anna + "\"");
    EXPECT_EQ(directory->scim("GET", among, "", alder.key).json().at("totalResults"), 1);
    take(id, anna);
    take(id, anna);
    EXPECT_EQ(directory->scim("GET", among, "", alder.key).json().at("totalResults"), 0);
    EXPECT_EQ(patch(id, R"({"op":"Remove","path":"members[value eq \")" + jan + R"(\"]"})").status, 204);
    EXPECT_EQ(members(id), 0U);
    EXPECT_EQ(patch(id, R"({"op":"Replace","path":"members","value":[{"value":")" + anna + R"("},{"value":")" + jan + R"("}]})").status,
              204);
    EXPECT_EQ(members(id), 2U);
    EXPECT_EQ(patch(id, R"({"op":"Remove","path":"members"})").status, 204);
    EXPECT_EQ(members(id), 0U);
    auto const nobody = patch(id, R"({"op":"Add","path":"members","value":[{"value":"f648f8d5ea4e4cd38e9c"}]})");
    EXPECT_EQ(nobody.status, 400);
    EXPECT_EQ(nobody.json().at("scimType"), "invalidValue");
}

TEST_F(scim_groups, the_highest_mapped_group_decides_the_role_at_once)
{
    auto const agents = group("Agents");
    auto const admins = group("Admins");
    auto const person = user("mapped");
    auto const access = directory->sign_in("mapped@alder.example");
    EXPECT_EQ(directory->cloud.get("/api/v1/audit", access).status, 200) << "an auditor by default";
    add(agents, person);
    EXPECT_EQ(role(person), "auditor") << "nobody has mapped it";
    auto const mapped = map({bj::object{{"id", admins}, {"role", "admin"}}, bj::object{{"id", agents}, {"role", "agent"}}}, alder.owner);
    EXPECT_EQ(mapped.status, 200) << mapped.body;
    EXPECT_EQ(role(person), "agent");
    EXPECT_EQ(directory->cloud.get("/api/v1/audit", access).status, 403) << "at the next request";
    add(admins, person);
    EXPECT_EQ(role(person), "admin");
    EXPECT_EQ(map({bj::object{{"id", agents}, {"role", "agent"}}, bj::object{{"id", admins}, {"role", "admin"}}}, alder.owner).status, 200);
    EXPECT_EQ(role(person), "agent") << "the order decides";
    EXPECT_EQ(directory->scim("DELETE", "/Groups/" + agents, "", alder.key).status, 204);
    EXPECT_EQ(role(person), "admin");
    take(admins, person);
    EXPECT_EQ(role(person), "auditor");
    EXPECT_EQ(map({}, alder.owner, "security_analyst").status, 200);
    EXPECT_EQ(role(person), "security_analyst") << "the default";
    EXPECT_EQ(map({}, alder.owner).status, 200);
}

TEST_F(scim_groups, nobody_maps_to_more_than_they_can_give)
{
    auto const id = group("Everything");
    EXPECT_EQ(map({bj::object{{"id", id}, {"role", "owner"}}}, alder.owner).status, 400) << "owners are made one by one";
    bj::array const rights{"scim:read", "scim:write", "users:read", "users:write"};
    auto const made = directory->cloud.call("POST", "/api/v1/roles", {{"name", "People"}, {"permissions", rights}}, alder.owner).json();
    bj::object const person{{"email", "few@alder.example"}, {"display_name", "Few"}, {"role", "custom"}, {"role_id", made.at("id")}};
    auto const invited = directory->cloud.call("POST", "/api/v1/users", person, alder.owner).json();
    EXPECT_EQ(directory->cloud.set_up(text(invited, "setup_token")).status, 204);
    auto const by_few = directory->cloud.token("few@alder.example");
    bj::object const custom{{"id", id}, {"role", "custom"}, {"role_id", made.at("id")}};
    auto const lacking = map({custom}, by_few);
    EXPECT_EQ(lacking.status, 403) << "the default role is beyond them already";
    EXPECT_EQ(map({bj::object{{"id", id}, {"role", "admin"}}}, by_few).status, 403);
    auto const self = text(directory->cloud.get("/api/v1/me", by_few).json(), "id");
    EXPECT_EQ(directory->cloud.call("POST", "/api/v1/scim/users", {{"user_id", self}}, by_few).status, 403) << "the default role is more";
    EXPECT_EQ(map({custom}, alder.owner).status, 200);
    auto const deleting = testing::call(directory->cloud.server->port(), "DELETE", "/api/v1/roles/" + text(made, "id"), alder.owner);
    EXPECT_EQ(deleting.status, 409) << deleting.body;
}

TEST_F(scim_groups, another_tenants_group_is_not_found)
{
    auto const id = group("Isolated");
    EXPECT_EQ(directory->scim("GET", "/Groups/" + id, "", birch.key).status, 404);
    EXPECT_EQ(directory->scim("DELETE", "/Groups/" + id, "", birch.key).status, 404);
    EXPECT_EQ(directory->scim("GET", "/Groups", "", birch.key).json().at("totalResults"), 0);
    EXPECT_EQ(map({bj::object{{"id", id}, {"role", "agent"}}}, birch.owner).status, 400);
}

TEST_F(scim_groups, what_is_supported_can_be_read)
{
    for (std::string const path : {"/ServiceProviderConfig", "/ResourceTypes", "/Schemas"}) {
        auto const answer = directory->scim("GET", path, "", alder.key);
        EXPECT_EQ(answer.status, 200) << path;
        EXPECT_EQ(answer.headers.at("content-type"), "application/scim+json");
    }
    auto const config = directory->scim("GET", "/ServiceProviderConfig", "", alder.key).json();
    EXPECT_EQ(config.at("patch").at("supported"), true);
    EXPECT_EQ(config.at("filter").at("maxResults"), 200);
    EXPECT_EQ(directory->scim("GET", "/Schemas", "", alder.key).json().at("totalResults"), 2);
}

}  // namespace
}  // namespace mz::scim::test
