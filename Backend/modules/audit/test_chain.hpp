#pragma once
// For tests: a database with chains that are written, sealed and verified by hand.
#include "audit_chain/sealer.hpp"
#include "audit_chain/store.hpp"
#include "audit_chain/verifier.hpp"
#include "core/crypto.hpp"
#include "testing/database.hpp"
#include "web/audit.hpp"

#include <gtest/gtest.h>

#include <span>
#include <string>

namespace mz::backend {
std::span<pg::Migration const> migrations();
}

namespace mz::audit::test {

using namespace audit_chain;

class Chains {
public:
    Chains() : database(backend::migrations()), superuser(database.connect_superuser()), jobs(database.connect("monozu_jobs")) {}

    Uuid make_tenant()
    {
        auto const id = Uuid::v7();
        superuser.run(
            "insert into licence.tenants (id, name, status, revision, created_at, updated_at) values ($1, 'Tenant', 'active', 1, now(), "
            "now())",
            {id.to_string()});
        return id;
    }

    // As a request writes it.
    static web::AuditEntry entry_of(Uuid tenant, std::string operation = "incident_update")
    {
        web::AuditEntry entry;
        entry.actor_kind = web::ActorKind::user;
        entry.tenant = tenant;
        entry.actor = Uuid::v7();
        entry.target = Uuid::v7();
        entry.operation = std::move(operation);
        entry.request_id = Uuid::v7().to_string();
        entry.remote_address = "192.0.2.7";
        entry.changes = R"({"before": {"title": "a"}, "after": {"title": "b"}})";
        return entry;
    }
    void write(Uuid tenant, int rows)
    {
        auto app = database.connect("monozu_app");
        Tenanted transaction(app, tenant);
        for (int i = 0; i < rows; ++i) {
            auto const statement = web::audit_statement(entry_of(tenant));
            app.run(std::string(statement.text), statement.params);
        }
        transaction.commit();
    }
    void seal(Uuid tenant)
    {
        while (sealer.seal(jobs, tenant) > 0) continue;
    }
    // A sealed chain of a tenant of its own.
    Uuid make_chain(int rows = 20)
    {
        auto const tenant = make_tenant();
        write(tenant, rows);
        seal(tenant);
        return tenant;
    }

    // As a superuser; $1 is the tenant.
    void tamper(Uuid tenant, std::string const& sql) { superuser.run(sql, {tenant.to_string()}); }

    Report verify(Uuid tenant) { return audit_chain::verify(jobs, keys, tenant, how); }
    // What the pass of the job in small pages finds; the same, or the test fails.
    Report verify_in_slices(Uuid tenant)
    {
        while (true) {
            if (auto const report = verify_next(jobs, keys, tenant, how)) return *report;
        }
    }
    std::string fault(Uuid tenant)
    {
        auto const whole = verify(tenant);
        auto const sliced = verify_in_slices(tenant);
        auto const word = [](Report const& report) {
            return report.finding ? std::string(boost::describe::enum_to_string(report.finding->fault, "")) : std::string("none");
        };
        EXPECT_EQ(word(whole), word(sliced)) << "the two ways to verify disagree";
        EXPECT_EQ(whole.checked, sliced.checked);
        return word(whole);
    }

    testing::Database database;
    pg::Blocking superuser;
    pg::Blocking jobs;
    KeyRing const keys{{Secret<std::string>(std::string(32, 'k'))}};
    Sealer sealer{keys, 7};
    VerifySettings how{std::chrono::seconds(60), 8};
};

}  // namespace mz::audit::test
