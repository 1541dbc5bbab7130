#include "identify.hpp"

#include "core/text.hpp"
#include "json/write.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>

namespace mz::cmdb {
namespace {

constexpr std::size_t identifier_most = 400;  // bytes; what is longer is prose

// Records in the order of what they are, whatever their ids.
auto content_of(Record const& record) { return std::tie(record.source_kind, record.source_key, record.key); }

using Pairs = std::set<std::pair<std::size_t, std::size_t>>;
std::pair<std::size_t, std::size_t> ordered(std::size_t a, std::size_t b) { return {std::min(a, b), std::max(a, b)}; }

class Sets {
public:
    explicit Sets(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
    std::size_t of(std::size_t x)
    {
        while (parent_[x] != x) x = parent_[x] = parent_[parent_[x]];
        return x;
    }
    void join(std::size_t a, std::size_t b)
    {
        auto const [first, second] = ordered(of(a), of(b));
        parent_[second] = first;
    }

private:
    std::vector<std::size_t> parent_;
};

std::string kind_of(std::vector<std::string> const& rule)
{
    std::string kind;
    for (auto const& attribute : rule) kind += (kind.empty() ? "" : "+") + attribute;
    return kind;
}

// The records of one component, of which each is connected to each other by identifiers, in the order of their content.
class Component {
public:
    Component(std::span<Record const> records, Model const& model, std::vector<std::size_t> members, Pairs const& decided_on)
        : records_(records), model_(model), decided_on_(decided_on), members_(std::move(members)), groups_(members_.size())
    {
        for (std::size_t i = 0; i < members_.size(); ++i) {
            learn_strengths(record(i).class_key);
            groups_[i].members.push_back(i);
            if (!is_assumed(record(i))) groups_[i].classes.insert(record(i).class_key);
            for (auto const& identifier : record(i).identifiers) groups_[i].values[identifier.kind].insert(identifier.value);
            at_.push_back(i);
        }
    }

    void identify()
    {
        std::map<std::tuple<std::size_t, std::string, std::string>, std::vector<std::size_t>> holders;
        for (std::size_t i = 0; i < members_.size(); ++i) {
            for (auto const& [kind, value] : record(i).identifiers) {
                auto const strength = strengths_.find(kind);
                if (strength != strengths_.end()) holders[{strength->second, kind, value}].push_back(i);
            }
        }
        for (auto const& [shared, who] : holders) {
            auto const& [strength, kind, value] = shared;
            join_holders(strength, Identifier{kind, value}, who);
        }
    }

    // Adds the groups to all of them, and what shares an identifier and yet was kept apart, by the groups' places.
    void report(std::vector<Group>& groups, std::vector<Conflict>& conflicts) const
    {
        std::map<std::size_t, std::size_t> places;
        for (std::size_t i = 0; i < members_.size(); ++i) {
            auto const [place, is_new] = places.try_emplace(at_[i], groups.size());
            if (is_new) groups.emplace_back();
            groups[place->second].push_back(members_[i]);
        }
        for (auto const& [a, b, reason] : conflicts_) {
            if (at_[a] != at_[b]) conflicts.push_back({places.at(at_[a]), places.at(at_[b]), {reason}});
        }
    }

private:
    struct Grouped {
        std::vector<std::size_t> members;
        std::set<std::string> classes;
        std::map<std::string, std::set<std::string>> values;
    };
    struct Kept {
        std::size_t a;
        std::size_t b;
        Reason reason;
    };

    Record const& record(std::size_t i) const { return records_[members_[i]]; }

    // The same kind may stand in the rules of several classes; the strongest place counts.
    void learn_strengths(std::string const& class_key)
    {
        if (!known_classes_.insert(class_key).second) return;
        auto const& rules = model_.identifiers_of(class_key);
        for (std::size_t place = 0; place < rules.size(); ++place) {
            auto const kind = kind_of(rules[place]);
            auto const [known, is_new] = strengths_.try_emplace(kind, place);
            if (!is_new) known->second = std::min(known->second, place);
            bool const single = std::ranges::none_of(rules[place], [&](std::string const& key) {
                auto const* attribute = model_.find_attribute(key);
                return attribute != nullptr && attribute->type == cmdb_model::AttributeType::list;
            });
            if (single) single_.insert(kind);
        }
    }

    void join_holders(std::size_t strength, Identifier const& shared, std::vector<std::size_t> const& who)
    {
        std::set<std::size_t> groups;  // a group is named by its first member, so this is the order of their content
        for (auto const i : who) groups.insert(at_[i]);
        std::vector<std::size_t> placed;
        for (auto const group : groups) {
            std::vector<Kept> kept;
            bool joined = false;
            for (auto const earlier : placed) {
                auto reason = against(groups_[earlier], groups_[group], strength);
                if (!reason) {
                    join(earlier, group);
                    joined = true;
                    break;
                }
                reason->kind = shared.kind;
                reason->value = shared.value;
                kept.push_back({earlier, group, std::move(*reason)});
            }
            if (joined) continue;
            placed.push_back(group);
            std::ranges::move(kept, std::back_inserter(conflicts_));
        }
    }

    std::optional<Reason> against(Grouped const& a, Grouped const& b, std::size_t strength) const
    {
        if (are_decided_on(a, b)) return Reason{{}, {}, "decision", {}};
        for (auto const& one : a.classes) {
            for (auto const& other : b.classes) {
                if (!model_.is_a(one, other) && !model_.is_a(other, one)) return Reason{{}, {}, "class_key", {one, other}};
            }
        }
        for (auto const& [kind, values] : a.values) {
            auto const place = strengths_.find(kind);
            auto const others = b.values.find(kind);
            if (place == strengths_.end() || place->second >= strength || others == b.values.end() || !single_.contains(kind)) continue;
            bool const shared = std::ranges::any_of(values, [&](auto const& value) { return others->second.contains(value); });
            if (!shared) return Reason{{}, {}, kind, {*values.begin(), *others->second.begin()}};
        }
        return std::nullopt;
    }

    bool are_decided_on(Grouped const& a, Grouped const& b) const
    {
        if (decided_on_.empty()) return false;
        for (auto const one : a.members) {
            for (auto const other : b.members) {
                if (decided_on_.contains(ordered(members_[one], members_[other]))) return true;
            }
        }
        return false;
    }

    void join(std::size_t one, std::size_t other)
    {
        if (one == other) return;
        auto const [into, from] = ordered(one, other);
        for (auto const member : groups_[from].members) at_[member] = into;
        std::ranges::move(groups_[from].members, std::back_inserter(groups_[into].members));
        groups_[into].classes.merge(groups_[from].classes);
        for (auto& [kind, values] : groups_[from].values) groups_[into].values[kind].merge(values);
        groups_[from] = {};
    }

    std::span<Record const> records_;
    Model const& model_;
    Pairs const& decided_on_;
    std::vector<std::size_t> members_;
    std::vector<Grouped> groups_;
    std::vector<std::size_t> at_;  // the group that each member is in
    std::set<std::string> known_classes_;
    std::map<std::string, std::size_t> strengths_;
    std::set<std::string> single_;
    std::vector<Kept> conflicts_;
};

struct Decided {
    std::vector<std::pair<std::size_t, std::size_t>> same;
    Pairs distinct;
    Pairs either;
};

Decided decided(std::span<Record const> records, std::vector<Decision> const& decisions)
{
    std::map<Uuid, std::size_t> places;
    for (std::size_t i = 0; i < records.size(); ++i) places.emplace(records[i].id, i);
    Decided out;
    for (auto const& decision : decisions) {
        auto const a = places.find(decision.record_a);
        auto const b = places.find(decision.record_b);
        if (a == places.end() || b == places.end()) continue;
        auto const pair = ordered(a->second, b->second);
        out.either.insert(pair);
        if (decision.verdict == Verdict::same) out.same.push_back(pair);
        else out.distinct.insert(pair);
    }
    return out;
}

// What identifies is compared without regard to the case of letters: names and numbers are written either way.
std::vector<std::string> values_of(json::bj::value const& value)
{
    std::vector<std::string> out;
    auto const add = [&](json::bj::value const& one) {
        auto text = lower_ascii(one.is_string() ? std::string(one.get_string()) : text_of(one));
        if (!text.empty() && text.size() <= identifier_most) out.push_back(std::move(text));
    };
    if (value.is_array()) std::ranges::for_each(value.get_array(), add);
    else if (!value.is_null()) add(value);
    return out;
}

}  // namespace

namespace {

// What identifiers say of records that nobody decided on.
void identified(std::span<Record const> records, Model const& model, Pairs const& decided_on, std::vector<Group>& groups,
                std::vector<Conflict>& conflicts)
{
    std::vector<std::size_t> order(records.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, [&](auto a, auto b) { return content_of(records[a]) < content_of(records[b]); });
    Sets connected(records.size());
    std::map<std::pair<std::string_view, std::string_view>, std::size_t> first;
    for (std::size_t i = 0; i < records.size(); ++i) {
        for (auto const& identifier : records[i].identifiers) {
            connected.join(first.try_emplace({identifier.kind, identifier.value}, i).first->second, i);
        }
    }
    std::map<std::size_t, std::vector<std::size_t>> components;
    std::vector<std::size_t> starts;  // in the order of their first record's content
    for (auto const i : order) {
        auto& members = components[connected.of(i)];
        if (members.empty()) starts.push_back(connected.of(i));
        members.push_back(i);
    }
    for (auto const start : starts) {
        Component component(records, model, std::move(components[start]), decided_on);
        component.identify();
        component.report(groups, conflicts);
    }
}

}  // namespace

Partition partition(std::span<Record const> records, Model const& model, std::vector<Decision> const& decisions)
{
    auto const known = decided(records, decisions);
    std::vector<Group> parts;
    std::vector<Conflict> conflicts;
    identified(records, model, known.either, parts, conflicts);

    std::vector<std::size_t> part_of(records.size());
    for (std::size_t part = 0; part < parts.size(); ++part) {
        for (auto const i : parts[part]) part_of[i] = part;
    }
    Sets same(parts.size());
    for (auto const& [a, b] : known.same) same.join(part_of[a], part_of[b]);
    std::map<std::size_t, std::size_t> places;
    Partition out;
    for (std::size_t part = 0; part < parts.size(); ++part) {
        auto const [place, is_new] = places.try_emplace(same.of(part), out.groups.size());
        if (is_new) out.groups.emplace_back();
        std::ranges::move(parts[part], std::back_inserter(out.groups[place->second]));
    }
    for (auto& group : out.groups) {
        std::ranges::sort(group, [&](auto a, auto b) { return content_of(records[a]) < content_of(records[b]); });
    }

    std::set<std::pair<std::size_t, std::size_t>> settled;  // by a person
    for (auto const& [a, b] : known.distinct) settled.insert(ordered(places.at(same.of(part_of[a])), places.at(same.of(part_of[b]))));
    std::map<std::pair<std::size_t, std::size_t>, std::set<Reason>> found;
    for (auto const& conflict : conflicts) {
        auto const pair = ordered(places.at(same.of(conflict.a)), places.at(same.of(conflict.b)));
        if (pair.first != pair.second && !settled.contains(pair)) found[pair].insert(conflict.reasons.front());
    }
    for (auto const& [pair, reasons] : found) out.conflicts.push_back({pair.first, pair.second, {reasons.begin(), reasons.end()}});
    return out;
}

std::vector<Identifier> identifiers_of(Record const& record, Model const& model)
{
    std::set<Identifier> out;
    for (auto const& rule : model.identifiers_of(record.class_key)) {
        std::vector<std::vector<std::string>> combinations{{}};
        for (auto const& attribute : rule) {
            auto const word = record.words.find(attribute);
            auto const values = word == record.words.end() ? std::vector<std::string>() : values_of(word->second.value);
            std::vector<std::vector<std::string>> longer;
            for (auto const& combination : combinations) {
                for (auto const& value : values) {
                    longer.push_back(combination);
                    longer.back().push_back(value);
                }
            }
            combinations = std::move(longer);
        }
        for (auto const& combination : combinations) {
            if (combination.empty()) continue;
            // One attribute stands for itself; several are written so that no two combinations look alike.
            auto value = combination.size() == 1 ? combination.front() : json::write(combination);
            if (value.size() <= identifier_most) out.insert({kind_of(rule), std::move(value)});
        }
    }
    return {out.begin(), out.end()};
}

}  // namespace mz::cmdb
