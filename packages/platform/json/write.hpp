#pragma once
#include "core/crypto.hpp"
#include "json/traits.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace mz::json {

// Appends the JSON of a value to `out`, without an intermediate tree: this is the hot path of every answer.
// Optionals are always written (null when empty), so clients see every member; not so in a Foreign shape.

void append_string(std::string& out, std::string_view text);

namespace detail {

inline constexpr std::size_t number_capacity = 32;

template <class T>
void append_number(std::string& out, T number)
{
    char digits[number_capacity];
    auto const end = std::to_chars(digits, digits + number_capacity, number).ptr;
    out.append(digits, end);
}

// Text that needs no escaping.
inline void append_quoted(std::string& out, std::string_view text)
{
    out += '"';
    out += text;
    out += '"';
}

// `,"name":` of a described member; identifiers need no escaping.
template <class Member>
consteval auto key_of()
{
    constexpr std::string_view name = Member::name;
    std::array<char, name.size() + 4> key{};
    key[0] = ',';
    key[1] = key[name.size() + 2] = '"';
    key[name.size() + 3] = ':';
    for (std::size_t i = 0; i < name.size(); ++i) key[i + 2] = name[i];
    return key;
}

}  // namespace detail

template <class T>
void write(std::string& out, T const& x)
{
    if constexpr (std::same_as<T, Raw>) out += x.text;
    else if constexpr (std::same_as<T, bool>) out += x ? "true" : "false";
    else if constexpr (std::floating_point<T>) std::isfinite(x) ? detail::append_number(out, x) : void(out += "null");
    else if constexpr (std::integral<T>) detail::append_number(out, x);
    else if constexpr (BoundedInteger<T>) detail::append_number(out, x.value);
    else if constexpr (Optional<T>) x ? write(out, *x) : void(out += "null");
    else if constexpr (Vector<T>) {
        out += '[';
        bool first = true;
        for (auto const& element : x) {
            if (!first) out += ',';
            first = false;
            write(out, element);
        }
        out += ']';
    } else if constexpr (StringMap<T>) {
        out += '{';
        bool first = true;
        for (auto const& [key, value] : x) {
            if (!first) out += ',';
            first = false;
            append_string(out, key);
            out += ':';
            write(out, value);
        }
        out += '}';
    } else if constexpr (DescribedEnum<T>) {
        detail::append_quoted(out, boost::describe::enum_to_string(x, ""));
    } else if constexpr (std::derived_from<T, Uuid>) {
        detail::append_quoted(out, x.to_text());
    } else if constexpr (std::same_as<T, Timestamp>) {
        detail::append_quoted(out, x.to_text());
    } else if constexpr (std::same_as<T, Bytes>) append_string(out, base64url(x));
    else if constexpr (SecretMember<T>) write(out, x.reveal());  // a secret's owner decided to answer with it
    else if constexpr (std::convertible_to<T const&, std::string_view>) append_string(out, x);
    else {
        static_assert(Described<T>, "describe this struct with BOOST_DESCRIBE_STRUCT");
        out += '{';
        bool first = true;
        boost::mp11::mp_for_each<Members<T>>([&](auto member) {
            if constexpr (Foreign<T> && Optional<MemberType<T, decltype(member)>>) {
                if (!(x.*member.pointer)) return;
            }
            static constexpr auto key = detail::key_of<decltype(member)>();
            out.append(first ? key.data() + 1 : key.data(), first ? key.size() - 1 : key.size());
            first = false;
            write(out, x.*member.pointer);
        });
        out += '}';
    }
}

template <class T>
std::string write(T const& x)
{
    std::string out;
    write(out, x);
    return out;
}

}  // namespace mz::json
