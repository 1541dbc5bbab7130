#pragma once
// For tests: a cloud with the routes of SCIM, and tenants with the keys that their directories use.
#include "identity/test_cloud.hpp"
#include "scim/scim.hpp"

#include <thread>

namespace mz::scim::test {

namespace bj = boost::json;
using identity::test::Answer;

struct TenantKeys {
    std::string owner;      // the owner's access token
    std::string key;        // a key with scim:provision
    std::string other_key;  // one without
};

inline std::string text(bj::value const& value, char const* member) { return std::string(value.at(member).as_string()); }

// A filter as it stands in an address.
inline std::string encoded(std::string_view filter)
{
    std::string out;
    for (char const c : filter) {
        if (c == ' ') out += "%20";
        else if (c == '"') out += "%22";
        else out += c;
    }
    return out;
}

inline std::string patch_op(std::string const& operations)
{
    return R"({"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[)" + operations + "]}";
}

// As Entra ID creates one.
inline std::string entra_user(std::string const& name)
{
    return R"({"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],)"
           R"("externalId":"external-)" +
           name + R"(","userName":"Test_User_)" + name + R"(","active":true,"emails":[{"primary":true,"type":"work","value":")" + name +
           R"(@alder.example"}],"meta":{"resourceType":"User"},)"
           R"("name":{"formatted":"givenName familyName","familyName":"familyName","givenName":"givenName"},"roles":[]})";
}

class Directory {
public:
    Directory() : cloud(identity::Settings{.session_check_seconds = 0}, scim::routes(), services()) {}

    static std::function<void(web::Services&)> services()
    {
        return [](web::Services& all) { all.add(std::make_shared<Scim>(Scim{ScimSettings(), "https://cloud.example"})); };
    }

    TenantKeys make_tenant(std::string const& name)
    {
        cloud.make_tenant(name);
        TenantKeys out;
        out.owner = cloud.token("owner@" + lower_ascii(name) + ".example");
        out.key = make_key(out.owner, "scim:provision");
        out.other_key = make_key(out.owner, "users:read");
        return out;
    }

    std::string make_key(std::string const& owner, std::string const& scope)
    {
        bj::array const scopes{bj::value(scope)};
        auto const account = cloud.call("POST", "/api/v1/service-accounts", {{"name", "Entra " + scope}, {"permissions", scopes}}, owner);
        EXPECT_EQ(account.status, 201) << account.body;
        bj::object const body{{"service_account_id", account.json().at("id")},
                              {"name", "Entra"},
                              {"scopes", scopes},
                              {"expires_at", (now() + std::chrono::days(30)).to_string()}};
        auto const key = cloud.call("POST", "/api/v1/api-keys", body, owner);
        EXPECT_EQ(key.status, 201) << key.body;
        return text(key.json(), "key");
    }

    Answer scim(std::string method, std::string const& path, std::string body, std::string const& key) const
    {
        testing::Exchange exchange{std::move(method), "/scim/v2" + path, std::move(body), {}};
        if (!key.empty()) exchange.headers["Authorization"] = "Bearer " + key;
        if (!exchange.body.empty()) exchange.headers["Content-Type"] = "application/scim+json; charset=utf-8";
        return testing::exchange(cloud.server->port(), exchange);
    }

    // Somebody whom the directory has brought, after they have chosen a password by a letter to their own mailbox.
    std::string sign_in(std::string const& email) const
    {
        EXPECT_EQ(cloud.call("POST", "/api/v1/auth/password/forgot", {{"email", email}}).status, 202);
        for (int tries = 0; tries < 300 && cloud.letters<mail::PasswordReset>(email).empty(); ++tries) {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
        auto const letters = cloud.letters<mail::PasswordReset>(email);
        EXPECT_FALSE(letters.empty());
        auto const& link = letters.back().path;
        bj::object const body{{"token", link.substr(link.find('=') + 1)}, {"password", identity::test::pass_phrase}};
        EXPECT_EQ(cloud.call("POST", "/api/v1/auth/password/reset", body).status, 204);
        return cloud.token(email);
    }

    identity::test::TestCloud cloud;
};

}  // namespace mz::scim::test
