#include "identity/granting.hpp"

#include "identity/account_rights.hpp"
#include "identity/key_text.hpp"
#include "identity/permissions.hpp"

#include <gtest/gtest.h>

namespace mz::identity {
namespace {

web::Caller actor(std::string role, std::vector<std::string> permissions)
{
    web::Caller caller;
    caller.kind = web::ActorKind::user;
    caller.role = std::move(role);
    caller.permissions = std::move(permissions);
    return caller;
}

std::string refusal(web::Caller const& caller, Granted const& role)
{
    try {
        require_may_give(caller, role);
        return "";
    } catch (Problem const& problem) {
        return problem.type;
    }
}

Granted built_in(Role role) { return {role, std::nullopt, std::nullopt}; }

Granted custom(std::vector<std::string> permissions) { return {Role::custom, "Night shift", std::move(permissions)}; }

TEST(granting, what_somebody_lacks_is_named_in_the_order_asked)
{
    auto const caller = actor("Night shift", {"alerts:read", "users:write"});
    EXPECT_EQ(lacking(caller, {"users:write", "roles:write", "alerts:read", "audit:read"}),
              (std::vector<std::string>{"roles:write", "audit:read"}));
    try {
        require_may_give(caller, std::vector<std::string>{"alerts:read", "audit:read"});
        FAIL() << "it was allowed";
    } catch (Problem const& problem) {
        EXPECT_EQ(problem.failure, Failure::forbidden);
        EXPECT_EQ(problem.type, "rights-lacking");
        EXPECT_NE(problem.detail.find("audit:read"), std::string::npos);
        EXPECT_EQ(problem.detail.find("alerts:read"), std::string::npos);
    }
}

TEST(granting, a_role_is_given_by_whoever_has_all_of_it)
{
    auto const admin = actor("admin", built_in(Role::admin).permissions());
    EXPECT_EQ(refusal(admin, built_in(Role::agent)), "");
    EXPECT_EQ(refusal(admin, built_in(Role::admin)), "");
    EXPECT_EQ(refusal(admin, custom({"users:write", "roles:write"})), "");
    EXPECT_EQ(refusal(admin, custom({"users:write", "money:print"})), "rights-lacking");
    EXPECT_EQ(refusal(actor("agent", built_in(Role::agent).permissions()), built_in(Role::auditor)), "rights-lacking");
    EXPECT_EQ(refusal(actor("Nobody", {}), custom({})), "");
}

TEST(granting, only_an_owner_gives_ownership_whatever_else_one_may)
{
    auto const everything = built_in(Role::owner).permissions();
    EXPECT_EQ(refusal(actor("owner", everything), built_in(Role::owner)), "");
    EXPECT_EQ(refusal(actor("admin", everything), built_in(Role::owner)), "role-too-high");
    EXPECT_EQ(refusal(actor("Owner", everything), built_in(Role::owner)), "role-too-high");
    auto service = actor("owner", everything);
    service.kind = web::ActorKind::service;
    EXPECT_EQ(refusal(service, built_in(Role::owner)), "role-too-high");
}

TEST(granting, a_keys_rights_are_its_scopes_as_far_as_the_account_has_them)
{
    EXPECT_EQ(effective({"alerts:read", "users:write"}, {"incidents:read", "alerts:read"}), (std::vector<std::string>{"alerts:read"}));
    EXPECT_TRUE(effective({"users:write"}, {}).empty());
    AccountRights rights{Role::custom, "Sync", std::vector<std::string>{"alerts:read"}, {"users:write"}};
    EXPECT_EQ(rights.permissions(), (std::vector<std::string>{"alerts:read"}));
    rights.role.reset();
    EXPECT_EQ(rights.permissions(), (std::vector<std::string>{"users:write"}));
}

TEST(granting, permissions_are_kept_sorted_and_once)
{
    EXPECT_EQ(normalized({"b:read", "a:read", "b:read"}), (std::vector<std::string>{"a:read", "b:read"}));
}

TEST(api_key_text, names_its_tenant_and_shows_every_slip_of_the_pen)
{
    auto const tenant = Uuid::v7();
    auto const made = make_api_key(tenant);
    auto const& key = made.key.reveal();
    EXPECT_TRUE(key.starts_with("mzk_"));
    EXPECT_EQ(tenant_of_api_key(key), tenant);
    EXPECT_EQ(made.hash, sha256(key));
    EXPECT_NE(key.find('.' + made.hint), std::string::npos);
    EXPECT_FALSE(tenant_of_api_key(""));
    EXPECT_FALSE(tenant_of_api_key("mzk_"));
    EXPECT_FALSE(tenant_of_api_key(key + "0"));
    EXPECT_FALSE(tenant_of_api_key(key.substr(0, key.size() - 1)));
    for (std::size_t i = 0; i < key.size(); ++i) {
        auto wrong = key;
        wrong[i] = wrong[i] == 'a' ? 'b' : 'a';
        EXPECT_FALSE(tenant_of_api_key(wrong)) << "position " << i;
    }
}

TEST(permission_registry, knows_what_routes_ask_for_and_nothing_else)
{
    PermissionRegistry registry;
    std::vector<web::Route> routes(3, web::Route{web::Verb::get, "/a", web::Permission{"alerts:read"}, "alert_list", "", {}, {}});
    routes[1].operation = "alert_get";
    routes[2].permission = web::permission::signed_in;
    registry.add("alerts", routes);
    registry.add("elsewhere", {routes[0]});
    ASSERT_EQ(registry.all().size(), 1U);
    EXPECT_EQ(registry.all()[0].module, "alerts");
    EXPECT_EQ(registry.all()[0].operations, (std::vector<std::string>{"alert_list", "alert_get", "alert_list"}));
    EXPECT_NO_THROW(registry.require_known({"alerts:read"}, "/permissions"));
    try {
        registry.require_known({"alerts:read", "signed_in"}, "/permissions");
        FAIL() << "it was accepted";
    } catch (Problem const& problem) {
        ASSERT_EQ(problem.errors.size(), 1U);
        EXPECT_EQ(problem.errors[0].pointer, "/permissions/1");
    }
}

}  // namespace
}  // namespace mz::identity
