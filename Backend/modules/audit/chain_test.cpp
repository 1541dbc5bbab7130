#include "audit/audit.hpp"
#include "audit/test_chain.hpp"
#include "json/traits.hpp"
#include "pg/decode.hpp"

#include <atomic>
#include <random>
#include <set>
#include <thread>

namespace mz::audit {
namespace {

class audit_chain_of_a_tenant : public ::testing::Test {
protected:
    static void SetUpTestSuite() { chains = std::make_unique<test::Chains>(); }
    static void TearDownTestSuite() { chains.reset(); }

    // One number of a chain, another one each time.
    static std::string some_seq(int rows = 20)
    {
        static std::mt19937 random(20261122);
        return std::to_string(std::uniform_int_distribution<int>(1, rows)(random));
    }
    static std::string entry_at(std::string const& seq)
    {
        return "(select entry_id from audit.links where tenant_id = $1::uuid and seq = " + seq + ")";
    }

    static inline std::unique_ptr<test::Chains> chains;
};

TEST_F(audit_chain_of_a_tenant, verifies_when_nobody_touched_it)
{
    auto const tenant = chains->make_chain(50);
    auto const report = chains->verify(tenant);
    EXPECT_FALSE(report.finding);
    EXPECT_EQ(report.checked, 50);
    EXPECT_EQ(chains->fault(tenant), "none");
    EXPECT_EQ(chains->fault(chains->make_tenant()), "none") << "an empty chain is whole";
}

TEST_F(audit_chain_of_a_tenant, covers_every_column_of_the_log)
{
    std::set<std::string> columns;
    auto const result = chains->superuser.run(
        "select attname::text from pg_attribute where attrelid = 'audit.entries'::regclass "
        "and attnum > 0 and not attisdropped");
    for (auto const& name : pg::decode_all<std::string>(result, "columns")) columns.insert(name);
    std::set<std::string> covered;
    boost::mp11::mp_for_each<json::Members<audit_chain::Entry>>([&](auto member) { covered.insert(member.name); });
    EXPECT_EQ(columns, covered) << "add the new column at the end of audit_chain::Entry";
}

TEST_F(audit_chain_of_a_tenant, notices_a_change_of_any_column)
{
    std::vector<std::string> const changes{
        "at = at + interval '1 microsecond'",
        "actor_kind = 'device'",
        "actor_id = null",
        "actor_id = gen_random_uuid()",
        "operation = operation || ' '",
        "target_id = null",
        "request_id = ''",
        "remote_address = '192.0.2.8'",
        R"(changes = '{"before": {"title": "a"}, "after": {"title": "c"}}')",
        R"(changes = '{"before":{"title":"a"},"after":{"title":"b"}}')",
        "changes = null",
        "outcome = 'failed'",
    };
    for (auto const& change : changes) {
        auto const tenant = chains->make_chain();
        auto const seq = some_seq();
        chains->tamper(tenant, "update audit.entries set " + change + " where tenant_id = $1 and id = " + entry_at(seq));
        EXPECT_EQ(chains->fault(tenant), "changed") << change;
        EXPECT_EQ(std::to_string(*chains->verify(tenant).finding->seq), seq) << change;
    }
    for (std::string const change : {"id = gen_random_uuid()", "tenant_id = gen_random_uuid()"}) {
        auto const tenant = chains->make_chain();
        chains->tamper(tenant, "update audit.entries set " + change + " where tenant_id = $1 and id = " + entry_at(some_seq()));
        EXPECT_EQ(chains->fault(tenant), "missing") << change;
    }
}

TEST_F(audit_chain_of_a_tenant, notices_a_change_of_a_link)
{
    for (std::string const change : {"hash = sha256('x')", "sealed_at = sealed_at - interval '1 day'"}) {
        auto const tenant = chains->make_chain();
        chains->tamper(tenant, "update audit.links set " + change + " where tenant_id = $1 and seq = " + some_seq());
        EXPECT_EQ(chains->fault(tenant), "changed") << change;
    }
}

TEST_F(audit_chain_of_a_tenant, notices_what_is_gone)
{
    auto tenant = chains->make_chain();
    chains->tamper(tenant, "delete from audit.entries where tenant_id = $1 and id = " + entry_at(some_seq()));
    EXPECT_EQ(chains->fault(tenant), "missing") << "an entry";

    tenant = chains->make_chain();
    chains->tamper(tenant, "delete from audit.links where tenant_id = $1 and seq = " + some_seq(19));
    EXPECT_EQ(chains->fault(tenant), "missing") << "a link";

    tenant = chains->make_chain();
    chains->tamper(tenant, "with gone as (delete from audit.links where tenant_id = $1 and seq = " + some_seq(19) +
                               " returning entry_id) delete from audit.entries where tenant_id = $1 and id in (select entry_id from gone)");
    EXPECT_EQ(chains->fault(tenant), "missing") << "an entry and its link";

    tenant = chains->make_chain();
    chains->tamper(tenant,
                   "with gone as (delete from audit.links where tenant_id = $1 and seq > 15 returning entry_id) "
                   "delete from audit.entries where tenant_id = $1 and id in (select entry_id from gone)");
    EXPECT_EQ(chains->fault(tenant), "truncated") << "the end of the chain";

    tenant = chains->make_chain();
    chains->tamper(tenant,
                   "with l as (delete from audit.links where tenant_id = $1), e as (delete from audit.entries where tenant_id = $1) "
                   "select 1");
    EXPECT_EQ(chains->fault(tenant), "truncated") << "all of it";
}

TEST_F(audit_chain_of_a_tenant, notices_entries_that_changed_places)
{
    // The page of the verifier holds eight links, and only within one can it tell an exchange from two changes. The constraint would not
    // let a single statement exchange two, but it stops no superuser.
    chains->superuser.script("alter table audit.links drop constraint audit_link_entry_taken");
    auto const swapped = chains->make_chain();
    chains->tamper(swapped,
                   "update audit.links l set entry_id = o.entry_id from audit.links o "
                   "where l.tenant_id = $1 and o.tenant_id = $1 and (l.seq, o.seq) in ((3, 5), (5, 3))");
    EXPECT_EQ(chains->fault(swapped), "reordered");
    EXPECT_EQ(chains->verify(swapped).finding->seq, 3);
}

TEST_F(audit_chain_of_a_tenant, notices_an_entry_that_was_slipped_in)
{
    auto const columns = "tenant_id, id, at, actor_kind, operation, outcome";
    auto const forged = std::string("insert into audit.entries (") + columns +
                        ") values ($1, gen_random_uuid(), now() - interval '1 day', 'user', 'user_update', 'done')";
    auto tenant = chains->make_chain();
    chains->tamper(tenant, forged);
    EXPECT_EQ(chains->fault(tenant), "inserted");

    // With a link of its own, made as it should be: only the signature of the head tells.
    tenant = chains->make_chain();
    chains->tamper(tenant, forged);
    KeyRing const others({Secret<std::string>(std::string(32, 'f'))});
    audit_chain::Sealer forger(others, 100);
    chains->tamper(tenant,
                   "insert into audit.unsealed (tenant_id, entry_id) select tenant_id, id from audit.entries "
                   "where tenant_id = $1 and operation = 'user_update'");
    EXPECT_THROW(forger.seal(chains->jobs, tenant), audit_chain::Broken) << "it has no key that signs";
    chains->tamper(tenant,
                   "insert into audit.links (tenant_id, seq, entry_id, hash, sealed_at) "
                   "select tenant_id, 21, id, sha256('x'), now() from audit.entries where tenant_id = $1 and operation = 'user_update'");
    EXPECT_EQ(chains->fault(tenant), "forged");
}

TEST_F(audit_chain_of_a_tenant, cannot_be_made_anew_by_whoever_has_no_more_than_sql)
{
    // The whole chain again with another key, after a change: every hash is right, and nobody but the service could have signed its head.
    auto const tenant = chains->make_chain();
    chains->tamper(tenant, "update audit.entries set operation = 'nothing' where tenant_id = $1 and id = " + entry_at("7"));
    chains->tamper(tenant, "insert into audit.unsealed (tenant_id, entry_id) select tenant_id, id from audit.entries where tenant_id = $1");
    chains->tamper(tenant, "delete from audit.links where tenant_id = $1");
    chains->tamper(tenant, "delete from audit.heads where tenant_id = $1");
    KeyRing const others({Secret<std::string>(std::string(32, 'f'))});
    audit_chain::Sealer forger(others, 100);
    ASSERT_EQ(forger.seal(chains->jobs, tenant), 20);
    EXPECT_FALSE(audit_chain::verify(chains->jobs, others, tenant, chains->how).finding) << "the forgery is a good one";
    EXPECT_EQ(chains->fault(tenant), "forged");

    // The old head on the new chain does not help either.
    auto const mixed = chains->make_chain();
    chains->superuser.script("create table public.kept as select * from audit.heads where tenant_id = '" + mixed.to_string() + "'");
    chains->tamper(mixed, "update audit.entries set operation = 'nothing' where tenant_id = $1 and id = " + entry_at("7"));
    chains->tamper(mixed, "insert into audit.unsealed (tenant_id, entry_id) select tenant_id, id from audit.entries where tenant_id = $1");
    chains->tamper(mixed, "delete from audit.links where tenant_id = $1");
    chains->tamper(mixed, "delete from audit.heads where tenant_id = $1");
    ASSERT_EQ(forger.seal(chains->jobs, mixed), 20);
    chains->tamper(mixed, "delete from audit.heads where tenant_id = $1");
    chains->superuser.script("insert into audit.heads select * from public.kept");
    EXPECT_EQ(chains->fault(mixed), "forged");
}

TEST_F(audit_chain_of_a_tenant, is_not_continued_where_its_head_is_not_what_was_signed)
{
    auto const tenant = chains->make_chain();
    chains->write(tenant, 1);
    chains->superuser.script("create table public.earlier as select * from audit.heads where tenant_id = '" + tenant.to_string() + "'");
    chains->seal(tenant);
    chains->write(tenant, 1);
    chains->tamper(tenant, "update audit.heads set seq = 5 where tenant_id = $1");
    EXPECT_THROW(chains->seal(tenant), audit_chain::Broken);
    EXPECT_EQ(chains->fault(tenant), "forged");
    chains->tamper(tenant, "delete from audit.heads where tenant_id = $1");
    EXPECT_THROW(chains->seal(tenant), audit_chain::Broken);
    EXPECT_EQ(chains->fault(tenant), "forged");
    // A copy of an earlier head is signed; whoever has seen a later one is not taken in.
    chains->superuser.script("insert into audit.heads select * from public.earlier");
    EXPECT_THROW(chains->seal(tenant), audit_chain::Broken);
}

TEST_F(audit_chain_of_a_tenant, complains_of_what_waits_too_long_or_went_away_while_it_waited)
{
    auto const tenant = chains->make_chain();
    chains->write(tenant, 1);
    EXPECT_EQ(chains->fault(tenant), "none") << "it may wait for a while";
    chains->tamper(tenant, "update audit.unsealed set at = at - interval '5 minutes' where tenant_id = $1");
    EXPECT_EQ(chains->fault(tenant), "unsealed");
    chains->tamper(tenant,
                   "delete from audit.entries e using audit.unsealed u where e.tenant_id = $1 and u.tenant_id = $1 and e.id = u.entry_id");
    EXPECT_EQ(chains->fault(tenant), "vanished");
}

TEST_F(audit_chain_of_a_tenant, takes_what_is_committed_late)
{
    auto const tenant = chains->make_tenant();
    auto slow = chains->database.connect("monozu_app");
    audit_chain::Tenanted transaction(slow, tenant);
    auto const statement = web::audit_statement(test::Chains::entry_of(tenant, "slow"));
    slow.run(std::string(statement.text), statement.params);
    chains->write(tenant, 3);
    chains->seal(tenant);
    transaction.commit();
    chains->seal(tenant);
    EXPECT_EQ(chains->fault(tenant), "none");
    EXPECT_EQ(chains->verify(tenant).checked, 4);
    auto const last = chains->superuser.run(
        "select e.operation from audit.links l join audit.entries e on e.id = l.entry_id "
        "where l.tenant_id = $1 and l.seq = 4",
        {tenant.to_string()});
    EXPECT_EQ(last.value(0, 0), "slow");
}

TEST_F(audit_chain_of_a_tenant, is_sealed_once_by_two_sealers_that_are_killed_again_and_again)
{
    constexpr int rows = 400;
    auto const tenant = chains->make_tenant();
    std::atomic<bool> done = false;
    auto const work = [&] {
        audit_chain::Sealer sealer(chains->keys, 5);
        std::optional<pg::Blocking> connection;
        while (!done) {
            try {
                if (!connection || !connection->is_open()) connection.emplace(chains->database.url("monozu_jobs"));
                sealer.seal(*connection, tenant);
            } catch (Problem const&) {
                connection.reset();
            }
        }
    };
    std::thread one(work);
    std::thread other(work);
    auto killer = chains->database.connect_superuser();
    for (int i = 0; i < rows / 10; ++i) {
        chains->write(tenant, 10);
        killer.run(
            "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'monozu_jobs' and datname = current_database() "
            "and pid <> " +
            std::string(chains->jobs.run("select pg_backend_pid()::text").value(0, 0)));
    }
    done = true;
    one.join();
    other.join();
    chains->seal(tenant);
    EXPECT_EQ(chains->fault(tenant), "none");
    EXPECT_EQ(chains->verify(tenant).checked, rows);
}

TEST_F(audit_chain_of_a_tenant, still_verifies_after_retention_took_its_beginning)
{
    auto const tenant = chains->make_tenant();
    chains->write(tenant, 12);
    chains->tamper(tenant, "update audit.entries set at = at - interval '100 days' where tenant_id = $1");
    chains->seal(tenant);
    chains->write(tenant, 5);
    chains->seal(tenant);
    Settings settings;
    settings.audit_retention_batch = 5;
    forget_old(chains->jobs, chains->keys, settings);
    EXPECT_EQ(chains->verify(tenant).removed, 0) << "two years are not over";

    chains->tamper(tenant, "insert into audit.retention (tenant_id, days) values ($1, 90)");
    forget_old(chains->jobs, chains->keys, settings);
    auto const report = chains->verify(tenant);
    EXPECT_FALSE(report.finding) << report.finding->detail;
    EXPECT_EQ(report.removed, 12);
    EXPECT_EQ(report.checked, 5);
    EXPECT_LT(*report.removed_until, now() - std::chrono::days(99));
    EXPECT_EQ(chains->fault(tenant), "none");
    chains->write(tenant, 3);
    chains->seal(tenant);
    EXPECT_EQ(chains->fault(tenant), "none");
    chains->tamper(tenant, "update audit.entries set outcome = 'refused' where tenant_id = $1 and id = " + entry_at("14"));
    EXPECT_EQ(chains->fault(tenant), "changed") << "what is left is still protected";
}

TEST_F(audit_chain_of_a_tenant, keeps_what_is_old_and_was_changed)
{
    auto const tenant = chains->make_tenant();
    chains->write(tenant, 6);
    chains->tamper(tenant, "update audit.entries set at = at - interval '3 years' where tenant_id = $1");
    chains->seal(tenant);
    chains->tamper(tenant, "update audit.entries set operation = 'nothing' where tenant_id = $1 and id = " + entry_at("4"));
    forget_old(chains->jobs, chains->keys, Settings());
    EXPECT_EQ(chains->verify(tenant).removed, 3);
    EXPECT_EQ(chains->fault(tenant), "changed");
}

TEST_F(audit_chain_of_a_tenant, loses_nothing_younger_than_its_period_whoever_asks)
{
    auto const tenant = chains->make_chain();
    auto const forgotten =
        chains->jobs.run("select audit.forget($1, 20, 1)::text", {tenant.to_string()});  // one day, which is less than the least
    EXPECT_EQ(forgotten.value(0, 0), "0");
    EXPECT_EQ(chains->fault(tenant), "none");
    auto app = chains->database.connect("monozu_app");
    EXPECT_ANY_THROW(app.run("select audit.forget($1, 20, 90)", {tenant.to_string()}));
}

TEST_F(audit_chain_of_a_tenant, is_out_of_reach_for_requests)
{
    auto const tenant = chains->make_chain();
    auto app = chains->database.connect("monozu_app");
    for (std::string const statement :
         {"insert into audit.links (tenant_id, seq, entry_id, hash, sealed_at) values ($1, 21, $1, sha256(''), now())",
          "delete from audit.unsealed where tenant_id = $1", "select mac from audit.heads where tenant_id = $1",
          "update audit.heads set seq = 0 where tenant_id = $1"}) {
        EXPECT_ANY_THROW(app.run(statement, {tenant.to_string()})) << statement;
    }
    for (std::string const statement :
         {"update audit.links set seq = 99 where tenant_id = $1", "delete from audit.links where tenant_id = $1",
          "update audit.entries set outcome = 'done' where tenant_id = $1"}) {
        EXPECT_ANY_THROW(chains->jobs.run(statement, {tenant.to_string()})) << statement;
    }
}

}  // namespace
}  // namespace mz::audit
