#include "inventory.hpp"
#include "inventory_sql.hpp"
#include "machine_routes.hpp"
#include "versions.hpp"
#include "views.hpp"

namespace mz::inventory {
namespace {

using namespace web;

struct SoftwareListArgs : SoftwareFilter {
    std::int32_t count_most = 0;
};
BOOST_DESCRIBE_STRUCT(SoftwareListArgs, (SoftwareFilter), (count_most))

struct TitleVersion {
    Uuid id;
    std::string manager;
    std::string version;
};
BOOST_DESCRIBE_STRUCT(TitleVersion, (), (id, manager, version))

struct InstallationArgs : ListQuery {
    std::vector<Uuid> title_ids;
};
BOOST_DESCRIBE_STRUCT(InstallationArgs, (ListQuery), (title_ids))

Task<Page<SoftwareTitle>> list(Request& rq, Query<SoftwareFilter> filter)
{
    SoftwareListArgs args;
    static_cast<SoftwareFilter&>(args) = filter.value;
    args.count_most = rq.services.get<InventorySettings>().software_count_most;
    co_return co_await rq.db.page<SoftwareTitle>(sql::software_list{}, args);
}

// The versions of a package that are before another one are told apart here, because no database orders versions as their managers do.
Task<std::vector<Uuid>> titles_of(Request& rq, InstallationFilter filter)
{
    std::vector<Uuid> out;
    if (filter.title_id) {
        out.push_back(*filter.title_id);
        co_return out;
    }
    auto const titles = co_await rq.db.all<TitleVersion>(sql::titles_of_name{}, filter);
    for (auto const& title : titles) {
        if (!filter.below || compare_versions(title.manager, title.version, *filter.below) < 0) out.push_back(title.id);
    }
    co_return out;
}

Task<Page<SoftwareInstallation>> installations(Request& rq, Query<InstallationFilter> filter)
{
    if (!filter->title_id && !filter->name) throw Problem::invalid("?name", "say which package, by title_id or by name");
    InstallationArgs args;
    static_cast<ListQuery&>(args) = filter.value;
    args.title_ids = co_await titles_of(rq, filter.value);
    co_return co_await rq.db.page<SoftwareInstallation>(sql::installations_of_titles{}, args);
}

}  // namespace

std::vector<Route> software_routes()
{
    constexpr Permission read{"cis:read"};
    std::vector<Route> all;
    all.push_back(route(Verb::get, "/api/v1/software", read, "software_list", "List the software of all machines", list));
    all.push_back(route(Verb::get, "/api/v1/software-installations", read, "software_installation_list",
                        "List the machines that have a package, or a version of it before another", installations));
    return all;
}

}  // namespace mz::inventory
