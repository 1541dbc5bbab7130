// What the job does without being asked.
#include "test_cmdb.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <memory>

namespace mz::cmdb {
namespace {

using test::Cmdb;
using test::Seen;
using namespace std::chrono_literals;

class upkeep : public ::testing::Test {
protected:
    static void SetUpTestSuite() { cmdb = std::make_unique<Cmdb>(); }
    static void TearDownTestSuite() { cmdb.reset(); }
    void SetUp() override { tenant = cmdb->backend.make_tenant(); }

    Observed see(SourceKind kind, std::string key, std::map<std::string, json::bj::value> values, Timestamp at)
    {
        auto const* const source = boost::describe::enum_to_string(kind, "");
        return cmdb->see(tenant, {Seen{kind, source, std::move(key), {"server", at, std::move(values), false}}})[0];
    }
    // Whether there was more to do than one round does.
    bool round()
    {
        pg::Pool pool(cmdb->io, cmdb->backend.database.url("monozu_jobs"), {});
        return testing::run_task(cmdb->io, jobs(settings).at(0).round(pool));
    }
    std::string of(Uuid const& ci, std::string const& column)
    {
        return cmdb->value("select " + column + " from cmdb.cis where tenant_id = '" + tenant.to_string() + "' and id = '" +
                           ci.to_string() + "'");
    }
    void arrange(std::string const& statement) { cmdb->backend.superuser.run(statement, {tenant.to_string()}); }

    static inline std::unique_ptr<Cmdb> cmdb;
    Uuid tenant;
    CmdbSettings settings;
};

TEST_F(upkeep, what_is_not_seen_in_time_is_stale_until_it_is_seen_again)
{
    auto const first = see(SourceKind::appliance, "m", {{"serial_number", "1"}, {"hostname", "old"}}, now() - 30h);
    see(SourceKind::api, "k", {{"serial_number", "1"}, {"description", "d"}}, now() - 30h);
    arrange("update cmdb.sources set quiet_after_hours = 26 where tenant_id = $1");
    EXPECT_FALSE(round());
    EXPECT_EQ(of(first.ci_id, "stale"), "true");
    see(SourceKind::api, "k", {{"description", "d"}}, now());
    EXPECT_EQ(of(first.ci_id, "stale"), "false");
    arrange("update cmdb.sources set quiet_after_hours = null where tenant_id = $1");
    round();
    EXPECT_EQ(cmdb->value("select count(*) from cmdb.records where stale and tenant_id = '" + tenant.to_string() + "'"), "0");
}

TEST_F(upkeep, it_works_in_portions)
{
    settings.cmdb_upkeep_batch = 2;
    for (int i = 0; i < 5; ++i) see(SourceKind::appliance, std::to_string(i), {{"hostname", "h"}}, now() - 30h);
    arrange("update cmdb.sources set quiet_after_hours = 26 where tenant_id = $1");
    EXPECT_TRUE(round());
    EXPECT_TRUE(round());
    EXPECT_FALSE(round());
    EXPECT_EQ(cmdb->value("select count(*) from cmdb.cis where stale and tenant_id = '" + tenant.to_string() + "'"), "5");
}

TEST_F(upkeep, history_past_its_retention_goes_and_the_present_stays)
{
    auto const ci = see(SourceKind::appliance, "m", {{"hostname", "a"}}, now() - 2h);
    see(SourceKind::appliance, "m", {{"hostname", "b"}}, now() - 1h);
    arrange(
        "update cmdb.ci_history set valid_from = now() - interval '900 days', valid_to = now() - interval '800 days' "
        "where version = 1 and tenant_id = $1");
    round();
    EXPECT_EQ(cmdb->value("select string_agg(version::text, ',') from cmdb.ci_history where tenant_id = '" + tenant.to_string() +
                          "' and ci_id = '" + ci.ci_id.to_string() + "'"),
              "2");
}

}  // namespace
}  // namespace mz::cmdb
