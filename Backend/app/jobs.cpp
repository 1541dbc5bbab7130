#include "app/jobs.hpp"

#include "core/clock.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

namespace mz::backend {
namespace {

// Relations that ended are kept as long as the history of the CIs that they were between.
jobs::Job forget_relations(Settings const& settings)
{
    std::chrono::days const kept(settings.cmdb_history_days);
    auto const at_most = settings.cmdb_upkeep_batch;
    auto round = [kept, at_most](pg::Pool& pool) -> Task<bool> {  // NOLINT(*-capturing-lambda-coroutines)
        co_return co_await cmdb_relations::purge_ended(pool, now() - kept, at_most) >= at_most;
    };
    return {"ended relations forgotten", std::move(round), std::chrono::hours(1)};
}

}  // namespace

std::vector<jobs::Job> all_jobs(Settings const& settings)
{
    auto all = cmdb::jobs(settings);
    all.push_back(forget_relations(settings));
    all.push_back(cmdb_import::job(settings, settings));
    std::ranges::move(inventory::jobs(settings), std::back_inserter(all));
    return all;
}

}  // namespace mz::backend
