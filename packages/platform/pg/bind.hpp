#pragma once
#include "core/crypto.hpp"
#include "core/problem.hpp"
#include "json/traits.hpp"
#include "pg/connection.hpp"
#include "pg/query.hpp"

#include <boost/json/serialize.hpp>
#include <boost/mp11.hpp>

#include <charconv>
#include <optional>
#include <string>
#include <string_view>

namespace mz::pg {

// Whose rows a transaction sees and who acts in it. The statements' :tenant_id is bound from here, never from a handler's arguments.
// Without a tenant (Management, jobs between tenants) nothing is entered and :tenant_id is an argument like any other.
struct Entry {
    std::optional<Uuid> tenant;
    std::optional<Uuid> actor;
};

// For a statement without parameters of its own.
struct NoArgs {};
BOOST_DESCRIBE_STRUCT(NoArgs, (), ())

namespace detail {

std::string quoted_array_element(std::string_view text);

template <class T>
std::string number_to_text(T number)
{
    char digits[32];
    auto const end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    return {digits, end};
}

}  // namespace detail

// A value as PostgreSQL reads it; null for an empty optional.
template <class T>
std::optional<std::string> to_text(T const& x)
{
    if constexpr (json::Optional<T>) return x ? to_text(*x) : std::nullopt;
    else if constexpr (json::PatchedMember<T>) return x.given ? to_text(x.value) : std::nullopt;
    else if constexpr (json::SecretMember<T>) return to_text(x.reveal());
    else if constexpr (std::same_as<T, bool>) return x ? "t" : "f";
    else if constexpr (std::is_arithmetic_v<T>) return detail::number_to_text(x);
    else if constexpr (json::BoundedInteger<T>) return detail::number_to_text(x.value);
    else if constexpr (std::derived_from<T, Uuid> || std::same_as<T, Timestamp>) return x.to_string();
    else if constexpr (std::same_as<T, Bytes>) return "\\x" + hex(x);
    else if constexpr (std::same_as<T, json::Raw>) return x.text;
    else if constexpr (std::same_as<T, json::bj::value> || std::same_as<T, json::bj::object> || std::same_as<T, json::bj::array>) {
        return json::bj::serialize(x);
    } else if constexpr (json::DescribedEnum<T>) return boost::describe::enum_to_string(x, "");
    else if constexpr (json::Vector<T>) {
        std::string out = "{";
        for (auto const& element : x) {
            if (out.size() > 1) out += ',';
            auto const text = to_text(static_cast<typename T::value_type>(element));
            out += text ? detail::quoted_array_element(*text) : "NULL";
        }
        return out += '}';
    } else {
        static_assert(std::convertible_to<T const&, std::string_view>, "there is no way to send this type to PostgreSQL");
        return std::string(std::string_view(x));
    }
}

namespace detail {

// The parameters that no argument has to carry.
constexpr bool is_automatic(std::string_view parameter) { return parameter == "tenant_id" || parameter == "actor_id"; }

// A patched member `title` also answers to :title_given, so that SQL can tell `left out` from null.
constexpr bool is_given_flag(std::string_view parameter, std::string_view member)
{
    return parameter.size() == member.size() + 6 && parameter.starts_with(member) && parameter.ends_with("_given");
}

template <class Args>
consteval bool supplies(std::string_view parameter)
{
    bool found = false;
    boost::mp11::mp_for_each<json::Members<Args>>([&](auto member) {
        found |= parameter == member.name;
        if constexpr (json::PatchedMember<json::MemberType<Args, decltype(member)>>) found |= is_given_flag(parameter, member.name);
    });
    return found;
}

template <Query Q, class Args>
consteval bool binds()
{
    for (std::string_view const parameter : Q::params) {
        if (!supplies<Args>(parameter) && !is_automatic(parameter)) return false;
    }
    return true;
}

template <Query Q>
consteval std::size_t index_of(std::string_view parameter)
{
    std::size_t i = 0;
    while (i < Q::params.size() && Q::params[i] != parameter) ++i;
    return i;
}

}  // namespace detail

// The parameters of Q in their order, from the described members of `args` of the same names. A :parameter that is no member stops the
// build.
template <Query Q, class Args>
Params bind(Args const& args, Entry const& entry = {})
{
    static_assert(detail::binds<Q, Args>(), "a :parameter of this .sql file is not a member of its arguments");
    Params params(Q::params.size());
    boost::mp11::mp_for_each<json::Members<Args>>([&](auto member) {
        auto const& value = args.*member.pointer;
        for (std::size_t i = 0; i < Q::params.size(); ++i) {
            if (Q::params[i] == member.name) params[i] = to_text(value);
            if constexpr (json::PatchedMember<json::MemberType<Args, decltype(member)>>) {
                if (detail::is_given_flag(Q::params[i], member.name)) params[i] = to_text(value.given);
            }
        }
    });
    constexpr auto tenant = detail::index_of<Q>("tenant_id");
    constexpr auto actor = detail::index_of<Q>("actor_id");
    if constexpr (tenant < Q::params.size()) {
        if (entry.tenant) params[tenant] = entry.tenant->to_string();
        else if constexpr (!detail::supplies<Args>("tenant_id")) {
            throw Problem(Failure::internal, std::string(Q::name) + " needs a tenant, and none was entered");
        }
    }
    if constexpr (actor < Q::params.size() && !detail::supplies<Args>("actor_id")) params[actor] = to_text(entry.actor);
    return params;
}

template <Query Q, class Args>
Statement statement(Args const& args, Entry const& entry = {})
{
    return {Q::name, Q::text, bind<Q>(args, entry)};
}

// `select app.enter(tenant, actor)`; put first, so that what follows in the transaction sees that tenant's rows and no others.
Statement enter_statement(Entry const& entry);

// What one() throws where there is no row.
template <Query Q>
Problem no_such()
{
    return Problem(Failure::not_found, "no such " + std::string(Q::entity));
}

}  // namespace mz::pg
