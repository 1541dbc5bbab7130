#include "core/problem.hpp"
#include "oidc/test_token.hpp"

namespace mz::oidc::test {
namespace {

using provider_keys = id_token;

std::size_t usable(std::string const& body, Settings const& settings) { return read_keys(body, settings).size(); }

TEST_F(provider_keys, for_anything_else_than_verifying_are_left_out)
{
    auto const good = rsa().jwk();
    auto const counts = [&](object const& odd) { return usable(key_set({good, odd}), settings); };
    auto const changed = [](object key, std::string_view name, boost::json::value value) {
        key[name] = std::move(value);
        return key;
    };
    ASSERT_EQ(counts(ec().jwk()), 2U);
    EXPECT_EQ(counts(changed(ec().jwk(), "use", "enc")), 1U);
    EXPECT_EQ(counts(changed(ec().jwk(), "key_ops", array{"sign", "encrypt"})), 1U);
    EXPECT_EQ(counts(changed(ec().jwk(), "key_ops", array{"verify"})), 2U);
    EXPECT_EQ(counts(changed(ec().jwk(), "alg", "ES384")), 1U);
    EXPECT_EQ(counts(changed(ec().jwk(), "alg", "RS256")), 1U);
    EXPECT_EQ(counts(changed(ec().jwk(), "alg", 7)), 1U);
    EXPECT_EQ(counts(changed(ec().jwk(), "x", "AAAA")), 1U);
    EXPECT_EQ(counts(changed(ec().jwk(), "crv", "secp256k1")), 1U);
    EXPECT_EQ(counts(TestKey::ec("long", "P-384").jwk()), 1U);
    EXPECT_EQ(counts(TestKey::rsa("short", 1024).jwk()), 1U);
    EXPECT_EQ(counts({{"kty", "oct"}, {"kid", "secret"}, {"k", "c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0"}}), 1U);
    EXPECT_EQ(counts({{"kty", "OKP"}, {"crv", "Ed25519"}, {"x", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}}), 1U);
    EXPECT_EQ(counts({}), 1U);
}

TEST_F(provider_keys, that_cannot_be_used_are_a_failed_discovery)
{
    settings.oidc_keys = 2;
    for (std::string const& body :
         {std::string(), std::string("<html>"), std::string("[]"), std::string("{}"), std::string(R"({"keys":{}})"),
          std::string(R"({"keys":[]})"), std::string(R"({"keys":[1,"two",null]})"), key_set({rsa().jwk(), ec().jwk(), rsa().jwk()})}) {
        try {
            read_keys(body, settings);
            ADD_FAILURE() << body;
        } catch (Problem const& problem) {
            EXPECT_EQ(problem.type, "oidc-discovery-failed");
            EXPECT_EQ(problem.members.at(0).json, "\"jwks_uri\"");
        }
    }
}

TEST_F(provider_keys, keep_nothing_but_their_public_members)
{
    auto leaked = rsa().jwk();
    leaked["d"] = "c2VjcmV0";
    leaked["x5c"] = array{"MIIB"};
    auto const keys = read_keys(key_set({leaked}), settings);
    EXPECT_EQ(boost::json::parse(keys.at(0).jwk).as_object().size(), 3U);
}

}  // namespace
}  // namespace mz::oidc::test
