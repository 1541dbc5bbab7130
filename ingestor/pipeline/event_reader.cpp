#include "event_reader.hpp"

#include "core/problem.hpp"
#include "core/text.hpp"
#include "security_alert.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <optional>

namespace mz::ingest {
namespace {

namespace ondemand = simdjson::ondemand;

// The largest number of characters of foreign text that a message repeats.
constexpr std::size_t max_quoted = 64;

std::optional<Kind> kind_named(std::string_view name)
{
    std::optional<Kind> found;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Kind>>([&](auto e) {
        if (name == e.name) found = e.value;
    });
    return found;
}

std::string_view trim(std::string_view text)
{
    constexpr std::string_view blank = " \t\r\n";
    auto const first = text.find_first_not_of(blank);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

std::string explain(simdjson::error_code error)
{
    switch (error) {
        case simdjson::UTF8_ERROR: return "is not UTF-8";
        case simdjson::UNESCAPED_CHARS: return "has a control character in a string";
        case simdjson::UNCLOSED_STRING: return "has a string that does not end";
        case simdjson::STRING_ERROR: return "has a string with a wrong escape";
        case simdjson::NUMBER_ERROR: return "has a malformed number, or one that no double can hold";
        case simdjson::INCOMPLETE_ARRAY_OR_OBJECT: return "does not end, or something follows its end";
        case simdjson::EMPTY: return "is empty";
        default: return "is not well-formed JSON";
    }
}

// The index of the event that holds the byte at `offset` of a JSON array, or that would come next. Errors of the whole text come
// without a place; this is how they get one.
std::size_t index_at(std::string_view body, std::size_t offset)
{
    std::size_t index = 0;
    int depth = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < std::min(offset, body.size()); ++i) {
        char const c = body[i];
        if (in_string) {
            if (c == '\\') ++i;
            else if (c == '"') in_string = false;
        } else if (c == '"') in_string = true;
        else if (c == '[' || c == '{') ++depth;
        else if (c == ']' || c == '}') --depth;
        else if (c == ',' && depth == 1) ++index;
    }
    return index;
}

std::size_t first_invalid_utf8(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        auto const lead = static_cast<unsigned char>(text[at]);
        std::size_t const length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (utf8_length(text.substr(at, length)) == std::string_view::npos) break;
        at += length;
    }
    return at;
}

[[noreturn]] void refuse(std::size_t index, std::string_view member, std::string detail)
{
    throw Problem::invalid(fmt::format("/{}{}{}", index, member.empty() ? "" : "/", member), std::move(detail));
}

std::string pointer_token(std::string_view member)
{
    std::string out;
    for (char const c : member.substr(0, max_quoted)) {
        if (c == '~') out += "~0";
        else if (c == '/') out += "~1";
        else out += c;
    }
    // A name that was cut inside a character must not make the answer malformed.
    return utf8_length(out) == std::string_view::npos ? "" : out;
}

}  // namespace

std::string_view name_of(Kind kind) { return boost::describe::enum_to_string(kind, ""); }

struct EventReader::Impl {
    EventLimits limits;
    ondemand::parser parser;
    Timestamp earliest;
    Timestamp latest;
    std::size_t index = 0;  // of the event that is being read

    std::vector<Event> array(std::string& body);
    std::vector<Event> lines(std::string& body);
    Event event(ondemand::document& document, ondemand::object object);
    Timestamp time(ondemand::value value);
    std::string_view data(ondemand::document& document, ondemand::value value);
    void walk(ondemand::value value, std::size_t depth);
    void text(std::string_view unescaped);
};

EventReader::EventReader(EventLimits limits) : impl_(std::make_unique<Impl>()) { impl_->limits = limits; }

EventReader::~EventReader() = default;

std::vector<Event> EventReader::read(std::string& body, Format format, Timestamp received_at)
{
    impl_->earliest = received_at - impl_->limits.max_past;
    impl_->latest = received_at + impl_->limits.max_future;
    impl_->index = 0;
    body.reserve(body.size() + simdjson::SIMDJSON_PADDING);
    return format == Format::array ? impl_->array(body) : impl_->lines(body);
}

std::vector<Event> EventReader::Impl::array(std::string& body)
{
    std::vector<Event> events;
    try {
        ondemand::document document = parser.iterate(body.data(), body.size(), body.capacity());
        ondemand::array elements;
        if (auto const error = document.get_array().get(elements)) {
            if (error == simdjson::INCORRECT_TYPE) throw Problem::invalid("", "must be an array of events");
            throw simdjson::simdjson_error(error);
        }
        for (auto element : elements) {
            index = events.size();
            if (index >= limits.max_events)
                refuse(index, "", fmt::format("is one too many: a batch has at most {} events", limits.max_events));
            ondemand::value value = element.value();
            if (value.type() != ondemand::json_type::object) refuse(index, "", "must be an object");
            events.push_back(event(document, value.get_object()));
        }
        index = events.size();
        if (document.current_location().error() != simdjson::OUT_OF_BOUNDS)
            refuse(index, "", "is not there: something follows the array's end");
    } catch (simdjson::simdjson_error const& failure) {
        switch (failure.error()) {
            case simdjson::EMPTY: throw Problem::invalid("", "is empty; a batch is an array of events");
            case simdjson::UTF8_ERROR: refuse(index_at(body, first_invalid_utf8(body)), "", explain(failure.error()));
            case simdjson::UNCLOSED_STRING:
            case simdjson::INCOMPLETE_ARRAY_OR_OBJECT: refuse(index_at(body, body.size()), "", explain(failure.error()));
            case simdjson::UNESCAPED_CHARS: throw Problem::invalid("", explain(failure.error()));
            default: refuse(index, "", explain(failure.error()));
        }
    }
    return events;
}

std::vector<Event> EventReader::Impl::lines(std::string& body)
{
    std::vector<Event> events;
    std::size_t next = 0;
    while (next < body.size()) {
        auto const begin = next;
        auto const end = std::min(body.find('\n', begin), body.size());
        next = end + 1;
        auto const line = trim(std::string_view(body).substr(begin, end - begin));
        if (line.empty()) continue;
        index = events.size();
        if (index >= limits.max_events) refuse(index, "", fmt::format("is one too many: a batch has at most {} events", limits.max_events));
        try {
            auto const start = static_cast<std::size_t>(line.data() - body.data());
            ondemand::document document = parser.iterate(line.data(), line.size(), body.capacity() - start);
            ondemand::object object;
            if (auto const error = document.get_object().get(object)) {
                if (error == simdjson::INCORRECT_TYPE) refuse(index, "", "must be an object");
                throw simdjson::simdjson_error(error);
            }
            events.push_back(event(document, object));
            if (document.current_location().error() != simdjson::OUT_OF_BOUNDS) refuse(index, "", "has something after its end");
        } catch (simdjson::simdjson_error const& failure) {
            refuse(index, "", explain(failure.error()));
        }
    }
    return events;
}

Event EventReader::Impl::event(ondemand::document& document, ondemand::object object)
{
    std::optional<Kind> kind;
    std::optional<Timestamp> ts;
    std::optional<std::string_view> json;
    for (auto field : object) {
        std::string_view const name = field.unescaped_key();
        auto once = [&](auto const& member) {
            if (member) refuse(index, name, "is given twice");
        };
        ondemand::value value = field.value();
        bool const is_string = value.type() == ondemand::json_type::string;
        if (name == "kind") {
            once(kind);
            if (is_string) kind = kind_named(value.get_string());
            if (!kind) refuse(index, "kind", "must be one of: telemetry, log, security_alert, discovery, backup_event");
        } else if (name == "ts") {
            once(ts);
            if (!is_string) refuse(index, "ts", "must be a string");
            ts = time(value);
        } else if (name == "data") {
            once(json);
            json = data(document, value);
        } else {
            refuse(index, pointer_token(name), "is not a known field");
        }
    }
    if (!kind) refuse(index, "kind", "is required");
    if (!ts) refuse(index, "ts", "is required");
    if (!json) refuse(index, "data", "is required");
    if (*kind == Kind::security_alert) check_security_alert(*json, fmt::format("/{}/data", index), limits.max_depth);
    return {*kind, *ts, *json};
}

Timestamp EventReader::Impl::time(ondemand::value value)
{
    std::string_view const written = value.get_string();
    auto const at = Timestamp::parse(written);
    if (!at) refuse(index, "ts", "must be an RFC 3339 time such as 2026-11-22T04:19:00Z");
    if (*at > latest) refuse(index, "ts", "is too far in the future: " + at->to_string());
    if (*at < earliest) refuse(index, "ts", "is too far in the past: " + at->to_string());
    return *at;
}

// On-Demand checks only what is looked at, so everything is looked at.
std::string_view EventReader::Impl::data(ondemand::document& document, ondemand::value value)
{
    if (value.type() != ondemand::json_type::object) refuse(index, "data", "must be an object");
    char const* const begin = std::string_view(value.raw_json_token()).data();
    try {
        walk(value, 1);
    } catch (simdjson::simdjson_error const& failure) {
        refuse(index, "data", explain(failure.error()));
    }
    // The next token: the comma or the brace after the object, with blanks before it perhaps.
    char const* const end = document.current_location();
    auto const json = trim(std::string_view(begin, static_cast<std::size_t>(end - begin)));
    if (json.size() > limits.max_event_bytes) refuse(index, "data", fmt::format("has more than {} bytes", limits.max_event_bytes));
    return json;
}

void EventReader::Impl::walk(ondemand::value value, std::size_t depth)
{
    if (depth > limits.max_depth) refuse(index, "data", fmt::format("is nested deeper than {} levels", limits.max_depth));
    switch (value.type()) {
        case ondemand::json_type::object:
            for (auto field : value.get_object()) {
                text(field.unescaped_key());
                walk(field.value(), depth + 1);
            }
            break;
        case ondemand::json_type::array:
            for (auto element : value.get_array()) walk(element.value(), depth + 1);
            break;
        case ondemand::json_type::string: text(value.get_string()); break;
        // A double holds every number that another reader could agree on; get_number() would refuse long integers.
        case ondemand::json_type::number: (void)value.get_double().value(); break;
        case ondemand::json_type::boolean: (void)value.get_bool().value(); break;
        case ondemand::json_type::null:
            if (!value.is_null()) throw simdjson::simdjson_error(simdjson::N_ATOM_ERROR);
            break;
    }
}

// PostgreSQL can keep a NUL in a json column but not in any text made of it.
void EventReader::Impl::text(std::string_view unescaped)
{
    if (unescaped.find('\0') != std::string_view::npos) refuse(index, "data", "has a string with a NUL character");
}

}  // namespace mz::ingest
