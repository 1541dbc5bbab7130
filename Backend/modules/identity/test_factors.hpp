#pragma once
// For tests: an owner who has just signed in and can add second factors.
#include "factors/test_passkey.hpp"
#include "factors/test_totp.hpp"
#include "factors/totp.hpp"
#include "identity/test_cloud.hpp"
#include "json/value.hpp"
#include "testing/fake_clock.hpp"

#include <utility>

namespace mz::identity::test {

using factors::test::base32_decoded;
using factors::test::page_domain;
using factors::test::Says;
using factors::test::SoftPasskey;
using std::chrono::seconds;

inline std::string problem(char const* type) { return std::string("urn:monozu:problem:") + type; }
inline std::string text(bj::value const& value, char const* key) { return std::string(value.at(key).as_string()); }

inline bj::object json_of(webauthn::Assertion const& assertion) { return mz::json::parse(json::write(assertion)).as_object(); }

// An owner who can add factors, and whose telephone this is.
class Factory : public ::testing::Test {
protected:
    Factory() : document(cloud.make_tenant("Alder")), email(document.owner.email), token(cloud.token(email)) {}

    std::string code(int steps_ahead = 0) const { return factors::totp::code(secret, now().microseconds / 1'000'000 / 30 + steps_ahead); }
    void next_step() { clock.advance(seconds(30)); }

    Answer post(std::string const& path, bj::object const& body, std::string const& by = {}) const
    {
        return cloud.call("POST", "/api/v1/" + path, body, by);
    }

    // Adds the authenticator app; the recovery codes that came with it.
    bj::array add_totp()
    {
        auto const offer = cloud.get("/api/v1/me/factors/offer", token);
        EXPECT_EQ(offer.status, 200) << offer.body;
        auto const body = offer.json();
        secret = base32_decoded(text(body.at("totp"), "secret"));
        auto const added = post("me/factors", {{"totp", {{"offer", body.at("totp").at("offer")}, {"code", code()}}}}, token);
        EXPECT_EQ(added.status, 200) << added.body;
        next_step();
        return added.json().at("recovery_codes").as_array();
    }

    Answer add(SoftPasskey const& key, std::string const& by, Says const& says = {}) const
    {
        auto const offer = cloud.get("/api/v1/me/factors/offer", by);
        EXPECT_EQ(offer.status, 200) << offer.body;
        auto const challenge = text(offer.json().at("passkey"), "challenge");
        auto passkey = mz::json::parse(json::write(key.create(challenge, says))).as_object();
        passkey["challenge"] = challenge;
        passkey["name"] = "Key";
        return post("me/factors", {{"passkey", passkey}}, by);
    }

    // The challenge of a log-in whose password was good.
    std::string challenge() const
    {
        auto const answer = cloud.log_in(email);
        EXPECT_EQ(answer.status, 403) << answer.body;
        EXPECT_EQ(type_of(answer), problem("second-factor-required"));
        return text(answer.json(), "challenge");
    }
    Answer finish(std::string const& with, char const* kind, bj::value const& proof) const
    {
        return post("auth/second-factor", {{"challenge", with}, {kind, proof}});
    }

    testing::FakeClock clock;
    TestCloud cloud;
    licensing::TenantDocument document;
    std::string email;
    std::string token;
    std::string secret;
};
}  // namespace mz::identity::test
