#include "scim/roles.hpp"

#include "identity/identity.hpp"
#include "scim_sql.hpp"

namespace mz::scim {
namespace {

struct Among {
    std::vector<Uuid> persons;  // none: everybody
};
BOOST_DESCRIBE_STRUCT(Among, (), (persons))

struct RoleChange {
    Uuid person_id;
    identity::Role role = identity::Role::auditor;
    std::optional<Uuid> role_id;
};
BOOST_DESCRIBE_STRUCT(RoleChange, (), (person_id, role, role_id))

Task<void> settle(web::Request& rq, web::Tx& tx, Among among)
{
    auto const changes = co_await tx.all<RoleChange>(sql::scim_role_changes{}, among);
    for (auto const& change : changes) {
        identity::UserPatch patch;
        patch.role = {true, change.role};
        patch.role_id = {true, change.role_id};
        co_await identity::change_provisioned(rq, tx, identity::PersonId(change.person_id), identity::Source::scim, patch);
    }
}

}  // namespace

Task<RoleHeld> default_role(web::Tx& tx)
{
    auto const found = co_await tx.maybe<RoleHeld>(sql::scim_default_get{});
    co_return found.value_or(RoleHeld());
}

Task<void> settle_roles(web::Request& rq, web::Tx& tx, std::vector<Uuid> persons)
{
    if (persons.empty()) co_return;
    Among const among{std::move(persons)};
    co_await settle(rq, tx, among);
}

Task<void> settle_all_roles(web::Request& rq, web::Tx& tx)
{
    Among const everybody;
    co_await settle(rq, tx, everybody);
}

}  // namespace mz::scim
