#include "scim/scim.hpp"

#include "scim/console.hpp"
#include "scim/discovery.hpp"
#include "scim/groups.hpp"
#include "scim/protocol.hpp"
#include "scim/users.hpp"

namespace mz::scim {

std::vector<web::Route> routes()
{
    std::vector<web::Route> all;
    for (auto& part : {discovery_routes(), user_routes(), group_routes()}) {
        for (auto one : part) all.push_back(std::move(one).speaks(dialect));
    }
    for (auto& one : console_routes()) all.push_back(std::move(one));
    return all;
}

}  // namespace mz::scim
