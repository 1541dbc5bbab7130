#include "oidc/metadata.hpp"
#include "core/problem.hpp"
#include "oidc/address.hpp"
#include "oidc/relying_party.hpp"

#include <gtest/gtest.h>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value_from.hpp>

namespace mz::oidc {
namespace {

std::string const issuer = "https://login.example/5f6f1e0a-33c2-4f0e-8f5e-5c0b3a8f9b11/v2.0";
std::string const any = "https://login.example/{tenantid}/v2.0";

boost::json::object answer()
{
    return {{"issuer", issuer},
            {"authorization_endpoint", "https://login.example/authorize"},
            {"token_endpoint", "https://login.example/token"},
            {"jwks_uri", "https://login.example/keys"},
            {"id_token_signing_alg_values_supported", boost::json::array{"HS256", "RS256", "none"}}};
}

std::string refused(std::string_view asked, boost::json::object const& body)
{
    try {
        read_metadata(asked, boost::json::serialize(body));
        return "nothing";
    } catch (Problem const& problem) {
        EXPECT_EQ(problem.type, "oidc-discovery-failed");
        return boost::json::parse(problem.members.at(0).json).as_string().c_str();
    }
}

template <class T>
std::string refused_with(std::string_view name, T const& value)
{
    auto body = answer();
    body[name] = boost::json::value_from(value);
    return refused(issuer, body);
}

TEST(metadata, are_where_the_standard_says)
{
    EXPECT_EQ(metadata_address("https://accounts.example"), "https://accounts.example/.well-known/openid-configuration");
    EXPECT_EQ(metadata_address("https://accounts.example/a/"), "https://accounts.example/a/.well-known/openid-configuration");
    EXPECT_EQ(metadata_address(issuer), issuer + "/.well-known/openid-configuration");
    EXPECT_EQ(metadata_address(any), "https://login.example/organizations/v2.0/.well-known/openid-configuration");
    for (std::string const odd : {"", "login.example", "ftp://login.example", "file:///etc/passwd", "https://", "https://login.example?a=b",
                                  "https://login.example/#a", "https://user@login.example", "https://user:word@login.example",
                                  "javascript:alert(1)", "https://login.example/ a"}) {
        EXPECT_THROW(metadata_address(odd), Problem) << odd;
    }
}

TEST(metadata, of_another_issuer_are_refused)
{
    for (std::string const& other : {issuer + "/", std::string("https://LOGIN.example/"), any, std::string()})
        EXPECT_EQ(refused_with("issuer", other), "issuer");
    EXPECT_EQ(refused_with("issuer", nullptr), "issuer");
    auto many = answer();
    many["issuer"] = any;
    EXPECT_EQ(refused(any, many), "nothing");
    EXPECT_EQ(refused("https://login.example/organizations/v2.0", many), "issuer");
}

TEST(metadata, name_every_address_and_none_of_them_is_less_safe_than_the_issuer)
{
    EXPECT_EQ(refused(issuer, answer()), "nothing");
    for (std::string const name : {"authorization_endpoint", "token_endpoint", "jwks_uri"}) {
        auto body = answer();
        body.erase(name);
        EXPECT_EQ(refused(issuer, body), name);
    }
    for (std::string const name : {"authorization_endpoint", "token_endpoint", "jwks_uri", "end_session_endpoint"}) {
        for (std::string const odd : {"http://login.example/x", "/x", "javascript:alert(1)", "https://user:word@login.example/x", ""})
            EXPECT_EQ(refused_with(name, odd), name) << odd;
    }
}

TEST(metadata, say_what_is_supported)
{
    auto body = answer();
    auto const plain = read_metadata(issuer, boost::json::serialize(body));
    EXPECT_EQ(plain.id_token_algorithms, std::vector<std::string>{"RS256"});
    EXPECT_EQ(plain.token_endpoint_auth_methods, std::vector<std::string>{"client_secret_basic"});
    EXPECT_FALSE(plain.end_session_endpoint);
    EXPECT_FALSE(plain.authorization_response_iss_parameter_supported);
    EXPECT_EQ(refused_with("id_token_signing_alg_values_supported", boost::json::array{"HS256", "none"}),
              "id_token_signing_alg_values_supported");
    EXPECT_EQ(refused_with("id_token_signing_alg_values_supported", "RS256"), "id_token_signing_alg_values_supported");
}

TEST(metadata, that_are_no_json_object_are_refused)
{
    for (std::string const body : {"", "<html>", "[]", "null", "{\"issuer\":"}) EXPECT_THROW(read_metadata(issuer, body), Problem) << body;
}

TEST(metadata, tell_entra_by_the_shape_of_its_issuer)
{
    EXPECT_EQ(entra_tenant(issuer), "5f6f1e0a-33c2-4f0e-8f5e-5c0b3a8f9b11");
    EXPECT_EQ(entra_tenant(any), "{tenantid}");
    for (std::string const other : {"https://accounts.example", "https://login.example/common/v2.0", "https://login.example/v2.0",
                                    "https://login.example/realms/5f6f1e0a-33c2-4f0e-8f5e-5c0b3a8f9b11/v2.0", "v2.0", "/v2.0"}) {
        EXPECT_EQ(entra_tenant(other), "") << other;
    }
}

TEST(metadata, addresses_take_parameters_behind_their_own)
{
    EXPECT_EQ(with_query("https://a.example/x", {{"a", "b c&d"}, {"empty", ""}, {"e", "ż~"}}), "https://a.example/x?a=b%20c%26d&e=%C5%BC~");
    EXPECT_EQ(with_query("https://a.example/x?p=1", {{"a", "b"}}), "https://a.example/x?p=1&a=b");
}

TEST(sign_in_refused, is_said_in_our_words_and_with_entras_number)
{
    auto const denied = sign_in_refused("access_denied", "AADSTS50105: Your administrator <script>has</script> configured ...");
    EXPECT_EQ(denied.type, "oidc-sign-in-refused");
    EXPECT_NE(denied.detail.find("(AADSTS50105)"), std::string::npos);
    EXPECT_EQ(denied.detail.find("script"), std::string::npos);
    auto const strange = sign_in_refused("<script>", "AADSTS");
    EXPECT_EQ(strange.detail, "The provider refused the sign-in.");
}

}  // namespace
}  // namespace mz::oidc
