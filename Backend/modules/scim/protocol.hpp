#pragma once
#include "core/problem.hpp"
#include "scim/resources.hpp"
#include "web/route.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace mz::scim {

inline constexpr std::string_view base_path = "/scim/v2";
inline constexpr std::string_view media_type = "application/scim+json";

// application/scim+json, and errors as RFC 7644, 3.12, has them.
extern web::Dialect const dialect;

// What is wrong with a request, by the scimType of RFC 7644, table 9: invalidFilter, invalidPath, invalidSyntax, invalidValue, noTarget.
Problem refuse(std::string_view scim_type, std::string detail);

// Leaves out of `resource` what `view` does not ask for. `id` and `schemas` are always there.
bool shows(View const& view, std::string_view attribute);

template <class Resource>
void narrow(Resource& resource, View const& view)
{
    boost::mp11::mp_for_each<json::Members<Resource>>([&](auto member) {
        if constexpr (json::Optional<json::MemberType<Resource, decltype(member)>>) {
            if (!shows(view, member.name)) (resource.*member.pointer).reset();
        }
    });
}

}  // namespace mz::scim
