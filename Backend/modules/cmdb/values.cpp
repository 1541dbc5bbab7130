#include "values.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace mz::cmdb {
namespace {

namespace bj = json::bj;

constexpr std::size_t name_most = CiName::max_length;

// What a thing is called by that nobody has named; the first that is there.
constexpr std::array<std::string_view, 9> names{"hostname",    "fqdn",          "serial_number", "ip_address", "ip_addresses",
                                                "mac_address", "mac_addresses", "model",         "description"};

// Content that tells apart two words that are alike in everything that ranks them.
auto content_of(Said const& said) { return std::tie(said.record->source_kind, said.record->source_key, said.record->key); }

// Whole characters only: the bytes that continue one go with its first.
std::string cut(std::string text)
{
    while (utf8_length(text) > name_most) {
        while ((static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U) text.pop_back();
        text.pop_back();
    }
    return text;
}

std::string text_in(bj::value const& value)
{
    if (value.is_string()) return std::string(value.get_string());
    if (value.is_array() && !value.get_array().empty()) return text_in(value.get_array().front());
    return {};
}

std::string fallback_name(std::map<std::string, bj::value> const& attributes, std::vector<Record const*> const& group)
{
    for (auto const attribute : names) {
        auto const found = attributes.find(std::string(attribute));
        if (found == attributes.end()) continue;
        if (auto text = text_in(found->second); !text.empty()) return text;
    }
    auto const first = std::ranges::min_element(group, [](Record const* a, Record const* b) {
        auto const key = [](Record const* record) { return std::tie(record->source_kind, record->source_key, record->key); };
        // A person's record is called by an id, which is nobody's name.
        bool const a_manual = a->source_kind == SourceKind::manual;
        bool const b_manual = b->source_kind == SourceKind::manual;
        return a_manual != b_manual ? b_manual : key(a) < key(b);
    });
    return (*first)->key;
}

CiStatus status_of(bj::value const& value)
{
    CiStatus status = CiStatus::in_use;
    if (value.is_string()) boost::describe::enum_from_string(std::string(value.get_string()).c_str(), status);
    return status;
}

}  // namespace

std::vector<Said> words_on(std::string const& attribute, std::span<Record const* const> group, std::string const& class_key,
                           Model const& model)
{
    std::vector<Said> out;
    for (auto const* record : group) {
        auto const word = record->words.find(attribute);
        if (word != record->words.end()) out.push_back({record, &word->second});
    }
    if (out.size() < 2) return out;
    std::ranges::sort(out, [&](Said const& a, Said const& b) {
        auto const a_rank = model.rank(class_key, attribute, a.record->source_kind);
        auto const b_rank = model.rank(class_key, attribute, b.record->source_kind);
        if (a_rank != b_rank) return a_rank < b_rank;
        if (a.record->stale != b.record->stale) return b.record->stale;
        if (a.word->at != b.word->at) return a.word->at > b.word->at;
        if (a.word->value != b.word->value) return text_of(a.word->value) > text_of(b.word->value);
        return content_of(a) < content_of(b);
    });
    return out;
}

std::string class_of(std::span<Record const* const> group, Model const& model)
{
    bool const said = std::ranges::any_of(group, [](auto const* record) { return !is_assumed(*record); });
    std::vector<Record const*> saying;
    for (auto const* record : group) {
        if (is_assumed(*record) && said) continue;
        bool const refined = std::ranges::any_of(group, [&](Record const* other) {
            return !(is_assumed(*other) && said) && other->class_key != record->class_key &&
                   model.is_a(other->class_key, record->class_key);
        });
        if (!refined) saying.push_back(record);
    }
    auto const best = std::ranges::min_element(saying, [&](Record const* a, Record const* b) {
        auto const rank = [&](Record const* record) { return model.rank(record->class_key, class_attribute, record->source_kind); };
        if (rank(a) != rank(b)) return rank(a) < rank(b);
        if (a->stale != b->stale) return b->stale;
        if (a->class_seen_at != b->class_seen_at) return a->class_seen_at > b->class_seen_at;
        return a->class_key > b->class_key;
    });
    return (*best)->class_key;
}

State state_of(std::vector<Record const*> group, Model const& model)
{
    std::ranges::sort(group, {}, [](Record const* record) { return std::tie(record->source_kind, record->source_key, record->key); });
    State state;
    state.class_key = class_of(group, model);
    std::set<std::string> attributes;
    bool observed = false;
    bool fresh = false;
    for (auto const* record : group) {
        for (auto const& [attribute, word] : record->words) attributes.insert(attribute);
        observed |= record->source_kind != SourceKind::manual;
        fresh |= record->source_kind != SourceKind::manual && !record->stale;
        state.seen_at = std::max(state.seen_at, record->seen_at);
        if (record->deleted_at && (!state.deleted_at || *record->deleted_at < *state.deleted_at)) state.deleted_at = record->deleted_at;
        if (record->class_key == state.class_key && !state.sources.contains(std::string(class_attribute))) {
            state.sources.emplace(class_attribute, Origin{record->source_id, record->source_name});
        }
    }
    state.stale = observed && !fresh;
    for (auto const& attribute : attributes) {
        bool const column = attribute == name_attribute || attribute == status_attribute;
        if (!column && !model.has_attribute(state.class_key, attribute)) continue;
        auto const words = words_on(attribute, group, state.class_key, model);
        auto const& value = words.front().word->value;
        state.sources.emplace(attribute, Origin{words.front().record->source_id, words.front().record->source_name});
        if (attribute == name_attribute) state.name = cut(text_in(value));
        else if (attribute == status_attribute) state.status = status_of(value);
        else if (!value.is_null()) state.attributes.emplace(attribute, value);
    }
    if (state.name.empty()) state.name = cut(fallback_name(state.attributes, group));
    return state;
}

}  // namespace mz::cmdb
