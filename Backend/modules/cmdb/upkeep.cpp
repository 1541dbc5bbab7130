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

struct Walk {
    std::int64_t model_version = 0;
    std::int64_t model_target = 0;
    std::optional<Uuid> model_after;
};
BOOST_DESCRIBE_STRUCT(Walk, (), (model_version, model_target, model_after))

struct NextRecords {
    std::optional<Uuid> after;
    int most = 0;
};
BOOST_DESCRIBE_STRUCT(NextRecords, (), (after, most))

// What was not seen again for longer than its source may be quiet is stale, and fresh again where that was made longer.
Task<bool> age(web::Tx& tx, Uuid tenant, CmdbSettings settings)
{
    Portion const portion{now(), settings.cmdb_upkeep_batch};
    auto const aged = co_await tx.all<Aged>(sql::record_aged{}, portion);
    if (aged.empty()) co_return false;
    auto const model = co_await cmdb_model::model(tx, tenant);
    std::vector<Uuid> cis;
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

// A changed model may identify, name and find every CI in another way.
Task<bool> follow_model(web::Tx& tx, Uuid tenant, CmdbSettings settings)
{
    auto const model = co_await cmdb_model::model(tx, tenant);
    auto walk = co_await tx.maybe<Walk>(sql::model_walk_get{});
    if (!walk || walk->model_version == model->version()) co_return false;
    co_await lock_identities(tx);
    walk = co_await tx.one<Walk>(sql::model_walk_get{});
    if (walk->model_target != model->version()) *walk = {walk->model_version, model->version(), std::nullopt};
    NextRecords const next{walk->model_after, settings.cmdb_upkeep_batch};
    Seeds seeds;
    seeds.records = co_await tx.all<Uuid>(sql::record_next{}, next);
    bool const more = !seeds.records.empty();
    if (more) {
        walk->model_after = seeds.records.back();
        // What the records are recognised by under the new model may lead to others.
        for (auto const& record : co_await records_by_id(tx, seeds.records, *model)) seeds.identifiers.push_back(record.identifiers);
        auto scene = co_await gather(tx, model, std::move(seeds), settings.cmdb_component_most);
        Change const change{Cause::model_changed, std::nullopt, true};
        co_await settle(tx, std::move(scene), change);
    } else {
        *walk = {walk->model_target, walk->model_target, std::nullopt};
    }
    co_await tx.run(sql::model_walk_put{}, *walk);
    co_return more;
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
        for (Part const part : {age, forget_history, follow_model}) {
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
