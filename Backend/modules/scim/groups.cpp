#include "scim/groups.hpp"

#include "identity/identity.hpp"
#include "pg/error.hpp"
#include "scim/attributes.hpp"
#include "scim/failures.hpp"
#include "scim/filter.hpp"
#include "scim/paging.hpp"
#include "scim/roles.hpp"
#include "scim/scim.hpp"
#include "scim_sql.hpp"

#include <algorithm>
#include <array>

namespace mz::scim {
namespace {

using namespace web;

pg::ConstraintMessage const name_taken{"scim_group_name_taken", Failure::conflict, "There is a group with this displayName already."};

constexpr std::array<std::string_view, 5> filtered{"displayName", "externalId", "id", "members", "members.value"};

struct GroupRow {
    Uuid id;
    std::string display_name;
    std::optional<std::string> external_id;
    Timestamp created_at;
    Timestamp updated_at;
};
BOOST_DESCRIBE_STRUCT(GroupRow, (), (id, display_name, external_id, created_at, updated_at))

struct GroupWrite {
    Uuid id;
    std::string display_name;
    std::optional<std::string> external_id;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(GroupWrite, (), (id, display_name, external_id, now))

struct GroupQuery : Window {
    std::optional<std::string> id;
    std::optional<std::string> external_id;
    std::optional<std::string> display_name;
    std::optional<std::string> member;
};
BOOST_DESCRIBE_STRUCT(GroupQuery, (Window), (id, external_id, display_name, member))

struct OfGroups {
    std::vector<Uuid> groups;
};
BOOST_DESCRIBE_STRUCT(OfGroups, (), (groups))

struct MemberRow {
    Uuid group_id;
    Uuid person_id;
    std::string user_name;
};
BOOST_DESCRIBE_STRUCT(MemberRow, (), (group_id, person_id, user_name))

struct Persons {
    std::vector<Uuid> persons;
};
BOOST_DESCRIBE_STRUCT(Persons, (), (persons))

struct MembersOf : Persons {
    Uuid group_id;
};
BOOST_DESCRIBE_STRUCT(MembersOf, (Persons), (group_id))

ScimGroup shown(Request const& rq, GroupRow const& row)
{
    ScimGroup group;
    group.id = row.id;
    group.externalId = row.external_id;
    group.displayName = row.display_name;
    group.meta = ScimMeta{"Group", row.created_at, row.updated_at, location(rq, "/Groups/", row.id)};
    return group;
}

GroupQuery query_of(Request const& rq, Search const& search)
{
    GroupQuery query;
    static_cast<Window&>(query) = window_of(rq, search);
    if (!search.filter) return query;
    for (auto const& [attribute, value] : parse_filter(*search.filter, filtered)) {
        if (attribute == "displayName") query.display_name = value;
        if (attribute == "externalId") query.external_id = value;
        if (attribute == "id") query.id = value;
        if (attribute.starts_with("members")) query.member = value;
    }
    return query;
}

// Adds the members, where they are asked for, and leaves out what is not.
Task<std::vector<ScimGroup>> filled(Request& rq, std::vector<GroupRow> rows, View view)
{
    std::vector<ScimGroup> groups;
    OfGroups of;
    for (auto const& row : rows) {
        groups.push_back(shown(rq, row));
        of.groups.push_back(row.id);
    }
    if (shows(view, "members") && !groups.empty()) {
        for (auto& group : groups) group.members.emplace();
        auto const members = co_await rq.db.all<MemberRow>(sql::scim_member_list{}, of);
        for (auto const& member : members) {
            auto const group = std::ranges::find(groups, member.group_id, &ScimGroup::id);
            group->members->push_back({member.person_id.to_string(), member.user_name});
        }
    }
    for (auto& group : groups) narrow(group, view);
    co_return groups;
}

Task<GroupRow> row_of(Tx& tx, Uuid id)
{
    ResourcePath const path{id};
    co_return co_await tx.one<GroupRow>(sql::scim_group_get{}, path);
}

Task<List<ScimGroup>> list(Request& rq, Query<Search> search)
{
    auto const query = query_of(rq, search.value);
    List<ScimGroup> out;
    out.totalResults = co_await rq.db.one<std::int64_t>(sql::scim_group_count{}, query);
    out.startIndex = query.offset + 1;
    auto rows = co_await rq.db.all<GroupRow>(sql::scim_group_list{}, query);
    out.Resources = co_await filled(rq, std::move(rows), search.value);
    out.itemsPerPage = static_cast<std::int64_t>(out.Resources.size());
    co_return out;
}

Task<ScimGroup> view_of(Request& rq, GroupRow row, View view)
{
    std::vector<GroupRow> one;
    one.push_back(std::move(row));
    auto groups = co_await filled(rq, std::move(one), std::move(view));
    co_return std::move(groups.front());
}

Task<ScimGroup> get(Request& rq, Path<ResourcePath> path, Query<View> view)
{
    auto row = co_await rq.db.one<GroupRow>(sql::scim_group_get{}, path.value);
    co_return co_await view_of(rq, std::move(row), view.value);
}

// The users with these ids; 400 `invalidValue` for an id that is nobody's here.
Task<std::vector<Uuid>> known(Request& rq, Tx& tx, std::vector<std::string> ids)
{
    auto const most = static_cast<std::size_t>(rq.services.get<Scim>().settings.scim_members_max);
    if (ids.size() > most) throw refuse("tooMany", "A request names at most " + std::to_string(most) + " members.");
    Persons wanted;
    for (auto const& id : ids) {
        auto const parsed = Uuid::parse(id);
        if (!parsed) throw refuse("invalidValue", "There is no user with the id \"" + id + "\".");
        if (std::ranges::find(wanted.persons, *parsed) == wanted.persons.end()) wanted.persons.push_back(*parsed);
    }
    auto const found = co_await tx.all<Uuid>(sql::scim_member_known{}, wanted);
    for (auto const& id : wanted.persons) {
        if (std::ranges::find(found, id) == found.end())
            throw refuse("invalidValue", "There is no user with the id \"" + id.to_string() + "\".");
    }
    co_return found;
}

Task<std::vector<Uuid>> members_of(Tx& tx, Uuid group)
{
    OfGroups const of{{group}};
    auto const rows = co_await tx.all<MemberRow>(sql::scim_member_list{}, of);
    std::vector<Uuid> out;
    out.reserve(rows.size());
    for (auto const& row : rows) out.push_back(row.person_id);
    co_return out;
}

// One step after the other; whoever it concerns.
Task<std::vector<Uuid>> take_steps(Request& rq, Tx& tx, Uuid group, std::vector<GroupChange::Step> steps)
{
    using Kind = GroupChange::Step::Kind;
    std::vector<Uuid> touched;
    for (auto const& step : steps) {
        MembersOf args;
        args.group_id = group;
        if (step.kind == Kind::add) args.persons = co_await known(rq, tx, step.members);
        if (step.kind == Kind::remove_all) args.persons = co_await members_of(tx, group);
        if (step.kind == Kind::remove) {
            // Whoever is not in it, or nobody at all, is out of it already.
            for (auto const& id : step.members) {
                if (auto const person = Uuid::parse(id)) args.persons.push_back(*person);
            }
        }
        if (step.kind == Kind::add) co_await tx.run(sql::scim_member_add{}, args);
        else co_await tx.run(sql::scim_member_remove{}, args);
        touched.insert(touched.end(), args.persons.begin(), args.persons.end());
    }
    co_return touched;
}

Task<void> change(Request& rq, Tx& tx, GroupRow before, GroupChange wanted)
{
    GroupWrite write{before.id, wanted.display_name.value_or(before.display_name), before.external_id, now()};
    if (wanted.external_id) write.external_id = *wanted.external_id;
    co_await tx.run(sql::scim_group_update{}, write);
    auto const touched = co_await take_steps(rq, tx, before.id, std::move(wanted.steps));
    auto const changes = rq.db.audit().changes;
    co_await settle_roles(rq, tx, touched);
    // The row is about the group; what became of its members' roles follows from it.
    rq.db.audit().changes = changes;
}

// What PUT and POST say of a group, as a change.
GroupChange whole(ScimGroupWrite const& group)
{
    using Kind = GroupChange::Step::Kind;
    GroupChange out;
    out.display_name = group_name(group.displayName);
    out.external_id = kept_text(group.externalId, "externalId");
    GroupChange::Step add{Kind::add, {}};
    for (auto const& member : group.members.value_or(std::vector<ScimMember>())) add.members.push_back(member.value);
    out.steps.push_back({Kind::remove_all, {}});
    if (!add.members.empty()) out.steps.push_back(std::move(add));
    return out;
}

Task<GroupRow> make(Request& rq, Tx& tx, ScimGroupWrite body)
{
    auto wanted = whole(body);
    co_await identity::lock_places(tx);
    auto const most = rq.services.get<Scim>().settings.scim_groups_max;
    if (co_await tx.one<std::int64_t>(sql::scim_group_total{}) >= most) {
        throw refuse("tooMany", "There are " + std::to_string(most) + " groups already, the most that there may be.");
    }
    GroupWrite const write{Uuid::v7(), *wanted.display_name, *wanted.external_id, now()};
    co_await tx.run(sql::scim_group_create{}, write);
    auto const row = co_await row_of(tx, write.id);
    co_await change(rq, tx, row, std::move(wanted));
    co_return co_await row_of(tx, write.id);
}

Task<Created<ScimGroup>> create(Request& rq, Body<ScimGroupWrite> body, Tx& tx)
{
    require_size(rq);
    auto row = co_await told(rq, tx, body->displayName.value_or(""), make(rq, tx, body.value));
    rq.headers.set("Location", location(rq, "/Groups/", row.id));
    auto group = co_await view_of(rq, std::move(row), View());
    co_return Created<ScimGroup>{std::move(group)};
}

Task<ScimGroup> put(Request& rq, Path<ResourcePath> path, Body<ScimGroupWrite> body, Tx& tx)
{
    require_size(rq);
    co_await identity::lock_places(tx);
    auto const before = co_await row_of(tx, path->id);
    auto const replace = [](Request& request, Tx& in, GroupRow row, ScimGroupWrite group) -> Task<void> {
        co_await change(request, in, std::move(row), whole(group));
    };
    co_await told(rq, tx, before.display_name, replace(rq, tx, before, body.value));
    auto row = co_await row_of(tx, path->id);
    co_return co_await view_of(rq, std::move(row), View());
}

// Answers nothing, as Entra wants it: a group may have many members.
Task<void> patch(Request& rq, Path<ResourcePath> path, Body<ScimPatch> body, Tx& tx)
{
    require_size(rq);
    co_await identity::lock_places(tx);
    auto const before = co_await row_of(tx, path->id);
    require_few(rq, body.value);
    auto const apply = [](Request& request, Tx& in, GroupRow row, ScimPatch operations) -> Task<void> {
        co_await change(request, in, std::move(row), group_change(operations.Operations));
    };
    co_await told(rq, tx, before.display_name, apply(rq, tx, before, body.value));
}

Task<void> remove(Request& rq, Path<ResourcePath> path, Tx& tx)
{
    co_await identity::lock_places(tx);
    auto const before = co_await row_of(tx, path->id);
    auto const members = co_await members_of(tx, before.id);
    co_await tx.run(sql::scim_group_delete{}, path.value);
    co_await settle_roles(rq, tx, members);
    rq.db.audit().changes = json::write(before);
}

}  // namespace

std::vector<Route> group_routes()
{
    constexpr Permission provision{"scim:provision"};
    std::vector<Route> all;
    all.push_back(route(Verb::get, "/scim/v2/Groups", provision, "scim_group_list", "SCIM: find groups", list));
    all.push_back(route(Verb::post, "/scim/v2/Groups", provision, "scim_group_create", "SCIM: make a group", create));
    all.push_back(route(Verb::get, "/scim/v2/Groups/{id}", provision, "scim_group_get", "SCIM: fetch one group", get));
    all.push_back(route(Verb::put, "/scim/v2/Groups/{id}", provision, "scim_group_replace", "SCIM: describe a group anew", put));
    all.push_back(route(Verb::patch, "/scim/v2/Groups/{id}", provision, "scim_group_update", "SCIM: change a group or its members", patch));
    all.push_back(route(Verb::del, "/scim/v2/Groups/{id}", provision, "scim_group_delete", "SCIM: take a group away", remove));
    return all;
}

}  // namespace mz::scim
