#include "change.hpp"
#include "cmdb_model_sql.hpp"

#include <algorithm>

namespace mz::cmdb_model {
namespace {

using namespace web;

using Icon = Text<1, 40>;

struct ClassCreate {
    Key key;
    Key parent_key;
    Name name;
    std::optional<Description> description;
    std::optional<Icon> icon;
};
BOOST_DESCRIBE_STRUCT(ClassCreate, (), (key, parent_key, name, description, icon))

struct ClassPatch {
    json::Patched<Key> parent_key;
    json::Patched<Name> name;
    json::Patched<Description> description;
    json::Patched<Icon> icon;
    std::optional<Misfits> misfits;
};
BOOST_DESCRIBE_STRUCT(ClassPatch, (), (parent_key, name, description, icon, misfits))

// `remove`: what taking the class away would do.
struct ClassPreview {
    json::Patched<Key> parent_key;
    std::optional<bool> remove;
};
BOOST_DESCRIBE_STRUCT(ClassPreview, (), (parent_key, remove))

struct ClassRow : Class {
    Timestamp at = now();
};
BOOST_DESCRIBE_STRUCT(ClassRow, (Class), (at))

ClassRow row_of(Class const& part)
{
    ClassRow row;
    static_cast<Class&>(row) = part;
    return row;
}

void check_icon(std::string const& icon)
{
    bool const fits = icon.front() >= 'a' && icon.front() <= 'z' &&
                      std::ranges::all_of(icon, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
    if (!fits) throw Problem::invalid("/icon", "must be the name of an icon: small letters, digits and hyphens");
}

// The rules of classes at and below `key` may only name attributes that are there after the change.
void check_rules_below(Model const& after, std::string const& key)
{
    for (auto const& rules : after.rules()) {
        if (rules.built_in || !after.is_a(rules.class_key, key)) continue;
        if (auto errors = problems(rules, after); !errors.empty())
            throw Problem(Failure::conflict, "The rules of the class " + rules.class_key + " need an attribute that it would lose.");
    }
}

// A class under another parent. Everything below it moves along.
ModelChange moved(Change& change, Class const& part)
{
    auto& stored = *std::ranges::find(change.parts.classes, part.key, &Class::key);
    if (auto errors = problems(part, change.before()); !errors.empty()) throw_invalid(std::move(errors));
    auto const old_parent = stored.parent_key;
    stored = part;
    auto out = change.step();
    if (old_parent == part.parent_key) return out;
    check_rules_below(*out.after, part.key);
    out.classes = change.before().with_descendants(part.key);
    out.identification = true;
    return out;
}

// A class taken away, with its own attributes and rules; its CIs become those of its parent.
ModelChange removed(Change& change, Class const& part)
{
    require_not_needed(needed_by(part, change.before()));
    auto& parts = change.parts;
    std::erase_if(parts.classes, [&](Class const& each) { return each.key == part.key; });
    std::erase_if(parts.attributes, [&](Attribute const& each) { return each.class_key == part.key; });
    std::erase_if(parts.rules, [&](Rules const& each) { return each.class_key == part.key; });
    auto out = change.step();
    out.classes = {part.key};
    out.moved.emplace(part.key, part.parent_key);
    out.identification = true;
    return out;
}

void require_somewhere_to_go(Change const& change, Class const& part, Touched const& touched)
{
    if (touched.cis > 0 && change.before().find_class(part.parent_key)->abstract)
        throw Problem(Failure::conflict, "still-needed",
                      "There are CIs of this class, and the class above it only groups others. Give them another class first.");
}

Task<Created<Class>> create(Request& rq, Body<ClassCreate> body, Tx& tx)
{
    auto change = co_await Change::begin(rq, tx);
    Class part;
    part.key = body->key;
    part.parent_key = body->parent_key;
    part.name = body->name;
    part.description = body->description.value_or(Description());
    part.icon = body->icon.value_or(Icon("box"));
    part.built_in = false;
    check_icon(part.icon);
    auto errors = key_problems(part.key, change.before().find_class(part.key) != nullptr);
    if (errors.empty()) errors = problems(part, change.before());
    if (errors.empty() && change.parts.classes.size() >= classes_most) errors.push_back({"", "there are too many classes already"});
    if (!errors.empty()) throw_invalid(std::move(errors));
    auto const row = row_of(part);
    co_await tx.run(sql::class_create{}, row);
    co_await finish(rq, tx, change.tenant(), std::nullopt);
    co_return Created<Class>{std::move(part)};
}

Task<Class> update(Request& rq, Path<KeyPath> path, Body<ClassPatch> patch, Tx& tx)
{
    auto change = co_await Change::begin(rq, tx);
    auto const before = own(change.before().find_class(path->key));
    rq.check_version(before.version);
    auto part = before;
    if (patch->parent_key.given) part.parent_key = patch->parent_key.value;
    if (patch->name.given) part.name = patch->name.value;
    if (patch->description.given) part.description = patch->description.value;
    if (patch->icon.given) part.icon = patch->icon.value;
    check_icon(part.icon);
    ++part.version;
    auto const migration = moved(change, part);
    bool const moves = !migration.classes.empty();
    if (moves) co_await consider(rq, tx, change.tenant(), migration, patch->misfits.value_or(Misfits::keep));
    rq.audit_change(before, part);
    auto const row = row_of(part);
    co_await tx.run(sql::class_update{}, row);
    co_await finish(rq, tx, change.tenant(), moves ? std::optional(migration) : std::nullopt);
    co_return part;
}

Task<void> remove(Request& rq, Path<KeyPath> path, Query<MisfitsQuery> query, Tx& tx)
{
    auto change = co_await Change::begin(rq, tx);
    auto const part = own(change.before().find_class(path->key));
    rq.check_version(part.version);
    auto const migration = removed(change, part);
    auto const touched = co_await consider(rq, tx, change.tenant(), migration, query->misfits.value_or(Misfits::keep));
    require_somewhere_to_go(change, part, touched);
    for (auto const& attribute : change.before().attributes()) {
        if (attribute.class_key != part.key) continue;
        KeyPath const its{Key(attribute.key)};
        co_await tx.run(sql::attribute_delete{}, its);
    }
    RulesPath const rules{Key(part.key)};
    co_await tx.run(sql::rules_delete{}, rules);
    co_await tx.run(sql::class_delete{}, path.value);
    co_await finish(rq, tx, change.tenant(), migration);
}

Task<Touched> look(Request& rq, Path<KeyPath> path, Body<ClassPreview> body, Tx& tx)
{
    auto change = co_await Change::begin(rq, tx);
    auto part = own(change.before().find_class(path->key));
    if (body->parent_key.given) part.parent_key = body->parent_key.value;
    auto const removes = body->remove.value_or(false);
    auto migration = removes ? removed(change, part) : moved(change, part);
    if (migration.classes.empty()) co_return Touched();
    auto touched = co_await preview(rq, tx, change.tenant(), std::move(migration));
    if (removes) require_somewhere_to_go(change, part, touched);
    co_return touched;
}

}  // namespace

std::vector<Route> class_routes()
{
    constexpr Permission write{"ci-classes:write"};
    std::vector<Route> all;
    all.push_back(route(Verb::post, "/api/v1/ci-classes", write, "ci_class_create", "Add a class of CIs", create));
    all.push_back(route(Verb::patch, "/api/v1/ci-classes/{key}", write, "ci_class_update", "Change a class of CIs", update));
    all.push_back(route(Verb::del, "/api/v1/ci-classes/{key}", write, "ci_class_delete", "Take a class of CIs away", remove));
    all.push_back(
        route(Verb::post, "/api/v1/ci-classes/{key}/preview", write, "ci_class_preview", "What a change of a class would do", look));
    return all;
}

}  // namespace mz::cmdb_model
