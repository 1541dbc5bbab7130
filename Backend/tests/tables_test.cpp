// The rules of every tenant table, read from the catalogue: a new table is covered, or fails here.
#include "cloud.hpp"

#include <gtest/gtest.h>

#include <libpq-fe.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

namespace mz::backend::tests {
namespace {

constexpr auto policy_text = "((tenant_id)::text = current_setting('app.tenant_id'::text, true))";

// Tables with a tenant_id that are work queues across tenants: no tenant's request ever reads them.
std::vector<std::string> const queues{"ingest.ingest_batches", "mail.queue", "audit.unsealed", "cmdb.import_queue"};

using Rows = std::vector<std::vector<std::string>>;

Rows query(std::string const& url, std::string const& sql)
{
    std::unique_ptr<PGconn, void (*)(PGconn*)> const connection(PQconnectdb(url.c_str()), &PQfinish);
    EXPECT_EQ(PQstatus(connection.get()), CONNECTION_OK) << PQerrorMessage(connection.get());
    std::unique_ptr<PGresult, void (*)(PGresult*)> const result(PQexec(connection.get(), sql.c_str()), &PQclear);
    EXPECT_TRUE(PQresultStatus(result.get()) == PGRES_TUPLES_OK) << sql << "\n" << PQerrorMessage(connection.get());
    Rows rows;
    for (int r = 0; r < PQntuples(result.get()); ++r) {
        auto& row = rows.emplace_back();
        for (int c = 0; c < PQnfields(result.get()); ++c) row.emplace_back(PQgetvalue(result.get(), r, c));
    }
    return rows;
}

Rows catalogue(std::string const& sql) { return query(Cloud::shared().database().superuser_url().reveal(), sql); }

// The single value of a statement, as the application's role inside a tenant.
std::string as_tenant(std::string const& url, std::string const& tenant, std::string const& sql)
{
    std::unique_ptr<PGconn, void (*)(PGconn*)> const connection(PQconnectdb(url.c_str()), &PQfinish);
    PQclear(PQexec(connection.get(), ("set app.tenant_id = '" + tenant + "'").c_str()));
    std::unique_ptr<PGresult, void (*)(PGresult*)> const result(PQexec(connection.get(), sql.c_str()), &PQclear);
    EXPECT_EQ(PQresultStatus(result.get()), PGRES_TUPLES_OK) << sql << "\n" << PQerrorMessage(connection.get());
    return PQntuples(result.get()) == 1 ? PQgetvalue(result.get(), 0, 0) : "";
}

bool is_queue(std::string const& table) { return std::ranges::find(queues, table) != queues.end(); }

// Every ordinary or partitioned table that has a tenant_id; partitions follow their parent.
std::vector<std::string> tenant_tables()
{
    std::vector<std::string> out;
    for (auto const& row :
         catalogue("select c.oid::regclass::text from pg_class c join pg_attribute a on a.attrelid = c.oid "
                   "where a.attname = 'tenant_id' and not a.attisdropped and c.relkind in ('r', 'p') and not c.relispartition "
                   "and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema') order by 1")) {
        if (!is_queue(row[0])) out.push_back(row[0]);
    }
    EXPECT_GT(out.size(), 10U);
    return out;
}

TEST(tables, row_level_security_is_enabled_and_forced_with_the_one_policy)
{
    for (auto const& table : tenant_tables()) {
        auto const flags = catalogue("select relrowsecurity, relforcerowsecurity from pg_class where oid = '" + table + "'::regclass");
        EXPECT_EQ(flags[0][0], "t") << table << " has no row-level security";
        EXPECT_EQ(flags[0][1], "t") << table << " does not force row-level security on its owner";
        auto const policies = catalogue(
            "select polname, pg_get_expr(polqual, polrelid), coalesce(pg_get_expr(polwithcheck, polrelid), '') "
            "from pg_policy where polrelid = '" +
            table + "'::regclass");
        bool tenant_policy = false;
        for (auto const& policy : policies) tenant_policy |= policy[1] == policy_text && policy[2] == policy_text;
        EXPECT_TRUE(tenant_policy) << table << " lacks the tenant policy";
        EXPECT_EQ(policies.size(), 1U) << table << ": a second policy widens what the first one allows";
    }
}

TEST(tables, tenant_id_comes_first_in_every_key_and_index)
{
    for (auto const& table : tenant_tables()) {
        // Keys and webhooks are found before anybody knows whose they are; an index for that says so in its comment.
        for (auto const& row : catalogue("select i.indexrelid::regclass::text, a.attname from pg_index i join pg_attribute a "
                                         "on a.attrelid = i.indrelid and a.attnum = i.indkey[0] where i.indrelid = '" +
                                         table +
                                         "'::regclass "
                                         "and obj_description(i.indexrelid) is distinct from 'look-up before the tenant is known'")) {
            EXPECT_EQ(row[1], "tenant_id") << row[0];
        }
    }
}

TEST(tables, no_triggers_and_no_set_null)
{
    for (auto const& table : tenant_tables()) {
        EXPECT_TRUE(catalogue("select tgname from pg_trigger where not tgisinternal and tgrelid = '" + table + "'::regclass").empty())
            << table;
        for (auto const& row :
             catalogue("select conname, confdeltype, (select attname from pg_attribute where attrelid = conrelid and attnum = conkey[1]), "
                       "(select count(*) from pg_attribute where attrelid = confrelid and attname = 'tenant_id') "
                       "from pg_constraint where contype = 'f' and conparentid = 0 and conrelid = '" +
                       table + "'::regclass")) {
            EXPECT_TRUE(row[1] != "n" && row[1] != "d") << row[0] << " sets null on delete";
            if (row[3] != "0") EXPECT_EQ(row[2], "tenant_id") << row[0] << " does not start with tenant_id";
        }
    }
}

TEST(tables, each_has_rows_of_a_tenant_and_another_tenant_sees_none)
{
    auto& cloud = Cloud::shared();
    auto const app = cloud.database().url("monozu_app").reveal();
    for (auto const& table : tenant_tables()) {
        auto const all = catalogue("select count(*) from " + table + " where tenant_id = '" + cloud.birch().id + "'");
        EXPECT_NE(all[0][0], "0") << table << " has no row in Backend/tests/cloud.cpp; add one, so that isolation is tested";
        auto const readable = catalogue("select has_any_column_privilege('monozu_app', '" + table + "', 'select')");
        if (readable[0][0] != "t") continue;
        auto const foreign = " from " + table + " where tenant_id = '" + cloud.birch().id + "'";
        EXPECT_EQ(query(app, "select count(tenant_id)" + foreign)[0][0], "0") << table << " is readable without a tenant";
        // One statement sets the tenant for the session before the other is planned.
        auto const as_alder = as_tenant(app, cloud.alder().id, "select count(tenant_id)" + foreign);
        EXPECT_EQ(as_alder, "0") << table << " shows another tenant's rows";
        EXPECT_NE(as_tenant(app, cloud.birch().id, "select count(tenant_id)" + foreign), "0") << table << " hides a tenant's own rows";
    }
}

TEST(tables, the_application_cannot_bypass_or_own_anything)
{
    for (auto const& row :
         catalogue("select rolname, rolsuper, rolbypassrls from pg_roles where rolname in ('monozu_app', 'monozu_jobs')")) {
        EXPECT_EQ(row[1], "f") << row[0];
        EXPECT_EQ(row[2], "f") << row[0];
    }
    EXPECT_TRUE(catalogue("select relname from pg_class c join pg_roles r on r.oid = c.relowner "
                          "where r.rolname in ('monozu_app', 'monozu_jobs', 'monozu_ingest') and c.relkind in ('r', 'p')")
                    .empty());
}

TEST(tables, the_audit_log_is_append_only_for_the_application)
{
    auto const rows = catalogue(
        "select has_table_privilege('monozu_app', 'audit.entries', 'update'), "
        "has_table_privilege('monozu_app', 'audit.entries', 'delete'), has_table_privilege('monozu_app', 'audit.entries', 'truncate')");
    EXPECT_EQ(rows[0], (std::vector<std::string>{"f", "f", "f"}));
    for (std::string const role : {"monozu_app", "monozu_jobs"}) {
        for (std::string const right : {"update", "delete", "truncate"}) {
            auto const may = catalogue("select has_table_privilege('" + role + "', 'audit.links', '" + right + "')");
            EXPECT_EQ(may[0][0], "f") << role << " may " << right << " the links of the chain";
        }
    }
}

}  // namespace
}  // namespace mz::backend::tests
