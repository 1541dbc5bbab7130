// What a provider, or somebody between it and us, may put into an id_token that is signed as it should be.
#include "oidc/test_token.hpp"

namespace mz::oidc::test {
namespace {

TEST_F(id_token, a_good_one_says_who_signed_in)
{
    auto good = claims();
    good["name"] = "Ann Alder";
    good["preferred_username"] = "ann@alder.example";
    good["email"] = "Ann@Alder.example";
    good["roles"] = array{"Monozu.Admin", "Monozu.Read"};
    good["groups"] = array{other_tid};
    good["auth_time"] = seconds(-60);
    good["amr"] = array{"pwd", "mfa"};
    good["sid"] = "session";
    auto const token = rsa().sign("RS256", good);
    auto const identity = verify(token);
    EXPECT_EQ(identity.issuer, login + tid + "/v2.0");
    EXPECT_EQ(identity.subject, "pairwise");
    EXPECT_EQ(identity.tid, tid);
    EXPECT_EQ(identity.oid, oid);
    EXPECT_EQ(identity.name, "Ann Alder");
    EXPECT_EQ(identity.username, "ann@alder.example");
    EXPECT_EQ(identity.email, "ann@alder.example");
    EXPECT_FALSE(identity.email_verified);
    EXPECT_EQ(identity.roles, (std::vector<std::string>{"Monozu.Admin", "Monozu.Read"}));
    EXPECT_EQ(identity.groups, std::vector<std::string>{other_tid});
    EXPECT_FALSE(identity.groups_overage);
    EXPECT_EQ(identity.authenticated_at, now() - std::chrono::seconds(60));
    EXPECT_EQ(identity.amr, (std::vector<std::string>{"pwd", "mfa"}));
    EXPECT_EQ(identity.sid, "session");
    EXPECT_EQ(identity.id_token.reveal(), token);
}

TEST_F(id_token, for_another_application_is_refused)
{
    EXPECT_EQ(refused(with("aud", "their-client")), "aud");
    EXPECT_EQ(refused(with("aud", array{"their-client", "another"})), "aud");
    EXPECT_EQ(refused(with("aud", array{})), "aud");
    EXPECT_EQ(refused(with("aud", array{"our-client", 1})), "aud");
    EXPECT_EQ(refused(with("aud", "OUR-CLIENT")), "aud");
    EXPECT_EQ(refused(without("aud")), "aud");
}

TEST_F(id_token, for_several_applications_has_to_name_this_one)
{
    auto several = with("aud", array{"our-client", "their-client"});
    EXPECT_EQ(refused(several), "azp");
    several["azp"] = "their-client";
    EXPECT_EQ(refused(several), "azp");
    several["azp"] = "our-client";
    EXPECT_EQ(refused(several), "nothing");
    EXPECT_EQ(refused(with("azp", "their-client")), "azp");
}

TEST_F(id_token, from_another_issuer_is_refused)
{
    for (std::string const& issuer : {"https://evil.example/" + tid + "/v2.0", login + tid + "/v2.0/", login + tid + "/V2.0",
                                      "http://login.example/" + tid + "/v2.0", login + "{tenantid}/v2.0", std::string()}) {
        EXPECT_EQ(refused(with("iss", issuer)), "iss") << issuer;
    }
    EXPECT_EQ(refused(without("iss")), "iss");
    EXPECT_EQ(refused(with("iss", array{login + tid + "/v2.0"})), "iss");
}

TEST_F(id_token, of_another_sign_in_is_refused)
{
    EXPECT_EQ(refused(with("nonce", "their-nonce")), "nonce");
    EXPECT_EQ(refused(without("nonce")), "nonce");
    expected.nonce = "";
    EXPECT_EQ(refused(with("nonce", "")), "nonce");
}

TEST_F(id_token, that_has_expired_is_refused)
{
    auto const token = rsa().sign("RS256", claims());
    clock.advance(std::chrono::seconds(300 + 59));
    EXPECT_EQ(refused(token), "nothing");
    clock.advance(std::chrono::seconds(1));
    EXPECT_EQ(refused(token), "exp");
}

TEST_F(id_token, that_is_not_valid_yet_is_refused)
{
    EXPECT_EQ(refused(with("nbf", seconds(60))), "nothing");
    EXPECT_EQ(refused(with("nbf", seconds(61))), "nbf");
    EXPECT_EQ(refused(with("iat", seconds(61))), "iat");
    EXPECT_EQ(refused(without("nbf")), "nothing");
}

TEST_F(id_token, whose_times_are_no_times_is_refused)
{
    for (boost::json::value const& odd :
         {boost::json::value("4102444800"), boost::json::value(4102444800.5), boost::json::value(253402300800), boost::json::value(-1),
          boost::json::value(INT64_MAX), boost::json::value(nullptr), boost::json::value(true)}) {
        EXPECT_EQ(refused(with("exp", odd)), "exp") << odd;
        EXPECT_EQ(refused(with("iat", odd)), "iat") << odd;
        EXPECT_EQ(refused(with("nbf", odd)), "nbf") << odd;
        EXPECT_EQ(refused(with("auth_time", odd)), "auth_time") << odd;
    }
    EXPECT_EQ(refused(with("exp", 9223372036854775808ULL)), "format");  // one of the two parsers has no such number
    EXPECT_EQ(refused(without("exp")), "exp");
    EXPECT_EQ(refused(without("iat")), "iat");
}

TEST_F(id_token, of_another_organisation_is_refused)
{
    EXPECT_EQ(refused(with("tid", other_tid)), "tid");
    EXPECT_EQ(refused(without("tid")), "tid");
    EXPECT_EQ(refused(with("tid", "{tenantid}")), "tid");
    EXPECT_EQ(refused(with("tid", tid + "/v2.0?")), "tid");
    auto theirs = with("tid", other_tid);
    theirs["iss"] = login + other_tid + "/v2.0";
    EXPECT_EQ(refused(theirs), "iss");
}

TEST_F(id_token, of_an_issuer_for_many_organisations_names_one_of_them)
{
    expected.issuer = login + "{tenantid}/v2.0";
    EXPECT_EQ(verify(rsa().sign("RS256", claims())).tid, tid);
    EXPECT_EQ(refused(with("tid", other_tid)), "iss");
    EXPECT_EQ(refused(with("iss", login + "{tenantid}/v2.0")), "iss");
    auto literal = with("tid", "{tenantid}");
    literal["iss"] = login + "{tenantid}/v2.0";
    EXPECT_EQ(refused(literal), "tid");
    expected.tenants = {other_tid};
    EXPECT_EQ(refused(claims()), "tid");
    expected.tenants = {other_tid, tid};
    EXPECT_EQ(refused(claims()), "nothing");
}

TEST_F(id_token, of_entra_without_the_person_is_refused)
{
    EXPECT_EQ(refused(without("oid")), "oid");
    EXPECT_EQ(refused(with("oid", "ann@alder.example")), "oid");
    EXPECT_EQ(refused(without("sub")), "sub");
    EXPECT_EQ(refused(with("sub", std::string(256, 's'))), "sub");
}

TEST_F(id_token, of_any_other_provider_has_neither_organisation_nor_person)
{
    expected.issuer = "https://accounts.example";
    auto theirs = with("iss", "https://accounts.example");
    auto const identity = verify(rsa().sign("RS256", theirs));
    EXPECT_EQ(identity.tid, "");
    EXPECT_EQ(identity.oid, "");
    expected.tenants = {tid};
    EXPECT_EQ(refused(theirs), "tid");
}

TEST_F(id_token, bound_to_another_access_token_is_refused)
{
    EXPECT_EQ(refused(with("at_hash", base64url(sha256("our-access-token").substr(0, 16)))), "nothing");
    EXPECT_EQ(refused(with("at_hash", base64url(sha256("their-access-token").substr(0, 16)))), "at_hash");
    EXPECT_EQ(refused(with("at_hash", "")), "at_hash");
    expected.access_token = Secret<std::string>();
    EXPECT_EQ(refused(with("at_hash", base64url(sha256("our-access-token").substr(0, 16)))), "at_hash");
}

TEST_F(id_token, of_a_sign_in_longer_ago_than_was_asked_for_is_refused)
{
    EXPECT_EQ(refused(with("auth_time", seconds(-86400))), "nothing");
    expected.max_age = std::chrono::seconds(300);
    EXPECT_EQ(refused(with("auth_time", seconds(-359))), "nothing");
    EXPECT_EQ(refused(with("auth_time", seconds(-360))), "auth_time");
    EXPECT_EQ(refused(claims()), "auth_time");
}

TEST_F(id_token, says_when_groups_were_left_out)
{
    EXPECT_TRUE(verify(rsa().sign("RS256", with("_claim_names", object{{"groups", "src1"}}))).groups_overage);
    EXPECT_TRUE(verify(rsa().sign("RS256", with("hasgroups", true))).groups_overage);
    EXPECT_TRUE(verify(rsa().sign("RS256", with("hasgroups", "true"))).groups_overage);
    EXPECT_FALSE(verify(rsa().sign("RS256", with("_claim_names", object{{"address", "src1"}}))).groups_overage);
}

TEST_F(id_token, vouches_for_an_address_only_in_so_many_words)
{
    auto token = with("email", "ann@alder.example");
    EXPECT_FALSE(verify(rsa().sign("RS256", token)).email_verified);
    token["email_verified"] = false;
    EXPECT_FALSE(verify(rsa().sign("RS256", token)).email_verified);
    token["email_verified"] = true;
    EXPECT_TRUE(verify(rsa().sign("RS256", token)).email_verified);
    token.erase("email_verified");
    token["xms_edov"] = "1";
    EXPECT_TRUE(verify(rsa().sign("RS256", token)).email_verified);
    token["email"] = "not an address";
    auto const identity = verify(rsa().sign("RS256", token));
    EXPECT_EQ(identity.email, "");
    EXPECT_FALSE(identity.email_verified);
}

TEST_F(id_token, gives_names_that_fit_a_page)
{
    EXPECT_EQ(verify(rsa().sign("RS256", with("name", "two\nlines\x01"))).name, "");
    EXPECT_EQ(verify(rsa().sign("RS256", with("name", array{"Ann"}))).name, "");
    std::string longest;
    for (int i = 0; i < 200; ++i) longest += "ż";
    EXPECT_EQ(verify(rsa().sign("RS256", with("name", longest + "ż"))).name, longest);
}

}  // namespace
}  // namespace mz::oidc::test
