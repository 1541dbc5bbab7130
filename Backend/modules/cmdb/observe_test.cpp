// What sources say, through the real database.
#include "identify.hpp"
#include "keys.hpp"
#include "test_cmdb.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <iostream>

namespace mz::cmdb {
namespace {

using test::Cmdb;
using test::Seen;
using test::World;

Timestamp at(int minute) { return Timestamp{1'700'000'000'000'000 + 60'000'000LL * minute}; }

Seen seen(SourceKind kind, std::string key, std::string class_key, std::map<std::string, json::bj::value> values, int minute = 0,
          bool complete = false)
{
    auto const* const source = boost::describe::enum_to_string(kind, "");
    return {kind, source, std::move(key), {std::move(class_key), at(minute), std::move(values), complete}};
}

class observe_test : public ::testing::Test {
protected:
    static void SetUpTestSuite() { cmdb = std::make_unique<Cmdb>(); }
    static void TearDownTestSuite() { cmdb.reset(); }
    void SetUp() override { tenant = cmdb->backend.make_tenant(); }

    std::string of(Uuid const& ci, std::string const& column)
    {
        return cmdb->value("select " + column + " from cmdb.cis where tenant_id = '" + tenant.to_string() + "' and id = '" +
                           ci.to_string() + "'");
    }
    std::string count(std::string const& from)
    {
        return cmdb->value("select count(*) from cmdb." + from + " and tenant_id = '" + tenant.to_string() + "'");
    }

    static inline std::unique_ptr<Cmdb> cmdb;
    Uuid tenant;
};

// Everything that follows from the records, without ids and times of this run: CIs with their records, what they are found by, what is
// proposed; and that the history is whole.
std::vector<std::string> whole(Cmdb& cmdb, Uuid tenant)
{
    std::string const t = "'" + tenant.to_string() + "'";
    auto out = cmdb.lines(
        "select concat_ws(' ', (select string_agg(s.key || '/' || r.key, ',' order by s.key, r.key) from cmdb.records r join cmdb.sources "
        "s "
        "on s.tenant_id = r.tenant_id and s.id = r.source_id where r.tenant_id = c.tenant_id and r.ci_id = c.id), c.class_key, c.name "
        "collate \"C\", "
        "c.status, c.attributes, c.stale, "
        "(select string_agg(concat_ws(':', v.attribute, v.element, v.text_key collate \"C\", v.number_key, v.name collate \"C\"), ',' "
        "order by v.attribute, v.element) "
        "from cmdb.ci_values v where v.tenant_id = c.tenant_id and v.ci_id = c.id), "
        "(select string_agg(w.word, ',' order by w.word) from cmdb.ci_words w where w.tenant_id = c.tenant_id and w.ci_id = c.id)) "
        "from cmdb.cis c where c.live and c.tenant_id = " +
        t + " order by 1");
    std::string const records_of =
        "(select string_agg(s.key || '/' || r.key, ',' order by s.key, r.key) from cmdb.records r join cmdb.sources s on s.tenant_id = "
        "r.tenant_id and s.id = r.source_id where r.tenant_id = d.tenant_id and r.ci_id = ";
    auto const proposed = cmdb.lines("select concat_ws(' ? ', least(a, b), greatest(a, b), reasons) from (select " + records_of +
                                     "d.ci_a) as a, " + records_of +
                                     "d.ci_b) as b, d.reasons as reasons from cmdb.duplicates d "
                                     "where d.tenant_id = " +
                                     t + ") x order by 1");
    out.insert(out.end(), proposed.begin(), proposed.end());
    for (auto const& wrong : cmdb.lines(
             "select 'history of ' || c.id || ' is not whole' from cmdb.cis c join cmdb.ci_history h on h.tenant_id = c.tenant_id and "
             "h.ci_id = c.id and h.version = c.version where c.tenant_id = " +
             t +
             " and (h.valid_to <> 'infinity' or h.name <> c.name or h.attributes <> c.attributes or h.live <> c.live or h.status <> "
             "c.status or h.merged_into is distinct from c.merged_into or (select count(*) from cmdb.ci_history o where o.tenant_id = "
             "c.tenant_id and o.ci_id = c.id) <> c.version or exists (select from cmdb.ci_history o join cmdb.ci_history n on "
             "n.tenant_id = o.tenant_id and n.ci_id = o.ci_id and n.version = o.version + 1 where o.tenant_id = c.tenant_id and "
             "o.ci_id = c.id and (o.valid_to <> n.valid_from or o.valid_from >= o.valid_to)))")) {
        out.push_back(wrong);
    }
    for (auto const& wrong : cmdb.lines(
             "select 'keys of ' || c.id || ' are left' from cmdb.cis c where not c.live and c.tenant_id = " + t +
             " and (exists (select from cmdb.ci_values v where v.tenant_id = c.tenant_id and v.ci_id = c.id) or exists (select from "
             "cmdb.ci_words w where w.tenant_id = c.tenant_id and w.ci_id = c.id) or exists (select from cmdb.records r where r.tenant_id "
             "= c.tenant_id and r.ci_id = c.id))")) {
        out.push_back(wrong);
    }
    return out;
}

TEST_F(observe_test, what_is_seen_for_the_first_time_becomes_a_ci_with_keys_words_and_history)
{
    auto const taken = cmdb->see(
        tenant, {seen(SourceKind::appliance, "m-1", "server", {{"hostname", "Łódź-1"}, {"ip_addresses", {"10.0.0.1"}}, {"cpu_count", 4}})});
    ASSERT_EQ(taken.size(), 1U);
    EXPECT_TRUE(taken[0].changed);
    EXPECT_EQ(of(taken[0].ci_id, "name"), "Łódź-1");
    EXPECT_EQ(of(taken[0].ci_id, "attributes ->> 'cpu_count'"), "4");
    EXPECT_EQ(count("ci_words where word = 'lodz-1'"), "1");
    EXPECT_EQ(count("ci_words where word = 'lodz'"), "1");
    EXPECT_EQ(count("ci_values where attribute = 'ip_addresses' and text_key = 'aaaaaaaaaaaaaaaaaaaappppakaaaaab'"), "1");
    EXPECT_EQ(count("ci_values where attribute = 'cpu_count' and number_key = 4"), "1");
    EXPECT_EQ(count("ci_history where cause = 'created' and valid_to = 'infinity' and changes -> 'cpu_count' ->> 'to' = '4'"), "1");
}

TEST_F(observe_test, what_does_not_fit_is_named_and_the_rest_is_taken)
{
    auto const taken = cmdb->see(tenant, {seen(SourceKind::api, "a", "server", {{"cpu_count", "many"}, {"wheels", 4}, {"model", "X"}}),
                                          seen(SourceKind::api, "b", "boat", {{"model", "X"}})});
    ASSERT_EQ(taken[0].refused.size(), 2U);
    EXPECT_EQ(taken[0].refused[0].pointer, "/attributes/cpu_count");
    EXPECT_EQ(taken[0].refused[1].pointer, "/attributes/wheels");
    EXPECT_EQ(of(taken[0].ci_id, "attributes ->> 'model'"), "X");
    EXPECT_EQ(taken[1].refused.at(0).pointer, "/class_key");
    EXPECT_TRUE(taken[1].ci_id.is_nil());
}

TEST_F(observe_test, sources_that_share_an_identifier_tell_of_one_ci_and_the_younger_one_becomes_part_of_the_older)
{
    auto const first = cmdb->see(tenant, {seen(SourceKind::discovery, "10.0.0.1", "hardware", {{"hostname", "a"}})})[0];
    auto const second = cmdb->see(tenant, {seen(SourceKind::appliance, "m", "server", {{"serial_number", "S-1"}})})[0];
    EXPECT_NE(first.ci_id, second.ci_id);
    auto const joined = cmdb->see(tenant, {seen(SourceKind::discovery, "10.0.0.1", "hardware", {{"serial_number", "s-1"}}, 1)})[0];
    EXPECT_EQ(joined.ci_id, first.ci_id);
    EXPECT_EQ(of(first.ci_id, "class_key"), "server");
    EXPECT_EQ(of(second.ci_id, "merged_into"), first.ci_id.to_string());
    EXPECT_EQ(of(second.ci_id, "live"), "false");
    EXPECT_EQ(count("ci_words where ci_id = '" + second.ci_id.to_string() + "'"), "0");
    // The identifier turns out to be wrong: the younger one is back, under its own id.
    cmdb->see(tenant, {seen(SourceKind::discovery, "10.0.0.1", "hardware", {{"serial_number", nullptr}}, 2)});
    EXPECT_EQ(of(second.ci_id, "live"), "true");
    EXPECT_EQ(of(second.ci_id, "merged_into is null"), "true");
    EXPECT_EQ(count("ci_history where ci_id = '" + second.ci_id.to_string() + "'"), "3");
}

TEST_F(observe_test, what_is_said_again_changes_a_time_and_nothing_else)
{
    auto const one = seen(SourceKind::appliance, "m", "server", {{"serial_number", "S-1"}, {"hostname", "a"}}, 0, true);
    auto const first = cmdb->see(tenant, {one})[0];
    auto again = one;
    again.saying.at = at(30);
    auto const second = cmdb->see(tenant, {again})[0];
    EXPECT_FALSE(second.changed);
    EXPECT_EQ(second.record_id, first.record_id);
    EXPECT_EQ(of(first.ci_id, "version"), "1");
    EXPECT_EQ(count("records where seen_at = '" + at(30).to_string() + "' and complete_at = seen_at"), "1");
    // A word of the time between comes late, and loses to what was seen again after it.
    cmdb->see(tenant, {seen(SourceKind::appliance, "m", "server", {{"hostname", "b"}}, 20)});
    EXPECT_EQ(of(first.ci_id, "attributes ->> 'hostname'"), "a");
}

TEST_F(observe_test, an_unchanged_inventory_costs_few_milliseconds)
{
    std::vector<Seen> const one{seen(SourceKind::appliance, "m", "server", {{"serial_number", "S-1"}, {"hostname", "a"}}, 0, true)};
    cmdb->see(tenant, one);
    std::vector<double> times;
    for (int i = 1; i <= 50; ++i) {
        auto again = one;
        again[0].saying.at = at(i);
        auto const start = std::chrono::steady_clock::now();
        cmdb->see(tenant, again);
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::ranges::sort(times);
    std::cout << "unchanged observation, median: " << times[times.size() / 2] << " ms\n";
    EXPECT_EQ(count("ci_history where true"), "1");
}

TEST_F(observe_test, more_records_than_are_looked_at_together_stay_apart)
{
    CmdbSettings few;
    few.cmdb_component_most = 4;
    std::vector<Observed> all;
    for (int i = 0; i < 8; ++i) {
        auto const taken = cmdb->in(tenant, [this, i, few](web::Tx& tx) -> Task<std::vector<Observed>> {
            SourceOf of{SourceKind::import, "list", "list", std::nullopt};
            auto const from = co_await source(tx, std::move(of));
            std::vector<Observation> one;
            one.push_back({"row " + std::to_string(i), "server", at(0), {{"fqdn", json::Raw{R"("everybody.example.org")"}}}, false});
            co_return co_await observe(tx, tenant, from, std::move(one), Cause::imported, few);
        });
        all.push_back(taken[0]);
    }
    EXPECT_EQ(all[3].ci_id, all[0].ci_id);
    for (std::size_t i = 5; i < all.size(); ++i) EXPECT_EQ(all[i].ci_id, all[i].record_id);
    EXPECT_EQ(count("records where ci_id = '" + all[0].ci_id.to_string() + "'"), "5");  // the new one is not counted
}

TEST_F(observe_test, a_source_is_forgotten_as_if_it_had_never_been)
{
    std::vector<Seen> const kept{seen(SourceKind::appliance, "m", "server", {{"serial_number", "S-1"}, {"hostname", "a"}})};
    auto const before_tenant = cmdb->backend.make_tenant();
    cmdb->see(before_tenant, kept);
    auto const expected = whole(*cmdb, before_tenant);

    auto const imported = cmdb->see(tenant, {seen(SourceKind::import, "1", "server", {{"serial_number", "S-1"}, {"criticality", "high"}}),
                                             seen(SourceKind::import, "2", "server", {{"serial_number", "S-2"}})});
    auto const own = cmdb->see(tenant, kept)[0];
    EXPECT_EQ(own.ci_id, imported[0].ci_id);
    auto const changed = cmdb->in(tenant, [this](web::Tx& tx) -> Task<std::int64_t> {
        SourceOf of{SourceKind::import, "import", "import", std::nullopt};
        auto const from = co_await source(tx, std::move(of));
        co_return co_await forget_source(tx, tenant, from);
    });
    EXPECT_EQ(changed, 3);
    EXPECT_EQ(whole(*cmdb, tenant), expected);
    EXPECT_EQ(of(imported[0].ci_id, "merged_into"), own.record_id.to_string());
    EXPECT_EQ(of(imported[1].ci_id, "deleted_at is not null"), "true");
}

constexpr unsigned worlds = 120;
constexpr int orders = 2;

TEST_F(observe_test, in_any_order_and_grouping_the_database_ends_up_the_same)
{
    std::size_t cis = 0;
    for (unsigned seed = 0; seed < worlds; ++seed) {
        World world(seed);
        auto observations = world.observations();
        auto const first = cmdb->backend.make_tenant();
        cmdb->see(first, observations);
        auto const expected = whole(*cmdb, first);
        cis += expected.size();
        for (int order = 0; order < orders; ++order) {
            auto const again = cmdb->backend.make_tenant();
            auto shuffled = observations;
            shuffled.push_back(observations[world.pick(observations.size())]);
            std::ranges::shuffle(shuffled, world.random());
            if (order == 0) {
                for (auto const& one : shuffled) cmdb->see(again, {one});
            } else {
                std::ranges::sort(shuffled, {}, &Seen::source_key);  // each source all at once
                cmdb->see(again, shuffled);
            }
            ASSERT_EQ(whole(*cmdb, again), expected) << "seed " << seed << " order " << order;
        }
    }
    std::cout << worlds << " worlds in " << worlds * (orders + 1) << " tenants, " << cis << " CIs and proposals compared\n";
}

}  // namespace
}  // namespace mz::cmdb
