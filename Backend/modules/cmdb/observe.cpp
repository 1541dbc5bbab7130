#include "cmdb.hpp"
#include "cmdb_sql.hpp"
#include "sayings.hpp"
#include "settle.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <map>
#include <span>

namespace mz::cmdb {
namespace {

constexpr std::size_t at_a_time = 1000;  // observations of one round of statements

struct Finding {
    Uuid source_id;
    std::vector<std::string> keys;
};
BOOST_DESCRIBE_STRUCT(Finding, (), (source_id, keys))

struct FoundRow : RecordRow {
    std::int64_t mates = 0;
};
BOOST_DESCRIBE_STRUCT(FoundRow, (RecordRow), (mates))

struct SourceRow {
    SourceKind kind = SourceKind::api;
    std::string key;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(SourceRow, (), (kind, key, name))

struct SourceSeen {
    Uuid id;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(SourceSeen, (), (id, at))

struct Touched {
    Uuid id;
    Timestamp seen_before;
    Timestamp seen_at;
    Timestamp class_seen_at;
    std::optional<Timestamp> complete_at;
};
BOOST_DESCRIBE_STRUCT(Touched, (), (id, seen_before, seen_at, class_seen_at, complete_at))

struct SeenCi {
    Uuid id;
    Timestamp seen_at;
};
BOOST_DESCRIBE_STRUCT(SeenCi, (), (id, seen_at))

// Everything that was said of one thing, with its record.
struct Thing {
    std::vector<Saying> sayings;
    std::vector<std::size_t> places;  // of the observations
    std::optional<Record> before;
    Record after;
    std::int64_t mates = 0;
};
using Things = std::map<std::string, Thing>;

void apply(Record& record, std::vector<Saying> const& sayings, Model const& model)
{
    for (auto const& saying : sayings) absorb(record, saying);
    record.stale = false;
    record.identifiers = identifiers_of(record, model);
}

// What has to be done about a thing, by what it may change.
enum class Depth { nothing, time, values, identity };

Depth depth_of(Thing const& thing)
{
    if (!thing.before) return Depth::identity;
    auto const& before = *thing.before;
    auto const& after = thing.after;
    if (before.class_key != after.class_key || before.identifiers != after.identifiers) return Depth::identity;
    if (before.stale || written(before.words, before.seen_at).text != written(after.words, after.seen_at).text) return Depth::values;
    bool const same_time =
        before.seen_at == after.seen_at && before.class_seen_at == after.class_seen_at && before.complete_at == after.complete_at;
    if (same_time) return Depth::nothing;
    return thing.mates > 1 ? Depth::values : Depth::time;
}

Task<void> find(web::Tx& tx, Uuid source, Things& things, Model const& model)
{
    Finding args{source, {}};
    for (auto const& [key, thing] : things) args.keys.push_back(key);
    for (auto& row : co_await tx.all<FoundRow>(sql::record_find{}, args)) {
        auto& thing = things.at(row.key);
        thing.mates = row.mates;
        thing.before = record_of(std::move(row), model);
    }
    for (auto& [key, thing] : things) {
        thing.after = thing.before.value_or(Record());
        thing.after.key = key;
        apply(thing.after, thing.sayings, model);
    }
}

// Sets new times; names the things whose record has changed meanwhile.
Task<std::vector<Thing*>> touch(web::Tx& tx, std::vector<Thing*> things)
{
    std::vector<Touched> records;
    std::vector<SeenCi> cis;
    for (auto const* thing : things) {
        auto const& after = thing->after;
        records.push_back({after.id, thing->before->seen_at, after.seen_at, after.class_seen_at, after.complete_at});
        cis.push_back({after.ci_id, after.seen_at});
    }
    pg::registered<sql::record_touch_many, Uuid>();
    pg::registered<sql::ci_touch_many, void>();
    std::vector<pg::Statement> statements;
    statements.push_back(pg::statement<sql::record_touch_many>(rows_of(records), tx.entry()));
    statements.push_back(pg::statement<sql::ci_touch_many>(rows_of(cis), tx.entry()));
    auto const results = co_await tx.send(std::move(statements));
    auto const done = pg::decode_all<Uuid>(results.front(), sql::record_touch_many::name);
    std::erase_if(things, [&](Thing const* thing) { return std::ranges::find(done, thing->after.id) != done.end(); });
    co_return things;
}

// Where only values may change, the CIs' own locks are enough. False where a record has moved to another CI meanwhile.
Task<bool> gather_values(web::Tx& tx, std::shared_ptr<Model const> model, std::vector<Thing*> things, Scene& scene)
{
    std::vector<Uuid> cis;
    cis.reserve(things.size());
    for (auto const* thing : things) cis.push_back(thing->after.ci_id);
    scene = co_await gather_cis(tx, model, std::move(cis));
    for (auto const* thing : things) {
        auto const found = scene.records.find(thing->after.id);
        if (found == scene.records.end()) co_return false;
        apply(found->second, thing->sayings, *model);
        auto const& before = thing->before->identifiers;
        if (found->second.identifiers != before || found->second.class_key != thing->before->class_key) co_return false;
    }
    co_return true;
}

Task<Scene> gather_identities(web::Tx& tx, std::shared_ptr<Model const> model, Uuid source, Things& things, CmdbSettings settings)
{
    co_await lock_identities(tx);
    co_await find(tx, source, things, *model);
    Seeds seeds;
    std::vector<Thing*> touched;
    bool has_new = false;
    for (auto& [key, thing] : things) {
        if (depth_of(thing) == Depth::nothing) continue;
        touched.push_back(&thing);
        if (thing.before) seeds.records.push_back(thing.after.id);
        else has_new = true;
        seeds.identifiers.push_back(thing.after.identifiers);
    }
    SourceRow said_by;
    if (has_new) {
        SourceSeen const id{source, {}};
        said_by = co_await tx.one<SourceRow>(sql::source_get{}, id);
    }
    auto scene = co_await gather(tx, model, std::move(seeds), settings.cmdb_component_most);
    for (auto* thing : touched) {
        if (thing->before) {
            apply(scene.records.at(thing->after.id), thing->sayings, *model);
            continue;
        }
        auto& record = thing->after;
        record.id = Uuid::v7();
        record.source_id = source;
        record.source_kind = said_by.kind;
        record.source_key = said_by.key;
        record.source_name = said_by.name;
        scene.records.emplace(record.id, record);
    }
    co_return scene;
}

void answer(std::vector<Observed>& out, Thing const& thing, Uuid record, Uuid ci, bool changed)
{
    for (auto const place : thing.places) {
        out[place].record_id = record;
        out[place].ci_id = ci;
        out[place].changed = changed;
    }
}

// One round: the things' answers are put into `out`.
Task<void> take_in(web::Tx& tx, std::shared_ptr<Model const> model, Uuid source, Things things, Change change, CmdbSettings settings,
                   std::vector<Observed>& out)
{
    co_await find(tx, source, things, *model);
    auto deepest = Depth::nothing;
    std::vector<Thing*> times;
    std::vector<Thing*> values;
    for (auto& [key, thing] : things) {
        auto const depth = depth_of(thing);
        deepest = std::max(deepest, depth);
        if (depth == Depth::time) times.push_back(&thing);
        if (depth == Depth::values) values.push_back(&thing);
        if (thing.before) answer(out, thing, thing.after.id, thing.after.ci_id, false);
    }
    Scene scene;
    bool gathered = false;
    if (deepest != Depth::identity) {
        if (!times.empty()) {
            auto const changed_meanwhile = co_await touch(tx, std::move(times));
            values.insert(values.end(), changed_meanwhile.begin(), changed_meanwhile.end());
        }
        if (values.empty()) co_return;
        gathered = co_await gather_values(tx, model, values, scene);
    }
    if (!gathered) scene = co_await gather_identities(tx, model, source, things, settings);
    auto const settled = co_await settle(tx, std::move(scene), change);
    for (auto const& [key, thing] : things) {
        auto const ci = settled.ci_of.find(thing.after.id);
        if (ci != settled.ci_of.end()) answer(out, thing, thing.after.id, ci->second, settled.changed.contains(ci->second));
    }
}

}  // namespace

Task<std::vector<Observed>> observe(web::Tx& tx, Uuid tenant, Uuid source, std::vector<Observation> observations, Cause cause,
                                    CmdbSettings settings)
{
    auto const model = co_await cmdb_model::model(tx, tenant);
    std::vector<Observed> out(observations.size());
    Change const change{cause, source};
    auto const present = now();
    SourceSeen seen{source, {}};
    for (std::size_t begin = 0; begin < observations.size(); begin += at_a_time) {
        Things things;
        for (auto place = begin; place < std::min(begin + at_a_time, observations.size()); ++place) {
            auto const& observation = observations[place];
            auto saying = saying_of(observation, *model, out[place].refused);
            if (!saying) continue;
            saying->at = std::min(saying->at, present);
            seen.at = std::max(seen.at, saying->at);
            auto& thing = things[observation.key];
            thing.sayings.push_back(std::move(*saying));
            thing.places.push_back(place);
        }
        if (!things.empty()) co_await take_in(tx, model, source, std::move(things), change, settings, out);
    }
    if (seen.at > Timestamp()) co_await tx.run(sql::source_touch{}, seen);
    co_return out;
}

}  // namespace mz::cmdb
