#pragma once
#include "core/clock.hpp"
#include "core/secret.hpp"
#include "core/text.hpp"
#include "core/uuid.hpp"
#include "json/value.hpp"

#include <boost/describe.hpp>
#include <boost/mp11.hpp>

#include <concepts>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace mz::json {

// How a C++ type looks in JSON. Structs and enums are described with Boost.Describe; nothing is written by hand for them.

template <class T>
concept Described = boost::describe::has_describe_members<T>::value && !std::is_union_v<T>;
template <class T>
concept DescribedEnum = boost::describe::has_describe_enumerators<T>::value;
template <class T>
using Members = boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;
template <class T, class Member>
using MemberType = std::remove_cvref_t<decltype(std::declval<T&>().*Member::pointer)>;

namespace detail {
template <class T, template <class...> class Template>
constexpr bool is_instance = false;
template <template <class...> class Template, class... Args>
constexpr bool is_instance<Template<Args...>, Template> = true;
}  // namespace detail

template <class T>
concept Optional = detail::is_instance<T, std::optional>;
template <class T>
concept Vector = detail::is_instance<T, std::vector>;
template <class T>
concept PatchedMember = detail::is_instance<T, Patched>;
template <class T>
concept SecretMember = detail::is_instance<T, Secret>;
template <class T>
concept Bounded = std::derived_from<T, std::string> && requires {
    { T::min_length } -> std::convertible_to<std::size_t>;
    { T::max_length } -> std::convertible_to<std::size_t>;
};
template <class T>
concept BoundedInteger = requires {
    { T::min } -> std::convertible_to<long long>;
    { T::max } -> std::convertible_to<long long>;
    requires std::same_as<decltype(T::value), long long>;
};
template <class T>
concept StringMap = std::same_as<T, std::map<std::string, typename T::mapped_type>>;

// A shape that another standard owns and this program knows a part of (`static constexpr bool foreign = true`): members it does not know
// are passed over where it is read, and an empty optional is left out, not null, where it is written.
template <class T>
concept Foreign = requires { requires T::foreign; };

// Members that a reader may leave out: optionals and patched ones.
template <class T>
concept Omittable = Optional<T> || PatchedMember<T>;

// The unqualified name of a type as OpenAPI's components use it: mz::incidents::Incident is Incident, Page<Incident> is IncidentPage.
template <class T>
std::string type_name()
{
    std::string_view const signature = __PRETTY_FUNCTION__;  // ... [T = mz::web::Page<mz::incidents::Incident>]
    auto const start = signature.find("T = ") + 4;
    auto name = signature.substr(start, signature.rfind(']') - start);
    std::string out;
    while (true) {
        auto const bracket = name.find('<');
        auto const head = name.substr(0, bracket);
        auto const colon = head.rfind("::");
        out.insert(0, colon == std::string_view::npos ? head : head.substr(colon + 2));
        if (bracket == std::string_view::npos) return out;
        name = name.substr(bracket + 1, name.rfind('>') - bracket - 1);
    }
}

}  // namespace mz::json
