#include "worker.hpp"

#include "cmdb_import_sql.hpp"
#include "core/log.hpp"
#include "json/read.hpp"
#include "json/write.hpp"
#include "references.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <utility>

namespace mz::cmdb_import {

struct Worker::Claimed {
    Uuid id;
    Uuid tenant_id;
    BOOST_DESCRIBE_CLASS(Claimed, (), (id, tenant_id), (), ())
};

namespace {

struct Claim {
    Timestamp now;
    Timestamp leased_until;
};
BOOST_DESCRIBE_STRUCT(Claim, (), (now, leased_until))

struct QueuedAgain {
    Uuid id;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(QueuedAgain, (), (id, at))

struct PortionArgs {
    Uuid id;
    std::int32_t after_number = 0;
    std::int32_t up_to = 0;
    bool checked = false;  // leaves out what the check found no good
};
BOOST_DESCRIBE_STRUCT(PortionArgs, (), (id, after_number, up_to, checked))

struct StoredRow {
    std::int32_t number = 0;
    json::Raw cells;
};
BOOST_DESCRIBE_STRUCT(StoredRow, (), (number, cells))

struct RowResult {
    std::int32_t number = 0;
    Outcome outcome = Outcome::bad;
    std::vector<RowProblem> problems;
    std::optional<Uuid> ci_id;
};
BOOST_DESCRIBE_STRUCT(RowResult, (), (number, outcome, problems, ci_id))

struct Identity {
    std::string identity;
    std::int32_t number = 0;
};
BOOST_DESCRIBE_STRUCT(Identity, (), (identity, number))

struct RowsOf {
    Uuid id;
    json::Raw rows;
};
BOOST_DESCRIBE_STRUCT(RowsOf, (), (id, rows))

struct IdentitiesOf {
    Uuid id;
    std::vector<std::string> identities;
};
BOOST_DESCRIBE_STRUCT(IdentitiesOf, (), (id, identities))

struct Since {
    Timestamp since;
};
BOOST_DESCRIBE_STRUCT(Since, (), (since))

// What a portion adds to the counts.
struct Progress {
    Uuid id;
    ImportState state = ImportState::checking;
    std::int32_t done = 0;
    std::int32_t creates = 0;
    std::int32_t updates = 0;
    std::int32_t unchanged = 0;
    std::int32_t conflicts = 0;
    std::int32_t bad = 0;
    std::int32_t applied = 0;
    std::optional<std::string> error;
    std::optional<Uuid> source_id;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(Progress, (), (id, state, done, creates, updates, unchanged, conflicts, bad, applied, error, source_id, at))

Plan plan_of(Locked const& import)
{
    return {import.class_key.value_or(""), json::read_text<Mapping>(import.mapping.value_or(json::Raw{"{}"}).text)};
}

void count(Progress& progress, std::vector<RowResult> const& rows)
{
    for (auto const& row : rows) {
        switch (row.outcome) {
            case Outcome::create: ++progress.creates; break;
            case Outcome::update: ++progress.updates; break;
            case Outcome::unchanged: ++progress.unchanged; break;
            case Outcome::conflict: ++progress.conflicts; break;
            case Outcome::bad: ++progress.bad; break;
        }
    }
}

Task<void> move_on(pg::Transaction& tx, Progress progress, bool more)
{
    co_await tx.run(sql::import_progress{}, progress);
    QueuedAgain const again{progress.id, progress.at};
    if (more) co_await tx.run(sql::queue_again{}, again);
    else co_await tx.run(sql::queue_delete{}, again);
}

Task<void> leave(pg::Transaction& tx, Uuid id)
{
    QueuedAgain const done{id, now()};
    co_await tx.run(sql::queue_delete{}, done);
    co_await tx.commit();
}

// Rows that somebody else in the file has said already, with that row's number.
Task<std::map<std::int32_t, std::int32_t>> earlier_rows(pg::Transaction& tx, Uuid import, std::vector<Identity> said)
{
    std::map<std::int32_t, std::int32_t> out;
    if (said.empty()) co_return out;
    RowsOf const rows{import, json::Raw{json::write(said)}};
    co_await tx.run(sql::identity_put_many{}, rows);
    IdentitiesOf ask{import, {}};
    for (auto const& identity : said) ask.identities.push_back(identity.identity);
    std::map<std::string, std::int32_t> first;
    for (auto const& known : co_await tx.all<Identity>(sql::identity_list{}, ask)) first.emplace(known.identity, known.number);
    for (auto const& identity : said) {
        auto const earlier = first.at(identity.identity);
        if (earlier < identity.number) out.emplace(identity.number, earlier);
    }
    co_return out;
}

}  // namespace

// Rows as they were understood; `results` says what came of each, in the same order.
struct Worker::Portion {
    std::vector<Understood> rows;
    std::vector<RowResult> results;
    std::int32_t done = 0;  // the number of the last one

    // Those that can be taken in, by their places.
    std::vector<std::size_t> good() const
    {
        std::vector<std::size_t> out;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (rows[i].problems.empty() && results[i].outcome != Outcome::conflict) out.push_back(i);
        }
        return out;
    }
    std::vector<cmdb::Observation> observations(Timestamp at) const
    {
        std::vector<cmdb::Observation> out;
        for (auto const place : good()) {
            out.push_back(rows[place].observation);
            out.back().at = at;
        }
        return out;
    }
};

Task<bool> Worker::round(pg::Pool& pool)
{
    Claim const claim{now(), now() + std::chrono::seconds(settings_.ci_import_lease_seconds)};
    auto const claimed = co_await pg::maybe<Claimed>(pool, pg::Entry{}, sql::queue_claim{}, claim);
    if (!claimed) co_return false;
    std::string failure;
    try {
        co_await portion(pool, *claimed);
    } catch (Problem const& problem) {
        if (problem.failure == Failure::unavailable) throw;
        failure = problem.detail;
    }
    if (!failure.empty()) co_await fail(pool, *claimed, std::move(failure));
    co_return true;
}

Task<void> Worker::portion(pg::Pool& pool, Claimed import)
{
    pg::Transaction tx(co_await pool.acquire(), pg::Entry{import.tenant_id, std::nullopt});
    auto locked = co_await tx.maybe<Locked>(sql::import_lock{}, import);
    if (!locked) co_return co_await leave(tx, import.id);
    switch (locked->state) {
        case ImportState::checking: {
            co_await tx.rollback();
            co_return co_await check(pool, import);
        }
        case ImportState::applying: co_return co_await carry_out(tx, import, *locked);
        case ImportState::undoing: co_return co_await undo(tx, import, *locked);
        default: co_return co_await leave(tx, import.id);
    }
}

Task<Worker::Portion> Worker::read(pg::Transaction& tx, Claimed import, Locked locked) const
{
    auto const model = co_await cmdb_model::model(tx, import.tenant_id);
    auto const plan = plan_of(locked);
    PortionArgs const args{import.id, locked.done, locked.done + settings_.ci_import_portion, locked.state == ImportState::applying};
    Portion out;
    out.done = std::min(args.up_to, locked.row_count);
    for (auto const& row : co_await tx.all<StoredRow>(sql::row_portion{}, args)) {
        out.rows.push_back(understood(json::read_text<Cells>(row.cells.text), row.number, plan, *model));
        out.results.push_back({row.number, Outcome::unchanged, {}, std::nullopt});
    }
    std::vector<Understood*> rows;
    rows.reserve(out.rows.size());
    for (auto& row : out.rows) rows.push_back(&row);
    co_await resolve(tx, std::move(rows), *model);
    co_return out;
}

// What would come of the rows, seen in a transaction that is given up.
Task<Worker::Portion> Worker::rehearse(pg::Pool& pool, Claimed import, Locked locked)
{
    pg::Transaction tx(co_await pool.acquire(), pg::Entry{import.tenant_id, std::nullopt});
    auto out = co_await read(tx, import, std::move(locked));
    auto const began = now();
    cmdb::SourceOf rehearsal{cmdb_model::SourceKind::import, import.id.to_string(), "rehearsal", std::nullopt};
    auto const source = co_await cmdb::source(tx, std::move(rehearsal));
    auto const seen = co_await cmdb::observe(tx, import.tenant_id, source, out.observations(began), cmdb::Cause::imported, cmdb_);
    Since const since{began};
    auto const merged = co_await tx.all<Uuid>(sql::merged_since{}, since);
    auto const places = out.good();
    for (std::size_t i = 0; i < places.size(); ++i) {
        auto& result = out.results[places[i]];
        auto const& observed = seen[i];
        for (auto const& refused : observed.refused) result.problems.push_back({"", refused.pointer + " " + refused.detail});
        if (!observed.refused.empty()) continue;
        if (std::ranges::find(merged, observed.ci_id) != merged.end()) {
            result.outcome = Outcome::conflict;
            result.problems.push_back({"", "fits more than one configuration item; importing it would make them one"});
        } else if (observed.ci_id == observed.record_id) {
            result.outcome = Outcome::create;
        } else {
            result.outcome = observed.changed ? Outcome::update : Outcome::unchanged;
            result.ci_id = observed.ci_id;
        }
    }
    co_await tx.rollback();
    co_return out;
}

Task<void> Worker::check(pg::Pool& pool, Claimed import)
{
    auto const entry = pg::Entry{import.tenant_id, std::nullopt};
    auto const locked = co_await pg::one<Locked>(pool, entry, sql::import_lock{}, import);
    auto found = co_await rehearse(pool, import, locked);
    std::vector<Identity> said;
    for (std::size_t i = 0; i < found.rows.size(); ++i) {
        auto& result = found.results[i];
        std::ranges::move(found.rows[i].problems, std::back_inserter(result.problems));
        for (auto& identity : found.rows[i].identities) said.push_back({std::move(identity), result.number});
    }

    pg::Transaction tx(co_await pool.acquire(), entry);
    auto const still = co_await tx.maybe<Locked>(sql::import_lock{}, import);
    if (!still || still->state != ImportState::checking || still->done != locked.done)
        co_return;  // cancelled, or another plan: claimed again
    auto const earlier = co_await earlier_rows(tx, import.id, std::move(said));
    for (auto& result : found.results) {
        if (auto const twin = earlier.find(result.number); twin != earlier.end()) {
            result.outcome = Outcome::conflict;
            result.problems.push_back({"", "is of the same thing as row " + std::to_string(twin->second)});
        }
        if (!result.problems.empty() && result.outcome != Outcome::conflict) result.outcome = Outcome::bad;
    }
    RowsOf const results{import.id, json::Raw{json::write(found.results)}};
    co_await tx.run(sql::row_result_many{}, results);
    bool const more = found.done < locked.row_count;
    Progress progress{.id = import.id,
                      .state = more ? ImportState::checking : ImportState::checked,
                      .done = found.done,
                      .error = {},
                      .source_id = {},
                      .at = now()};
    count(progress, found.results);
    co_await move_on(tx, std::move(progress), more);
    co_await tx.commit();
}

Task<void> Worker::carry_out(pg::Transaction& tx, Claimed import, Locked locked)
{
    auto found = co_await read(tx, import, locked);
    cmdb::SourceOf file{cmdb_model::SourceKind::import, import.id.to_string(), locked.name, std::nullopt};
    auto const source = co_await cmdb::source(tx, std::move(file));
    auto const seen = co_await cmdb::observe(tx, import.tenant_id, source, found.observations(locked.observed_at.value_or(now())),
                                             cmdb::Cause::imported, cmdb_);
    auto const places = found.good();
    std::vector<RowResult> results;
    for (std::size_t i = 0; i < places.size(); ++i) {
        auto result = found.results[places[i]];
        auto const& observed = seen[i];
        result.outcome = observed.ci_id == observed.record_id ? Outcome::create : observed.changed ? Outcome::update : Outcome::unchanged;
        result.ci_id = observed.ci_id;
        results.push_back(std::move(result));
    }
    RowsOf const written{import.id, json::Raw{json::write(results)}};
    co_await tx.run(sql::row_result_many{}, written);
    bool const more = found.done < locked.row_count;
    Progress progress{.id = import.id,
                      .state = more ? ImportState::applying : ImportState::applied,
                      .done = found.done,
                      .applied = static_cast<std::int32_t>(results.size()),
                      .error = {},
                      .source_id = source,
                      .at = now()};
    co_await move_on(tx, std::move(progress), more);
    co_await tx.commit();
}

Task<void> Worker::undo(pg::Transaction& tx, Claimed import, Locked locked)
{
    if (locked.source_id) co_await cmdb::forget_source(tx, import.tenant_id, *locked.source_id, cmdb::Cause::import_undone, cmdb_);
    Progress progress{.id = import.id,
                      .state = ImportState::undone,
                      .done = locked.row_count,
                      .applied = -locked.applied,
                      .error = {},
                      .source_id = locked.source_id,
                      .at = now()};
    co_await move_on(tx, std::move(progress), false);
    co_await tx.commit();
}

Task<void> Worker::fail(pg::Pool& pool, Claimed import, std::string why)
{
    log::warn("import failed", {{"import", import.id}, {"why", why}});
    pg::Transaction tx(co_await pool.acquire(), pg::Entry{import.tenant_id, std::nullopt});
    auto const locked = co_await tx.maybe<Locked>(sql::import_lock{}, import);
    if (!locked) co_return co_await leave(tx, import.id);
    Progress progress{.id = import.id,
                      .state = ImportState::failed,
                      .done = locked->done,
                      .error = std::move(why),
                      .source_id = locked->source_id,
                      .at = now()};
    co_await move_on(tx, std::move(progress), false);
    co_await tx.commit();
}

jobs::Job job(ImportSettings settings, cmdb::CmdbSettings cmdb)
{
    auto const worker = std::make_shared<Worker>(settings, cmdb);
    jobs::Round const round = [worker](pg::Pool& pool) { return worker->round(pool); };
    return {"imports", round, std::chrono::seconds(settings.ci_import_poll_seconds), "ci_imports"};
}

}  // namespace mz::cmdb_import
