#pragma once
#include "core/uuid.hpp"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>

namespace mz::log {

// One member of a log line. Secrets have no conversion to it, so they cannot be logged by mistake.
struct Field {
    std::string_view name;
    std::variant<std::string, std::int64_t, double, bool> value;

    Field(std::string_view name, std::string value) : name(name), value(std::move(value)) {}
    Field(std::string_view name, std::string_view value) : name(name), value(std::string(value)) {}
    Field(std::string_view name, char const* value) : name(name), value(std::string(value)) {}
    Field(std::string_view name, Uuid const& value) : name(name), value(value.to_string()) {}
    Field(std::string_view name, bool value) : name(name), value(value) {}
    Field(std::string_view name, double value) : name(name), value(value) {}
    template <std::integral T>
    Field(std::string_view name, T value) : name(name), value(static_cast<std::int64_t>(value))
    {
    }
};

using Fields = std::initializer_list<Field>;

enum class Level { debug, info, warn, error };

// Call once in main. Each event is one JSON line on stdout: at, level, service, event, then the fields.
void start(std::string_view service, Level lowest = Level::info);

// `event` is a short constant phrase ("request", "migration applied"); what varies goes into the fields.
void debug(std::string_view event, Fields fields = {});
void info(std::string_view event, Fields fields = {});
void warn(std::string_view event, Fields fields = {});
void error(std::string_view event, Fields fields = {});

// `text` as a JSON string with its quotes; control characters are escaped, so one event stays one line.
std::string quoted(std::string_view text);

}  // namespace mz::log
