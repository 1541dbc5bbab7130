#include "identity/test_factors.hpp"

namespace mz::identity::test {
namespace {

class Policy : public Factory {
protected:
    Answer put(bj::object policy) const
    {
        if (!policy.contains("roles")) policy["roles"] = bj::array{};
        return cloud.call("PUT", "/api/v1/security-policy", policy, token);
    }
    // What a log-in asks whoever has no factor.
    std::string enrolment(std::string const& of) const
    {
        auto const answer = cloud.log_in(of);
        EXPECT_EQ(type_of(answer), problem("second-factor-enrolment-required")) << answer.body;
        return text(answer.json(), "challenge");
    }
};
using policy = Policy;

TEST_F(policy, it_demands_a_factor_of_everybody_and_nobody_is_locked_out)
{
    EXPECT_EQ(put({{"second_factor", "everybody"}}).status, 200);
    auto const asked = enrolment(email);
    EXPECT_EQ(type_of(finish(asked, "code", bj::value("000000"))), problem("challenge-over")) << "it permits enrolment only";
    auto const offer = post("auth/enrolment", {{"challenge", asked}});
    ASSERT_EQ(offer.status, 200) << offer.body;
    secret = base32_decoded(text(offer.json().at("totp"), "secret"));
    bj::object const confirm{{"challenge", asked}, {"totp", {{"offer", offer.json().at("totp").at("offer")}, {"code", code()}}}};
    auto const answer = post("auth/enrolment/confirm", confirm);
    ASSERT_EQ(answer.status, 200) << answer.body;
    EXPECT_EQ(answer.json().at("recovery_codes").as_array().size(), 10U);
    EXPECT_NE(cookie_of(answer), "");
    token = text(answer.json().at("session"), "access_token");
    EXPECT_EQ(cloud.get("/api/v1/me", token).status, 200);
    EXPECT_EQ(post("auth/enrolment/confirm", confirm).status, 403);

    next_step();
    EXPECT_EQ(finish(challenge(), "code", bj::value(code())).status, 200);
    EXPECT_EQ(type_of(cloud.call("DELETE", "/api/v1/me/totp", {}, token)), problem("last-factor"));
}

TEST_F(policy, an_enrolment_adds_a_first_factor_only)
{
    EXPECT_EQ(put({{"second_factor", "everybody"}}).status, 200);
    auto const asked = enrolment(email);
    add_totp();
    SoftPasskey const key;
    auto const offered = text(post("auth/enrolment", {{"challenge", asked}}).json().at("passkey"), "challenge");
    auto passkey = mz::json::parse(json::write(key.create(offered))).as_object();
    passkey["challenge"] = offered;
    passkey["name"] = "Key";
    EXPECT_EQ(type_of(post("auth/enrolment/confirm", {{"challenge", asked}, {"passkey", passkey}})), problem("has-second-factor"));
}

TEST_F(policy, it_demands_a_factor_of_the_named_roles_only)
{
    EXPECT_EQ(put({{"second_factor", "roles"}}).status, 400);
    cloud.make_user(token, "ann@alder.example", "admin");
    EXPECT_EQ(put({{"second_factor", "roles"}, {"roles", {"admin"}}}).status, 200);
    EXPECT_EQ(cloud.log_in(email).status, 200);
    enrolment("ann@alder.example");
}

TEST_F(policy, changing_the_tenant_asks_as_well)
{
    auto const birch = cloud.make_tenant("Birch");
    auto const by_birch = cloud.token(birch.owner.email);
    auto const invited = cloud.call("POST", "/api/v1/users", {{"email", email}, {"display_name", "Al"}, {"role", "agent"}}, by_birch);
    EXPECT_EQ(invited.status, 201);
    EXPECT_EQ(cloud.set_up(std::string(invited.json().at("setup_token").as_string())).status, 204);
    EXPECT_EQ(cloud.call("PUT", "/api/v1/security-policy", {{"second_factor", "everybody"}, {"roles", bj::array{}}}, by_birch).status, 200);
    bj::object const to_birch{{"tenant_id", birch.tenant.id.to_string()}};
    EXPECT_EQ(type_of(post("auth/switch", to_birch, token)), problem("second-factor-enrolment-required"));

    // With the factor added in this session, the session has shown it.
    auto const before = token;
    add_totp();
    EXPECT_EQ(post("auth/switch", to_birch, before).status, 200);

    // A session from before the factor was added is asked, and ends when the other begins.
    auto const plain = cloud.value("select count(*) from identity.sessions where ended_at is null and tenant_id = '" +
                                   document.tenant.id.to_string() + "'");
    EXPECT_EQ(plain, "0");
    auto const signed_in =
        finish(text(cloud
                        .call("POST", "/api/v1/auth/login",
                              {{"email", email}, {"password", pass_phrase}, {"tenant_id", document.tenant.id.to_string()}})
                        .json(),
                    "challenge"),
               "code", bj::value(code()));
    ASSERT_EQ(signed_in.status, 200) << signed_in.body;
    auto connection = cloud.database.connect_superuser();
    connection.run("update identity.sessions set second_factor = false");
    auto const asked = post("auth/switch", to_birch, text(signed_in.json(), "access_token"));
    EXPECT_EQ(type_of(asked), problem("second-factor-required"));
    next_step();
    auto const there = finish(text(asked.json(), "challenge"), "code", bj::value(code()));
    ASSERT_EQ(there.status, 200) << there.body;
    EXPECT_EQ(text(there.json(), "tenant_id"), birch.tenant.id.to_string());
    EXPECT_EQ(cloud.get("/api/v1/me", text(signed_in.json(), "access_token")).status, 401);
}

TEST_F(policy, sessions_live_as_long_as_the_tenant_says)
{
    EXPECT_EQ(put({{"second_factor", "nobody"}, {"session_idle_minutes", 10}, {"session_absolute_minutes", 20}}).status, 200);
    auto const idle = cookie_of(cloud.log_in(email));
    clock.advance(seconds(601));
    EXPECT_EQ(cloud.with_cookie("/api/v1/auth/refresh", idle).status, 401);

    auto busy = cookie_of(cloud.log_in(email));
    for (int i = 0; i < 3; ++i) {
        clock.advance(seconds(360));
        auto const answer = cloud.with_cookie("/api/v1/auth/refresh", busy);
        ASSERT_EQ(answer.status, 200) << answer.body;
        busy = cookie_of(answer);
    }
    clock.advance(seconds(360));
    EXPECT_EQ(cloud.with_cookie("/api/v1/auth/refresh", busy).status, 401) << "24 minutes";
}

TEST_F(policy, only_an_owner_changes_it_within_the_platforms_limits_and_knowing_what_it_was)
{
    auto const read = cloud.get("/api/v1/security-policy", token);
    ASSERT_EQ(read.status, 200) << read.body;
    EXPECT_EQ(text(read.json(), "second_factor"), "nobody");
    EXPECT_EQ(read.json().at("most_idle_minutes").as_int64(), 3 * 24 * 60);
    EXPECT_EQ(put({{"second_factor", "nobody"}, {"session_idle_minutes", 3 * 24 * 60 + 1}}).status, 400);
    EXPECT_EQ(put({{"second_factor", "nobody"}, {"session_idle_minutes", 60}}).status, 200);

    testing::Exchange stale{"PUT", "/api/v1/security-policy", R"({"second_factor":"nobody","roles":[]})", {}};
    stale.headers = {{"Content-Type", "application/json"}, {"Authorization", "Bearer " + token}, {"If-Match", "\"0\""}};
    EXPECT_EQ(testing::exchange(cloud.server->port(), stale).status, 412);

    cloud.make_user(token, "ann@alder.example", "admin");
    token = cloud.token("ann@alder.example");
    EXPECT_EQ(cloud.get("/api/v1/security-policy", token).status, 200);
    EXPECT_EQ(put({{"second_factor", "nobody"}}).status, 403);
}

}  // namespace
}  // namespace mz::identity::test
