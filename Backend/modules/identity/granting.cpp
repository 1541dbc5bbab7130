#include "identity/granting.hpp"

#include "identity_sql.hpp"

#include <algorithm>

namespace mz::identity {
namespace {

struct ByRole {
    Uuid role_id;
};
BOOST_DESCRIBE_STRUCT(ByRole, (), (role_id))

struct RoleRights {
    std::string name;
    std::vector<std::string> permissions;
};
BOOST_DESCRIBE_STRUCT(RoleRights, (), (name, permissions))

// A custom role cannot be called so: the database refuses the name.
bool is_owner(web::Caller const& caller) { return caller.kind == web::ActorKind::user && caller.role == "owner"; }

}  // namespace

std::vector<std::string> lacking(web::Caller const& actor, std::vector<std::string> const& wanted)
{
    std::vector<std::string> out;
    std::ranges::copy_if(wanted, std::back_inserter(out), [&](auto const& permission) { return !actor.may(permission); });
    return out;
}

void require_may_give(web::Caller const& actor, std::vector<std::string> const& permissions)
{
    auto const missing = lacking(actor, permissions);
    if (missing.empty()) return;
    std::string names;
    for (auto const& permission : missing) names += (names.empty() ? "" : ", ") + permission;
    throw Problem(Failure::forbidden, "rights-lacking", "This takes rights that you do not have yourself: " + names + ".");
}

void require_may_give(web::Caller const& actor, Granted const& role)
{
    if (role.role == Role::owner && !is_owner(actor)) {
        throw Problem(Failure::forbidden, "role-too-high", "Only an owner may do this to an owner.");
    }
    require_may_give(actor, role.permissions());
}

std::vector<std::string> normalized(std::vector<std::string> wanted)
{
    std::ranges::sort(wanted);
    wanted.erase(std::ranges::unique(wanted).begin(), wanted.end());
    return wanted;
}

Task<Granted> granted_of(web::Tx& tx, Role role, std::optional<Uuid> role_id)
{
    if ((role == Role::custom) != role_id.has_value()) {
        throw Problem::invalid("/role_id", role_id ? "goes with the role `custom` alone" : "must say which custom role");
    }
    Granted granted{role, std::nullopt, std::nullopt};
    if (!role_id) co_return granted;
    ByRole const by_role{*role_id};
    auto found = co_await tx.maybe<RoleRights>(sql::role_find{}, by_role);
    if (!found) throw Problem::invalid("/role_id", "there is no such role");
    granted.role_name = std::move(found->name);
    granted.role_permissions = std::move(found->permissions);
    co_return granted;
}

}  // namespace mz::identity
