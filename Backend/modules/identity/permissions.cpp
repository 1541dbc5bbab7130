#include "identity/permissions.hpp"

#include <algorithm>

namespace mz::identity {

void PermissionRegistry::add(std::string_view module, std::vector<web::Route> const& routes)
{
    for (auto const& route : routes) {
        if (route.permission.kind != web::Permission::Kind::named) continue;
        auto found = std::ranges::find(all_, route.permission.name, &PermissionInfo::name);
        if (found == all_.end()) {
            all_.push_back({std::string(route.permission.name), std::string(module), {}});
            found = std::prev(all_.end());
        }
        found->operations.push_back(route.operation);
    }
}

void PermissionRegistry::require_known(std::vector<std::string> const& permissions, std::string_view pointer) const
{
    std::vector<FieldError> errors;
    for (std::size_t i = 0; i < permissions.size(); ++i) {
        if (std::ranges::find(all_, permissions[i], &PermissionInfo::name) != all_.end()) continue;
        errors.push_back({std::string(pointer) + '/' + std::to_string(i), "there is no such permission"});
    }
    if (!errors.empty()) throw Problem::invalid(std::move(errors));
}

Task<PermissionList> permission_list(web::Request& rq) { co_return PermissionList{rq.services.get<PermissionRegistry>().all()}; }

}  // namespace mz::identity
