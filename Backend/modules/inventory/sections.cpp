#include "sections.hpp"

#include "core/problem.hpp"

#include <boost/describe/enum_from_string.hpp>

#include <algorithm>
#include <cmath>

namespace mz::inventory {
namespace {

using json::bj::array;
using json::bj::object;
using json::bj::value;

constexpr std::size_t most_text = 1000;  // characters
constexpr std::size_t most_key = 400;
constexpr std::size_t most_digest = 200;
constexpr std::size_t most_list = 500;  // of one item's elements
constexpr int deepest = 6;
constexpr int most_parts = 4096;

// Text that PostgreSQL and people can hold: without control characters, and cut between two characters.
std::string clean(std::string_view text, std::size_t most)
{
    std::string out;
    std::size_t characters = 0;
    for (char const c : text) {
        bool const continues = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
        if (!continues && characters++ == most) break;
        out += static_cast<unsigned char>(c) < 0x20U || c == 0x7F ? ' ' : c;
    }
    return out;
}

std::string clean(json::bj::string const& text, std::size_t most) { return clean(std::string_view(text.data(), text.size()), most); }

value cleaned(value const& given, int depth)
{
    if (depth > deepest) return nullptr;
    if (auto const* text = given.if_string()) return value(clean(*text, most_text));
    if (auto const* list = given.if_array()) {
        array out;
        for (auto const& element : *list) {
            if (out.size() < most_list) out.push_back(cleaned(element, depth + 1));
        }
        return out;
    }
    if (auto const* members = given.if_object()) {
        object out;
        for (auto const& [name, member] : *members) {
            if (!member.is_null()) out.emplace(clean(std::string_view(name), most_text), cleaned(member, depth + 1));
        }
        return out;
    }
    return given;
}

std::optional<std::int64_t> whole(object const& in, std::string_view name, std::int64_t least, std::int64_t most)
{
    auto const number = number_of(in, name);
    if (!number || *number < static_cast<double>(least) || *number > static_cast<double>(most)) return std::nullopt;
    return static_cast<std::int64_t>(*number);
}

bool flag(object const& in, std::string_view name)
{
    auto const* found = in.if_contains(name);
    return found != nullptr && found->is_bool() && found->get_bool();
}

void put_items(object const& data, std::string_view name, Section section, Items& out)
{
    auto const* list = data.if_contains(name);
    if (list == nullptr || !list->is_array()) return;
    for (auto const& entry : list->get_array()) {
        if (!entry.is_object()) continue;
        auto item = cleaned(entry, 0).as_object();
        if (auto key = key_of(section, item)) out.insert_or_assign(std::move(*key), std::move(item));
    }
}

std::optional<SectionReport> read_section(Timestamp at, object const& data)
{
    SectionReport report;
    report.at = at;
    if (!boost::describe::enum_from_string(text_of(data, "section").c_str(), report.section)) return std::nullopt;
    report.digest = clean(text_of(data, "digest"), most_digest);
    if (report.digest.empty()) return std::nullopt;
    report.full = flag(data, "full");
    if (report.full) {
        put_items(data, "items", report.section, report.put);
        return report;
    }
    auto base = clean(text_of(data, "base"), most_digest);
    if (base.empty()) return report;
    report.base = std::move(base);
    put_items(data, "put", report.section, report.put);
    if (auto const* gone = data.if_contains("gone"); gone != nullptr && gone->is_array()) {
        for (auto const& key : gone->get_array()) {
            if (key.is_string()) report.gone.push_back(clean(key.get_string(), most_key));
        }
    }
    return report;
}

std::optional<ScanPart> read_scan(object const& data, Timestamp now)
{
    auto const started = Timestamp::parse(text_of(data, "started_at"));
    auto const ended = Timestamp::parse(text_of(data, "ended_at"));
    auto const parts = whole(data, "parts", 1, most_parts);
    auto const part = whole(data, "part", 1, parts.value_or(1));
    ScanPart scan;
    scan.network = text_of(data, "network");
    bool const known = boost::describe::enum_from_string(text_of(data, "method").c_str(), scan.method);
    if (!started || !ended || !parts || !part || !known || scan.network.empty()) return std::nullopt;
    scan.started_at = std::min(*started, now);
    scan.ended_at = std::max(std::min(*ended, now), scan.started_at);
    scan.complete = flag(data, "complete");
    scan.part = static_cast<int>(*part);
    scan.parts = static_cast<int>(*parts);
    if (auto const* hosts = data.if_contains("hosts"); hosts != nullptr && hosts->is_array()) {
        for (auto const& host : hosts->get_array()) {
            if (host.is_object()) scan.hosts.push_back(cleaned(host, 0));
        }
    }
    return scan;
}

// Null where it is nested deeper than anybody's data is.
value parsed(json::Raw const& data)
{
    try {
        return json::parse(data.text);
    } catch (Problem const&) {
        return nullptr;
    }
}

// The members that tell a section's items apart, all of them needed but those of `optional`.
std::optional<std::string> joined(object const& item, std::vector<std::string_view> needed, std::string_view optional = {})
{
    std::string out;
    for (auto const name : needed) {
        auto const* found = item.if_contains(name);
        if (found == nullptr) return std::nullopt;
        auto text = found->is_int64() ? std::to_string(found->get_int64()) : text_of(item, name);
        if (text.empty()) return std::nullopt;
        out += (out.empty() ? "" : "/") + text;
    }
    if (!optional.empty()) out += "/" + text_of(item, optional);
    return clean(out, most_key);
}

}  // namespace

std::string text_of(object const& item, std::string_view member)
{
    auto const* found = item.if_contains(member);
    if (found == nullptr || !found->is_string()) return {};
    return {found->get_string().data(), found->get_string().size()};
}

std::optional<double> number_of(object const& item, std::string_view member)
{
    auto const* found = item.if_contains(member);
    if (found == nullptr || !found->is_number()) return std::nullopt;
    auto const number = found->to_number<double>();
    return std::isfinite(number) ? std::optional(number) : std::nullopt;
}

std::optional<std::string> key_of(Section section, object const& item)
{
    switch (section) {
        case Section::system:
        case Section::hardware: return "";
        case Section::disks:
        case Section::interfaces:
        case Section::services: return joined(item, {"name"});
        case Section::neighbours: return joined(item, {"address"});
        case Section::software: return joined(item, {"manager", "name"}, "architecture");
        case Section::listeners: return joined(item, {"protocol", "address", "port"});
        case Section::certificates: return joined(item, {"fingerprint"});
    }
    return std::nullopt;
}

Reading read(std::vector<Event> const& events, Timestamp now)
{
    Reading reading;
    for (auto const& event : events) {
        auto const document = parsed(event.data);
        auto const* data = document.if_object();
        auto const type = data == nullptr ? std::string() : text_of(*data, "type");
        if (type == "inventory") {
            if (auto report = read_section(std::min(event.at, now), *data)) reading.sections.push_back(std::move(*report));
            else ++reading.unreadable;
        } else if (type == "network_scan") {
            if (auto scan = read_scan(*data, now)) reading.scans.push_back(std::move(*scan));
            else ++reading.unreadable;
        } else if (data == nullptr) {
            ++reading.unreadable;
        }
    }
    return reading;
}

}  // namespace mz::inventory
