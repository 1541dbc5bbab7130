#include "change.hpp"
#include "cmdb_model_sql.hpp"

#include <algorithm>

namespace mz::cmdb_model {
namespace {

using namespace web;

using Pattern = Text<1, 500>;
using Unit = Text<1, 20>;

struct AttributeCreate {
    Key key;
    Key class_key;
    Name name;
    std::optional<Description> description;
    AttributeType type = AttributeType::text;
    std::optional<bool> required;
    std::optional<bool> is_unique;
    std::optional<json::Raw> default_value;
    std::optional<Pattern> pattern;
    std::optional<std::vector<std::string>> choices;
    std::optional<AttributeType> element_type;
    std::optional<Key> reference_class;
    std::optional<Unit> unit;
};
BOOST_DESCRIBE_STRUCT(AttributeCreate, (),
                      (key, class_key, name, description, type, required, is_unique, default_value, pattern, choices, element_type,
                       reference_class, unit))

struct AttributePatch {
    json::Patched<Name> name;
    json::Patched<Description> description;
    json::Patched<AttributeType> type;
    json::Patched<bool> required;
    json::Patched<bool> is_unique;
    json::Patched<std::optional<json::Raw>> default_value;
    json::Patched<std::optional<Pattern>> pattern;
    json::Patched<std::vector<std::string>> choices;
    json::Patched<std::optional<AttributeType>> element_type;
    json::Patched<std::optional<Key>> reference_class;
    json::Patched<std::optional<Unit>> unit;
    std::optional<Misfits> misfits;
};
BOOST_DESCRIBE_STRUCT(AttributePatch, (),
                      (name, description, type, required, is_unique, default_value, pattern, choices, element_type, reference_class, unit,
                       misfits))

// `remove`: what taking the attribute away would do.
struct AttributePreview : AttributePatch {
    std::optional<bool> remove;
};
BOOST_DESCRIBE_STRUCT(AttributePreview, (AttributePatch), (remove))

struct AttributeRow : Attribute {
    Timestamp at = now();
};
BOOST_DESCRIBE_STRUCT(AttributeRow, (Attribute), (at))

AttributeRow row_of(Attribute const& part)
{
    AttributeRow row;
    static_cast<Attribute&>(row) = part;
    return row;
}

std::optional<std::string> text_of(auto const& text) { return text ? std::optional<std::string>(*text) : std::nullopt; }

// null is no default, not one of null.
std::optional<json::Raw> default_of(std::optional<json::Raw> given)
{
    if (given && given->text == "null") return std::nullopt;
    return given;
}

Attribute patched(Attribute part, AttributePatch const& patch)
{
    if (patch.name.given) part.name = patch.name.value;
    if (patch.description.given) part.description = patch.description.value;
    patch.type.apply_to(part.type);
    patch.required.apply_to(part.required);
    patch.is_unique.apply_to(part.is_unique);
    if (patch.default_value.given) part.default_value = default_of(patch.default_value.value);
    if (patch.pattern.given) part.pattern = text_of(patch.pattern.value);
    patch.choices.apply_to(part.choices);
    patch.element_type.apply_to(part.element_type);
    if (patch.reference_class.given) part.reference_class = text_of(patch.reference_class.value);
    if (patch.unit.given) part.unit = text_of(patch.unit.value);
    ++part.version;
    return part;
}

bool same_values(Attribute const& a, Attribute const& b)
{
    return a.type == b.type && a.pattern == b.pattern && a.choices == b.choices && a.element_type == b.element_type &&
           a.is_unique == b.is_unique;
}

// `part` as it is to be stored, and what that does to values; without classes where it does nothing.
ModelChange changed(Change& change, Attribute& part)
{
    auto& stored = *std::ranges::find(change.parts.attributes, part.key, &Attribute::key);
    if (auto errors = problems(part, change.before()); !errors.empty()) throw_invalid(std::move(errors));
    auto const before = std::exchange(stored, part);
    auto out = change.step();
    if (same_values(before, part)) return out;
    out.classes = change.before().with_descendants(part.class_key);
    out.attributes = {part.key};
    if (part.is_unique && !before.is_unique) out.made_unique = {part.key};
    return out;
}

ModelChange removed(Change& change, Attribute const& part)
{
    require_not_needed(needed_by(part, change.before()));
    std::erase_if(change.parts.attributes, [&](Attribute const& each) { return each.key == part.key; });
    auto out = change.step();
    out.classes = change.before().with_descendants(part.class_key);
    out.attributes = {part.key};
    return out;
}

Task<Created<Attribute>> create(Request& rq, Body<AttributeCreate> body, Tx& tx)
{
    auto change = co_await Change::begin(rq, tx);
    Attribute part;
    part.key = body->key;
    part.class_key = body->class_key;
    part.name = body->name;
    part.description = body->description.value_or(Description());
    part.type = body->type;
    part.required = body->required.value_or(false);
    part.is_unique = body->is_unique.value_or(false);
    part.default_value = default_of(body->default_value);
    part.pattern = text_of(body->pattern);
    part.choices = body->choices.value_or(std::vector<std::string>());
    part.element_type = body->element_type;
    if (part.type == AttributeType::list && !part.element_type) part.element_type = AttributeType::text;
    part.reference_class = text_of(body->reference_class);
    part.unit = text_of(body->unit);
    part.built_in = false;
    auto errors = key_problems(part.key, is_reserved(part.key) || change.before().find_attribute(part.key) != nullptr);
    if (errors.empty()) errors = problems(part, change.before());
    if (errors.empty() && change.parts.attributes.size() >= attributes_most)
        errors.push_back({"", "there are too many attributes already"});
    if (!errors.empty()) throw_invalid(std::move(errors));
    auto const row = row_of(part);
    co_await tx.run(sql::attribute_create{}, row);
    co_await finish(rq, tx, change.tenant(), std::nullopt);
    co_return Created<Attribute>{std::move(part)};
}

Task<Attribute> update(Request& rq, Path<KeyPath> path, Body<AttributePatch> patch, Tx& tx)
{
    auto change = co_await Change::begin(rq, tx);
    auto const before = own(change.before().find_attribute(path->key));
    rq.check_version(before.version);
    auto part = patched(before, patch.value);
    auto const migration = changed(change, part);
    bool const touches = !migration.classes.empty();
    if (touches) co_await consider(rq, tx, change.tenant(), migration, patch->misfits.value_or(Misfits::keep));
    rq.audit_change(before, part);
    auto const row = row_of(part);
    co_await tx.run(sql::attribute_update{}, row);
    co_await finish(rq, tx, change.tenant(), touches ? std::optional(migration) : std::nullopt);
    co_return part;
}

Task<void> remove(Request& rq, Path<KeyPath> path, Query<MisfitsQuery> query, Tx& tx)
{
    auto change = co_await Change::begin(rq, tx);
    auto const part = own(change.before().find_attribute(path->key));
    rq.check_version(part.version);
    auto const migration = removed(change, part);
    co_await consider(rq, tx, change.tenant(), migration, query->misfits.value_or(Misfits::keep));
    co_await tx.run(sql::attribute_delete{}, path.value);
    co_await finish(rq, tx, change.tenant(), migration);
}

Task<Touched> look(Request& rq, Path<KeyPath> path, Body<AttributePreview> body, Tx& tx)
{
    auto change = co_await Change::begin(rq, tx);
    auto part = patched(own(change.before().find_attribute(path->key)), body.value);
    auto migration = body->remove.value_or(false) ? removed(change, part) : changed(change, part);
    if (migration.classes.empty()) co_return Touched();
    co_return co_await preview(rq, tx, change.tenant(), std::move(migration));
}

}  // namespace

std::vector<Route> attribute_routes()
{
    constexpr Permission write{"ci-classes:write"};
    std::vector<Route> all;
    all.push_back(route(Verb::post, "/api/v1/ci-attributes", write, "ci_attribute_create", "Add an attribute to a class", create));
    all.push_back(route(Verb::patch, "/api/v1/ci-attributes/{key}", write, "ci_attribute_update", "Change an attribute", update));
    all.push_back(route(Verb::del, "/api/v1/ci-attributes/{key}", write, "ci_attribute_delete", "Take an attribute away", remove));
    all.push_back(route(Verb::post, "/api/v1/ci-attributes/{key}/preview", write, "ci_attribute_preview",
                        "What a change of an attribute would do", look));
    return all;
}

}  // namespace mz::cmdb_model
