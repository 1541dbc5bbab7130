#include "change.hpp"
#include "cmdb_model_sql.hpp"
#include "json/write.hpp"

#include <algorithm>

namespace mz::cmdb_model {
namespace {

using namespace web;

// What is left out stays as it is built in, or as the classes above have it.
struct RulesBody {
    std::optional<std::vector<std::vector<std::string>>> identifiers;
    std::optional<std::map<std::string, std::vector<SourceKind>>> precedence;
};
BOOST_DESCRIBE_STRUCT(RulesBody, (), (identifiers, precedence))

struct RulesRow {
    std::string class_key;
    std::optional<json::Raw> identifiers;
    std::optional<json::Raw> precedence;
    Timestamp at = now();
};
BOOST_DESCRIBE_STRUCT(RulesRow, (), (class_key, identifiers, precedence, at))

template <class T>
std::optional<json::Raw> raw(T const& list)
{
    if (list.empty()) return std::nullopt;
    return json::Raw{json::write(list)};
}

Rules const* find(std::vector<Rules> const& all, std::string const& class_key)
{
    auto const found = std::ranges::find(all, class_key, &Rules::class_key);
    return found == all.end() ? nullptr : &*found;
}

// Every CI of the class and below is worked out anew: others may identify it, and others be believed.
ModelChange changed(Change const& change, std::string const& class_key)
{
    auto out = change.step();
    out.classes = change.before().with_descendants(class_key);
    out.identification = true;
    return out;
}

Task<Rules> put(Request& rq, Path<RulesPath> path, Body<RulesBody> body, Tx& tx)
{
    auto change = co_await Change::begin(rq, tx);
    if (change.before().find_class(path->class_key) == nullptr) throw Problem(Failure::not_found, "There is no such class.");
    auto const* const before = find(change.before().rules(), path->class_key);
    if (before != nullptr) rq.check_version(before->version);
    Rules part;
    part.class_key = path->class_key;
    part.identifiers = body->identifiers.value_or(part.identifiers);
    part.precedence = body->precedence.value_or(part.precedence);
    part.built_in = false;
    if (before != nullptr && !before->built_in) part.version = before->version + 1;
    if (auto errors = problems(part, change.before()); !errors.empty()) throw_invalid(std::move(errors));
    std::erase_if(change.parts.rules, [&](Rules const& each) { return each.class_key == part.class_key; });
    change.parts.rules.push_back(part);
    auto const migration = changed(change, part.class_key);
    auto const after = *find(migration.after->rules(), part.class_key);
    rq.audit_change(before == nullptr ? Rules{part.class_key, {}, {}} : *before, after);
    RulesRow const row{part.class_key, raw(part.identifiers), raw(part.precedence)};
    co_await tx.run(sql::rules_put{}, row);
    co_await finish(rq, tx, change.tenant(), migration);
    co_return after;
}

Task<void> remove(Request& rq, Path<RulesPath> path, Tx& tx)
{
    auto change = co_await Change::begin(rq, tx);
    auto const* const before = find(change.parts.rules, path->class_key);
    if (before == nullptr) throw Problem(Failure::not_found, "This class has no rules of the tenant's own.");
    rq.check_version(before->version);
    std::erase_if(change.parts.rules, [&](Rules const& each) { return each.class_key == path->class_key; });
    auto const migration = changed(change, path->class_key);
    co_await tx.run(sql::rules_delete{}, path.value);
    co_await finish(rq, tx, change.tenant(), migration);
}

}  // namespace

std::vector<Route> rules_routes()
{
    constexpr Permission write{"ci-classes:write"};
    std::vector<Route> all;
    all.push_back(route(Verb::put, "/api/v1/ci-rules/{class_key}", write, "ci_rules_put",
                        "Say what identifies the CIs of a class, and whom to believe", put));
    all.push_back(
        route(Verb::del, "/api/v1/ci-rules/{class_key}", write, "ci_rules_delete", "Return to the built-in rules of a class", remove));
    return all;
}

}  // namespace mz::cmdb_model
