// The second factor of operators who sign in with a password.
#include "factors/test_passkey.hpp"
#include "factors/test_totp.hpp"
#include "factors/totp.hpp"
#include "json/write.hpp"
#include "management.hpp"
#include "testing/fake_clock.hpp"

#include <boost/json/parse.hpp>

namespace mz::management::tests {
namespace {

std::string type_of(Answer const& answer)
{
    auto const body = answer.json();
    auto const& type = body.at("type").as_string();
    return std::string(type).substr(type.rfind(':') + 1);
}
std::string text(bj::value const& value, char const* key) { return std::string(value.at(key).as_string()); }

class second_factor : public ::testing::Test {
protected:
    Answer post(std::string const& path, bj::object const& body, std::string const& by = {}) const
    {
        return management.call("POST", "/api/v1/" + path, by, body);
    }
    std::string code(int steps_ahead = 0) const
    {
        return factors::totp::code(secret, now().microseconds / 1'000'000 / factors::totp::step_seconds + steps_ahead);
    }
    // Signs in for the first time and adds the app; the answer to the confirmation.
    Answer enrol(std::string const& role)
    {
        auto const asked = management.log_in(role);
        EXPECT_EQ(asked.status, 403) << asked.body;
        EXPECT_EQ(type_of(asked), "second-factor-enrolment-required");
        auto const challenge = text(asked.json(), "challenge");
        auto const offer = post("auth/enrolment", {{"challenge", challenge}});
        EXPECT_EQ(offer.status, 200) << offer.body;
        auto const body = offer.json();
        secret = factors::test::base32_decoded(text(body.at("totp"), "secret"));
        EXPECT_TRUE(text(body.at("totp"), "uri").starts_with("otpauth://totp/Monozu%20Management:"));
        bj::object const totp{{"offer", body.at("totp").at("offer")}, {"code", code()}};
        auto confirmed = post("auth/enrolment/confirm", {{"challenge", challenge}, {"totp", totp}});
        clock.advance(std::chrono::seconds(30));
        return confirmed;
    }
    std::string challenge(std::string const& role) const
    {
        auto const asked = management.log_in(role);
        EXPECT_EQ(type_of(asked), "second-factor-required") << asked.body;
        return text(asked.json(), "challenge");
    }

    testing::FakeClock clock;
    Management management{"http://127.0.0.1:9", [](Settings& settings) { settings.second_factor_required = true; }};
    std::string secret;
};

TEST_F(second_factor, is_added_at_the_first_sign_in_and_asked_for_at_the_next)
{
    auto const enrolled = enrol("viewer");
    ASSERT_EQ(enrolled.status, 200) << enrolled.body;
    EXPECT_EQ(enrolled.json().at("recovery_codes").as_array().size(), 10U);
    EXPECT_EQ(management.call("GET", "/api/v1/me", text(enrolled.json().at("session"), "access_token")).status, 200);
    auto const asked = challenge("viewer");
    EXPECT_EQ(type_of(post("auth/second-factor", {{"challenge", asked}, {"code", "000000"}})), "wrong-proof");
    EXPECT_EQ(post("auth/second-factor", {{"challenge", asked}, {"code", code()}}).status, 200);
    EXPECT_EQ(type_of(post("auth/second-factor", {{"challenge", asked}, {"code", code(1)}})), "challenge-over");
    EXPECT_EQ(type_of(post("auth/second-factor", {{"challenge", challenge("viewer")}, {"code", code()}})), "wrong-proof") << "used before";
    EXPECT_EQ(management.value("select position(decode('" + hex(secret) + "', 'hex') in secret) from operators.totp"), "0")
        << "it is sealed";
}

TEST_F(second_factor, a_recovery_code_stands_in_for_it_once)
{
    auto const codes = enrol("viewer").json().at("recovery_codes").as_array();
    EXPECT_EQ(post("auth/second-factor", {{"challenge", challenge("viewer")}, {"recovery_code", codes[0]}}).status, 200);
    EXPECT_EQ(type_of(post("auth/second-factor", {{"challenge", challenge("viewer")}, {"recovery_code", codes[0]}})), "wrong-proof");
}

TEST_F(second_factor, a_passkey_is_one_too)
{
    auto const token = text(enrol("viewer").json().at("session"), "access_token");
    auto const offer = management.call("GET", "/api/v1/me/factors/offer", token).json();
    factors::test::SoftPasskey key;
    factors::test::Says says;
    says.origin = "http://localhost:5173";
    auto passkey = bj::parse(json::write(key.create(text(offer.at("passkey"), "challenge"), says))).as_object();
    passkey["challenge"] = offer.at("passkey").at("challenge");
    passkey["name"] = "Key";
    EXPECT_EQ(post("me/factors", {{"passkey", passkey}}, token).status, 200);
    EXPECT_EQ(post("me/factors", {{"passkey", passkey}}, token).status, 403) << "its challenge has been answered";
    auto const asked = challenge("viewer");
    auto const shown = bj::parse(json::write(key.get(asked, says)));
    EXPECT_EQ(post("auth/second-factor", {{"challenge", asked}, {"assertion", shown}}).status, 200);
    auto const mine = management.call("GET", "/api/v1/me/factors", token).json();
    EXPECT_EQ(mine.at("passkeys").at(0).at("name"), "Key");
    EXPECT_EQ(mine.at("required"), true);
}

TEST_F(second_factor, the_last_one_stays_until_an_owner_resets_it)
{
    auto const token = text(enrol("viewer").json().at("session"), "access_token");
    EXPECT_EQ(type_of(management.call("DELETE", "/api/v1/me/totp", token)), "last-factor");
    auto const by_owner = text(enrol("owner").json().at("session"), "access_token");
    auto const path = "/api/v1/operators/" + management.value("select id from operators.operators where email = 'viewer@monozu.example'");
    EXPECT_EQ(management.call("GET", path, by_owner).json().at("second_factor"), true);
    EXPECT_EQ(management.call("DELETE", path + "/factors", by_owner).status, 204);
    EXPECT_EQ(management.call("GET", "/api/v1/me", token).status, 401) << "whoever had it is signed out";
    EXPECT_EQ(type_of(management.log_in("viewer")), "second-factor-enrolment-required");
}

TEST_F(second_factor, is_what_a_step_up_asks_for)
{
    auto const token = text(enrol("owner").json().at("session"), "access_token");
    EXPECT_EQ(bj::serialize(management.call("GET", "/api/v1/auth/step-up/challenge", token).json().at("methods")),
              R"(["totp","recovery_code"])");
    EXPECT_EQ(type_of(post("auth/step-up", {{"password", pass_phrase}}, token)), "wrong-proof");
    EXPECT_EQ(post("auth/step-up", {{"code", code()}}, token).status, 200);
}

TEST_F(second_factor, a_challenge_of_one_step_is_worth_nothing_in_another)
{
    auto const enrolment = text(management.log_in("viewer").json(), "challenge");
    EXPECT_EQ(type_of(post("auth/second-factor", {{"challenge", enrolment}, {"code", "000000"}})), "challenge-over");
    enrol("viewer");
    EXPECT_EQ(type_of(post("auth/enrolment", {{"challenge", challenge("viewer")}})), "challenge-over");
    EXPECT_EQ(type_of(post("auth/enrolment", {{"challenge", "nonsense"}})), "challenge-over");
}

}  // namespace
}  // namespace mz::management::tests
