#include "fixture.hpp"

#include "core/crypto.hpp"
#include "pg/decode.hpp"

#include <fmt/format.h>

#include <thread>

namespace mz::backend {
std::span<pg::Migration const> migrations();
}

namespace mz::ingest {

Ingestor::Ingestor(std::function<void(Settings&)> const& change)
    : database_(backend::migrations()), superuser_(database_.connect_superuser())
{
    Settings settings;
    settings.http_port = 0;
    settings.ingest_database_url.value = database_.url("monozu_ingest");
    if (change) change(settings);
    check(settings);
    shared_ = std::make_unique<Shared>(settings);
    server_ = std::make_unique<net::Server>(settings, handlers(*shared_));
    server_->start();
    bool const has_database = settings.ingest_database_url->reveal() == database_.url("monozu_ingest").reveal();
    if (has_database) eventually([this] { return get("/readyz").status == 200; });
}

Ingestor::~Ingestor() { server_->stop(); }

Appliance Ingestor::register_appliance() { return register_appliance(Uuid::v7()); }

Appliance Ingestor::register_appliance(Uuid const& tenant_id)
{
    Appliance out{tenant_id, Uuid::v7(), "mzd_" + random_token()};
    auto const tenant = tenant_id.to_string();
    auto const device = out.device_id.to_string();
    auto const provisioning = Uuid::v7().to_string();
    superuser_.run(
        "insert into licence.tenants (id, name, status, revision, created_at, updated_at) values ($1, 'Tenant', 'active', 1, now(), now()) "
        "on conflict do nothing",
        {tenant});
    superuser_.run(
        "insert into licence.tenant_licenses (tenant_id, plan, limits, valid_from, valid_until, applied_at) "
        "values ($1, 'test', '{}', now() - interval '1 day', now() + interval '1 day', now()) on conflict do nothing",
        {tenant});
    superuser_.run(
        "insert into devices.provisioning_keys (tenant_id, id, name, prefix, key_hash, created_at) values ($1, $2, 'key', 'mzp_', "
        "sha256($3), now())",
        {tenant, provisioning, provisioning});
    superuser_.run(
        "insert into devices.devices (tenant_id, id, name, machine_id, agent_version, registered_at) values ($1, $2, 'box', $3, '1', "
        "now())",
        {tenant, device, device});
    superuser_.run(
        "insert into devices.device_keys (tenant_id, id, device_id, provisioning_key_id, key_hash, created_at) "
        "values ($1, $2, $3, $4, sha256($5), now())",
        {tenant, Uuid::v7().to_string(), device, provisioning, out.key});
    return out;
}

testing::Answer Ingestor::post(std::string body, Headers headers)
{
    headers.try_emplace("Content-Type", "application/json");
    return testing::exchange(server_->port(), {"POST", "/v1/ingest", std::move(body), std::move(headers)});
}

testing::Answer Ingestor::post(Appliance const& from, std::string body, Headers more)
{
    more["X-Device-Key"] = from.key;
    return post(std::move(body), std::move(more));
}

testing::Answer Ingestor::get(std::string path) { return testing::exchange(server_->port(), {"GET", std::move(path), "", {}}); }

long Ingestor::count(std::string const& query) { return pg::decode_all<long>(superuser_.run(query), "count").at(0); }

std::string event(std::string const& kind, std::string const& data)
{
    return fmt::format(R"({{"kind":"{}","ts":"{}","data":{}}})", kind, now().to_string(), data);
}

std::string batch(std::size_t events)
{
    std::string out = "[";
    for (std::size_t i = 0; i < events; ++i) out += (i == 0 ? "" : ",") + event("log", fmt::format(R"({{"message":"line {}"}})", i));
    return out + "]";
}

bool eventually(std::function<bool()> const& holds, std::chrono::milliseconds patience)
{
    auto const deadline = std::chrono::steady_clock::now() + patience;
    while (!holds()) {
        if (std::chrono::steady_clock::now() > deadline) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return true;
}

}  // namespace mz::ingest
