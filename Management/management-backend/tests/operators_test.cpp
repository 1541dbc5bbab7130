// Operators who are made, changed and kept out by other operators.
#include "management.hpp"
#include "testing/fake_clock.hpp"

namespace mz::management::tests {
namespace {

constexpr auto good_password = "a barrel of quiet herons";

std::string type_of(Answer const& answer)
{
    auto const body = answer.json();
    auto const& type = body.at("type").as_string();
    return std::string(type).substr(type.rfind(':') + 1);
}

class operators_page : public ::testing::Test {
protected:
    operators_page() : by_owner(management.token("owner")) {}

    Answer create(std::string const& name, std::string const& role, std::string const& by) const
    {
        return management.call("POST", "/api/v1/operators", by,
                               {{"email", name + "@monozu.example"}, {"display_name", name}, {"role", role}});
    }
    // Made by the owner; the path of the new operator and the token of their link.
    std::pair<std::string, std::string> make(std::string const& name, std::string const& role) const
    {
        auto const made = create(name, role, by_owner);
        EXPECT_EQ(made.status, 201) << made.body;
        auto const url = std::string(made.json().at("setup_url").as_string());
        EXPECT_TRUE(url.starts_with("http://management.example/setup#token=")) << url;
        return {"/api/v1/operators/" + std::string(made.json().at("account").at("id").as_string()), url.substr(url.find('=') + 1)};
    }
    Answer set_up(std::string const& token, std::string const& password = good_password) const
    {
        return management.call("POST", "/api/v1/auth/setup", {}, {{"token", token}, {"password", password}});
    }
    std::string path_of_role(std::string const& role) const
    {
        return "/api/v1/operators/" + management.value("select id from operators.operators where email = '" + role + "@monozu.example'");
    }

    testing::FakeClock clock;
    Management management;
    std::string by_owner;
};

TEST_F(operators_page, a_new_operator_chooses_a_password_with_a_link_that_works_once)
{
    auto const [path, token] = make("wren", "operator");
    EXPECT_EQ(management.call("GET", path, by_owner).json().at("pending"), true);
    EXPECT_EQ(management.log_in("wren", good_password).status, 401);
    EXPECT_EQ(type_of(set_up(token, "monozu wren")), "password-length");
    EXPECT_EQ(type_of(set_up(token, "wren wren wren")), "password-repetitive");
    EXPECT_EQ(set_up(token).status, 204);
    EXPECT_EQ(management.log_in("wren", good_password).status, 200);
    EXPECT_EQ(type_of(set_up(token)), "setup-token-invalid");
    EXPECT_EQ(management.value("select string_agg(operation, ' ' order by id) from audit.entries where target_id::text = '" +
                               path.substr(path.rfind('/') + 1) + "' and outcome = 'done'"),
              "operator_create auth_setup auth_login");
}

TEST_F(operators_page, the_link_is_stored_as_a_hash_and_runs_out)
{
    auto const [path, token] = make("wren", "viewer");
    EXPECT_EQ(management.value("select encode(setup_token_hash, 'hex') from operators.operators where email = 'wren@monozu.example'"),
              hex(sha256(token)));
    clock.advance(std::chrono::hours(24 * 3) + std::chrono::seconds(1));
    EXPECT_EQ(type_of(set_up(token)), "setup-token-invalid");
    by_owner = management.token("owner");
    auto const again = management.call("POST", path + "/setup-link", by_owner);
    ASSERT_EQ(again.status, 200) << again.body;
    auto const url = std::string(again.json().at("setup_url").as_string());
    EXPECT_EQ(set_up(url.substr(url.find('=') + 1)).status, 204);
}

TEST_F(operators_page, an_address_is_taken_once_and_a_role_is_one_of_three)
{
    make("wren", "viewer");
    EXPECT_EQ(create("wren", "viewer", by_owner).status, 409);
    EXPECT_EQ(create("robin", "emperor", by_owner).status, 400);
    EXPECT_EQ(create("robin", "viewer", management.token("operator")).status, 403);
}

TEST_F(operators_page, a_change_of_role_counts_at_once_and_is_written_down)
{
    auto const by_operator = management.token("operator");
    auto const path = path_of_role("operator");
    auto const changed = management.call("PATCH", path, by_owner, {{"role", "viewer"}});
    ASSERT_EQ(changed.status, 200) << changed.body;
    EXPECT_EQ(changed.json().at("role"), "viewer");
    EXPECT_EQ(management.call("POST", "/api/v1/tenants", by_operator, {{"name", "No"}, {"owner_email", "no@no.example"}}).status, 403);
    EXPECT_EQ(management.value("select changes->'after'->>'role' from audit.entries where operation = 'operator_update'"), "viewer");
}

TEST_F(operators_page, whoever_is_deactivated_is_out_at_once)
{
    auto const by_viewer = management.token("viewer");
    EXPECT_EQ(management.call("PATCH", path_of_role("viewer"), by_owner, {{"active", false}}).status, 200);
    EXPECT_EQ(management.call("GET", "/api/v1/me", by_viewer).status, 401);
    EXPECT_EQ(management.log_in("viewer").status, 401);
    EXPECT_EQ(type_of(management.call("POST", path_of_role("viewer") + "/setup-link", by_owner)), "operator-not-active");
    EXPECT_EQ(management.call("PATCH", path_of_role("viewer"), by_owner, {{"active", true}}).status, 200);
    EXPECT_EQ(management.log_in("viewer").status, 200);
}

TEST_F(operators_page, the_last_owner_who_can_sign_in_stays)
{
    auto const [path, token] = make("wren", "owner");
    for (bj::object const& change : {bj::object{{"role", "viewer"}}, bj::object{{"active", false}}}) {
        EXPECT_EQ(type_of(management.call("PATCH", path_of_role("owner"), by_owner, change)), "last-owner")
            << "the other has no password yet";
    }
    EXPECT_EQ(set_up(token).status, 204);
    EXPECT_EQ(management.call("PATCH", path_of_role("owner"), by_owner, {{"role", "viewer"}}).status, 200);
}

TEST_F(operators_page, a_stale_change_is_refused)
{
    testing::Exchange patch{"PATCH", path_of_role("viewer"), R"({"display_name":"Vera"})", {}};
    patch.headers = {{"Authorization", "Bearer " + by_owner}, {"Content-Type", "application/json"}, {"If-Match", "\"7\""}};
    EXPECT_EQ(testing::exchange(management.application->port(), patch).status, 412);
}

TEST_F(operators_page, making_and_promoting_asks_for_a_fresh_proof)
{
    auto const path = path_of_role("viewer");
    clock.advance(std::chrono::seconds(599));
    auto const cookie = cookie_of(management.log_in("owner"));
    clock.advance(std::chrono::seconds(601));
    by_owner = std::string(management.with_cookie("/api/v1/auth/refresh", cookie).json().at("access_token").as_string());
    EXPECT_EQ(type_of(create("wren", "viewer", by_owner)), "step-up-required");
    EXPECT_EQ(type_of(management.call("PATCH", path, by_owner, {{"role", "operator"}})), "step-up-required");
    EXPECT_EQ(management.call("PATCH", path, by_owner, {{"display_name", "Vera"}}).status, 200) << "a name is no danger";
    EXPECT_EQ(type_of(management.call("POST", "/api/v1/auth/step-up", by_owner, {{"password", "not it at all"}})), "wrong-proof");
    auto const proved = management.call("POST", "/api/v1/auth/step-up", by_owner, {{"password", pass_phrase}});
    ASSERT_EQ(proved.status, 200) << proved.body;
    EXPECT_EQ(create("wren", "viewer", std::string(proved.json().at("access_token").as_string())).status, 201);
}

TEST_F(operators_page, sessions_are_listed_and_ended_by_oneself_and_by_an_owner)
{
    auto const first = management.token("viewer");
    auto const second = management.token("viewer");
    auto const mine = management.call("GET", "/api/v1/me/sessions", second).json().at("items").as_array();
    ASSERT_EQ(mine.size(), 2U);
    EXPECT_EQ(mine[0].at("current").as_bool() + mine[1].at("current").as_bool(), 1);
    EXPECT_EQ(mine[0].at("address"), "127.0.0.1");
    EXPECT_EQ(management.call("POST", "/api/v1/me/sessions/end-others", second).status, 204);
    EXPECT_EQ(management.call("GET", "/api/v1/me", first).status, 401);
    auto const path = path_of_role("viewer");
    EXPECT_EQ(management.call("GET", path + "/sessions", by_owner).json().at("items").as_array().size(), 1U);
    EXPECT_EQ(management.call("POST", path + "/sessions/end", by_owner, bj::object{}).status, 204);
    EXPECT_EQ(management.call("GET", "/api/v1/me", second).status, 401);
    auto const owners = management.call("GET", "/api/v1/me/sessions", by_owner).json().at("items").at(0).at("id");
    EXPECT_EQ(management.call("DELETE", "/api/v1/me/sessions/" + std::string(owners.as_string()), management.token("viewer")).status, 404);
}

TEST_F(operators_page, a_new_password_ends_the_other_sessions)
{
    auto const other = management.token("viewer");
    auto const mine = management.token("viewer");
    auto const change = [&](std::string const& current, std::string const& next) {
        return management.call("POST", "/api/v1/me/password", mine, {{"current_password", current}, {"new_password", next}});
    };
    EXPECT_EQ(type_of(change("not it at all", good_password)), "wrong-password");
    EXPECT_EQ(type_of(change(pass_phrase, "viewer2026!!")), "password-personal");
    EXPECT_EQ(change(pass_phrase, good_password).status, 204);
    EXPECT_EQ(management.call("GET", "/api/v1/me", other).status, 401);
    EXPECT_EQ(management.call("GET", "/api/v1/me", mine).status, 200);
    EXPECT_EQ(management.log_in("viewer").status, 401);
    EXPECT_EQ(management.log_in("viewer", good_password).status, 200);
}

}  // namespace
}  // namespace mz::management::tests
