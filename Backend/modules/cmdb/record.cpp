#include "record.hpp"

#include "json/write.hpp"

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace mz::cmdb {
namespace {

namespace bj = json::bj;

// Up to here every whole number is a double of its own.
constexpr double whole_most = 9007199254740992.0;

// Of two sayings at the same time the value itself decides, so that nothing depends on which came first.
void keep_later(Words& words, std::string const& attribute, Word word)
{
    auto const [place, is_new] = words.try_emplace(attribute, word);
    if (is_new) return;
    auto& kept = place->second;
    if (word.at > kept.at || (word.at == kept.at && text_of(word.value) > text_of(kept.value))) kept = std::move(word);
}

}  // namespace

std::string text_of(bj::value const& value) { return bj::serialize(value); }

bj::value canonical(bj::value value)
{
    if (value.is_double()) {
        auto const number = value.get_double();
        if (std::trunc(number) == number && std::abs(number) <= whole_most) return static_cast<std::int64_t>(number);
    } else if (value.is_array()) {
        for (auto& element : value.get_array()) element = canonical(element);
    }
    return value;
}

void absorb(Record& record, Saying const& saying)
{
    if (!saying.class_key.empty()) {
        auto const said = std::tie(saying.at, saying.class_key);
        if (record.class_key.empty() || said > std::tie(record.class_seen_at, record.class_key)) {
            record.class_key = saying.class_key;
            record.class_seen_at = saying.at;
        }
    }
    if (saying.complete && (!record.complete_at || saying.at > *record.complete_at)) record.complete_at = saying.at;
    for (auto const& [attribute, value] : saying.values) keep_later(record.words, attribute, Word{canonical(value), saying.at});
    if (record.complete_at) std::erase_if(record.words, [&](auto const& word) { return word.second.at < *record.complete_at; });
    record.seen_at = std::max(record.seen_at, saying.at);
}

json::Raw written(Words const& words, Timestamp seen_at)
{
    std::string out = "{";
    for (auto const& [attribute, word] : words) {
        if (out.size() > 1) out += ',';
        json::append_string(out, attribute);
        out += R"(:{"v":)";
        out += text_of(word.value);
        if (word.at != seen_at) out.append(R"(,"t":)").append(json::write(word.at));
        out += '}';
    }
    return json::Raw{out + "}"};
}

Words read_words(json::Raw const& stored, Timestamp seen_at)
{
    Words words;
    auto const parsed = json::parse(stored.text);
    for (auto const& entry : parsed.as_object()) {
        auto const& said = entry.value().as_object();
        auto const* time = said.if_contains("t");
        auto const at = time == nullptr ? seen_at : Timestamp::parse(std::string_view(time->as_string())).value();
        words.emplace(entry.key(), Word{canonical(said.at("v")), at});
    }
    return words;
}

}  // namespace mz::cmdb
