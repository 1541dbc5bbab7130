#include "api.hpp"
#include "cmdb_sql.hpp"
#include "history.hpp"
#include "json/write.hpp"
#include "store.hpp"
#include "values.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace mz::cmdb {
namespace {

using namespace web;

struct CallerId {
    Uuid id;
};
BOOST_DESCRIBE_STRUCT(CallerId, (), (id))

struct SourceChange {
    Uuid id;
    SourceName name;
    std::optional<QuietHours> quiet_after_hours;
};
BOOST_DESCRIBE_STRUCT(SourceChange, (), (id, name, quiet_after_hours))

char const* word(SourceKind kind) { return boost::describe::enum_to_string(kind, ""); }

// The CI's records; 404 where there is no such CI.
Task<std::pair<Ci, std::vector<RecordRow>>> known_of(Request& rq, CiPath path)
{
    auto ci = co_await rq.db.one<Ci>(sql::ci_get{}, path);
    Ids const ids{{path.id}};
    auto rows = co_await rq.db.all<RecordRow>(sql::record_of_cis{}, ids);
    co_return std::pair(std::move(ci), std::move(rows));
}

Task<CiProvenance> provenance(Request& rq, Path<CiPath> path)
{
    auto const model = co_await cmdb_model::model(rq.db);
    auto [ci, rows] = co_await known_of(rq, path.value);
    std::vector<Record> records;
    for (auto& row : rows) records.push_back(record_of(std::move(row), *model));
    std::vector<Record const*> group;
    std::set<std::string> attributes;
    for (auto const& record : records) {
        group.push_back(&record);
        for (auto const& [attribute, said] : record.words) attributes.insert(attribute);
    }
    CiProvenance out;
    for (auto const& attribute : attributes) {
        bool wins = true;
        for (auto const& [record, said] : words_on(attribute, group, ci.class_key, *model)) {
            out.items.push_back({attribute, json::Raw{text_of(said->value)}, record->source_id, word(record->source_kind),
                                 record->source_name, said->at, record->stale, std::exchange(wins, false)});
        }
    }
    co_return out;
}

// By what it is found again when it is taken out: what people added to a former CI goes by that one's id.
Uuid former_ci(RecordRow const& row)
{
    auto const anchored = row.source_kind == SourceKind::manual ? Uuid::parse(row.key) : std::nullopt;
    return anchored.value_or(row.id);
}

Task<SourceRecords> records(Request& rq, Path<CiPath> path)
{
    auto [ci, rows] = co_await known_of(rq, path.value);
    SourceRecords out;
    for (auto const& row : rows) {
        Attributes values;
        for (auto const& [attribute, said] : read_words(row.attributes, row.seen_at)) values.emplace(attribute, said.value);
        out.items.push_back({row.id, former_ci(row), row.source_id, word(row.source_kind), row.source_name, row.key, row.class_key,
                             write_attributes(values), row.first_seen_at, row.seen_at, row.stale});
    }
    std::ranges::sort(out.items, {}, &SourceRecord::first_seen_at);
    co_return out;
}

Task<Page<CiSource>> sources(Request& rq, Query<ListQuery> query)
{
    co_return co_await rq.db.page<CiSource>(sql::source_list{}, query.value);
}

Task<CiSource> source_update(Request& rq, Path<CiPath> path, Body<CiSourcePatch> patch, Tx& tx)
{
    auto const before = co_await tx.one<CiSource>(sql::source_lock{}, path.value);
    rq.check_version(before.version);
    SourceChange change{before.id, before.name, before.quiet_after_hours};
    patch->name.apply_to(change.name);
    patch->quiet_after_hours.apply_to(change.quiet_after_hours);
    co_await tx.run(sql::source_update{}, change);
    auto after = co_await tx.one<CiSource>(sql::source_lock{}, path.value);
    rq.audit_change(before, after);
    co_return after;
}

// Whoever calls is the source: each program or person has one of its own.
Task<ObservationsTaken> observed(Request& rq, Body<ProgramObservations> body, Tx& tx)
{
    auto const& settings = rq.services.get<CmdbSettings>();
    if (body->observations.size() > static_cast<std::size_t>(settings.cmdb_observations_most)) {
        throw Problem(Failure::too_large, "At most " + std::to_string(settings.cmdb_observations_most) + " observations at a time.");
    }
    CallerId const caller{rq.caller.id.value()};
    auto const name = co_await tx.one<std::optional<std::string>>(sql::caller_name{}, caller);
    SourceOf as{SourceKind::api, caller.id.to_string(), name.value_or(caller.id.to_string()), std::nullopt};
    auto const from = co_await source(tx, std::move(as));
    std::vector<Observation> all;
    for (auto& each : body->observations) {
        all.push_back(
            {std::string(each.key), each.class_key, each.at.value_or(now()), std::move(each.attributes), each.complete.value_or(false)});
    }
    auto const taken = co_await observe(tx, rq.caller.tenant.value(), from, std::move(all), Cause::observed, settings);
    ObservationsTaken out;
    for (auto const& each : taken) {
        auto& item = out.items.emplace_back();
        if (!each.record_id.is_nil()) item = {each.record_id, each.ci_id, each.changed, {}};
        for (auto const& [pointer, detail] : each.refused) item.refused.push_back({pointer, detail});
    }
    rq.audit_target(from);
    co_return out;
}

}  // namespace

std::vector<Route> source_routes()
{
    constexpr Permission read{"cis:read"};
    constexpr Permission write{"cis:write"};
    constexpr Permission merging{"cis:merge"};
    std::vector<Route> all;
    all.push_back(route(Verb::get, "/api/v1/cis/{id}/provenance", read, "ci_provenance", "Whose word each value is, and what others say",
                        provenance));
    all.push_back(route(Verb::get, "/api/v1/cis/{id}/records", read, "ci_records", "What each source says of a CI", records));
    all.push_back(route(Verb::get, "/api/v1/ci-sources", read, "ci_source_list", "List who tells the CMDB something", sources));
    all.push_back(route(Verb::patch, "/api/v1/ci-sources/{id}", merging, "ci_source_update",
                        "Change a source's name or how long its word lasts", source_update));
    all.push_back(route(Verb::post, "/api/v1/ci-observations", write, "ci_observe", "Say what a program sees", observed));
    return all;
}

}  // namespace mz::cmdb
