#pragma once
#include "identity/roles.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mz::identity {

// What a service account may, as the statements of this module select it.
struct AccountRights {
    std::optional<Role> role;  // none: permissions of its own
    std::optional<std::string> role_name;
    std::optional<std::vector<std::string>> role_permissions;
    std::vector<std::string> own_permissions;

    std::vector<std::string> permissions() const
    {
        if (!role) return own_permissions;
        return Granted{*role, role_name, role_permissions}.permissions();
    }
};
BOOST_DESCRIBE_STRUCT(AccountRights, (), (role, role_name, role_permissions, own_permissions))

// What a key may: what it was made for, as far as its account may it now.
inline std::vector<std::string> effective(std::vector<std::string> const& scopes, std::vector<std::string> const& account)
{
    std::vector<std::string> out;
    for (auto const& scope : scopes) {
        for (auto const& permission : account) {
            if (permission == scope) out.push_back(scope);
        }
    }
    return out;
}

}  // namespace mz::identity
