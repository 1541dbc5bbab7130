#include "list_facets.hpp"

#include "cmdb_sql.hpp"
#include "list_order.hpp"

#include <map>

namespace mz::cmdb {

using namespace web;

namespace {

constexpr std::int64_t cell_most = 1000;    // of one class and status; what is more is not counted
constexpr std::int64_t facets_most = 5000;  // CIs that facets of conditions are counted from

struct Cell {
    std::string class_key;
    CiStatus status = CiStatus::in_use;
    std::int64_t count = 0;
    std::int64_t looked_at = 0;  // CIs that it was counted from
};
BOOST_DESCRIBE_STRUCT(Cell, (), (class_key, status, count, looked_at))

// `most` CIs with conditions are counted, or all of them; without conditions `each` of a cell. A cell that was counted from so many may
// have more.
Task<std::vector<Cell>> cells_of(Request& rq, Wanted wanted, std::optional<std::int64_t> each, std::optional<std::int64_t> most)
{
    auto args = with_cells(wanted.args, *wanted.model);
    if (!wanted.checks_attributes() && !args.stale) {
        args.budget = each;
        co_return co_await rq.db.all<Cell>(sql::ci_cells{}, std::move(args));
    }
    args.budget = most;
    if (wanted.drives.empty()) co_return co_await rq.db.all<Cell>(sql::ci_cells_by_walk{}, std::move(args));
    auto drives = co_await few_of(rq, wanted);
    if (drives.empty()) drives = wanted.drives;
    args = driven(std::move(args), drives);
    co_return co_await rq.db.all<Cell>(sql::ci_cells_by_meet{}, std::move(args));
}

void add(std::map<std::string, Facet>& facets, std::string const& key, Cell const& cell, bool exact)
{
    auto& facet = facets[key];
    facet.key = key;
    facet.count += cell.count;
    facet.exact = facet.exact && exact;
}

std::vector<Facet> listed(std::map<std::string, Facet> facets)
{
    std::vector<Facet> out;
    out.reserve(facets.size());
    for (auto& [key, facet] : facets) out.push_back(std::move(facet));
    return out;
}

}  // namespace

Task<std::int64_t> total(Request& rq, Wanted wanted)
{
    auto const cells = co_await cells_of(rq, std::move(wanted), std::nullopt, std::nullopt);
    std::int64_t sum = 0;
    for (auto const& cell : cells) sum += cell.count;
    co_return sum;
}

Task<CiFacets> ci_facets(Request& rq, Query<CiSelection> selection)
{
    auto const model = co_await cmdb_model::model(rq.db);
    auto asked = wanted(model, selection.value);
    auto const most = asked.checks_attributes() || asked.args.stale ? facets_most : cell_most;
    auto const cells = co_await cells_of(rq, std::move(asked), cell_most, facets_most);
    std::map<std::string, Facet> classes;
    std::map<std::string, Facet> statuses;
    for (auto const& cell : cells) {
        bool const exact = cell.looked_at < most;
        add(classes, cell.class_key, cell, exact);
        add(statuses, boost::describe::enum_to_string(cell.status, ""), cell, exact);
    }
    co_return CiFacets{listed(std::move(classes)), listed(std::move(statuses))};
}

}  // namespace mz::cmdb
