#include "core/log.hpp"

#include "core/clock.hpp"
#include "core/text.hpp"

#include <fmt/format.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <iterator>
#include <memory>

namespace mz::log {
namespace {

constexpr std::size_t usual_line_length = 512;

std::string service_name = "unnamed";  // NOLINT: written once, before threads start

std::shared_ptr<spdlog::logger> logger()
{
    static auto const instance = [] {
        // Through std::cout and its buffer: spdlog's own sink for stdout flushes after every line.
        std::ios::sync_with_stdio(false);
        auto created = std::make_shared<spdlog::logger>("json", std::make_shared<spdlog::sinks::ostream_sink_mt>(std::cout));
        created->set_pattern("%v");
        created->flush_on(spdlog::level::warn);
        return created;
    }();
    return instance;
}

spdlog::level::level_enum to_spdlog(Level level)
{
    switch (level) {
        case Level::debug: return spdlog::level::debug;
        case Level::info: return spdlog::level::info;
        case Level::warn: return spdlog::level::warn;
        case Level::error: return spdlog::level::err;
    }
    return spdlog::level::info;
}

void append_quoted(std::string& line, std::string_view text)
{
    auto const plain = [](char c) { return c >= 0x20 && c < 0x7F && c != '"' && c != '\\'; };
    if (std::ranges::all_of(text, plain)) line.append(1, '"').append(text).append(1, '"');
    else line += quoted(text);
}

void append(std::string& line, Field const& field)
{
    line += ',';
    append_quoted(line, field.name);
    line += ':';
    if (auto const* text = std::get_if<std::string>(&field.value)) append_quoted(line, *text);
    else if (auto const* number = std::get_if<std::int64_t>(&field.value)) fmt::format_to(std::back_inserter(line), "{}", *number);
    else if (auto const* real = std::get_if<double>(&field.value)) fmt::format_to(std::back_inserter(line), "{:.6g}", *real);
    else line += std::get<bool>(field.value) ? "true" : "false";
}

void write(Level level, std::string_view level_name, std::string_view event, Fields fields)
{
    auto const out = logger();
    if (!out->should_log(to_spdlog(level))) return;
    std::string line;
    line.reserve(usual_line_length);
    line.append(R"({"at":")").append(now().to_text()).append(R"(","level":")").append(level_name).append(R"(","service":)");
    append_quoted(line, service_name);
    line += R"(,"event":)";
    append_quoted(line, event);
    for (auto const& field : fields) append(line, field);
    line += '}';
    out->log(to_spdlog(level), std::string_view(line));
}

}  // namespace

void start(std::string_view service, Level lowest)
{
    service_name = std::string(service);
    logger()->set_level(to_spdlog(lowest));
    // Ordinary lines may wait a second in the buffer: a write for each of them would cost more than most requests.
    spdlog::register_logger(logger());
    spdlog::flush_every(std::chrono::seconds(1));
}

void debug(std::string_view event, Fields fields) { write(Level::debug, "debug", event, fields); }
void info(std::string_view event, Fields fields) { write(Level::info, "info", event, fields); }
void warn(std::string_view event, Fields fields) { write(Level::warn, "warn", event, fields); }
void error(std::string_view event, Fields fields) { write(Level::error, "error", event, fields); }

std::string quoted(std::string_view text)
{
    std::string out = "\"";
    bool const valid = utf8_length(text) != std::string_view::npos;
    for (char const c : text) {
        auto const byte = static_cast<std::uint8_t>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20 || byte == 0x7F || (byte >= 0x80 && !valid)) {
            out += fmt::format("\\u{:04x}", byte);
        } else {
            out += c;
        }
    }
    out += '"';
    return out;
}

}  // namespace mz::log
