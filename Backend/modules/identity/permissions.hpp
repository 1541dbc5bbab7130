#pragma once
#include "web/route.hpp"

#include <boost/describe.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace mz::identity {

// One right of the product: what a route asks for, in which module, and which operations ask for it.
struct PermissionInfo {
    std::string name;
    std::string module;
    std::vector<std::string> operations;
};
BOOST_DESCRIBE_STRUCT(PermissionInfo, (), (name, module, operations))

struct PermissionList {
    std::vector<PermissionInfo> items;
};
BOOST_DESCRIBE_STRUCT(PermissionList, (), (items))

// Every permission that some route names, read from the routes themselves at start: what is not here cannot be given to anybody.
class PermissionRegistry {
public:
    // A permission belongs to the first module that names it.
    void add(std::string_view module, std::vector<web::Route> const& routes);

    std::vector<PermissionInfo> const& all() const { return all_; }
    // Throws 400 at `<pointer>/<index>` for each that no route asks for.
    void require_known(std::vector<std::string> const& permissions, std::string_view pointer) const;

private:
    std::vector<PermissionInfo> all_;
};

// GET /api/v1/permissions
Task<PermissionList> permission_list(web::Request& rq);

}  // namespace mz::identity
