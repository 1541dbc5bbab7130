#include "cmdb_sql.hpp"
#include "core/log.hpp"
#include "settle.hpp"

#include <algorithm>
#include <chrono>

namespace mz::cmdb {
namespace {

using std::chrono::days;
using std::chrono::minutes;

struct Portion {
    Timestamp at;
    int most = 0;
};
BOOST_DESCRIBE_STRUCT(Portion, (), (at, most))

struct Aged {
    Uuid id;
    Uuid ci_id;
    bool stale = false;
};
BOOST_DESCRIBE_STRUCT(Aged, (), (id, ci_id, stale))

// What was not seen again for longer than its source may be quiet is stale, and fresh again where that was made longer.
Task<bool> age(web::Tx& tx, Uuid tenant, CmdbSettings settings)
{
    Portion const portion{now(), settings.cmdb_upkeep_batch};
    auto const aged = co_await tx.all<Aged>(sql::record_aged{}, portion);
    if (aged.empty()) co_return false;
    auto const model = co_await cmdb_model::model(tx, tenant);
    std::vector<Uuid> cis;
    cis.reserve(aged.size());
    for (auto const& each : aged) cis.push_back(each.ci_id);
    auto scene = co_await gather_cis(tx, model, std::move(cis));
    for (auto const& each : aged) {
        auto const found = scene.records.find(each.id);
        // Meanwhile it may have been seen.
        bool const seen =
            found == scene.records.end() || found->second.stale == each.stale || scene.before.at(each.id).seen_at > portion.at;
        if (!seen) found->second.stale = each.stale;
    }
    co_await settle(tx, std::move(scene), Change());
    co_return aged.size() == static_cast<std::size_t>(portion.most);
}

Task<bool> forget_history(web::Tx& tx, Uuid, CmdbSettings settings)
{
    Portion const portion{now() - days(settings.cmdb_history_days), settings.cmdb_upkeep_batch};
    co_return co_await tx.run(sql::history_forget{}, portion) == portion.most;
}

using Part = Task<bool> (*)(web::Tx& tx, Uuid tenant, CmdbSettings settings);

Task<bool> keep(pg::Pool& pool, Uuid tenant, CmdbSettings settings, Part part)
{
    auto lease = co_await pool.acquire();
    pg::Entry const entry{tenant, std::nullopt};
    web::Tx tx(std::move(lease), entry);
    auto const more = co_await part(tx, tenant, settings);
    co_await tx.commit();
    co_return more;
}

// A tenant with whom something is wrong does not keep the others waiting.
Task<bool> attempt(pg::Pool& pool, Uuid tenant, CmdbSettings settings, Part part)
{
    try {
        co_return co_await keep(pool, tenant, settings, part);
    } catch (std::exception const& error) {
        log::warn("CMDB upkeep failed", {{"tenant", tenant}, {"why", error.what()}});
    }
    co_return false;
}

Task<bool> round(pg::Pool& pool, CmdbSettings settings)
{
    bool more = false;
    for (auto const& tenant : co_await pg::all<Uuid>(pool, pg::Entry{}, sql::tenant_list{})) {
        for (Part const part : {age, forget_history}) {
            if (co_await attempt(pool, tenant, settings, part)) more = true;
        }
    }
    co_return more;
}

}  // namespace

std::vector<jobs::Job> jobs(CmdbSettings settings)
{
    jobs::Job upkeep;
    upkeep.name = "CMDB upkeep";
    upkeep.round = [settings](pg::Pool& pool) { return round(pool, settings); };
    upkeep.pause = minutes(settings.cmdb_upkeep_minutes);
    return {std::move(upkeep)};
}

}  // namespace mz::cmdb
