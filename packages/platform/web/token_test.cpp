#include "web/token.hpp"

#include "core/crypto.hpp"

#include <gtest/gtest.h>

namespace mz::web {
namespace {

Secret<std::string> const key(std::string(32, 'k'));
Secret<std::string> const other_key(std::string(32, 'o'));

AccessClaims claims() { return {Uuid::v7(), Uuid::v7(), Uuid::v7(), "agent", Timestamp{(now().microseconds / 1000000 + 600) * 1000000}}; }

std::string token_of(std::string const& header, std::string const& payload, std::string const& with)
{
    auto const content = base64url(header) + "." + base64url(payload);
    return content + "." + base64url(hmac_sha256(with, content));
}

std::string payload(std::string const& changed_from = "", std::string const& changed_to = "")
{
    std::string out = R"({"iss":"i","aud":"a","sub":"01890a5d-ac96-774b-bcce-b302099a8057","tid":null,)"
                      R"("sid":"01890a5d-ac96-774b-bcce-b302099a8057","role":"agent","iat":1,"exp":4102444800})";
    if (!changed_from.empty()) out.replace(out.find(changed_from), changed_from.size(), changed_to);
    return out;
}

TEST(token, what_was_signed_is_verified)
{
    TokenSigner const signer("i", "a", {key});
    auto const signed_claims = claims();
    auto const verified = signer.verify(signer.sign(signed_claims));
    ASSERT_TRUE(verified);
    EXPECT_EQ(verified->subject, signed_claims.subject);
    EXPECT_EQ(verified->tenant, signed_claims.tenant);
    EXPECT_EQ(verified->session, signed_claims.session);
    EXPECT_EQ(verified->role, "agent");
    EXPECT_EQ(verified->expires_at, signed_claims.expires_at);
    EXPECT_FALSE(verified->proved_at);
}

TEST(token, the_time_of_the_last_proof_is_carried_in_seconds)
{
    TokenSigner const signer("i", "a", {key});
    auto proved = claims();
    proved.proved_at = Timestamp{1700000000'999999};
    EXPECT_EQ(signer.verify(signer.sign(proved))->proved_at, Timestamp{1700000000'000000});
}

TEST(token, the_previous_key_still_verifies_during_a_rotation)
{
    auto const old_token = TokenSigner("i", "a", {key}).sign(claims());
    EXPECT_TRUE(TokenSigner("i", "a", {other_key, key}).verify(old_token));
    EXPECT_FALSE(TokenSigner("i", "a", {other_key}).verify(old_token));
}

TEST(token, another_issuer_or_audience_is_refused)
{
    auto const token = TokenSigner("i", "a", {key}).sign(claims());
    EXPECT_FALSE(TokenSigner("j", "a", {key}).verify(token));
    EXPECT_FALSE(TokenSigner("i", "b", {key}).verify(token));
}

TEST(token, an_expired_one_is_refused)
{
    auto expired = claims();
    expired.expires_at = now() - std::chrono::seconds(1);
    TokenSigner const signer("i", "a", {key});
    EXPECT_FALSE(signer.verify(signer.sign(expired)));
}

TEST(token, only_hs256_with_our_type_is_accepted)
{
    TokenSigner const signer("i", "a", {key});
    std::string const good = R"({"alg":"HS256","typ":"at+jwt"})";
    ASSERT_TRUE(signer.verify(token_of(good, payload(), key.reveal())));
    for (std::string const header :
         {R"({"alg":"none","typ":"at+jwt"})", R"({"alg":"HS512","typ":"at+jwt"})", R"({"alg":"HS256","typ":"JWT"})", R"({"alg":"HS256"})",
          R"({"typ":"at+jwt"})", R"({"alg":"RS256","typ":"at+jwt"})"}) {
        EXPECT_FALSE(signer.verify(token_of(header, payload(), key.reveal()))) << header;
    }
    auto const content = base64url(R"({"alg":"none","typ":"at+jwt"})") + "." + base64url(payload());
    EXPECT_FALSE(signer.verify(content + "."));
}

TEST(token, a_changed_payload_is_refused)
{
    TokenSigner const signer("i", "a", {key});
    auto token = signer.sign(claims());
    auto const dot = token.find('.') + 5;
    token[dot] = token[dot] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(signer.verify(token));
}

TEST(token, claims_of_the_wrong_shape_are_refused)
{
    TokenSigner const signer("i", "a", {key});
    std::string const header = R"({"alg":"HS256","typ":"at+jwt"})";
    for (auto const& [from, to] : std::vector<std::pair<std::string, std::string>>{{"\"exp\":4102444800", "\"exp\":\"4102444800\""},
                                                                                   {",\"exp\":4102444800", ""},
                                                                                   {"01890a5d", "nonsense"},
                                                                                   {"\"a\"", "[\"a\"]"}}) {
        EXPECT_FALSE(signer.verify(token_of(header, payload(from, to), key.reveal()))) << to;
    }
}

TEST(token, nonsense_is_refused)
{
    TokenSigner const signer("i", "a", {key});
    for (std::string const token : {"", ".", "..", "a.b.c", "....", "eyJhbGciOiJIUzI1NiJ9"}) EXPECT_FALSE(signer.verify(token)) << token;
    EXPECT_FALSE(signer.verify(std::string(10000, 'a')));
}

TEST(token, a_short_key_is_refused)
{
    EXPECT_THROW(TokenSigner("i", "a", {Secret<std::string>("short")}), std::invalid_argument);
    EXPECT_THROW(TokenSigner("i", "a", {}), std::invalid_argument);
}

}  // namespace
}  // namespace mz::web
