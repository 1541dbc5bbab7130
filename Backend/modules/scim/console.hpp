#pragma once
#include "identity/identity.hpp"
#include "scim/failures.hpp"
#include "web/page.hpp"
#include "web/route.hpp"

#include <vector>

namespace mz::scim {

// A group of the directory as the console's page has it. `rank` counts from 0 among those with a role: the lowest decides.
struct ScimGroupView {
    Uuid id;
    std::string display_name;
    std::int64_t members = 0;
    std::optional<identity::Role> role;
    std::optional<Uuid> role_id;
    std::optional<std::string> role_name;
    std::optional<int> rank;
    Timestamp synced_at;
};
BOOST_DESCRIBE_STRUCT(ScimGroupView, (), (id, display_name, members, role, role_id, role_name, rank, synced_at))

struct ScimOverview {
    std::string base_url;  // what the directory is told
    identity::Role default_role = identity::Role::auditor;
    std::optional<Uuid> default_role_id;
    std::vector<ScimGroupView> groups;  // the mapped ones first, in the order in which they decide
    std::int64_t users = 0;
    std::int64_t active_users = 0;
    std::optional<Timestamp> synced_at;
    std::vector<ScimFailure> failures;  // the latest first
};
BOOST_DESCRIBE_STRUCT(ScimOverview, (), (base_url, default_role, default_role_id, groups, users, active_users, synced_at, failures))

struct ScimMappedGroup {
    Uuid id;
    identity::Role role = identity::Role::auditor;
    std::optional<Uuid> role_id;  // where and only where the role is `custom`
};
BOOST_DESCRIBE_STRUCT(ScimMappedGroup, (), (id, role, role_id))

// The whole mapping: the groups with a role, the one that decides first; groups that are not named have none.
struct ScimMapping {
    identity::Role default_role = identity::Role::auditor;
    std::optional<Uuid> default_role_id;
    std::vector<ScimMappedGroup> groups;
};
BOOST_DESCRIBE_STRUCT(ScimMapping, (), (default_role, default_role_id, groups))

struct DirectoryUser {
    Uuid id;
    std::string user_name;
    Email email;  // as the directory has it; who is known to other organizations goes on signing in with their own
    std::string display_name;
    identity::Role role = identity::Role::auditor;
    std::optional<Uuid> role_id;
    std::string role_name;
    bool active = true;
    Timestamp synced_at;
};
BOOST_DESCRIBE_STRUCT(DirectoryUser, (), (id, user_name, email, display_name, role, role_id, role_name, active, synced_at))

struct DirectoryUserFilter : web::ListQuery {
    std::optional<Text<1, 100>> q;  // a part of the name or of the userName
};
BOOST_DESCRIBE_STRUCT(DirectoryUserFilter, (web::ListQuery), (q))

struct DirectoryHandOver {
    identity::PersonId user_id;
};
BOOST_DESCRIBE_STRUCT(DirectoryHandOver, (), (user_id))

struct DirectoryUserPath {
    identity::PersonId id;
};
BOOST_DESCRIBE_STRUCT(DirectoryUserPath, (), (id))

// What an administrator does about the directory.
std::vector<web::Route> console_routes();

}  // namespace mz::scim
