#include "edits.hpp"

#include "cmdb_sql.hpp"
#include "decisions.hpp"
#include "json/write.hpp"
#include "keys.hpp"
#include "settle.hpp"

#include <algorithm>

namespace mz::cmdb {
namespace {

struct TextKey {
    std::string attribute;
    std::string text_key;
    Uuid ci_id;
};
BOOST_DESCRIBE_STRUCT(TextKey, (), (attribute, text_key, ci_id))

struct NumberKey {
    std::string attribute;
    double number_key = 0;
    Uuid ci_id;
};
BOOST_DESCRIBE_STRUCT(NumberKey, (), (attribute, number_key, ci_id))

[[noreturn]] void refuse(std::vector<FieldError> errors)
{
    Problem problem(Failure::unprocessable, "Some values do not fit the model.");
    problem.errors = std::move(errors);
    throw problem;
}

std::string pointer_to(std::string const& attribute)
{
    bool const column = attribute == name_attribute || attribute == status_attribute || attribute == class_attribute;
    return (column ? "/" : "/attributes/") + attribute;
}

void require_class(std::string const& class_key, Model const& model)
{
    auto const* found = model.find_class(class_key);
    if (found == nullptr) refuse({{"/class_key", "is no class"}});
    if (found->abstract) refuse({{"/class_key", "only groups others; choose one of the classes below it"}});
}

AttributeValues columns_of(json::Patched<CiName> const& name, json::Patched<CiStatus> const& status)
{
    AttributeValues out;
    if (name.given) out.emplace(name_attribute, json::Raw{json::write(name.value)});
    if (status.given) out.emplace(status_attribute, json::Raw{json::write(status.value)});
    return out;
}

Saying said(AttributeValues const& attributes, AttributeValues const& columns, std::string const& class_key, Model const& model)
{
    Saying out;
    out.at = now();
    std::vector<FieldError> refused;
    for (auto const& column : {name_attribute, status_attribute}) {
        if (attributes.contains(std::string(column))) refused.push_back({"/attributes/" + std::string(column), "is a field of its own"});
    }
    out.values = fitting(attributes, class_key, model, refused);
    auto fitted = fitting(columns, class_key, model, refused);
    if (!refused.empty()) refuse(std::move(refused));
    out.values.merge(fitted);
    return out;
}

// The CI's records as an edit leaves them; returns the record that it went to.
Tie say(Scene& scene, Uuid ci, Uuid manual_source, Edit const& edit)
{
    auto const made = anchor_in(scene, ci, manual_source);
    for (auto& [id, record] : scene.records) {
        if (record.ci_id != ci || record.source_kind != SourceKind::manual) continue;
        for (auto const& attribute : edit.forget) record.words.erase(attribute);
        if (id == made.record_id) absorb(record, edit.saying);
        record.identifiers = identifiers_of(record, *scene.model);
    }
    return made;
}

std::vector<Record const*> members_of(Scene const& scene, Uuid ci)
{
    std::vector<Record const*> out;
    for (auto const& [id, record] : scene.records) {
        if (record.ci_id == ci) out.push_back(&record);
    }
    return out;
}

// Whether groups may change: then everybody else who might change them has to wait.
bool touches_identity(Scene const& scene)
{
    return std::ranges::any_of(scene.records, [&](auto const& entry) {
        auto const& record = entry.second;
        auto const before = scene.before.find(record.id);
        if (before == scene.before.end()) return !record.identifiers.empty();
        return before->second.class_key != record.class_key || scene.identified.at(record.id) != record.identifiers;
    });
}

// Refuses an edit by which the CI would turn out to be another one: that is for a merge to say.
void require_own(Scene const& scene, Uuid ci)
{
    std::vector<Record> records;
    records.reserve(scene.records.size());
    for (auto const& [id, record] : scene.records) records.push_back(record);
    for (auto const& group : partition(records, *scene.model, scene.decisions).groups) {
        auto const owns = [&](std::size_t place) { return records[place].ci_id == ci; };
        if (std::ranges::none_of(group, owns)) continue;
        auto const other = std::ranges::find_if_not(group, owns);
        if (other != group.end()) refuse_known(scene.cis.at(records[*other].ci_id));
    }
}

}  // namespace

void refuse_known(Ci const& known)
{
    Problem problem(Failure::conflict, "ci-exists", "This is there already: " + known.name);
    problem.members.push_back({"ci_id", json::write(known.id)});
    problem.members.push_back({"deleted", known.deleted_at ? "true" : "false"});
    throw problem;
}

void require_live(Ci const& ci)
{
    if (ci.merged_into) {
        Problem problem(Failure::conflict, "ci-merged", "This CI has become part of another one.");
        problem.members.push_back({"ci_id", json::write(*ci.merged_into)});
        throw problem;
    }
    if (ci.deleted_at) throw Problem(Failure::conflict, "ci-deleted", "This CI was deleted; restore it first.");
}

Edit edit_of(CiPatch const& patch, std::string const& class_key, Model const& model)
{
    auto const& wanted = patch.class_key.given ? patch.class_key.value : class_key;
    if (patch.class_key.given) require_class(wanted, model);
    static AttributeValues const none;
    Edit out;
    out.saying = said(patch.attributes.given ? patch.attributes.value : none, columns_of(patch.name, patch.status), wanted, model);
    if (patch.class_key.given) out.saying.class_key = wanted;
    out.forget = patch.forget.value_or(std::vector<std::string>());
    for (auto const& [attribute, value] : out.saying.values) out.given.insert(attribute);
    out.given.insert(out.forget.begin(), out.forget.end());
    return out;
}

Edit edit_of(CiCreate const& create, Model const& model)
{
    require_class(create.class_key, model);
    AttributeValues attributes = create.attributes.value_or(AttributeValues());
    for (auto const* attribute : model.attributes_of(create.class_key)) {
        bool const column = attribute->key == name_attribute || attribute->key == status_attribute;
        if (!column && attribute->default_value) attributes.try_emplace(attribute->key, *attribute->default_value);
    }
    Edit out;
    auto const status = create.status.value_or(CiStatus::in_use);
    out.saying = said(attributes, columns_of({true, create.name}, {true, status}), create.class_key, model);
    out.saying.class_key = create.class_key;
    for (auto const& [attribute, value] : out.saying.values) out.given.insert(attribute);
    return out;
}

void require_complete(State const& state, Model const& model, std::set<std::string> const* given)
{
    std::vector<FieldError> missing;
    for (auto const* attribute : model.attributes_of(state.class_key)) {
        bool const column = attribute->key == name_attribute || attribute->key == status_attribute;
        if (!attribute->required || column || state.attributes.contains(attribute->key)) continue;
        if (given == nullptr || given->contains(attribute->key)) missing.push_back({pointer_to(attribute->key), "is required"});
    }
    if (!missing.empty()) refuse(std::move(missing));
}

bool has_unique(Model const& model, std::set<std::string> const& given)
{
    return std::ranges::any_of(given, [&](std::string const& key) {
        auto const* attribute = model.find_attribute(key);
        return attribute != nullptr && attribute->is_unique;
    });
}

Task<void> require_unique(web::Tx& tx, State state, std::shared_ptr<Model const> model, Uuid ci, std::set<std::string> given)
{
    for (auto const& key : given) {
        auto const* attribute = model->find_attribute(key);
        if (attribute == nullptr || !attribute->is_unique || !state.attributes.contains(key)) continue;
        std::map<std::string, json::bj::value> const alone{{key, state.attributes.at(key)}};
        for (auto const& row : value_rows(ci, state.name, alone, *model)) {
            std::optional<Uuid> taken;
            TextKey const text{key, row.text_key.value_or(""), ci};
            NumberKey const number{key, row.number_key.value_or(0), ci};
            if (row.text_key) taken = co_await tx.maybe<Uuid>(sql::ci_by_text_key{}, text);
            else taken = co_await tx.maybe<Uuid>(sql::ci_by_number_key{}, number);
            if (!taken) continue;
            Problem problem(Failure::conflict, "value-taken", attribute->name + " must be unique, and another CI has this value.");
            problem.errors.push_back({pointer_to(key), "is taken"});
            problem.members.push_back({"ci_id", json::write(*taken)});
            throw problem;
        }
    }
}

Tie anchor_in(Scene& scene, Uuid ci, Uuid manual_source, Uuid as)
{
    auto const key = ci.to_string();
    for (auto const& [id, record] : scene.records) {
        if (record.source_id == manual_source && record.key == key) return {id, false};
    }
    Record made;
    made.id = as;
    made.ci_id = ci;
    made.source_id = manual_source;
    made.source_kind = SourceKind::manual;
    made.source_name = people_name;
    made.key = key;
    made.class_key = scene.cis.at(ci).class_key;
    made.class_seen_at = assumed;
    made.seen_at = now();
    // Where it is the CI's own record again, nothing has to tie it.
    if (made.id != ci) scene.decisions.push_back({std::min(made.id, ci), std::max(made.id, ci), Verdict::same});
    scene.records.emplace(made.id, made);
    return {made.id, made.id != ci};
}

Task<void> tie(web::Tx& tx, Tie made, Uuid ci)
{
    if (!made.is_new) co_return;
    std::vector<Decision> const decided{{std::min(made.record_id, ci), std::max(made.record_id, ci), Verdict::same}};
    co_await decide(tx, decided, "");
}

Task<Ci> apply_edit(web::Tx& tx, Uuid tenant, Uuid ci, Edit edit, Cause cause, CmdbSettings settings, Check check)
{
    auto const model = co_await cmdb_model::model(tx, tenant);
    auto const manual = co_await manual_source(tx);

    // A first look without locks says what will have to be locked.
    std::vector<Uuid> const one{ci};
    Scene draft;
    draft.model = model;
    draft.cis.emplace(ci, co_await read_ci(tx, ci));
    for (auto& record : co_await records_of_cis(tx, one, *model)) {
        draft.before.emplace(record.id, row_of(record));
        draft.identified.emplace(record.id, record.identifiers);
        draft.records.emplace(record.id, std::move(record));
    }
    auto const drafted = say(draft, ci, manual, edit);
    bool const identity = touches_identity(draft) || has_unique(*model, edit.given);
    Scene scene;
    if (identity) {
        co_await lock_identities(tx);
        Seeds seeds;
        for (auto const& [id, row] : draft.before) seeds.records.push_back(id);
        seeds.identifiers.push_back(draft.records.at(drafted.record_id).identifiers);
        scene = co_await gather(tx, model, std::move(seeds), settings.cmdb_component_most);
    } else {
        scene = co_await gather_cis(tx, model, one);
    }
    auto const found = scene.cis.find(ci);
    if (found == scene.cis.end()) throw Problem(Failure::not_found, "no such configuration item");
    auto const before = found->second;
    if (check) check(before);
    require_live(before);

    auto const said_in = say(scene, ci, manual, edit);
    auto const state = state_of(members_of(scene, ci), *model);
    if (edit.given.contains(std::string(status_attribute)) && !edit.any_status && !cmdb_model::may_follow(before.status, state.status)) {
        refuse({{"/status", std::string("cannot follow ") + boost::describe::enum_to_string(before.status, "")}});
    }
    if (!edit.saying.class_key.empty() && state.class_key != edit.saying.class_key) {
        refuse({{"/class_key", "is " + state.class_key + ", as a source says more exactly"}});
    }
    require_complete(state, *model, edit.saying.class_key.empty() ? &edit.given : nullptr);
    if (identity) {
        co_await require_unique(tx, state, model, ci, edit.given);
        require_own(scene, ci);
    }
    Change const change{cause, manual};
    co_await settle(tx, std::move(scene), change);
    co_await tie(tx, said_in, ci);
    co_return co_await read_ci(tx, ci);
}

}  // namespace mz::cmdb
