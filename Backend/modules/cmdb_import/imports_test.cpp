#include "cmdb_import.hpp"
#include "test_backend.hpp"
#include "testing/run_task.hpp"
#include "worker.hpp"

#include <gtest/gtest.h>

namespace mz::cmdb_import {
namespace {

namespace bj = boost::json;
using backend::test::text;

constexpr auto rights = "cis:read cis:write";

struct Scene {
    Scene() : cloud(all_routes(), services), worker(settings(), {}), pool(io, cloud.database.url("monozu_jobs"), {}) {}

    static ImportSettings settings()
    {
        ImportSettings out;
        out.ci_import_portion = 2;
        out.ci_import_rows_most = 50;
        return out;
    }
    static std::vector<web::Route> all_routes()
    {
        auto out = routes();
        for (auto& route : cmdb::routes()) out.push_back(std::move(route));
        return out;
    }
    static void services(net::Worker, web::Services& services)
    {
        services.add(std::make_shared<ImportSettings>(settings()));
        services.add(std::make_shared<cmdb::CmdbSettings>());
    }

    bj::value call(std::string const& method, std::string const& path, bj::value const& body = {}, int status = 200)
    {
        auto const answer = cloud.send(method, path, body, {{"Authorization", "Bearer " + token}});
        EXPECT_EQ(answer.status, status) << method << " " << path << ": " << answer.body;
        return answer.body.empty() ? bj::value() : answer.json();
    }
    testing::Answer part(std::string const& id, int number, std::string const& csv, std::string const& type = "text/csv")
    {
        testing::Exchange exchange{"POST", "/api/v1/ci-imports/" + id + "/parts?part=" + std::to_string(number), csv, {}};
        exchange.headers = {{"Authorization", "Bearer " + token}, {"Content-Type", type}};
        return testing::exchange(cloud.server->port(), exchange);
    }
    // Begins an import of the file and sends it, in two parts that are cut in the middle of it.
    std::string upload(std::string const& csv)
    {
        auto const id = text(call("POST", "/api/v1/ci-imports", {{"name", "machines.csv"}, {"format", "csv"}}, 201), "id");
        EXPECT_EQ(part(id, 0, csv.substr(0, csv.size() / 2)).status, 200);
        EXPECT_EQ(part(id, 1, csv.substr(csv.size() / 2)).status, 200);
        EXPECT_EQ(text(call("POST", "/api/v1/ci-imports/" + id + "/end"), "state"), "ready");
        return id;
    }
    bj::value step(std::string const& id, std::string const& action, bj::value const& body = bj::object())
    {
        return call("POST", "/api/v1/ci-imports/" + id + "/" + action, body);
    }
    bool work() { return testing::run_task(io, worker.round(pool)); }
    bj::value work_off(std::string const& id)
    {
        while (work()) {
        }
        return call("GET", "/api/v1/ci-imports/" + id);
    }
    std::vector<std::string> outcomes(std::string const& id)
    {
        std::vector<std::string> out;
        for (auto const& row : call("GET", "/api/v1/ci-imports/" + id + "/rows?sort=number").at("items").as_array())
            out.push_back(text(row, "outcome"));
        return out;
    }
    std::string names()
    {
        return cloud.value("select coalesce(string_agg(name, ',' order by name), '') from cmdb.cis where live and tenant_id = '" +
                           tenant.to_string() + "'");
    }

    backend::test::Backend cloud;
    Uuid tenant = cloud.make_tenant();
    Uuid ann = cloud.make_person(tenant, "Ann");
    std::string token = backend::test::Backend::token(tenant, ann, rights);
    asio::io_context io{1};
    Worker worker;
    pg::Pool pool;
};

bj::value const plan{{"class_key", "server"}, {"mapping", {{"name", "name"}, {"Serial number", "serial_number"}, {"cores", "cpu_cores"}}}};
constexpr auto machines =
    "name;Serial number;cores\r\n"
    "srv-new;SN-100;4\r\n"
    "srv-known;SN-200;8\r\n"
    "srv-twin;SN-100;4\r\n"
    "srv-bad;SN-300;many\r\n"
    "srv-long;SN-400;4;5\r\n";

TEST(imports, a_file_is_checked_carried_out_and_undone)
{
    Scene scene;
    auto const known = scene.call("POST", "/api/v1/cis",
                                  {{"class_key", "server"}, {"name", "srv-known"}, {"attributes", {{"serial_number", "SN-200"}}}}, 201);
    auto const id = scene.upload(machines);
    auto const guessed = scene.call("GET", "/api/v1/ci-imports/" + id + "/suggestion?class_key=server");
    EXPECT_EQ(guessed.at("mapping").as_object().size(), 2U) << "the third column is no word of the model";
    EXPECT_FALSE(guessed.at("remembered").as_bool());

    EXPECT_EQ(text(scene.step(id, "check", plan), "state"), "checking");
    auto const checked = scene.work_off(id);
    EXPECT_EQ(text(checked, "state"), "checked");
    EXPECT_EQ(scene.outcomes(id), (std::vector<std::string>{"create", "update", "conflict", "bad", "bad"}));
    EXPECT_EQ(checked.at("creates"), 1);
    EXPECT_EQ(checked.at("updates"), 1);
    EXPECT_EQ(checked.at("conflicts"), 1);
    EXPECT_EQ(checked.at("bad"), 2);
    EXPECT_EQ(scene.names(), "srv-known") << "a check changes nothing";

    scene.step(id, "apply");
    auto const applied = scene.work_off(id);
    EXPECT_EQ(text(applied, "state"), "applied");
    EXPECT_EQ(applied.at("applied"), 2);
    EXPECT_EQ(scene.names(), "srv-known,srv-new");
    auto const path = "/api/v1/cis/" + text(known, "id");
    EXPECT_EQ(scene.call("GET", path).at("attributes").at("cpu_cores"), 8);

    scene.step(id, "undo");
    EXPECT_EQ(text(scene.work_off(id), "state"), "undone");
    EXPECT_EQ(scene.names(), "srv-known");
    EXPECT_FALSE(scene.call("GET", path).at("attributes").as_object().contains("cpu_cores"));
}

TEST(imports, the_mapping_of_the_same_columns_is_remembered)
{
    Scene scene;
    auto const first = scene.upload(machines);
    scene.step(first, "check", plan);
    auto const second = scene.upload(machines);
    auto const suggested = scene.call("GET", "/api/v1/ci-imports/" + second + "/suggestion");
    EXPECT_TRUE(suggested.at("remembered").as_bool());
    EXPECT_EQ(text(suggested, "class_key"), "server");
    EXPECT_EQ(suggested.at("mapping"), plan.at("mapping"));
}

TEST(imports, a_cancelled_one_stops_between_two_portions_and_can_be_undone)
{
    Scene scene;
    std::string file = "name,Serial number,cores\n";
    for (int i = 0; i < 10; ++i) file += "srv-" + std::to_string(i) + ",SN-" + std::to_string(i) + ",4\n";
    auto const id = scene.upload(file);
    scene.step(id, "check", plan);
    scene.work_off(id);
    scene.step(id, "apply");
    ASSERT_TRUE(scene.work());
    EXPECT_EQ(text(scene.step(id, "cancel"), "state"), "cancelled");
    auto const stopped = scene.work_off(id);
    EXPECT_EQ(text(stopped, "state"), "cancelled");
    EXPECT_EQ(stopped.at("applied"), 2);
    EXPECT_EQ(scene.names(), "srv-0,srv-1");
    scene.step(id, "undo");
    scene.work_off(id);
    EXPECT_EQ(scene.names(), "");
}

TEST(imports, parts_come_once_and_in_order)
{
    Scene scene;
    auto const id = text(scene.call("POST", "/api/v1/ci-imports", {{"name", "x.csv"}, {"format", "csv"}}, 201), "id");
    EXPECT_EQ(scene.part(id, 1, "a,b\n").status, 409);
    EXPECT_EQ(scene.part(id, 0, "a,b\n1,2\n").status, 200);
    EXPECT_EQ(scene.part(id, 0, "a,b\n1,2\n").json().at("row_count"), 1) << "sent twice, counted once";
    EXPECT_EQ(scene.part(id, 1, "{}", "application/x-ndjson").status, 415);
    EXPECT_EQ(scene.part(id, 1, "3,\"4\n").status, 200) << "the quote may be closed by the next part";
    scene.call("POST", "/api/v1/ci-imports/" + id + "/end", bj::object(), 400);
}

TEST(imports, what_is_too_much_or_out_of_turn_is_refused)
{
    Scene scene;
    auto const id = scene.upload(machines);
    scene.call("POST", "/api/v1/ci-imports/" + id + "/apply", bj::object(), 409);
    scene.call("POST", "/api/v1/ci-imports/" + id + "/undo", bj::object(), 409);
    scene.call("POST", "/api/v1/ci-imports/" + id + "/cancel", bj::object(), 409);
    scene.call("POST", "/api/v1/ci-imports/" + id + "/check", {{"class_key", "spaceship"}, {"mapping", {{"name", "name"}}}}, 400);
    scene.call("DELETE", "/api/v1/ci-imports/" + id, {}, 204);
    scene.call("GET", "/api/v1/ci-imports/" + id, {}, 404);

    auto const big = text(scene.call("POST", "/api/v1/ci-imports", {{"name", "x.csv"}, {"format", "csv"}}, 201), "id");
    std::string rows = "name\n";
    for (int i = 0; i < 51; ++i) rows += "x\n";
    EXPECT_EQ(scene.part(big, 0, rows).status, 422);
}

}  // namespace
}  // namespace mz::cmdb_import
