#pragma once
// For the modules' tests: a server with some routes on a database of its own, with tenants, people and devices made by hand. A bearer token
// here is "<tenant> <person> <permission> ..", so that each test says what its caller may do.
#include "core/crypto.hpp"
#include "net/server.hpp"
#include "testing/database.hpp"
#include "testing/http.hpp"
#include "web/app.hpp"

#include <gtest/gtest.h>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <chrono>
#include <functional>
#include <memory>
#include <span>
#include <sstream>
#include <string>
#include <thread>

namespace mz::backend {

std::span<pg::Migration const> migrations();

namespace test {

namespace bj = boost::json;
using testing::Answer;

class Authenticator : public web::Authenticator {
public:
    using Device = std::function<Task<web::Caller>(std::string key, web::Db& db)>;
    explicit Authenticator(Device device) : device_(std::move(device)) {}

    Task<web::Caller> user(std::string token, web::Db&) override
    {
        std::istringstream words(token);
        std::string tenant;
        std::string person;
        words >> tenant >> person;
        web::Caller caller;
        caller.kind = web::ActorKind::user;
        caller.tenant = Uuid::parse(tenant);
        caller.id = Uuid::parse(person);
        for (std::string permission; words >> permission;) caller.permissions.push_back(permission);
        co_return caller;
    }
    Task<web::Caller> device(std::string key, web::Db& db) override { co_return co_await device_(std::move(key), db); }

private:
    Device device_;
};

inline Task<web::Caller> no_device(std::string, web::Db&)
{
    throw Problem(Failure::unauthorized, "no devices here");
    co_return web::Caller();
}

class Backend {
public:
    using Services = std::function<void(net::Worker worker, web::Services& services)>;

    Backend(std::vector<web::Route> routes, Services services, Authenticator::Device device = no_device)
        : database(migrations()), superuser(database.connect_superuser()), app("Test", {}, std::move(routes), 0)
    {
        net::ServerSettings settings;
        settings.http_threads = 2;
        server = std::make_unique<net::Server>(settings, [this, services, device](net::Worker worker) {
            web::WorkerContext context;
            context.pool = std::make_shared<pg::Pool>(worker.io, database.url("monozu_app"), pg::PoolSettings{});
            context.authenticator = std::make_shared<Authenticator>(device);
            services(worker, context.services);
            return app.handler(worker, std::move(context));
        });
        server->start();
    }
    ~Backend() { server->stop(); }

    Uuid make_tenant(std::string const& status = "active")
    {
        auto const id = Uuid::v7();
        superuser.run(
            "insert into licence.tenants (id, name, status, revision, created_at, updated_at) values ($1, 'Tenant', $2, 1, now(), now())",
            {id.to_string(), status});
        superuser.run(
            "insert into licence.tenant_licenses (tenant_id, plan, limits, valid_from, valid_until, applied_at) "
            "values ($1, 'test', '{}', now() - interval '1 day', now() + interval '1 day', now())",
            {id.to_string()});
        return id;
    }
    // Sets a limit of the tenant's licence, such as "devices".
    void limit(Uuid const& tenant, std::string const& what, int places)
    {
        superuser.run("update licence.tenant_licenses set limits = json_build_object($2::text, $3::integer) where tenant_id = $1",
                      {tenant.to_string(), what, std::to_string(places)});
    }
    void expire_licence(Uuid const& tenant)
    {
        superuser.run("update licence.tenant_licenses set valid_until = now() where tenant_id = $1", {tenant.to_string()});
    }
    Uuid make_person(Uuid const& tenant, std::string const& name, bool active = true)
    {
        auto const id = Uuid::v7();
        superuser.run("insert into identity.persons (id, email, tenants, created_at) values ($1, $3, array[$2::uuid], now())",
                      {id.to_string(), tenant.to_string(), id.to_string() + "@example.org"});
        superuser.run(
            "insert into identity.memberships (tenant_id, person_id, role, display_name, active, created_at) "
            "values ($1, $2, 'agent', $3, $4, now())",
            {tenant.to_string(), id.to_string(), name, active ? "t" : "f"});
        return id;
    }
    Uuid make_device(Uuid const& tenant, std::string const& name)
    {
        auto const id = Uuid::v7();
        superuser.run(
            "insert into devices.devices (tenant_id, id, name, machine_id, agent_version, registered_at) "
            "values ($1, $2, $3, $4, '1.0', now())",
            {tenant.to_string(), id.to_string(), name, id.to_string()});
        return id;
    }

    static std::string token(Uuid const& tenant, Uuid const& person, std::string const& permissions)
    {
        return tenant.to_string() + " " + person.to_string() + " " + permissions;
    }

    Answer get(std::string path, std::string by) const { return testing::call(server->port(), "GET", std::move(path), std::move(by)); }
    Answer post(std::string path, std::string by, bj::value const& body = bj::object()) const
    {
        return testing::call(server->port(), "POST", std::move(path), std::move(by), bj::serialize(body));
    }
    Answer send(std::string method, std::string path, bj::value const& body, std::map<std::string, std::string> headers) const
    {
        headers.emplace("Content-Type", "application/json");
        return testing::exchange(server->port(), {std::move(method), std::move(path), bj::serialize(body), std::move(headers)});
    }

    // The single value of a query, as text, seen by a superuser.
    std::string value(std::string const& query) { return std::string(superuser.run("select (" + query + ")::text").value(0, 0)); }

    testing::Database database;
    pg::Blocking superuser;
    web::App app;
    std::unique_ptr<net::Server> server;
};

inline std::string text(bj::value const& json, char const* key) { return std::string(json.at(key).as_string()); }

inline void eventually(std::function<bool()> const& holds, std::chrono::seconds patience = std::chrono::seconds(10))
{
    auto const until = std::chrono::steady_clock::now() + patience;
    while (!holds()) {
        ASSERT_LT(std::chrono::steady_clock::now(), until) << "it never came true";
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
}

}  // namespace test
}  // namespace mz::backend
