#include "observed.hpp"

#include <algorithm>
#include <tuple>

namespace mz::cmdb_relations {
namespace {

using cmdb_model::Cardinality;

auto identity_of(Said const& said) { return std::tie(said.type_key, said.from_record, said.to_record); }
bool same(Said const& a, Said const& b) { return identity_of(a) == identity_of(b); }

// Whether the later one takes the place of the earlier one because the type allows one only.
bool replaces(Said const& later, Said const& earlier, cmdb_model::Model const& model)
{
    if (later.type_key != earlier.type_key || same(later, earlier)) return false;
    auto const* const type = model.find_relation_type(later.type_key);
    if (!type) return false;
    bool const at_from = one_per_from(type->cardinality) && later.from_ci == earlier.from_ci && later.to_ci != earlier.to_ci;
    bool const at_to = one_per_to(type->cardinality) && later.to_ci == earlier.to_ci && later.from_ci != earlier.from_ci;
    return at_from || at_to;
}

}  // namespace

bool one_per_from(Cardinality cardinality) { return cardinality == Cardinality::many_to_one || cardinality == Cardinality::one_to_one; }
bool one_per_to(Cardinality cardinality) { return cardinality == Cardinality::one_to_many || cardinality == Cardinality::one_to_one; }

Difference difference(std::vector<Said> said, std::vector<Known> const& known, std::vector<Uuid> const& complete_for, Timestamp at,
                      cmdb_model::Model const& model)
{
    std::ranges::sort(said, {}, identity_of);
    auto const doubles = std::ranges::unique(said, same);
    said.erase(doubles.begin(), doubles.end());

    Difference out;
    for (auto const& one : said) {
        bool const later_word = std::ranges::any_of(known, [&](Known const& other) {
            bool const ended_later = other.ended_at && *other.ended_at > at;
            return ended_later ? same(one, other) : other.seen_at > at && replaces(other, one, model);
        });
        auto const living = std::ranges::find_if(known, [&](Known const& other) { return !other.ended_at && same(one, other); });
        if (living != known.end()) out.seen_again.push_back(living->id);
        else if (!later_word) out.begin.push_back(one);
    }

    auto const is_complete = [&](Uuid const& record) { return std::ranges::find(complete_for, record) != complete_for.end(); };
    for (auto const& old : known) {
        if (old.ended_at || old.seen_at > at) continue;
        bool const again = std::ranges::any_of(said, [&](Said const& one) { return same(one, old); });
        if (again) continue;
        bool const taken_back = is_complete(old.from_record) || is_complete(old.to_record);
        bool const replaced = std::ranges::any_of(said, [&](Said const& one) { return replaces(one, old, model); });
        if (taken_back || replaced) out.end.push_back(old.id);
    }
    return out;
}

}  // namespace mz::cmdb_relations
