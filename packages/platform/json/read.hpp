#pragma once
#include "core/crypto.hpp"
#include "core/problem.hpp"
#include "json/traits.hpp"

#include <boost/json/serialize.hpp>

#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace mz::json {

// Where in the document a value stands; becomes an RFC 6901 pointer only when there is something to report.
struct Path {
    Path const* parent = nullptr;
    std::string_view key;
    std::size_t index = 0;

    std::string pointer() const;
};

// Collects everything that is wrong with a document, so a form can show it all at once.
class Errors {
public:
    void add(Path const& at, std::string detail);
    bool empty() const { return all_.empty(); }
    std::vector<FieldError> take() { return std::move(all_); }

private:
    std::vector<FieldError> all_;
};

inline constexpr std::size_t max_array_elements = 10000;

// A struct may have rules beyond its members' types: `void validate(Incident const&, Errors&, Path const&)` beside it, found by ADL.
template <class T>
concept Validated = requires(T const& x, Errors& errors, Path const& at) { validate(x, errors, at); };

template <class T>
void read(bj::value const& v, T& out, Errors& errors, Path const& at);

namespace detail {

template <class T>
void read_enum(bj::value const& v, T& out, Errors& errors, Path const& at)
{
    if (v.is_string() && boost::describe::enum_from_string(std::string(v.get_string()).c_str(), out)) return;
    std::string allowed;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto e) {
        allowed += allowed.empty() ? "" : ", ";
        allowed += e.name;
    });
    errors.add(at, "must be one of: " + allowed);
}

template <class T>
void read_struct(bj::value const& v, T& out, Errors& errors, Path const& at)
{
    if (!v.is_object()) return errors.add(at, "must be an object");
    auto const& object = v.get_object();
    std::size_t known = 0;
    boost::mp11::mp_for_each<Members<T>>([&](auto member) {
        using M = MemberType<T, decltype(member)>;
        Path const here{&at, member.name};
        if (auto const* field = object.if_contains(member.name)) {
            ++known;
            read(*field, out.*member.pointer, errors, here);
        } else if constexpr (!Omittable<M>) {
            errors.add(here, "is required");
        }
    });
    if (known == object.size() || Foreign<T>) return;
    for (auto const& entry : object) {
        bool found = false;
        boost::mp11::mp_for_each<Members<T>>([&](auto member) { found |= entry.key() == member.name; });
        if (!found) errors.add(Path{&at, std::string_view(entry.key().data(), entry.key().size())}, "is not a known field");
    }
}

template <class T>
void read_string(std::string_view text, T& out, Errors& errors, Path const& at)
{
    if constexpr (std::derived_from<T, Uuid>) {
        if (auto const uuid = Uuid::parse(text)) out = T(*uuid);
        else errors.add(at, "must be a UUID");
    } else if constexpr (std::same_as<T, Timestamp>) {
        if (auto const time = Timestamp::parse(text)) out = *time;
        else errors.add(at, "must be an RFC 3339 time such as 2026-11-22T04:19:00Z");
    } else if constexpr (std::same_as<T, Email>) {
        if (is_email(text)) out = Email(lower_ascii(text));
        else errors.add(at, "must be an e-mail address");
    } else if constexpr (std::same_as<T, Bytes>) {
        if (auto bytes = base64url_decode(text)) out = Bytes(std::move(*bytes));
        else errors.add(at, "must be base64url without padding");
    } else {
        if (has_control_characters(text)) return errors.add(at, "has control characters");
        if constexpr (Bounded<T>) {
            auto const length = utf8_length(text);
            if (length < T::min_length || length > T::max_length) {
                return errors.add(at,
                                  "must have " + std::to_string(T::min_length) + " to " + std::to_string(T::max_length) + " characters");
            }
        }
        out = T(std::string(text));
    }
}

template <class T>
void read_integer(bj::value const& v, T& out, long long min, long long max, Errors& errors, Path const& at)
{
    bool const fits = v.is_int64() && v.get_int64() >= min && v.get_int64() <= max;
    if (fits) out = static_cast<T>(v.get_int64());
    else errors.add(at, "must be an integer from " + std::to_string(min) + " to " + std::to_string(max));
}

}  // namespace detail

template <class T>
void read(bj::value const& v, T& out, Errors& errors, Path const& at)
{
    if constexpr (std::same_as<T, Raw>) out.text = bj::serialize(v);
    else if constexpr (std::same_as<T, bj::value>) out = v;
    else if constexpr (PatchedMember<T>) {
        out.given = true;
        read(v, out.value, errors, at);
    } else if constexpr (Optional<T>) {
        if (v.is_null()) out.reset();
        else read(v, out.emplace(), errors, at);
    } else if constexpr (SecretMember<T>) {
        std::remove_cvref_t<decltype(out.reveal())> value{};
        // A password may hold any character; its length is the owner's business.
        if (v.is_string()) value = std::string(v.get_string());
        else errors.add(at, "must be a string");
        out = T(std::move(value));
    } else if constexpr (Vector<T>) {
        if (!v.is_array()) return errors.add(at, "must be an array");
        auto const& array = v.get_array();
        if (array.size() > max_array_elements) return errors.add(at, "has too many elements");
        out.resize(array.size());
        for (std::size_t i = 0; i < array.size(); ++i) read(array[i], out[i], errors, Path{&at, {}, i});
    } else if constexpr (StringMap<T>) {
        if (!v.is_object()) return errors.add(at, "must be an object");
        for (auto const& entry : v.get_object()) {
            std::string_view const key(entry.key().data(), entry.key().size());
            read(entry.value(), out[std::string(key)], errors, Path{&at, key});
        }
    } else if constexpr (DescribedEnum<T>) detail::read_enum(v, out, errors, at);
    else if constexpr (std::same_as<T, bool>) {
        if (v.is_bool()) out = v.get_bool();
        else errors.add(at, "must be true or false");
    } else if constexpr (std::floating_point<T>) {
        if (v.is_number()) out = v.to_number<T>();
        else errors.add(at, "must be a number");
    } else if constexpr (std::integral<T>) {
        using Limits = std::numeric_limits<T>;
        detail::read_integer(v, out, static_cast<long long>(Limits::min()), static_cast<long long>(Limits::max()), errors, at);
    } else if constexpr (BoundedInteger<T>) detail::read_integer(v, out.value, T::min, T::max, errors, at);
    else if constexpr (Described<T>) {
        auto const before = errors.empty();
        detail::read_struct(v, out, errors, at);
        if constexpr (Validated<T>) {
            if (before && errors.empty()) validate(out, errors, at);
        }
    } else {
        if (v.is_string()) detail::read_string(std::string_view(v.get_string().data(), v.get_string().size()), out, errors, at);
        else errors.add(at, "must be a string");
    }
}

// Reads a whole document; throws Problem(bad_request) naming every offending field.
template <class T>
T read(bj::value const& v)
{
    T out{};
    Errors errors;
    read(v, out, errors, Path{});
    if (!errors.empty()) throw Problem::invalid(errors.take());
    return out;
}

template <class T>
T read_text(std::string_view text)
{
    return read<T>(parse(text));
}

}  // namespace mz::json
