#include "collectors/logs/log_line.hpp"

#include "collectors/lines.hpp"
#include "core/problem.hpp"
#include "json/value.hpp"
#include "json/write.hpp"
#include "spool/event.hpp"

#include <boost/json/object.hpp>

#include <ctime>

namespace mz::edge {
namespace {

namespace bj = boost::json;

constexpr std::size_t max_unit_bytes = 128;
constexpr std::string_view own_name = "monozu-edge";
constexpr std::int64_t microseconds_per_second = 1'000'000;

// The journal writes text as a string, bytes as an array of numbers and what is too large as null.
std::string text_of(bj::object const& entry, std::string_view name)
{
    auto const* value = entry.if_contains(name);
    if (value == nullptr) return {};
    if (value->is_string()) return std::string(value->get_string());
    if (value->is_null()) return "(too large to show)";
    if (!value->is_array()) return {};
    // A field that was logged several times is an array of such values; the first one is enough.
    if (auto const& parts = value->get_array(); !parts.empty() && parts[0].is_string()) return std::string(parts[0].get_string());
    std::string out;
    for (auto const& byte : value->get_array()) {
        if (byte.is_int64()) out += static_cast<char>(byte.get_int64());
    }
    return out;
}

// "Nov 22 04:19:00 " is local time without a year: this one, or the last one where that would be in the future.
std::optional<Timestamp> parse_old_time(std::string_view text, Timestamp now)
{
    std::tm parts{};
    std::string const stamp(text);
    auto const* rest = ::strptime(stamp.c_str(), "%b %d %H:%M:%S", &parts);
    if (rest == nullptr || *rest != '\0') return std::nullopt;
    std::time_t const today = now.microseconds / microseconds_per_second;
    std::tm local{};
    ::localtime_r(&today, &local);
    parts.tm_isdst = -1;
    parts.tm_year = local.tm_year;
    constexpr std::time_t day = 24 * 60 * 60;
    auto attempt = parts;
    auto time = std::mktime(&attempt);
    if (time > today + day) {
        attempt = parts;
        --attempt.tm_year;
        time = std::mktime(&attempt);
    }
    return Timestamp{static_cast<std::int64_t>(time) * microseconds_per_second};
}

}  // namespace

std::string log_data(LogSource source, LogLine const& line)
{
    std::string out = R"({"source":)";
    json::write(out, source);
    out += R"(,"message":)";
    json::append_string(out, line.message);
    if (!line.unit.empty()) {
        out += R"(,"unit":)";
        json::append_string(out, line.unit);
    }
    if (line.priority) {
        out += R"(,"priority":)";
        json::write(out, *line.priority);
    }
    out += '}';
    return out;
}

std::optional<LogLine> parse_journal(std::string_view text, std::size_t max_bytes)
{
    try {
        auto const document = json::parse(text);
        auto const* entry = document.if_object();
        if (entry == nullptr) return std::nullopt;
        LogLine out;
        out.next = {LogSource::journal, text_of(*entry, "__CURSOR"), 0, 0};
        auto const identifier = text_of(*entry, "SYSLOG_IDENTIFIER");
        // What the agent says about sending a line must not become a line to send.
        if (out.next.cursor.empty() || identifier == own_name) return std::nullopt;
        out.at = {number<std::int64_t>(text_of(*entry, "__REALTIME_TIMESTAMP"))};
        out.message = clean_text(text_of(*entry, "MESSAGE"), max_bytes);
        auto const unit = text_of(*entry, "_SYSTEMD_UNIT");
        out.unit = clean_text(unit.empty() ? identifier : unit, max_unit_bytes);
        if (auto const priority = text_of(*entry, "PRIORITY"); !priority.empty()) out.priority = number<int>(priority);
        return out;
    } catch (Problem const&) {
        return std::nullopt;
    }
}

LogLine parse_syslog(std::string_view text, Timestamp now, std::size_t max_bytes)
{
    constexpr std::size_t old_time_length = 15;  // "Nov 22 04:19:00"
    LogLine out;
    out.at = now;
    auto rest = text;
    auto const blank = text.find(' ');
    if (auto const at = Timestamp::parse(text.substr(0, blank)); at && blank != std::string_view::npos) {
        out.at = *at;
        rest = text.substr(blank + 1);
    } else if (auto const old = parse_old_time(text.substr(0, old_time_length), now); old && text.size() > old_time_length) {
        out.at = *old;
        rest = text.substr(old_time_length + 1);
    } else {
        out.message = clean_text(text, max_bytes);
        return out;
    }
    // host program[pid]: message
    auto const host_end = rest.find(' ');
    auto const tag_end = rest.find(": ", host_end == std::string_view::npos ? 0 : host_end);
    if (host_end != std::string_view::npos && tag_end != std::string_view::npos && rest.find(' ', host_end + 1) == tag_end + 1) {
        auto const tag = rest.substr(host_end + 1, tag_end - host_end - 1);
        out.unit = clean_text(tag.substr(0, tag.find('[')), max_unit_bytes);
        rest = rest.substr(tag_end + 2);
    }
    out.message = clean_text(rest, max_bytes);
    return out;
}

}  // namespace mz::edge
