#include "scene.hpp"

#include "cmdb_sql.hpp"
#include "core/log.hpp"
#include "json/write.hpp"

#include <algorithm>

namespace mz::cmdb {
namespace {

struct Wanted {
    json::Raw wanted;
    int most = 0;
};
BOOST_DESCRIBE_STRUCT(Wanted, (), (wanted, most))

struct Held {
    Uuid record_id;
    std::string kind;
    std::string value;
};
BOOST_DESCRIBE_STRUCT(Held, (), (record_id, kind, value))

struct Mate {
    Uuid id;
    Uuid ci_id;
};
BOOST_DESCRIBE_STRUCT(Mate, (), (id, ci_id))

struct DecisionRow {
    Uuid record_a;
    Uuid record_b;
    Verdict verdict = Verdict::same;
};
BOOST_DESCRIBE_STRUCT(DecisionRow, (), (record_a, record_b, verdict))

// The search, level by level. Nodes are records and identifiers; what is connected grows together.
class Search {
public:
    Search(Seeds const& seeds, std::size_t most) : most_(most)
    {
        for (auto const& id : seeds.records) reach(id);
        for (auto const& identifiers : seeds.identifiers) {
            for (auto const& identifier : identifiers) {
                want(identifier);
                join(node_of(identifiers.front()), node_of(identifier));
            }
        }
    }

    bool done() const { return next_records_.empty() && next_identifiers_.empty(); }
    std::vector<Uuid> records_to_ask()
    {
        auto out = std::move(next_records_);
        next_records_.clear();
        std::erase_if(out, [this](Uuid const& id) { return too_large(node_of(id)); });
        return out;
    }
    std::vector<Identifier> identifiers_to_ask()
    {
        auto out = std::move(next_identifiers_);
        next_identifiers_.clear();
        std::erase_if(out, [this](Identifier const& identifier) { return too_large(node_of(identifier)); });
        return out;
    }

    void holds(Uuid record, Identifier const& identifier)
    {
        reach(record);
        want(identifier);
        join(node_of(record), node_of(identifier));
    }
    void connected(Uuid a, Uuid b)
    {
        reach(a);
        reach(b);
        join(node_of(a), node_of(b));
    }
    void mates(Uuid record) { reach(record); }

    std::vector<Uuid> records() const
    {
        std::vector<Uuid> out;
        out.reserve(records_.size());
        for (auto const& [id, node] : records_) out.push_back(id);
        return out;
    }
    std::set<Uuid> of_large_components()
    {
        std::set<Uuid> out;
        for (auto const& [id, node] : records_) {
            if (too_large(node)) out.insert(id);
        }
        return out;
    }

private:
    std::size_t node()
    {
        parent_.push_back(parent_.size());
        size_.push_back(0);
        return parent_.size() - 1;
    }
    void reach(Uuid record)
    {
        auto const [place, is_new] = records_.try_emplace(record, 0);
        if (!is_new) return;
        place->second = node();
        size_[place->second] = 1;
        next_records_.push_back(record);
    }
    void want(Identifier const& identifier)
    {
        auto const [place, is_new] = identifiers_.try_emplace(identifier, 0);
        if (!is_new) return;
        place->second = node();
        next_identifiers_.push_back(identifier);
    }
    std::size_t node_of(Uuid record) const { return records_.at(record); }
    std::size_t node_of(Identifier const& identifier) const { return identifiers_.at(identifier); }
    std::size_t root(std::size_t x)
    {
        while (parent_[x] != x) x = parent_[x] = parent_[parent_[x]];
        return x;
    }
    void join(std::size_t a, std::size_t b)
    {
        a = root(a);
        b = root(b);
        if (a == b) return;
        parent_[b] = a;
        size_[a] += size_[b];
    }
    bool too_large(std::size_t node) { return size_[root(node)] > most_; }

    std::size_t most_;
    std::map<Uuid, std::size_t> records_;
    std::map<Identifier, std::size_t> identifiers_;
    std::vector<std::size_t> parent_;
    std::vector<std::size_t> size_;  // records below a root
    std::vector<Uuid> next_records_;
    std::vector<Identifier> next_identifiers_;
};

// One level, in one round trip.
Task<std::vector<Mate>> ask(web::Tx& tx, Search& search, Scene& scene, int most)
{
    auto const identifiers = search.identifiers_to_ask();
    Ids const records{search.records_to_ask()};
    Wanted const wanted{json::Raw{json::write(identifiers)}, most};
    pg::registered<sql::identifier_holders, Held>();
    pg::registered<sql::identifier_list, Held>();
    pg::registered<sql::decision_list, DecisionRow>();
    pg::registered<sql::record_mates, Mate>();
    std::vector<pg::Statement> statements;
    if (!identifiers.empty()) statements.push_back(pg::statement<sql::identifier_holders>(wanted, tx.entry()));
    if (!records.ids.empty()) {
        statements.push_back(pg::statement<sql::identifier_list>(records, tx.entry()));
        statements.push_back(pg::statement<sql::decision_list>(records, tx.entry()));
        statements.push_back(pg::statement<sql::record_mates>(records, tx.entry()));
    }
    std::vector<Mate> mates;
    if (statements.empty()) co_return mates;
    auto const results = co_await tx.send(std::move(statements));
    std::size_t next = 0;
    if (!identifiers.empty()) {
        for (auto const& held : pg::decode_all<Held>(results[next++], sql::identifier_holders::name)) {
            search.holds(held.record_id, {held.kind, held.value});
        }
    }
    if (!records.ids.empty()) {
        for (auto const& id : records.ids) scene.identified[id];
        for (auto const& held : pg::decode_all<Held>(results[next++], sql::identifier_list::name)) {
            search.holds(held.record_id, {held.kind, held.value});
            scene.identified[held.record_id].push_back({held.kind, held.value});
        }
        for (auto const& row : pg::decode_all<DecisionRow>(results[next++], sql::decision_list::name)) {
            if (row.verdict == Verdict::same) search.connected(row.record_a, row.record_b);
            scene.decisions.push_back({row.record_a, row.record_b, row.verdict});
        }
        mates = pg::decode_all<Mate>(results[next++], sql::record_mates::name);
        for (auto const& mate : mates) search.mates(mate.id);
    }
    co_return mates;
}

void keep(Scene& scene, Record record)
{
    if (scene.records.contains(record.id)) return;
    scene.before.emplace(record.id, row_of(record));
    // Where nobody asked, nothing is to change.
    std::ranges::sort(scene.identified.try_emplace(record.id, record.identifiers).first->second);
    scene.records.emplace(record.id, std::move(record));
}

Task<void> load(web::Tx& tx, Scene& scene, std::set<Uuid> cis, std::vector<Uuid> records)
{
    // What is read after the lock is as it will stay.
    std::vector<Uuid> wanted(cis.begin(), cis.end());
    for (auto& ci : co_await lock_cis(tx, std::move(wanted))) scene.cis.emplace(ci.id, std::move(ci));
    if (records.empty()) co_return;
    for (auto& record : co_await records_by_id(tx, std::move(records), *scene.model)) keep(scene, std::move(record));
}

// Of what is not looked at as a whole, at least the seeds' own CIs are.
Task<void> load_apart(web::Tx& tx, Scene& scene, std::vector<Uuid> seeds)
{
    std::vector<Uuid> cis;
    for (auto const& id : seeds) {
        auto const found = scene.records.find(id);
        if (found != scene.records.end() && scene.settled_apart.contains(id)) cis.push_back(found->second.ci_id);
    }
    if (cis.empty()) co_return;
    for (auto& ci : co_await lock_cis(tx, cis)) scene.cis.emplace(ci.id, std::move(ci));
    for (auto& record : co_await records_of_cis(tx, std::move(cis), *scene.model)) {
        scene.settled_apart.insert(record.id);
        keep(scene, std::move(record));
    }
}

}  // namespace

Task<Scene> gather(web::Tx& tx, std::shared_ptr<Model const> model, Seeds seeds, int component_most)
{
    Scene scene;
    scene.model = std::move(model);
    scene.identities = true;
    Search search(seeds, static_cast<std::size_t>(component_most));
    std::set<Uuid> cis;
    while (!search.done()) {
        for (auto const& mate : co_await ask(tx, search, scene, component_most + 1)) cis.insert(mate.ci_id);
    }
    scene.settled_apart = search.of_large_components();
    if (!scene.settled_apart.empty()) {
        log::warn("too many records share identifiers to tell what is the same thing; they stay as they are",
                  {{"tenant", tx.entry().tenant.value_or(Uuid{})},
                   {"record", *scene.settled_apart.begin()},
                   {"records", scene.settled_apart.size()},
                   {"cmdb_component_most", component_most}});
    }
    auto records = search.records();
    cis.insert(records.begin(), records.end());  // the CIs that they were before they became part of others
    co_await load(tx, scene, std::move(cis), std::move(records));
    if (!scene.settled_apart.empty()) co_await load_apart(tx, scene, std::move(seeds.records));
    co_return scene;
}

Task<Scene> gather_cis(web::Tx& tx, std::shared_ptr<Model const> model, std::vector<Uuid> cis)
{
    Scene scene;
    scene.model = std::move(model);
    for (auto& ci : co_await lock_cis(tx, cis)) scene.cis.emplace(ci.id, std::move(ci));
    for (auto& record : co_await records_of_cis(tx, std::move(cis), *scene.model)) keep(scene, std::move(record));
    co_return scene;
}

}  // namespace mz::cmdb
