// The statements against the migrated schema, and the rules of every table, read from the catalogue: a new one is covered, or fails here.
#include "audit_chain/verifier.hpp"
#include "management.hpp"
#include "testing/query_check.hpp"

#include <filesystem>
#include <thread>

namespace mz::management::tests {
namespace {

std::filesystem::path const modules = std::filesystem::path(MONOZU_SOURCE_DIR) / "Management" / "management-backend" / "modules";

class database : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        server = std::make_unique<Management>();
        auto const by = server->token("operator");
        auto const tenant = server->make_tenant("alder", by);
        EXPECT_EQ(server->call("POST", path_of(tenant, "/license"), by, license()).status, 200);
        testing::Exchange create{"POST", "/api/v1/tenants", R"({"name":"birch","owner_email":"owner@birch.example"})", {}};
        create.headers = {{"Authorization", "Bearer " + by}, {"Content-Type", "application/json"}, {"Idempotency-Key", "once"}};
        EXPECT_EQ(testing::exchange(server->application->port(), create).status, 201);
        eventually("select (select count(*) from audit.links) > 5 and not exists (select from audit.unsealed)", "true");
        eventually("select count(*) from audit.verifications", "1");
        server->database.connect_superuser().run(
            "with ann as (select id from operators.operators where email = 'operator@monozu.example'), "
            "app as (insert into operators.totp (operator_id, secret, last_step, created_at) select id, 'sealed', 1, now() from ann), "
            "codes as (insert into operators.recovery_codes (operator_id, hash, created_at) "
            "select id, sha256('code'), now() from ann), "
            "challenge as (insert into operators.spent_challenges (hash, expires_at) values (sha256('challenge'), now() + interval '1 "
            "day')) "
            "insert into operators.passkeys (operator_id, id, credential_id, public_key, algorithm, sign_count, backed_up, name, "
            "created_at) "
            "select id, gen_random_uuid(), 'credential', 'key', 'es256', 0, false, 'Key', now() from ann");
        // Empty once everything is sealed; an entry that is not there is never taken off it.
        server->database.connect_superuser().run(
            "insert into audit.unsealed (tenant_id, entry_id) values ('00000000-0000-0000-0000-000000000000', gen_random_uuid())");
    }
    static void TearDownTestSuite() { server.reset(); }

    static std::vector<std::string> list(std::string const& query)
    {
        auto connection = server->database.connect_superuser();
        auto const result = connection.run(query);
        std::vector<std::string> out;
        for (int row = 0; row < result.rows(); ++row) out.emplace_back(result.value(row, 0));
        return out;
    }

    static std::vector<std::string> tables()
    {
        return list(
            "select oid::regclass::text from pg_class where relkind in ('r', 'p') and not relispartition "
            "and relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema') order by 1");
    }

    static void eventually(std::string const& query, std::string const& wanted)
    {
        auto const deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
        while (server->value(query) != wanted && std::chrono::steady_clock::now() < deadline) {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
        EXPECT_EQ(server->value(query), wanted) << query;
    }

    static inline std::unique_ptr<Management> server;
};

TEST_F(database, each_statement_fits_the_schema_and_its_struct)
{
    for (auto const& line : testing::check_queries(server->database, [](std::string_view) { return "management_app"; })) {
        ADD_FAILURE() << line;
    }
}

TEST_F(database, no_statement_is_left_that_nothing_runs)
{
    for (auto const& file : testing::queries_never_run(modules)) ADD_FAILURE() << file << " is never run; delete it";
}

TEST_F(database, each_table_has_rows_of_the_fixture)
{
    auto const all = tables();
    EXPECT_GT(all.size(), 5U);
    for (auto const& table : all) {
        EXPECT_NE(server->value("select count(*) from " + table), "0") << table << " has no row in tests/database_test.cpp; add one";
    }
}

TEST_F(database, only_its_owner_and_the_application_reach_a_table)
{
    for (auto const& table : tables()) {
        auto const strangers = list(
            "select distinct coalesce(r.rolname, 'public') from pg_class c, "
            "lateral (select grantee from aclexplode(c.relacl) union all select x.grantee from pg_attribute a, "
            "lateral aclexplode(a.attacl) x where a.attrelid = c.oid) g left join pg_roles r on r.oid = g.grantee "
            "where c.oid = '" +
            table + "'::regclass and coalesce(r.rolname, 'public') not in ('management_owner', 'management_app')");
        for (auto const& stranger : strangers) ADD_FAILURE() << table << " may be used by " << stranger;
    }
    EXPECT_TRUE(list("select oid::regclass::text from pg_class where relowner = 'management_app'::regrole").empty());
}

TEST_F(database, the_audit_log_is_append_only_for_the_application)
{
    for (std::string const right : {"update", "delete", "truncate"}) {
        EXPECT_EQ(server->value("select has_table_privilege('management_app', 'audit.entries', '" + right + "')"), "false") << right;
    }
}

TEST_F(database, the_audit_chain_covers_whatever_was_written)
{
    EXPECT_EQ(server->log_in("viewer", "not the password").status, 401);
    EXPECT_EQ(server->call("POST", "/api/v1/tenants", server->token("viewer"), {{"name", "cedar"}, {"owner_email", "a@b.example"}}).status,
              403);
    eventually("select count(*) from audit.entries where outcome = 'failed' and operation = 'auth_login' and actor_id is null", "1");
    eventually("select count(*) from audit.entries where outcome = 'refused' and operation = 'tenant_create'", "1");
    eventually("select (select count(*) from audit.entries) = (select count(*) from audit.links)", "true");
    auto connection = server->database.connect("management_app");
    connection.run("delete from audit.unsealed");
    auto const verified = [&] { return audit_chain::verify(connection, server->data_keys, Uuid{}, {}); };
    EXPECT_FALSE(verified().finding);
    EXPECT_GT(verified().checked, 5);
    server->database.connect_superuser().run("update audit.entries set outcome = 'done' where outcome = 'refused'");
    ASSERT_TRUE(verified().finding);
    EXPECT_EQ(verified().finding->fault, audit_chain::Fault::changed);
}

TEST_F(database, the_console_shows_what_the_last_pass_over_the_chain_found)
{
    auto const found = server->call("GET", "/api/v1/audit/verification", server->token("owner"));
    ASSERT_EQ(found.status, 200) << found.body;
    EXPECT_NE(found.json().at("state"), "pending");
    EXPECT_GT(found.json().at("sealed").as_int64(), 5);
}

TEST_F(database, kept_answers_are_forgotten_when_their_time_is_over)
{
    auto connection = server->database.connect_superuser();
    connection.run(
        "insert into app.idempotency_keys (tenant_id, actor_id, key, operation, fingerprint, created_at) "
        "select gen_random_uuid(), gen_random_uuid(), key, 'test', '', now() - make_interval(hours => hours) "
        "from (values ('old', 25), ('young', 23)) as of_age (key, hours)");
    eventually("select coalesce(string_agg(key, ' '), '') from app.idempotency_keys where operation = 'test'", "young");
}

}  // namespace
}  // namespace mz::management::tests
