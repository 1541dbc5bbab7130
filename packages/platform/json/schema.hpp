#pragma once
#include "json/traits.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <string>

namespace mz::json {

// Whether a schema describes what a client sends (optionals may be left out) or what it gets (every member is there).
enum class Direction { request, response };

// Named schemas met on the way; becomes OpenAPI's components/schemas.
using Components = bj::object;

// The OpenAPI 3.1 schema of T. Described structs and enums are put into `components` once and referred to.
template <class T>
bj::value schema(Components& components, Direction direction)
{
    auto type = [](char const* name) { return bj::object{{"type", name}}; };
    if constexpr (std::same_as<T, Raw> || std::same_as<T, bj::value>) return bj::object{};
    else if constexpr (PatchedMember<T>) return schema<decltype(T::value)>(components, direction);
    else if constexpr (SecretMember<T>) {
        auto out = type("string");
        out["format"] = "password";
        return out;
    } else if constexpr (Optional<T>) {
        auto inner = schema<typename T::value_type>(components, direction);
        auto& object = inner.as_object();
        if (auto* plain = object.if_contains("type"); plain != nullptr && plain->is_string() && !object.contains("enum")) {
            *plain = bj::array{*plain, "null"};
            return inner;
        }
        if (object.empty()) return inner;
        return bj::object{{"anyOf", bj::array{inner, type("null")}}};
    } else if constexpr (Vector<T>) {
        auto out = type("array");
        out["items"] = schema<typename T::value_type>(components, direction);
        return out;
    } else if constexpr (StringMap<T>) {
        auto out = type("object");
        out["additionalProperties"] = schema<typename T::mapped_type>(components, direction);
        return out;
    } else if constexpr (DescribedEnum<T>) {
        auto const name = type_name<T>();
        if (!components.contains(name)) {
            bj::array names;
            boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto e) { names.emplace_back(e.name); });
            auto out = type("string");
            out["enum"] = std::move(names);
            components[name] = std::move(out);
        }
        return bj::object{{"$ref", "#/components/schemas/" + name}};
    } else if constexpr (std::same_as<T, bool>) return type("boolean");
    else if constexpr (std::floating_point<T>) return type("number");
    else if constexpr (std::integral<T>) {
        auto out = type("integer");
        out["format"] = sizeof(T) == 8 ? "int64" : "int32";
        return out;
    } else if constexpr (BoundedInteger<T>) {
        auto out = type("integer");
        out["minimum"] = T::min;
        out["maximum"] = T::max;
        return out;
    } else if constexpr (std::derived_from<T, Uuid>) {
        auto out = type("string");
        out["format"] = "uuid";
        return out;
    } else if constexpr (std::same_as<T, Timestamp>) {
        auto out = type("string");
        out["format"] = "date-time";
        return out;
    } else if constexpr (std::same_as<T, Email>) {
        auto out = type("string");
        out["format"] = "email";
        out["maxLength"] = T::max_length;
        return out;
    } else if constexpr (Bounded<T>) {
        auto out = type("string");
        out["minLength"] = T::min_length;
        out["maxLength"] = T::max_length;
        return out;
    } else if constexpr (std::convertible_to<T const&, std::string_view>) return type("string");
    else {
        static_assert(Described<T>, "describe this struct with BOOST_DESCRIBE_STRUCT");
        auto const name = type_name<T>();
        if (!components.contains(name)) {
            components[name] = nullptr;  // a recursive type finds its own name
            bj::object properties;
            bj::array required;
            boost::mp11::mp_for_each<Members<T>>([&](auto member) {
                using M = MemberType<T, decltype(member)>;
                properties[member.name] = schema<M>(components, direction);
                if ((direction == Direction::response && !Foreign<T>) || !Omittable<M>) required.emplace_back(member.name);
            });
            auto out = type("object");
            out["properties"] = std::move(properties);
            if (!required.empty()) out["required"] = std::move(required);
            if (direction == Direction::request && !Foreign<T>) out["additionalProperties"] = false;
            components[name] = std::move(out);
        }
        return bj::object{{"$ref", "#/components/schemas/" + name}};
    }
}

}  // namespace mz::json
