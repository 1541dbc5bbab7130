#include "identity/test_factors.hpp"

#include <thread>

namespace mz::identity::test {
namespace {

using second_factor = Factory;

TEST_F(second_factor, whoever_has_one_is_asked_for_it)
{
    add_totp();
    auto const asked = cloud.log_in(email);
    EXPECT_EQ(asked.status, 403);
    EXPECT_EQ(cookie_of(asked), "");
    EXPECT_EQ(bj::serialize(asked.json().at("methods")), R"(["totp","recovery_code"])");
    auto const answer = finish(text(asked.json(), "challenge"), "code", bj::value(code()));
    ASSERT_EQ(answer.status, 200) << answer.body;
    EXPECT_NE(cookie_of(answer), "");
    EXPECT_EQ(cloud.get("/api/v1/me", text(answer.json(), "access_token")).status, 200);
    EXPECT_EQ(cloud.value("select changes->>'method' from audit.entries where operation = 'auth_second_factor'"), "totp");
    EXPECT_EQ(cloud.value("select position(decode('" + hex(secret) + "', 'hex') in secret) from identity.totp"), "0") << "it is sealed";
}

TEST_F(second_factor, a_new_password_by_letter_is_no_way_around_it)
{
    add_totp();
    EXPECT_EQ(post("auth/password/forgot", {{"email", email}}).status, 202);
    std::vector<mail::PasswordReset> letters;
    for (int i = 0; i < 500 && letters.empty(); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        letters = cloud.letters<mail::PasswordReset>(email);
    }
    ASSERT_EQ(letters.size(), 1U);
    auto const token = letters[0].path.substr(letters[0].path.find('=') + 1);
    auto const phrase = "seven quiet wagons of plum";
    auto const reset = post("auth/password/reset", {{"token", token}, {"password", phrase}});
    EXPECT_EQ(reset.status, 204) << reset.body;
    EXPECT_EQ(cookie_of(reset), "") << "nobody is signed in by a link";
    auto const asked = cloud.log_in(email, phrase);
    EXPECT_EQ(asked.status, 403);
    EXPECT_EQ(type_of(asked), problem("second-factor-required"));
}

TEST_F(second_factor, a_good_password_is_needed_first)
{
    add_totp();
    EXPECT_EQ(cloud.log_in(email, "not the pass phrase").status, 401);
}

TEST_F(second_factor, a_code_is_taken_once)
{
    add_totp();
    auto const used = code();
    EXPECT_EQ(finish(challenge(), "code", bj::value(used)).status, 200);
    auto const again = finish(challenge(), "code", bj::value(used));
    EXPECT_EQ(again.status, 403);
    EXPECT_EQ(type_of(again), problem("wrong-proof"));
    EXPECT_EQ(finish(challenge(), "code", bj::value(code(-1))).status, 403) << "nor one from before it";
    EXPECT_EQ(finish(challenge(), "code", bj::value(code(1))).status, 200);
}

TEST_F(second_factor, a_recovery_code_is_taken_once_however_it_is_typed)
{
    auto const codes = add_totp();
    ASSERT_EQ(codes.size(), 10U);
    auto const one = lower_ascii(std::string(codes[3].as_string()));
    EXPECT_EQ(finish(challenge(), "recovery_code", bj::value(one)).status, 200);
    EXPECT_EQ(finish(challenge(), "recovery_code", bj::value(one)).status, 403);
    EXPECT_EQ(finish(challenge(), "recovery_code", bj::value("2222-2222-2222-2222")).status, 403);
    auto const mine = cloud.get("/api/v1/me/factors", token).json();
    EXPECT_EQ(mine.at("recovery_codes_left").as_int64(), 9);

    auto const renewed = post("me/recovery-codes", {}, token);
    ASSERT_EQ(renewed.status, 200) << renewed.body;
    EXPECT_EQ(finish(challenge(), "recovery_code", codes[4]).status, 403) << "the old ones are worth nothing";
    EXPECT_EQ(finish(challenge(), "recovery_code", renewed.json().at("recovery_codes").at(0)).status, 200);
}

TEST_F(second_factor, a_challenge_is_answered_once_and_in_time)
{
    add_totp();
    auto const once = challenge();
    EXPECT_EQ(finish(once, "code", bj::value(code())).status, 200);
    next_step();
    EXPECT_EQ(type_of(finish(once, "code", bj::value(code()))), problem("challenge-over"));

    auto const slow = challenge();
    clock.advance(seconds(301));
    EXPECT_EQ(type_of(finish(slow, "code", bj::value(code()))), problem("challenge-over"));
    EXPECT_EQ(type_of(finish("bm9uc2Vuc2U", "code", bj::value(code()))), problem("challenge-over"));
    auto const for_passkey = text(post("auth/passkey/challenge", {}).json(), "challenge");
    EXPECT_EQ(type_of(finish(for_passkey, "code", bj::value(code()))), problem("challenge-over")) << "made for something else";
}

TEST_F(second_factor, guessing_is_slowed_down_and_never_locks_for_good)
{
    add_totp();
    auto const tried = challenge();
    for (int i = 0; i < 5; ++i) EXPECT_EQ(finish(tried, "code", bj::value("000000")).status, 403);
    EXPECT_EQ(finish(tried, "code", bj::value(code())).status, 429) << "a challenge takes five wrong answers";
    auto const other = challenge();
    for (int i = 0; i < 5; ++i) EXPECT_EQ(finish(other, "code", bj::value("000000")).status, 403);
    auto const waiting = finish(challenge(), "code", bj::value(code()));
    EXPECT_EQ(waiting.status, 429) << "and a person ten";
    EXPECT_TRUE(waiting.headers.contains("retry-after"));
    clock.advance(seconds(61));
    EXPECT_EQ(finish(challenge(), "code", bj::value(code())).status, 200);
}

TEST_F(second_factor, exactly_one_proof_is_given)
{
    auto const codes = add_totp();
    EXPECT_EQ(post("auth/second-factor", {{"challenge", challenge()}}).status, 400);
    EXPECT_EQ(post("auth/second-factor", {{"challenge", challenge()}, {"code", code()}, {"recovery_code", codes[0]}}).status, 400);
}

TEST_F(second_factor, the_authenticator_app_is_added_with_its_first_code_only)
{
    auto const offer = cloud.get("/api/v1/me/factors/offer", token).json();
    auto const refused = post("me/factors", {{"totp", {{"offer", offer.at("totp").at("offer")}, {"code", "000000"}}}}, token);
    EXPECT_EQ(refused.status, 400);
    EXPECT_EQ(cloud.log_in(email).status, 200);

    cloud.make_user(token, "ann@alder.example", "admin");
    secret = base32_decoded(text(offer.at("totp"), "secret"));
    auto const foreign =
        post("me/factors", {{"totp", {{"offer", offer.at("totp").at("offer")}, {"code", code()}}}}, cloud.token("ann@alder.example"));
    EXPECT_EQ(type_of(foreign), problem("challenge-over")) << "an offer is one person's";
    EXPECT_EQ(cloud.value("select count(*) from identity.totp"), "0");
}

TEST_F(second_factor, a_step_up_asks_for_it_and_no_longer_for_the_password)
{
    add_totp();
    auto const by_password = post("auth/step-up", {{"password", pass_phrase}}, token);
    EXPECT_EQ(type_of(by_password), problem("wrong-proof"));
    auto const offer = cloud.get("/api/v1/auth/step-up/challenge", token).json();
    EXPECT_EQ(bj::serialize(offer.at("methods")), R"(["totp","recovery_code"])");
    EXPECT_EQ(post("auth/step-up", {{"code", code()}}, token).status, 200);
}

TEST_F(second_factor, whoever_adds_or_removes_one_gets_a_letter)
{
    add_totp();
    EXPECT_EQ(cloud.value("select count(*) from mail.outbox where kind = 'second_factor_changed'"), "1");
    EXPECT_EQ(cloud.call("DELETE", "/api/v1/me/totp", {}, token).status, 204);
    EXPECT_EQ(cloud.value("select count(*) from mail.outbox where kind = 'second_factor_changed'"), "2");
    EXPECT_EQ(cloud.value("select count(*) from identity.recovery_codes"), "0") << "they would stand in for nothing";
    EXPECT_EQ(cloud.log_in(email).status, 200);
}

TEST_F(second_factor, changing_them_needs_a_fresh_proof)
{
    auto const cookie = cookie_of(cloud.log_in(email));
    clock.advance(seconds(step_up_seconds + 1));
    auto const old = text(cloud.with_cookie("/api/v1/auth/refresh", cookie).json(), "access_token");
    for (auto const& [method, path] :
         {std::pair{"GET", "me/factors/offer"}, std::pair{"POST", "me/recovery-codes"}, std::pair{"DELETE", "me/totp"}}) {
        EXPECT_EQ(type_of(cloud.call(method, std::string("/api/v1/") + path, {}, old)), problem("step-up-required")) << path;
    }
}

TEST_F(second_factor, an_admin_takes_it_away_from_a_user_whom_the_tenant_has_to_itself)
{
    auto const ann = cloud.make_user(token, "ann@alder.example", "admin");
    auto const owner = std::exchange(token, cloud.token("ann@alder.example"));
    add_totp();
    auto const path = "/api/v1/users/" + ann + "/factors";
    EXPECT_EQ(cloud.call("DELETE", path, {}, owner).status, 204);
    EXPECT_EQ(cloud.log_in("ann@alder.example").status, 200);
    EXPECT_EQ(cloud.value("select count(*) from audit.entries where operation = 'user_factors_reset'"), "1");

    auto const me = text(cloud.get("/api/v1/me", owner).json(), "id");
    EXPECT_EQ(cloud.call("DELETE", "/api/v1/users/" + me + "/factors", {}, token).status, 403) << "an admin, from an owner";

    auto const birch = cloud.make_tenant("Birch");
    auto const by_birch = cloud.token(birch.owner.email);
    EXPECT_EQ(
        cloud.call("POST", "/api/v1/users", {{"email", "ann@alder.example"}, {"display_name", "Ann"}, {"role", "agent"}}, by_birch).status,
        201);
    add_totp();
    EXPECT_EQ(type_of(cloud.call("DELETE", path, {}, owner)), problem("member-elsewhere"));
    EXPECT_EQ(type_of(cloud.call("DELETE", path, {}, by_birch)), problem("member-elsewhere"));
    EXPECT_EQ(cloud.value("select count(*) from identity.totp"), "1");
}

TEST_F(second_factor, has_to_be_shown_before_an_invitation_is_accepted)
{
    add_totp();
    cloud.make_tenant("Birch");
    auto const by_birch = cloud.token("owner@birch.example");
    auto const invited = post("users", {{"email", email}, {"display_name", "Ann Example"}, {"role", "agent"}}, by_birch);
    ASSERT_EQ(invited.status, 201) << invited.body;
    auto const link = text(invited.json(), "setup_token");
    auto const by_password = post("auth/setup", {{"token", link}, {"password", pass_phrase}});
    EXPECT_EQ(by_password.status, 403);
    EXPECT_EQ(type_of(by_password), problem("sign-in-to-accept"));
    EXPECT_EQ(post("me/invitations", {{"token", link}}, token).status, 204);
}

}  // namespace
}  // namespace mz::identity::test
