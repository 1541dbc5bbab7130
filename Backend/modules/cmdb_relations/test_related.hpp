#pragma once
#include "cmdb_relations.hpp"
#include "test_backend.hpp"
#include "testing/run_task.hpp"

#include <memory>
#include <string>
#include <vector>

namespace mz::cmdb_relations::test {

using backend::test::Answer;
using backend::test::text;
namespace bj = boost::json;

// A tenant with CIs that people wrote down, as the CMDB would have made them: each is a record of the manual source.
class Related : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        cloud = std::make_unique<backend::test::Backend>(routes(), [](net::Worker, web::Services& services) {
            auto settings = std::make_shared<RelationSettings>();
            settings->cmdb_graph_most = 12;
            settings->cmdb_impact_most = 20;
            services.add(std::move(settings));
        });
    }
    static void TearDownTestSuite() { cloud.reset(); }

    void SetUp() override
    {
        tenant = cloud->make_tenant();
        by = cloud->token(tenant, cloud->make_person(tenant, "Ann"), "cis:read cis:write");
        people = make_source(tenant, "manual", "people");
    }

    static Uuid make_source(Uuid const& of, std::string const& kind, std::string const& key)
    {
        auto const id = Uuid::v7();
        cloud->superuser.run(
            "insert into cmdb.sources (tenant_id, id, kind, key, name, created_at, seen_at) values ($1, $2, $3, $4, $4, now(), now())",
            {of.to_string(), id.to_string(), kind, key});
        return id;
    }

    // What a source calls `key`; a record of a CI that is there.
    static Uuid make_record(Uuid const& of, Uuid const& source, Uuid const& ci, std::string const& key, Uuid id = Uuid::v7())
    {
        cloud->superuser.run(
            "insert into cmdb.records (tenant_id, id, source_id, key, ci_id, class_key, class_seen_at, first_seen_at, seen_at) "
            "select tenant_id, $2, $3, $5, id, class_key, now(), now(), now() from cmdb.cis where tenant_id = $1 and id = $4",
            {of.to_string(), id.to_string(), source.to_string(), ci.to_string(), key});
        return id;
    }

    static Uuid make_ci_in(Uuid const& of, Uuid const& source, std::string const& name, std::string const& class_key)
    {
        auto const id = Uuid::v7();
        cloud->superuser.run(
            "insert into cmdb.cis (tenant_id, id, class_key, name, status, seen_at, created_at, updated_at) "
            "values ($1, $2, $3, $4, 'in_use', now(), now(), now())",
            {of.to_string(), id.to_string(), class_key, name});
        cloud->superuser.run(
            "insert into cmdb.ci_history (tenant_id, ci_id, version, valid_from, class_key, name, status, live, attributes, changes, "
            "cause) "
            "values ($1, $2, 1, now() - interval '1 day', $3, $4, 'in_use', true, '{}', '{}', 'created')",
            {of.to_string(), id.to_string(), class_key, name});
        make_record(of, source, id, id.to_string(), id);
        return id;
    }
    Uuid make_ci(std::string const& name, std::string const& class_key = "server") { return make_ci_in(tenant, people, name, class_key); }

    Answer relate(std::string const& type, Uuid const& from, Uuid const& to)
    {
        return cloud->post("/api/v1/relations", by,
                           bj::object{{"type_key", type}, {"from_id", from.to_string()}, {"to_id", to.to_string()}});
    }
    std::string related(std::string const& type, Uuid const& from, Uuid const& to)
    {
        auto const answer = relate(type, from, to);
        EXPECT_EQ(answer.status, 201) << answer.body;
        return text(answer.json(), "id");
    }
    int end(std::string const& relation)
    {
        return cloud->send("DELETE", "/api/v1/relations/" + relation, bj::object(), {{"Authorization", "Bearer " + by}}).status;
    }
    bj::value ask(Uuid const& ci, std::string const& what)
    {
        auto const answer = cloud->get("/api/v1/cis/" + ci.to_string() + "/" + what, by);
        EXPECT_EQ(answer.status, 200) << answer.body;
        return answer.json();
    }
    // "depends on Mail, runs Web, "
    std::string read(Uuid const& ci, std::string const& query = "")
    {
        std::string out;
        auto const list = ask(ci, "relations" + query);
        for (auto const& item : list.at("items").as_array()) out += text(item, "name") + " " + text(item.at("other"), "name") + ", ";
        return out;
    }

    // As another module does it: in a transaction of its own.
    RelationsTaken observe(Uuid const& source, Timestamp at, std::vector<ObservedRelation> seen, std::vector<Uuid> complete_for = {})
    {
        asio::io_context io;
        pg::Pool pool(io, cloud->database.url("monozu_jobs"), {});
        return testing::run_task(io, observed(pool, source, at, std::move(seen), std::move(complete_for)));
    }

    static inline std::unique_ptr<backend::test::Backend> cloud;
    Uuid tenant;
    Uuid people;
    std::string by;

private:
    Task<RelationsTaken> observed(pg::Pool& pool, Uuid source, Timestamp at, std::vector<ObservedRelation> seen,
                                  std::vector<Uuid> complete_for)
    {
        pg::Transaction tx(co_await pool.acquire(), pg::Entry{tenant, std::nullopt});
        auto taken = co_await observe_relations(tx, tenant, source, at, std::move(seen), std::move(complete_for));
        co_await tx.commit();
        co_return taken;
    }
};

}  // namespace mz::cmdb_relations::test
