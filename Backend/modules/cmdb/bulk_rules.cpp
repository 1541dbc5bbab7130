#include "bulk_rules.hpp"

namespace mz::cmdb {
namespace {

namespace bj = json::bj;

std::string word(CiStatus status) { return boost::describe::enum_to_string(status, ""); }

void judge_status(BulkVerdict& verdict, Ci const& ci, CiStatus to)
{
    if (to == ci.status) return;
    if (cmdb_model::may_follow(ci.status, to)) verdict.changes["status"] = {{"from", word(ci.status)}, {"to", word(to)}};
    else verdict.errors.push_back({"/status", word(to) + " cannot follow " + word(ci.status), BulkReason::transition});
}

void judge_value(BulkVerdict& verdict, bj::object const& present, cmdb_model::Attribute const& attribute, bj::value const& value,
                 bool several)
{
    auto const refuse = [&](BulkReason reason, std::string detail) {
        verdict.errors.push_back({"/attributes/" + attribute.key, std::move(detail), reason});
    };
    auto const to = cmdb_model::normalised(attribute, value);
    if (!to) return refuse(BulkReason::value, to.error());
    auto const* has = present.if_contains(attribute.key);
    auto const from = has != nullptr ? *has : bj::value();
    if (from == *to) return;
    if (to->is_null() && attribute.required) return refuse(BulkReason::required, "is required");
    if (!to->is_null() && attribute.is_unique && several) return refuse(BulkReason::unique, "must be different for each");
    verdict.changes[attribute.key] = {{"from", from}, {"to", *to}};
}

}  // namespace

BulkVerdict verdict_on(Ci const& ci, BulkEdit const& edit, cmdb_model::Model const& model, bool several)
{
    BulkVerdict verdict;
    if (edit.status) judge_status(verdict, ci, *edit.status);
    if (!edit.attributes) return verdict;
    auto const present = json::parse(ci.attributes.text).as_object();
    for (auto const& [key, raw] : *edit.attributes) {
        auto const* attribute = model.find_attribute(key);
        bool const column = key == "name" || key == "status";
        if (attribute != nullptr && !column && model.has_attribute(ci.class_key, key))
            judge_value(verdict, present, *attribute, json::parse(raw.text), several);
        else verdict.errors.push_back({"/attributes/" + key, ci.class_key + " has no such attribute", BulkReason::attribute});
    }
    return verdict;
}

}  // namespace mz::cmdb
