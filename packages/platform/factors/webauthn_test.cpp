#include "factors/webauthn.hpp"

#include "core/problem.hpp"
#include "factors/test_passkey.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mz::factors::webauthn {
namespace {

using test::Says;
using test::SoftPasskey;

RelyingParty const party{test::page_domain, {"http://127.0.0.1:3000", test::page_origin}};
std::string const challenge = "QSBjaGFsbGVuZ2UgdGhhdCBub2JvZHkgZ3Vlc3Nlcw";

// Why the answer is refused; empty where it is taken.
std::string refusal(SoftPasskey const& key, Says const& says, std::string const& answered = challenge)
{
    auto const made = registered(party, challenge, key.create(challenge));
    try {
        asserted(party, challenge, key.get(answered, says), made.public_key, made.algorithm);
        return "";
    } catch (Problem const& problem) {
        EXPECT_EQ(problem.type, "passkey-refused");
        return problem.detail;
    }
}

std::string refusal_to_register(Registration const& registration)
{
    try {
        registered(party, challenge, registration);
        return "";
    } catch (Problem const& problem) {
        EXPECT_EQ(problem.type, "passkey-refused");
        return problem.detail;
    }
}

class EachAlgorithm : public testing::TestWithParam<Algorithm> {};
INSTANTIATE_TEST_SUITE_P(webauthn, EachAlgorithm, testing::Values(Algorithm::es256, Algorithm::eddsa, Algorithm::rs256));

TEST_P(EachAlgorithm, a_registered_passkey_signs_in)
{
    SoftPasskey key(GetParam());
    key.counter = 7;
    auto const made = registered(party, challenge, key.create(challenge));
    EXPECT_EQ(made.id, key.id);
    EXPECT_EQ(made.algorithm, GetParam());
    EXPECT_EQ(made.sign_count, 7);
    EXPECT_FALSE(made.backed_up);
    key.counter = 0x01020304;
    EXPECT_EQ(asserted(party, challenge, key.get(challenge), made.public_key, made.algorithm), 0x01020304);
}

TEST_P(EachAlgorithm, a_changed_answer_has_no_good_signature)
{
    SoftPasskey const key(GetParam());
    auto const made = registered(party, challenge, key.create(challenge));
    auto changed = key.get(challenge);
    changed.authenticator_data.back() = static_cast<char>(changed.authenticator_data.back() + 1);
    EXPECT_THROW(asserted(party, challenge, changed, made.public_key, made.algorithm), Problem);
    changed = key.get(challenge);
    changed.signature[changed.signature.size() / 2] = static_cast<char>(changed.signature[changed.signature.size() / 2] ^ 1);
    EXPECT_THROW(asserted(party, challenge, changed, made.public_key, made.algorithm), Problem);
}

TEST(webauthn, the_key_of_another_is_not_good)
{
    SoftPasskey const key;
    SoftPasskey const other;
    auto const made = registered(party, challenge, other.create(challenge));
    EXPECT_THROW(asserted(party, challenge, key.get(challenge), made.public_key, made.algorithm), Problem);
}

TEST(webauthn, a_key_is_used_with_its_own_algorithm_only)
{
    SoftPasskey const key;
    auto const made = registered(party, challenge, key.create(challenge));
    EXPECT_THROW(asserted(party, challenge, key.get(challenge), made.public_key, Algorithm::eddsa), Problem);
    EXPECT_THROW(asserted(party, challenge, key.get(challenge), made.public_key, Algorithm::rs256), Problem);
}

TEST(webauthn, each_of_our_pages_may_use_it_and_no_other)
{
    SoftPasskey const key;
    EXPECT_EQ(refusal(key, {.origin = "http://127.0.0.1:3000"}), "");
    for (auto const* origin :
         {"https://localhost:3000", "http://localhost", "http://localhost:3000.evil.example", "https://evil.example", "", "null"}) {
        EXPECT_EQ(refusal(key, {.origin = origin}), "The passkey was used on a page that is not ours.") << origin;
    }
    EXPECT_EQ(refusal(key, {.cross_origin = true}), "The passkey was used inside another page.");
}

TEST(webauthn, what_is_not_for_us_now_and_for_this_is_refused)
{
    SoftPasskey const key;
    EXPECT_EQ(refusal(key, {.domain = "evil.example"}), "The passkey belongs to another service.");
    EXPECT_EQ(refusal(key, {.type = "webauthn.create"}), "The passkey was used for something else.");
    EXPECT_EQ(refusal(key, {}, "bm90IHRoZSBjaGFsbGVuZ2U"), "The passkey answers another question; start again.");
    EXPECT_EQ(refusal(key, {}, ""), "The passkey answers another question; start again.");
}

TEST(webauthn, the_person_must_be_present_and_verified)
{
    SoftPasskey const key;
    EXPECT_EQ(refusal(key, {.flags = 0x04}), "Nobody touched the passkey.");
    EXPECT_THAT(refusal(key, {.flags = 0x01}), testing::HasSubstr("did not check who used it"));
    EXPECT_THAT(refusal_to_register(key.create(challenge, {.flags = 0x01})), testing::HasSubstr("did not check who used it"));
}

TEST(webauthn, a_registration_for_somebody_else_is_refused)
{
    SoftPasskey const key;
    EXPECT_NE(refusal_to_register(key.create(challenge, {.origin = "https://evil.example"})), "");
    EXPECT_NE(refusal_to_register(key.create(challenge, {.domain = "evil.example"})), "");
    EXPECT_NE(refusal_to_register(key.create(challenge, {.type = "webauthn.get"})), "");
    EXPECT_NE(refusal_to_register(key.create("YW5vdGhlcg")), "");
}

TEST(webauthn, what_cannot_be_read_is_refused_wherever_it_is_cut)
{
    SoftPasskey const key;
    auto const whole = key.create(challenge);
    for (std::size_t length = 0; length < whole.attestation_object.size(); ++length) {
        auto const cut = Registration{whole.client_data, Bytes(whole.attestation_object.substr(0, length))};
        EXPECT_NE(refusal_to_register(cut), "") << length;
    }
    EXPECT_NE(refusal_to_register({Bytes("{"), whole.attestation_object}), "");
    EXPECT_NE(refusal_to_register({Bytes("[]"), whole.attestation_object}), "");
    EXPECT_NE(refusal_to_register({whole.client_data, Bytes(std::string(100'000, '\x81'))}), "");

    auto const made = registered(party, challenge, whole);
    for (std::size_t const length : {0U, 36U}) {
        auto short_answer = key.get(challenge);
        short_answer.authenticator_data.resize(length);
        EXPECT_THROW(asserted(party, challenge, short_answer, made.public_key, made.algorithm), Problem);
    }
    auto unsigned_answer = key.get(challenge);
    unsigned_answer.signature.clear();
    EXPECT_THROW(asserted(party, challenge, unsigned_answer, made.public_key, made.algorithm), Problem);
}

TEST(webauthn, a_counter_has_to_grow_unless_there_is_none)
{
    EXPECT_TRUE(counter_grew(0, 0));
    EXPECT_TRUE(counter_grew(0, 1));
    EXPECT_TRUE(counter_grew(5, 9));
    EXPECT_FALSE(counter_grew(5, 5));
    EXPECT_FALSE(counter_grew(5, 4));
    EXPECT_FALSE(counter_grew(5, 0));
}

}  // namespace
}  // namespace mz::factors::webauthn
