#include "app/modules.hpp"

#include "alerts/alerts.hpp"
#include "audit/audit.hpp"
#include "cmdb/cmdb.hpp"
#include "cmdb_import/cmdb_import.hpp"
#include "cmdb_labels/cmdb_labels.hpp"
#include "cmdb_model/cmdb_model.hpp"
#include "cmdb_relations/cmdb_relations.hpp"
#include "commands/commands.hpp"
#include "devices/devices.hpp"
#include "identity/identity.hpp"
#include "identity/roles.hpp"
#include "incidents/incidents.hpp"
#include "inventory/inventory.hpp"
#include "licence/licence.hpp"
#include "mail/mail.hpp"
#include "overview/overview.hpp"
#include "scim/scim.hpp"
#include "search/search.hpp"
#include "sso/sso.hpp"
#include "views/views.hpp"

#include <boost/mp11.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace mz::backend {
namespace {

template <class Visit>
void each_module(Visit const& visit)
{
    visit("identity", identity::routes());
    visit("incidents", incidents::routes());
    visit("alerts", alerts::routes());
    visit("devices", devices::routes());
    visit("commands", commands::routes());
    visit("overview", overview::routes());
    visit("licence", licence::routes());
    visit("audit", audit::routes());
    visit("mail", mail::routes());
    visit("scim", scim::routes());
    visit("sso", sso::routes());
    visit("cmdb", cmdb::routes());
    visit("cmdb_model", cmdb_model::routes());
    visit("search", search::routes());
    visit("views", views::routes());
    visit("cmdb_relations", cmdb_relations::routes());
    visit("cmdb_import", cmdb_import::routes());
    visit("cmdb_labels", cmdb_labels::routes());
    visit("inventory", inventory::routes());
}

char const* name_of(web::Verb verb)
{
    switch (verb) {
        case web::Verb::get: return "GET";
        case web::Verb::post: return "POST";
        case web::Verb::put: return "PUT";
        case web::Verb::patch: return "PATCH";
        case web::Verb::del: return "DELETE";
    }
    return "";
}

template <class Visit>
void each_built_in_role(Visit const& visit)
{
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<identity::Role>>([&](auto role) {
        if (role.value != identity::Role::custom) visit(role.value, role.name);
    });
}

}  // namespace

std::vector<web::Route> all_routes()
{
    std::vector<web::Route> out;
    each_module([&](char const*, std::vector<web::Route> routes) { std::ranges::move(routes, std::back_inserter(out)); });
    return out;
}

identity::PermissionRegistry permission_registry()
{
    identity::PermissionRegistry registry;
    each_module([&](char const* module, std::vector<web::Route> const& routes) { registry.add(module, routes); });
    return registry;
}

std::string permission_matrix()
{
    std::string out = "permission\tmodule";
    each_built_in_role([&](identity::Role, char const* name) { out += std::string("\t") + name; });
    out += "\toperations\n";
    auto const registry = permission_registry();
    for (auto const& permission : registry.all()) {
        out += permission.name + '\t' + permission.module;
        each_built_in_role([&](identity::Role role, char const*) {
            auto const granted = identity::permissions_of(role);
            out += std::ranges::find(granted, permission.name) == granted.end() ? "\t-" : "\tyes";
        });
        out += '\t';
        for (auto const& operation : permission.operations) out += (out.back() == '\t' ? "" : " ") + operation;
        out += '\n';
    }
    return out;
}

std::string route_table()
{
    std::vector<std::string> lines;
    for (auto const& route : all_routes()) {
        auto const* const step_up = route.dangerous ? "yes" : "-";
        lines.push_back(route.path + '\t' + name_of(route.verb) + '\t' + std::string(route.permission.name) + '\t' + step_up + '\t' +
                        route.operation + '\n');
    }
    std::ranges::sort(lines);
    std::string out = "path\tmethod\tpermission\tstep_up\toperation\n";
    for (auto const& line : lines) out += line;
    return out;
}

}  // namespace mz::backend
