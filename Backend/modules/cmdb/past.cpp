#include "api.hpp"
#include "cmdb_sql.hpp"
#include "history.hpp"
#include "json/write.hpp"
#include "store.hpp"

namespace mz::cmdb {
namespace {

using namespace web;

struct AtTime {
    Uuid id;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(AtTime, (), (id, at))

struct HistoryArgs : ListQuery {
    Uuid ci_id;
};
BOOST_DESCRIBE_STRUCT(HistoryArgs, (ListQuery), (ci_id))

Ci ci_of(CiState const& state)
{
    Ci out;
    out.class_key = state.class_key;
    out.name = state.name;
    out.status = state.status;
    out.attributes = state.attributes;
    return out;
}

Task<Page<CiState>> history(Request& rq, Path<CiPath> path, Query<ListQuery> query)
{
    HistoryArgs args;
    static_cast<ListQuery&>(args) = query.value;
    args.ci_id = path->id;
    if (!args.sort) args.sort = "-version";
    auto page = co_await rq.db.page<CiState>(sql::history_list{}, args);
    if (page.items.empty()) co_await rq.db.one<Ci>(sql::ci_get{}, path.value);  // 404 rather than an empty history
    co_return page;
}

// Where the CI was not there yet, everything is new.
Task<CiDifference> diff(Request& rq, Path<CiPath> path, Query<DiffTimes> times)
{
    co_await rq.db.one<Ci>(sql::ci_get{}, path.value);
    std::optional<CiState> from;
    if (times->from) from = co_await state_at(rq.db, path->id, *times->from);
    auto const to = co_await state_at(rq.db, path->id, times->to.value_or(now()));
    CiDifference out;
    if (!from && !to) co_return out;
    auto const before = from ? ci_of(*from) : Ci();
    auto const after = to ? ci_of(*to) : Ci();
    auto const changes = to ? changes_between(from ? &before : nullptr, after, {}) : changes_between(nullptr, before, {});
    auto const parsed = json::parse(changes.text);
    for (auto const& entry : parsed.as_object()) {
        auto const& change = entry.value().as_object();
        json::Raw const old{text_of(change.at("from"))};
        json::Raw const present{text_of(change.at("to"))};
        out.items.push_back(to ? Difference{entry.key(), old, present} : Difference{entry.key(), present, old});
    }
    co_return out;
}

}  // namespace

Task<std::optional<CiState>> state_at(Db& db, Uuid ci, Timestamp at)
{
    AtTime const args{ci, at};
    co_return co_await db.maybe<CiState>(sql::state_at{}, args);
}

std::vector<Route> history_routes()
{
    constexpr Permission read{"cis:read"};
    std::vector<Route> all;
    all.push_back(route(Verb::get, "/api/v1/cis/{id}/history", read, "ci_history", "List the states that a CI was in", history));
    all.push_back(route(Verb::get, "/api/v1/cis/{id}/diff", read, "ci_diff", "Compare a CI at two times", diff));
    return all;
}

}  // namespace mz::cmdb
