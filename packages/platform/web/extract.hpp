#pragma once
#include "json/read.hpp"
#include "json/schema.hpp"
#include "json/write.hpp"

#include <boost/json/serialize.hpp>

#include <charconv>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mz::web {

// Where a handler's argument comes from. They hold a T rather than derive from it, so that Describe sees T alone.
template <class T>
struct Path {
    T value;
    T const* operator->() const { return &value; }
};
template <class T>
struct Query {
    T value;
    T const* operator->() const { return &value; }
};
template <class T>
struct Body {
    T value;
    T const* operator->() const { return &value; }
    T* operator->() { return &value; }
};

// Media types other than JSON that routes take and give.
struct Csv {
    static constexpr std::string_view media_type = "text/csv";
};
struct JsonLines {
    static constexpr std::string_view media_type = "application/x-ndjson";
};
struct Pdf {
    static constexpr std::string_view media_type = "application/pdf";
};

// A body that is no JSON, as it came; of one of these media types, or 415.
template <class... Media>
struct Upload {
    std::string_view media_type;
    std::string text;
};

// The text of a request as the extractors need it.
struct Input {
    std::vector<std::pair<std::string, std::string>> path;   // name and value of {parameters}
    std::vector<std::pair<std::string, std::string>> query;  // decoded
    std::string const* body = nullptr;
    std::string_view content_type;
    std::string_view dialect;  // a further media type that the route takes
};

namespace detail {

// A parameter arrives as text; this is the JSON value that a T would have been sent as, so that one reader checks both.
template <class T>
json::bj::value value_of_text(std::string const& text)
{
    if constexpr (json::Optional<T>) return value_of_text<typename T::value_type>(text);
    else if constexpr (json::Vector<T>) {
        json::bj::array out;
        for (std::size_t at = 0; at <= text.size();) {
            auto const comma = std::min(text.find(',', at), text.size());
            out.push_back(value_of_text<typename T::value_type>(text.substr(at, comma - at)));
            at = comma + 1;
        }
        return out;
    } else if constexpr (std::same_as<T, bool>) {
        if (text == "true") return true;
        if (text == "false") return false;
        return json::bj::value(text);
    } else if constexpr (std::integral<T> || json::BoundedInteger<T>) {
        std::int64_t number = 0;
        auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error == std::errc{} && end == text.data() + text.size() && !text.empty()) return number;
        return json::bj::value(text);
    } else {
        return json::bj::value(text);
    }
}

void refuse_unknown_parameter(std::vector<FieldError>& errors, std::string const& name, bool repeated);

// Reads the members of T from named texts. Errors are reported as `<mark><name>`.
template <class T>
T read_parameters(std::vector<std::pair<std::string, std::string>> const& given, char mark, bool refuse_unknown)
{
    T out{};
    std::vector<FieldError> wrong;
    boost::mp11::mp_for_each<json::Members<T>>([&](auto member) {
        using M = json::MemberType<T, decltype(member)>;
        std::string const* text = nullptr;
        for (auto const& [name, value] : given) {
            if (name != member.name) continue;
            if (text != nullptr) refuse_unknown_parameter(wrong, name, true);
            text = &value;
        }
        json::Errors errors;
        if (text != nullptr) json::read(value_of_text<M>(*text), out.*member.pointer, errors, json::Path{});
        else if constexpr (!json::Omittable<M> && !json::Vector<M>) errors.add(json::Path{}, "is required");
        for (auto& error : errors.take()) wrong.push_back({mark + std::string(member.name), std::move(error.detail)});
    });
    if (refuse_unknown) {
        for (auto const& [name, value] : given) {
            bool known = false;
            boost::mp11::mp_for_each<json::Members<T>>([&](auto member) { known |= name == member.name; });
            if (!known) refuse_unknown_parameter(wrong, name, false);
        }
    }
    if (!wrong.empty()) throw Problem::invalid(std::move(wrong));
    if constexpr (json::Validated<T>) {
        json::Errors errors;
        validate(out, errors, json::Path{});
        if (!errors.empty()) throw Problem::invalid(errors.take());
    }
    return out;
}

void require_json(Input const& input);
// The one of `taken` that the body is sent as; 415 that lists them where it is another.
std::string_view media_type_of(Input const& input, std::initializer_list<std::string_view> taken);

// A requestBody's content for OpenAPI.
json::bj::value content_of(std::initializer_list<std::string_view> media_types, json::bj::value const& schema);

template <class A>
struct Source;
template <class T>
struct Source<Path<T>> {
    static Path<T> extract(Input const& input) { return {read_parameters<T>(input.path, '{', false)}; }
    static void describe(json::bj::array& parameters, json::bj::value&, json::Components& components)
    {
        add(parameters, "path", components);
    }
    static void add(json::bj::array& parameters, char const* in, json::Components& components)
    {
        boost::mp11::mp_for_each<json::Members<T>>([&](auto member) {
            using M = json::MemberType<T, decltype(member)>;
            json::bj::object parameter{{"name", member.name}, {"in", in}};
            parameter["required"] = !json::Omittable<M> && !json::Vector<M>;
            if constexpr (json::Optional<M>) {
                parameter["schema"] = json::schema<typename M::value_type>(components, json::Direction::request);
            } else {
                parameter["schema"] = json::schema<M>(components, json::Direction::request);
            }
            if constexpr (json::Vector<M>) {  // ?status=open,resolved
                parameter["style"] = "form";
                parameter["explode"] = false;
            }
            parameters.push_back(std::move(parameter));
        });
    }
};
template <class T>
struct Source<Query<T>> {
    static Query<T> extract(Input const& input) { return {read_parameters<T>(input.query, '?', true)}; }
    static void describe(json::bj::array& parameters, json::bj::value&, json::Components& components)
    {
        Source<Path<T>>::add(parameters, "query", components);
    }
};
template <class T>
struct Source<Body<T>> {
    static Body<T> extract(Input const& input)
    {
        require_json(input);
        return {json::read_text<T>(*input.body)};
    }
    static void describe(json::bj::array&, json::bj::value& body, json::Components& components)
    {
        body = content_of({"application/json"}, json::schema<T>(components, json::Direction::request));
    }
};
template <class... Media>
struct Source<Upload<Media...>> {
    static Upload<Media...> extract(Input const& input) { return {media_type_of(input, {Media::media_type...}), *input.body}; }
    static void describe(json::bj::array&, json::bj::value& body, json::Components&)
    {
        body = content_of({Media::media_type...}, {{"type", "string"}});
    }
};

template <class M>
constexpr bool is_optional_secret = false;
template <class T>
constexpr bool is_optional_secret<std::optional<Secret<T>>> = true;

// Left out of what changed: they follow from the rest.
constexpr bool is_told(std::string_view member) { return member != "version" && member != "updated_at"; }

// {"before":{..},"after":{..}} with the members that differ; secrets are replaced. Empty where nothing differs.
template <class T>
std::optional<std::string> changed(T const& before, T const& after)
{
    std::string from;
    std::string to;
    boost::mp11::mp_for_each<json::Members<T>>([&](auto member) {
        using M = json::MemberType<T, decltype(member)>;
        if (!is_told(member.name)) return;
        std::string was;
        std::string is;
        bool differs = false;
        if constexpr (json::SecretMember<M>) {
            differs = (before.*member.pointer).reveal() != (after.*member.pointer).reveal();
            was = is = "\"<redacted>\"";
        } else if constexpr (is_optional_secret<M>) {
            auto const text = [](M const& secret) { return secret ? std::optional(secret->reveal()) : std::nullopt; };
            differs = text(before.*member.pointer) != text(after.*member.pointer);
            was = before.*member.pointer ? "\"<redacted>\"" : "null";
            is = after.*member.pointer ? "\"<redacted>\"" : "null";
        } else {
            json::write(was, before.*member.pointer);
            json::write(is, after.*member.pointer);
            differs = was != is;
        }
        if (!differs) return;
        auto const name = (from.empty() ? "\"" : ",\"") + std::string(member.name) + "\":";
        from.append(name).append(was);
        to.append(name).append(is);
    });
    if (from.empty()) return std::nullopt;
    return "{\"before\":{" + from + "},\"after\":{" + to + "}}";
}

// The body as the audit log keeps it: secrets are replaced.
template <class T>
std::string redacted(T const& body)
{
    std::string out = "{";
    boost::mp11::mp_for_each<json::Members<T>>([&](auto member) {
        using M = json::MemberType<T, decltype(member)>;
        if constexpr (json::PatchedMember<M>) {
            if (!(body.*member.pointer).given) return;
        }
        if (out.size() > 1) out += ',';
        out += '"';
        out += member.name;
        out += "\":";
        if constexpr (json::SecretMember<M>) out += "\"<redacted>\"";
        else if constexpr (is_optional_secret<M>) out += body.*member.pointer ? "\"<redacted>\"" : "null";
        else if constexpr (json::PatchedMember<M>) json::write(out, (body.*member.pointer).value);
        else json::write(out, body.*member.pointer);
    });
    return out + "}";
}

}  // namespace detail

}  // namespace mz::web
