#include "identity/test_factors.hpp"

namespace mz::identity::test {
namespace {

using passkeys = Factory;

TEST_F(passkeys, one_finishes_a_log_in)
{
    SoftPasskey const key;
    EXPECT_EQ(add(key, token).status, 200);
    auto const asked = challenge();
    EXPECT_EQ(finish(asked, "assertion", json_of(key.get(asked))).status, 200);
    auto const mine = cloud.get("/api/v1/me/factors", token).json();
    EXPECT_EQ(mine.at("passkeys").as_array().size(), 1U);
    EXPECT_FALSE(mine.at("passkeys").at(0).at("last_used_at").is_null());
    EXPECT_EQ(text(mine, "rp_id"), page_domain);
}

TEST_F(passkeys, one_signs_in_alone)
{
    SoftPasskey const key;
    add(key, token);
    auto const asked = text(post("auth/passkey/challenge", {}).json(), "challenge");
    auto const answer = post("auth/passkey", {{"challenge", asked}, {"assertion", json_of(key.get(asked))}});
    ASSERT_EQ(answer.status, 200) << answer.body;
    EXPECT_EQ(text(answer.json(), "tenant_id"), document.tenant.id.to_string());
    EXPECT_EQ(cloud.value("select second_factor from identity.sessions order by created_at desc limit 1"), "true");
    EXPECT_EQ(type_of(post("auth/passkey", {{"challenge", asked}, {"assertion", json_of(key.get(asked))}})), problem("challenge-over"));

    SoftPasskey const unknown;
    auto const next = text(post("auth/passkey/challenge", {}).json(), "challenge");
    EXPECT_EQ(post("auth/passkey", {{"challenge", next}, {"assertion", json_of(unknown.get(next))}}).status, 401);
}

TEST_F(passkeys, an_answer_to_another_challenge_or_from_another_page_is_refused)
{
    SoftPasskey const key;
    add(key, token);
    auto const earlier = challenge();
    auto const asked = challenge();
    EXPECT_EQ(type_of(finish(asked, "assertion", json_of(key.get(earlier)))), problem("passkey-refused"));
    EXPECT_EQ(finish(asked, "assertion", json_of(key.get(asked, {.origin = "https://evil.example"}))).status, 403);
    EXPECT_EQ(finish(asked, "assertion", json_of(key.get(asked, {.domain = "evil.example"}))).status, 403);
    EXPECT_EQ(finish(asked, "assertion", json_of(key.get(asked, {.flags = 0x01}))).status, 403);
    EXPECT_EQ(finish(asked, "assertion", json_of(key.get(asked))).status, 200) << "it was not spent by what was refused";
}

TEST_F(passkeys, another_persons_is_refused)
{
    cloud.make_user(token, "ann@alder.example", "admin");
    SoftPasskey const anns;
    add(anns, cloud.token("ann@alder.example"));
    SoftPasskey const mine;
    add(mine, token);
    auto const asked = challenge();
    EXPECT_EQ(type_of(finish(asked, "assertion", json_of(anns.get(asked)))), problem("passkey-refused"));
    EXPECT_EQ(add(anns, token).status, 409) << "nor can it be added by a second person";
}

TEST_F(passkeys, one_that_was_made_for_another_person_cannot_be_added)
{
    cloud.make_user(token, "ann@alder.example", "admin");
    SoftPasskey const key;
    auto const offered = text(cloud.get("/api/v1/me/factors/offer", token).json().at("passkey"), "challenge");
    auto passkey = mz::json::parse(json::write(key.create(offered))).as_object();
    passkey["challenge"] = offered;
    passkey["name"] = "Key";
    EXPECT_EQ(type_of(post("me/factors", {{"passkey", passkey}}, cloud.token("ann@alder.example"))), problem("passkey-refused"));
    EXPECT_EQ(post("me/factors", {{"passkey", passkey}}, token).status, 200);
    EXPECT_EQ(post("me/factors", {{"passkey", passkey}}, token).status, 403) << "a challenge is used once";
}

TEST_F(passkeys, a_counter_that_does_not_grow_is_refused_and_noted)
{
    SoftPasskey key;
    key.counter = 5;
    add(key, token);
    auto const asked = challenge();
    EXPECT_EQ(type_of(finish(asked, "assertion", json_of(key.get(asked)))), problem("passkey-refused"));
    EXPECT_EQ(cloud.value("select count(*) from audit.entries where changes->>'passkey_refused' = 'counter' and actor_id is not null"),
              "1");
    EXPECT_FALSE(cloud.get("/api/v1/me/factors", token).json().at("passkeys").at(0).at("suspected_at").is_null());
    key.counter = 6;
    EXPECT_EQ(finish(asked, "assertion", json_of(key.get(asked))).status, 200);
}

TEST_F(passkeys, a_step_up_is_bound_to_its_session)
{
    SoftPasskey const key;
    add(key, token);
    auto const asked = challenge();
    auto const other = text(finish(asked, "assertion", json_of(key.get(asked))).json(), "access_token");
    auto const mine = text(cloud.get("/api/v1/auth/step-up/challenge", token).json(), "challenge");
    bj::object const proof{{"challenge", mine}, {"assertion", json_of(key.get(mine))}};
    EXPECT_EQ(type_of(post("auth/step-up", proof, other)), problem("challenge-over"));
    EXPECT_EQ(post("auth/step-up", {{"assertion", json_of(key.get(mine))}}, token).status, 400);
    EXPECT_EQ(post("auth/step-up", proof, token).status, 200);
    EXPECT_EQ(type_of(post("auth/step-up", proof, token)), problem("challenge-over"));
}

TEST_F(passkeys, each_person_names_and_removes_their_own)
{
    SoftPasskey const key;
    add(key, token);
    cloud.make_user(token, "ann@alder.example", "admin");
    auto const ann = cloud.token("ann@alder.example");
    auto const id = text(cloud.get("/api/v1/me/factors", token).json().at("passkeys").at(0), "id");
    auto const path = "/api/v1/me/passkeys/" + id;
    EXPECT_EQ(cloud.call("PATCH", path, {{"name", "Mine"}}, ann).status, 404);
    EXPECT_EQ(cloud.call("DELETE", path, {}, ann).status, 404);
    EXPECT_EQ(cloud.call("PATCH", path, {{"name", "Blue key"}}, token).status, 204);
    EXPECT_EQ(text(cloud.get("/api/v1/me/factors", token).json().at("passkeys").at(0), "name"), "Blue key");
    EXPECT_EQ(cloud.call("DELETE", path, {}, token).status, 204);
    EXPECT_EQ(cloud.log_in(email).status, 200);
}

}  // namespace
}  // namespace mz::identity::test
