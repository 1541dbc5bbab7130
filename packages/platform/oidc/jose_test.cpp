// How an id_token is signed, or seems to be: the known ways to pass one off (RFC 8725), each refused.
#include "oidc/jose.hpp"
#include "oidc/test_token.hpp"

#include <algorithm>

namespace mz::oidc::test {
namespace {

std::string mac(std::string const& key, std::string const& header, std::string const& claims)
{
    auto const content = base64url(header) + '.' + base64url(claims);
    return content + '.' + base64url(hmac_sha256(key, content));
}

TEST_F(id_token, may_be_signed_by_each_accepted_algorithm)
{
    EXPECT_EQ(refused(rsa().sign("RS256", claims())), "nothing");
    EXPECT_EQ(refused(rsa().sign("PS256", claims())), "nothing");
    EXPECT_EQ(refused(ec().sign("ES256", claims())), "nothing");
}

TEST_F(id_token, without_a_signature_is_refused)
{
    for (std::string const alg : {"none", "None", "NONE", "nOnE", ""}) {
        auto const content = base64url(header({{"alg", alg}})) + '.' + base64url(text(claims()));
        EXPECT_EQ(refused(content + '.'), "alg") << alg;
        EXPECT_EQ(refused(rsa().sign("RS256", header({{"alg", alg}}), text(claims()))), "alg") << alg;
    }
    auto const token = rsa().sign("RS256", claims());
    EXPECT_EQ(refused(token.substr(0, token.rfind('.') + 1)), "signature");
    EXPECT_EQ(refused(token.substr(0, token.rfind('.'))), "format");
}

TEST_F(id_token, with_a_mac_by_the_public_key_is_refused)
{
    auto const confused = header({{"alg", "HS256"}});
    auto const modulus = std::string(rsa().jwk().at("n").as_string());
    for (auto const& key : {rsa().public_pem(), text(rsa().jwk()), modulus, *base64url_decode(modulus), std::string()}) {
        EXPECT_EQ(refused(mac(key, confused, text(claims()))), "alg");
        EXPECT_EQ(refused(mac(key, header({}), text(claims()))), "signature");
    }
}

TEST_F(id_token, by_an_algorithm_that_is_not_listed_is_refused)
{
    for (std::string const alg : {"RS384", "RS512", "PS384", "ES384", "ES512", "HS384", "EdDSA", "RSA-OAEP", "rs256"})
        EXPECT_EQ(refused(rsa().sign("RS256", header({{"alg", alg}}), text(claims()))), "alg") << alg;
    EXPECT_EQ(refused(rsa().sign("RS256", R"({"alg":["RS256"],"kid":"first"})", text(claims()))), "alg");
    EXPECT_EQ(refused(rsa().sign("RS256", R"({"kid":"first"})", text(claims()))), "alg");
}

TEST_F(id_token, by_a_key_of_another_type_than_its_algorithm_is_refused)
{
    EXPECT_EQ(refused(ec().sign("ES256", header({{"alg", "RS256"}, {"kid", "curved"}}), text(claims()))), "kid");
    EXPECT_EQ(refused(rsa().sign("RS256", header({{"alg", "ES256"}}), text(claims()))), "kid");
    EXPECT_EQ(refused(rsa().sign("RS256", header({{"alg", "PS256"}}), text(claims()))), "signature");
    jwks[0]["alg"] = "RS256";
    EXPECT_EQ(refused(rsa().sign("PS256", claims())), "kid");
}

TEST_F(id_token, by_an_unknown_key_is_refused)
{
    EXPECT_EQ(refused(rsa().sign("RS256", header({{"kid", "second"}}), text(claims()))), "kid");
    EXPECT_EQ(refused(stranger().sign("RS256", claims())), "signature");
}

TEST_F(id_token, without_a_key_id_is_accepted_only_where_there_is_no_choice)
{
    auto const token = rsa().sign("RS256", R"({"alg":"RS256"})", text(claims()));
    EXPECT_EQ(refused(token), "nothing");
    auto another = stranger().jwk();
    another["kid"] = "second";
    jwks.push_back(another);
    EXPECT_EQ(refused(token), "kid");
}

TEST_F(id_token, whose_own_header_brings_the_key_is_refused)
{
    for (object const& brought : {object{{"jwk", stranger().jwk()}}, object{{"jku", "https://evil.example/keys"}},
                                  object{{"x5u", "https://evil.example/certificate"}}, object{{"x5c", array{"MIIB"}}}}) {
        EXPECT_EQ(refused(stranger().sign("RS256", header(brought), text(claims()))), "signature");
        EXPECT_EQ(refused(rsa().sign("RS256", header(brought), text(claims()))), "nothing");
    }
}

TEST_F(id_token, by_a_key_of_another_issuer_is_refused)
{
    jwks[0]["issuer"] = login + other_tid + "/v2.0";
    EXPECT_EQ(refused(claims()), "key-issuer");
    jwks[0]["issuer"] = login + "{tenantid}/v2.0";
    EXPECT_EQ(refused(claims()), "nothing");
    jwks[0]["issuer"] = login + tid + "/v2.0";
    EXPECT_EQ(refused(claims()), "nothing");
}

TEST_F(id_token, that_was_changed_is_refused)
{
    auto const token = rsa().sign("RS256", claims());
    auto const first = token.find('.');
    auto const second = token.rfind('.');
    auto const payload = base64url(text(with("oid", other_tid)));
    EXPECT_EQ(refused(token.substr(0, first + 1) + payload + token.substr(second)), "signature");
    auto const other_header = base64url(header({{"typ", "JWT"}}));
    EXPECT_EQ(refused(other_header + token.substr(first)), "signature");
    for (std::size_t at = second + 1; at < token.size() - 1; at += 31) {
        auto changed = token;
        changed[at] = changed[at] == 'A' ? 'B' : 'A';
        EXPECT_EQ(refused(changed), "signature") << at;
    }
}

TEST_F(id_token, whose_signature_has_another_length_is_refused)
{
    auto const token = ec().sign("ES256", claims());
    auto const dot = token.rfind('.') + 1;
    auto const signature = *base64url_decode(token.substr(dot));
    ASSERT_EQ(signature.size(), 64U);
    for (auto const& other : {signature + '\0', signature.substr(0, 63), signature + signature, std::string(64, '\0')})
        EXPECT_EQ(refused(token.substr(0, dot) + base64url(other)), "signature");
}

TEST_F(id_token, with_critical_extensions_is_refused)
{
    EXPECT_EQ(refused(rsa().sign("RS256", header({{"crit", array{"b64"}}, {"b64", true}}), text(claims()))), "crit");
    EXPECT_EQ(refused(rsa().sign("RS256", header({{"crit", array{}}}), text(claims()))), "crit");
}

TEST_F(id_token, is_not_any_other_kind_of_token)
{
    for (std::string const kind : {"at+jwt", "logout+jwt", "dpop+jwt", "application/at+jwt", ""})
        EXPECT_EQ(refused(rsa().sign("RS256", header({{"typ", kind}}), text(claims()))), "typ") << kind;
    EXPECT_EQ(refused(rsa().sign("RS256", header({{"typ", 1}}), text(claims()))), "typ");
    EXPECT_EQ(refused(rsa().sign("RS256", header({{"typ", "JWT"}}), text(claims()))), "nothing");
}

TEST_F(id_token, with_a_member_twice_is_refused)
{
    auto doubled = text(claims());
    doubled.insert(1, R"("aud":"their-client",)");
    EXPECT_EQ(refused(rsa().sign("RS256", header({}), doubled)), "format");
    EXPECT_EQ(refused(rsa().sign("RS256", R"({"alg":"RS256","alg":"none","kid":"first"})", text(claims()))), "format");
}

TEST_F(id_token, larger_than_the_limit_is_refused)
{
    EXPECT_EQ(refused(with("name", std::string(40000, 'n'))), "size");
    EXPECT_EQ(refused(std::string(1000000, '.')), "size");
    settings.oidc_id_token_bytes = 100;
    EXPECT_EQ(refused(claims()), "size");
}

TEST_F(id_token, that_is_none_at_all_is_refused)
{
    auto const good = rsa().sign("RS256", claims());
    for (std::string const& odd :
         {std::string(), std::string("."), std::string(".."), std::string("a.b.c"), good + ".", good + ".x", "." + good, good + "=",
          good + " ", " " + good, good + "\n", good.substr(0, good.find('.')), base64url("[]") + "." + base64url("{}") + ".AAAA",
          base64url("{}") + "." + base64url("1") + ".AAAA", base64url("{\"alg\":") + "." + base64url("{}") + ".AAAA"}) {
        EXPECT_EQ(refused(odd), "format") << odd;
    }
    auto padded = good;
    std::ranges::replace(padded, '_', '/');
    std::ranges::replace(padded, '-', '+');
    EXPECT_TRUE(padded == good || refused(padded) == "format");
    EXPECT_EQ(refused(rsa().sign("RS256", header({}), std::string(100, '[') + std::string(100, ']'))), "format");
}

TEST_F(id_token, is_taken_apart_before_it_is_believed)
{
    auto const parts = take_apart(rsa().sign("RS256", claims()));
    ASSERT_TRUE(parts);
    EXPECT_EQ(parts->header.at("kid"), "first");
    EXPECT_EQ(parts->claims.at("aud"), "our-client");
    EXPECT_EQ(parts->signature.size(), 256U);
}

}  // namespace
}  // namespace mz::oidc::test
