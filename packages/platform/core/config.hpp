#pragma once
#include "core/secret.hpp"
#include "core/text.hpp"

#include <boost/describe.hpp>
#include <boost/mp11.hpp>

#include <charconv>
#include <cstdlib>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace mz::config {

// Settings come from the environment. A settings struct is described with Boost.Describe; the member `http_threads`
// is read from HTTP_THREADS and keeps its initializer where the variable is unset or empty. Structs may be combined by inheritance.

// A setting without a default: `load` fails, naming the variable, where it is unset.
template <class T>
struct Required {
    T value{};
    T const& operator*() const { return value; }
    T const* operator->() const { return &value; }
};

struct Error : std::runtime_error {
    using std::runtime_error::runtime_error;
};

using Environment = std::function<std::optional<std::string>(std::string const& name)>;
inline std::optional<std::string> process_environment(std::string const& name)
{
    char const* value = std::getenv(name.c_str());
    return value == nullptr || *value == '\0' ? std::nullopt : std::optional<std::string>(value);
}

namespace detail {

template <class T>
constexpr bool is_required = false;
template <class T>
constexpr bool is_required<Required<T>> = true;
template <class T>
constexpr bool is_secret = false;
template <class T>
constexpr bool is_secret<Secret<T>> = true;

std::string variable_name(std::string_view member);
std::vector<std::string> split_list(std::string_view text);

// Reads `text` into `out`; the return value says what was expected instead, empty when all is well.
template <class T>
std::string parse(std::string const& text, T& out)
{
    if constexpr (is_required<T>) return parse(text, out.value);
    else if constexpr (is_secret<T>) return out = T(text), "";
    else if constexpr (std::is_same_v<T, bool>) {
        out = text == "true";
        return text == "true" || text == "false" ? "" : "true or false";
    } else if constexpr (std::is_integral_v<T>) {
        auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
        return error == std::errc{} && end == text.data() + text.size() ? "" : "an integer";
    } else if constexpr (std::is_same_v<T, std::vector<std::string>>) return out = split_list(text), "";
    else return out = text, "";
}

}  // namespace detail

// Throws one Error that lists everything that is missing or malformed.
template <class Settings>
Settings load(Environment const& environment = process_environment)
{
    Settings settings;
    std::string wrong;
    using Members = boost::describe::describe_members<Settings, boost::describe::mod_public | boost::describe::mod_inherited>;
    boost::mp11::mp_for_each<Members>([&](auto member) {
        auto& target = settings.*member.pointer;
        auto const name = detail::variable_name(member.name);
        if (auto const text = environment(name)) {
            if (auto const expected = detail::parse(*text, target); !expected.empty()) wrong += name + " must be " + expected + "\n";
        } else if constexpr (detail::is_required<std::remove_cvref_t<decltype(target)>>) {
            wrong += name + " is not set\n";
        }
    });
    if (!wrong.empty()) throw Error("the environment is not complete:\n" + wrong);
    return settings;
}

}  // namespace mz::config
