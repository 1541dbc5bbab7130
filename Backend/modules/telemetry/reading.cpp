#include "reading.hpp"

#include <boost/describe/enum_from_string.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

namespace mz::telemetry {
namespace {

using json::bj::object;
using json::bj::value;

constexpr std::size_t most_message = 8000;  // characters
constexpr std::size_t most_name = 200;
constexpr std::size_t most_detail_bytes = 64 * 1024;
constexpr int most_priority = 7;  // syslog's debug

object const* object_at(object const& in, std::string_view key)
{
    auto const* found = in.if_contains(key);
    return found == nullptr ? nullptr : found->if_object();
}

std::optional<double> number_at(object const& in, std::string_view key)
{
    auto const* found = in.if_contains(key);
    if (found == nullptr || !found->is_number()) return std::nullopt;
    auto const number = found->to_number<double>();
    return std::isfinite(number) ? std::optional(number) : std::nullopt;
}

std::optional<std::int64_t> count_at(object const& in, std::string_view key)
{
    constexpr double most = 9.0e18;  // below the largest 64-bit integer, which a double cannot hold
    auto const number = number_at(in, key);
    if (!number) return std::nullopt;
    return static_cast<std::int64_t>(std::clamp(*number, 0.0, most));
}

// Text that PostgreSQL and people can hold: without control characters, and cut between two characters.
std::string clean(std::string_view text, std::size_t most)
{
    std::string out;
    std::size_t characters = 0;
    for (char const c : text) {
        bool const continues = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
        if (!continues && characters++ == most) break;
        bool const control = static_cast<unsigned char>(c) < 0x20U || c == 0x7F;
        out += control && c != '\n' && c != '\t' ? ' ' : c;
    }
    return out;
}

std::string text_at(object const& in, std::string_view key, std::size_t most)
{
    auto const* found = in.if_contains(key);
    if (found == nullptr || !found->is_string()) return {};
    auto const& text = found->get_string();
    return clean(std::string_view(text.data(), text.size()), most);
}

void read_disks(object const& data, std::vector<devices::TelemetryDisk>& disks)
{
    auto const* list = data.if_contains("disks");
    if (list == nullptr || !list->is_array()) return;
    for (auto const& entry : list->get_array()) {
        auto const* disk = entry.if_object();
        if (disk == nullptr) continue;
        disks.push_back(
            {text_at(*disk, "mount", most_name), count_at(*disk, "total_bytes").value_or(0), count_at(*disk, "used_bytes").value_or(0)});
    }
}

void read_network(object const& data, devices::TelemetryPoint& point)
{
    auto const* list = data.if_contains("network");
    if (list == nullptr || !list->is_array()) return;
    for (auto const& entry : list->get_array()) {
        auto const* interface = entry.if_object();
        if (interface == nullptr) continue;
        point.rx_bytes_per_second += number_at(*interface, "rx_bytes_per_second").value_or(0);
        point.tx_bytes_per_second += number_at(*interface, "tx_bytes_per_second").value_or(0);
    }
}

double load_at(object const& data, std::size_t index)
{
    auto const* load = data.if_contains("load");
    if (load == nullptr || !load->is_array() || index >= load->get_array().size()) return 0;
    auto const& number = load->get_array()[index];
    return number.is_number() ? number.to_number<double>() : 0;
}

std::optional<devices::TelemetryPoint> read_telemetry(Timestamp at, object const& data)
{
    auto const cpu = number_at(data, "cpu_percent");
    auto const* memory = object_at(data, "memory");
    if (!cpu || memory == nullptr) return std::nullopt;
    auto const total = count_at(*memory, "total_bytes");
    auto const available = count_at(*memory, "available_bytes");
    if (!total || !available) return std::nullopt;

    devices::TelemetryPoint point;
    point.at = at;
    point.cpu_percent = std::clamp(*cpu, 0.0, 100.0);
    point.load1 = load_at(data, 0);
    point.load5 = load_at(data, 1);
    point.load15 = load_at(data, 2);
    point.memory_total_bytes = *total;
    point.memory_used_bytes = std::max<std::int64_t>(*total - *available, 0);
    if (auto const* swap = object_at(data, "swap")) {
        point.swap_total_bytes = count_at(*swap, "total_bytes").value_or(0);
        point.swap_used_bytes = count_at(*swap, "used_bytes").value_or(0);
    }
    read_disks(data, point.disks);
    read_network(data, point);
    point.uptime_seconds = count_at(data, "uptime_seconds").value_or(0);
    return point;
}

std::optional<devices::LogLine> read_log(Timestamp at, object const& data)
{
    devices::LogLine line;
    line.at = at;
    line.message = text_at(data, "message", most_message);
    if (line.message.empty()) return std::nullopt;
    line.source = text_at(data, "source", most_name);
    if (auto unit = text_at(data, "unit", most_name); !unit.empty()) line.unit = std::move(unit);
    if (auto const priority = number_at(data, "priority"); priority && *priority >= 0 && *priority <= most_priority) {
        line.priority = static_cast<std::int16_t>(*priority);
    }
    return line;
}

alerts::Raise read_alert(Timestamp at, object const& data, Uuid const& device)
{
    alerts::Raise alert;
    alert.severity = alerts::Severity::medium;
    auto const severity = text_at(data, "severity", most_name);
    boost::describe::enum_from_string(severity.c_str(), alert.severity);
    auto rule = text_at(data, "rule", most_name);
    auto title = text_at(data, "title", most_name);
    alert.title = title.empty() ? (rule.empty() ? "Security alert" : rule) : title;
    if (!rule.empty()) alert.rule = std::move(rule);
    alert.source = alerts::Source("edge");
    alert.device_id = device;
    alert.detail.text = "{}";
    if (auto const* detail = object_at(data, "detail")) {
        auto text = json::bj::serialize(*detail);
        if (text.size() <= most_detail_bytes) alert.detail.text = std::move(text);
        else alert.detail.text = R"({"omitted_bytes":)" + std::to_string(text.size()) + "}";
    }
    alert.occurred_at = at;
    return alert;
}

// Null where it is no object, or nested deeper than anybody's data is.
value parsed(json::Raw const& data)
{
    try {
        return json::parse(data.text);
    } catch (Problem const&) {
        return nullptr;
    }
}

}  // namespace

Reading read(std::vector<Event> const& events, Uuid device)
{
    Reading reading;
    for (auto const& event : events) {
        // What these say belongs to a module that is still to come.
        if (event.kind == EventKind::backup_event) continue;
        if (event.kind == EventKind::discovery) {
            reading.discovery.push_back({event.ts, event.data});
            continue;
        }
        auto const document = parsed(event.data);
        auto const* given = document.if_object();
        auto const& data = given == nullptr ? object() : *given;
        if (event.kind == EventKind::security_alert) reading.alerts.push_back(read_alert(event.ts, data, device));
        else if (event.kind == EventKind::telemetry) {
            if (auto point = read_telemetry(event.ts, data)) reading.telemetry.push_back(std::move(*point));
            else ++reading.unreadable;
        } else if (auto line = read_log(event.ts, data)) reading.logs.push_back(std::move(*line));
        else ++reading.unreadable;
    }
    return reading;
}

}  // namespace mz::telemetry
