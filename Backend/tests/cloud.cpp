#include "cloud.hpp"

#include "app/migrations.hpp"
#include "core/crypto.hpp"
#include "core/log.hpp"
#include "pg/decode.hpp"
#include "web/webhook_signature.hpp"

#include <gtest/gtest.h>

#include <boost/json/serialize.hpp>

#include <chrono>
#include <filesystem>
#include <thread>
#include <tuple>

namespace mz::backend::tests {
namespace {

namespace bj = boost::json;

constexpr auto telemetry_sample =
    R"({"cpu_percent":12.5,"cores":2,"load":[0.1,0.2,0.3],"memory":{"total_bytes":1000,"available_bytes":400},)"
    R"("swap":{"total_bytes":0,"used_bytes":0},"disks":[{"mount":"/","device":"/dev/vda","total_bytes":100,"used_bytes":40}],)"
    R"("network":[{"name":"eth0","rx_bytes_per_second":1,"tx_bytes_per_second":2}],"uptime_seconds":60})";
// What an appliance tells of its machine, and of a network that it was let look at: one look that is whole, and one that is not yet.
constexpr auto machine_sample =
    R"({"type":"inventory","section":"services","digest":"v","full":true,"items":[{"name":"ssh.service","state":"active"}]})";
constexpr auto software_sample =
    R"({"type":"inventory","section":"software","digest":"p","full":true,"items":[{"manager":"dpkg","name":"bash","version":"5.2"}]})";
constexpr auto scan_sample =
    R"({"type":"network_scan","network":"192.168.1.0/24","method":"hosts","started_at":"2026-01-01T00:00:00Z",)"
    R"("ended_at":"2026-01-01T00:01:00Z","complete":true,"part":1,"parts":1,"hosts":[{"address":"192.168.1.9","mac":"aa:bb:cc:dd:ee:09"}]})";
constexpr auto scan_part_sample =
    R"({"type":"network_scan","network":"192.168.1.0/24","method":"hosts","started_at":"2026-01-02T00:00:00Z",)"
    R"("ended_at":"2026-01-02T00:01:00Z","complete":true,"part":1,"parts":2,"hosts":[]})";
constexpr auto pass_phrase = "correct horse battery staple";

Settings settings_for(testing::Database const& database, std::string const& hmac_secret)
{
    Settings settings;
    settings.http_port = 0;
    // All of the tests' people come from one address, and each is somebody who never rests.
    settings.rate_limit_address_per_minute = settings.rate_limit_user_per_minute = settings.rate_limit_tenant_per_minute = 1000000;
    settings.rate_limit_device_per_minute = settings.rate_limit_websocket_per_minute = 1000000;
    settings.web::AppSettings::public_url = "https://cloud.example";  // as if behind a proxy that speaks TLS
    settings.cloud_database_url.value = database.url("monozu_app");
    settings.cloud_jobs_database_url.value = database.url("monozu_jobs");
    settings.cloud_jwt_secret.value = Secret<std::string>(random_token());
    settings.cloud_data_key.value = Secret<std::string>(random_token());
    settings.cloud_internal_api_token = Secret<std::string>(random_token());
    settings.cloud_webhook_hmac_secret = Secret<std::string>(hmac_secret);
    settings.management_api_url = "http://127.0.0.1:9";  // nobody listens there: tenants arrive by push alone
    settings.mail_directory = std::filesystem::temp_directory_path() / database.name();
    return settings;
}

std::string const& hmac_secret()
{
    static std::string const secret = web::WebhookKeys::generate();
    return secret;
}

std::string text(bj::value const& value, char const* member) { return std::string(value.at(member).as_string()); }

}  // namespace

Cloud& Cloud::shared()
{
    static Cloud cloud;
    return cloud;
}

Cloud::Cloud() : database_(std::make_unique<testing::Database>(migrations()))
{
    log::start("backend-test", log::Level::warn);
    application_ = std::make_unique<Application>(settings_for(*database_, hmac_secret()));
    application_->start();
    alder_ = make_tenant("Alder");
    birch_ = make_tenant("Birch");
}

std::int64_t Cloud::audit_rows_of(Tenant const& tenant) const
{
    auto connection = database_->connect_superuser();
    auto const result = connection.run("select count(*) from audit.entries where tenant_id = $1::uuid", {tenant.id});
    return pg::decode_all<std::int64_t>(result, "audit rows").front();
}

bj::value Cloud::expect(int status, testing::Answer const& answer) const
{
    EXPECT_EQ(answer.status, status) << answer.body;
    return answer.json();
}

testing::Answer Cloud::push(std::string const& document) const
{
    net::Headers headers;
    web::WebhookKeys(Secret<std::string>(hmac_secret())).sign(headers, Uuid::v7().to_string(), document);
    testing::Exchange exchange{"POST", "/internal/license/refresh", document, {{"Content-Type", "application/json"}}};
    for (auto const& [name, value] : headers) exchange.headers[name] = value;
    return testing::exchange(port(), exchange);
}

Tenant Cloud::make_tenant(std::string name)
{
    Tenant tenant;
    tenant.id = Uuid::v7().to_string();
    tenant.name = name;
    auto const owner = "owner@" + lower_ascii(name) + ".example";
    // Of the form that scoped tokens have: the tenant, a dot, and what nobody guesses.
    auto const parsed = *Uuid::parse(tenant.id);
    auto const token = base64url({reinterpret_cast<char const*>(parsed.bytes.data()), parsed.bytes.size()}) + "." + random_token();
    bj::object const document{
        {"tenant", {{"id", tenant.id}, {"name", name}, {"status", "active"}}},
        {"revision", 1},
        {"owner", {{"email", owner}, {"setup_token_hash", hex(sha256(token))}, {"setup_expires_at", "2099-01-01T00:00:00Z"}}},
        {"license",
         {{"plan", "test"},
          {"features", {"cmdb", "itsm", "security", "vpn", "backup"}},
          {"limits", bj::object{}},
          {"valid_from", "2020-01-01T00:00:00Z"},
          {"valid_until", "2099-01-01T00:00:00Z"}}}};
    auto const pushed = push(bj::serialize(document));
    EXPECT_TRUE(pushed.status == 200 || pushed.status == 204) << pushed.body;
    expect(204, call("POST", "/api/v1/auth/setup", {}, bj::serialize(bj::object{{"token", token}, {"password", pass_phrase}})));
    make_people(tenant, owner);
    make_resources(tenant);
    return tenant;
}

std::string Cloud::sign_in(std::string const& email, std::string const& tenant) const
{
    bj::object const body{{"email", email}, {"password", pass_phrase}, {"tenant_id", tenant}};
    return text(expect(200, call("POST", "/api/v1/auth/login", {}, bj::serialize(body))), "access_token");
}

void Cloud::make_people(Tenant& tenant, std::string const& owner_email)
{
    auto const owner = sign_in(owner_email, tenant.id);
    for (std::string const role : roles) {
        auto email = owner_email;
        if (role != "owner") {
            email = role + "@" + lower_ascii(tenant.name) + ".example";
            bj::object const user{{"email", email}, {"display_name", tenant.name + " " + role}, {"role", role}};
            auto const created = expect(201, call("POST", "/api/v1/users", owner, bj::serialize(user)));
            bj::object const setup{{"token", created.at("setup_token")}, {"password", pass_phrase}};
            expect(204, call("POST", "/api/v1/auth/setup", {}, bj::serialize(setup)));
        }
        tenant.token[role] = sign_in(email, tenant.id);
        tenant.person[role] = text(expect(200, call("GET", "/api/v1/me", tenant.token[role])), "id");
    }
    tenant.resources["/api/v1/users/{id}"] = tenant.person["auditor"];
    auto const sessions = expect(200, call("GET", "/api/v1/me/sessions", tenant.token["owner"]));
    tenant.resources["/api/v1/me/sessions/{id}"] = text(sessions.at("items").at(0), "id");
    make_rights(tenant, owner);
}

// Somebody with a role of the tenant's own, and a program with a key: both reach what is said here and nothing else.
void Cloud::make_rights(Tenant& tenant, std::string const& owner)
{
    auto create = [&](std::string const& path, bj::object const& body) {
        return expect(201, call("POST", path, owner, bj::serialize(body)));
    };
    bj::array const permissions{"incidents:read", "incidents:write", "alerts:read", "api-keys:read", "roles:read", "vpn:read"};
    auto const role = create("/api/v1/roles", {{"name", tenant.name + " night shift"}, {"permissions", permissions}});
    auto const email = "custom@" + lower_ascii(tenant.name) + ".example";
    auto const person =
        create("/api/v1/users", {{"email", email}, {"display_name", email}, {"role", "custom"}, {"role_id", role.at("id")}});
    bj::object const setup{{"token", person.at("setup_token")}, {"password", pass_phrase}};
    expect(204, call("POST", "/api/v1/auth/setup", {}, bj::serialize(setup)));
    tenant.token["custom"] = sign_in(email, tenant.id);

    auto const account = create("/api/v1/service-accounts", {{"name", tenant.name + " exporter"}, {"role", "admin"}});
    bj::array const scopes{"alerts:read", "alerts:write", "commands:write", "devices:read", "incidents:write", "users:read"};
    auto const key = create("/api/v1/api-keys", {{"service_account_id", account.at("id")},
                                                 {"name", tenant.name + " key"},
                                                 {"scopes", scopes},
                                                 {"expires_at", (now() + std::chrono::days(30)).to_string()}});
    tenant.token["service"] = text(key, "key");
    for (auto const& scope : scopes) tenant.scopes.emplace(scope.as_string());
    tenant.resources["/api/v1/roles/{id}"] = text(role, "id");
    tenant.resources["/api/v1/service-accounts/{id}"] = text(account, "id");
    tenant.resources["/api/v1/api-keys/{id}"] = text(key, "id");
}

// What the Ingestor writes for one batch, as its role; then waits until the job has turned it into telemetry and a log line.
void Cloud::upload(Tenant const& tenant, std::string const& device) const
{
    auto const batch = Uuid::v7().to_string();
    auto const at = now().to_string();
    auto ingest = database_->connect("monozu_ingest");
    ingest.begin();
    ingest.run(
        "insert into ingest.idempotency_keys (tenant_id, device_id, key, batch_id, fingerprint, received_at) values ($1, $2, 'k', $3, '', "
        "$4)",
        {tenant.id, device, batch, at});
    ingest.run("insert into ingest.ingest_batches (id, tenant_id, device_id, event_count, received_at) values ($1, $2, $3, 6, $4)",
               {batch, tenant.id, device, at});
    for (auto const& [number, kind, data] :
         {std::tuple{"0", "telemetry", telemetry_sample}, std::tuple{"1", "log", R"({"source":"syslog","message":"started"})"},
          std::tuple{"2", "discovery", machine_sample}, std::tuple{"3", "discovery", software_sample},
          std::tuple{"4", "discovery", scan_sample}, std::tuple{"5", "discovery", scan_part_sample}}) {
        ingest.run(
            "insert into ingest.ingest_events (tenant_id, batch_id, seq, device_id, ts, received_at, kind, data) "
            "values ($1, $2, $3, $4, $5, $5, $6, $7)",
            {tenant.id, batch, number, device, at, kind, data});
    }
    ingest.run("select pg_notify('ingest', '')");
    ingest.commit();
    auto superuser = database_->connect_superuser();
    for (int tries = 0; tries < 200; ++tries) {
        auto const left = superuser.run("select count(*) from ingest.ingest_batches where id = $1::uuid", {batch});
        if (pg::decode_all<std::int64_t>(left, "batches left").front() == 0) return;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    ADD_FAILURE() << "the batch was not processed";
}

// A letter that could not be sent.
std::string Cloud::write_letter(Tenant const& tenant) const
{
    auto const id = Uuid::v7().to_string();
    database_->connect_superuser().run(
        "insert into mail.outbox (tenant_id, id, kind, language, recipient, content, state, queued_at, created_at) "
        "values ($1, $2, 'new_sign_in', 'en', '', '', 'failed', $3, $3)",
        {tenant.id, id, now().to_string()});
    return id;
}

// Until the job has sealed the tenant's audit log and verified it once.
void Cloud::wait_for_chain(std::string const& token) const
{
    for (int tries = 0; tries < 600; ++tries) {
        auto const chain = expect(200, call("GET", "/api/v1/audit/verification", token));
        if (text(chain, "state") == "intact" && chain.at("sealed").to_number<int>() > 0) return;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    ADD_FAILURE() << "the audit chain was not sealed and verified";
}

// A passkey of the auditor's, who has signed in before it was there.
std::string Cloud::add_passkey(Tenant const& tenant) const
{
    auto const id = Uuid::v7().to_string();
    database_->connect_superuser().run(
        "insert into identity.passkeys (person_id, id, credential_id, public_key, algorithm, sign_count, backed_up, name, created_at) "
        "values ($1, $2, sha256($3::bytea), '', 'es256', 0, false, 'Key', $4)",
        {tenant.person.at("auditor"), id, id, now().to_string()});
    return id;
}

// Somebody and a group whom the tenant's directory has brought, a role for the group, and somebody whom it brought in vain.
void Cloud::make_directory(Tenant& tenant) const
{
    auto const& owner = tenant.token["owner"];
    auto const user_of = [&](std::string const& name) {
        auto const address = name + "@" + lower_ascii(tenant.name) + ".example";
        return bj::serialize(bj::object{{"userName", address}, {"displayName", tenant.name + " " + name}});
    };
    auto const user = user_of("directory");
    auto const id = text(expect(201, call("POST", "/scim/v2/Users", owner, user)), "id");
    auto const released = text(expect(201, call("POST", "/scim/v2/Users", owner, user_of("released"))), "id");
    expect(409, call("POST", "/scim/v2/Users", owner, user));
    bj::array const members{bj::object{{"value", id}}};
    bj::object const operators{{"displayName", tenant.name + " operators"}, {"members", members}};
    auto const group = text(expect(201, call("POST", "/scim/v2/Groups", owner, bj::serialize(operators))), "id");
    bj::array const mapped{bj::object{{"id", group}, {"role", "agent"}}};
    bj::object const mapping{{"default_role", "auditor"}, {"groups", mapped}};
    expect(200, call("PUT", "/api/v1/scim/mapping", owner, bj::serialize(mapping)));
    tenant.resources["/scim/v2/Users/{id}"] = id;
    tenant.resources["/scim/v2/Groups/{id}"] = group;
    tenant.resources["/api/v1/scim/users/{id}"] = released;
}

// A connection that nobody has tested yet, whose provider is never asked because of its port, with what somebody who signs in by it
// leaves behind.
void Cloud::make_sign_on(Tenant& tenant)
{
    bj::object const body{{"kind", "oidc"},          {"name", tenant.name + " ID"},
                          {"client_id", "client"},   {"issuer", "https://login." + lower_ascii(tenant.name) + ".example:9"},
                          {"client_secret", "word"}, {"domains", bj::array{lower_ascii(tenant.name) + ".example"}}};
    auto const& owner = tenant.token["owner"];
    auto const id = text(expect(201, call("POST", "/api/v1/sso/connections", owner, bj::serialize(body))), "id");
    auto const path = "/api/v1/sso/connections/" + id;
    bj::array const mappings{bj::object{{"claim", "roles"}, {"value", "Auditors"}, {"role", "auditor"}}};
    expect(200, call("PATCH", path, owner, bj::serialize(bj::object{{"mappings", mappings}})));
    auto superuser = database_->connect_superuser();
    auto const at = now().to_string();
    superuser.run(
        "insert into sso.identities (tenant_id, connection_id, issuer, subject, person_id, username, created_at, last_used_at) "
        "values ($1, $2, 'https://login.example', 'subject', $3, 'auditor', $4, $4)",
        {tenant.id, id, tenant.person.at("auditor"), at});
    superuser.run(
        "insert into sso.attempts (tenant_id, browser_hash, state_hash, connection_id, purpose, settings, sealed, created_at, "
        "expires_at) "
        "values ($1, sha256($2::text::bytea), sha256('state'), $2::uuid, 'sign_in', 1, '', $3, '2099-01-01')",
        {tenant.id, id, at});
    tenant.resources["/api/v1/sso/connections/{id}"] = id;
}

// A part of each kind that a tenant adds to the model of its CMDB.
void Cloud::make_model(Tenant& tenant)
{
    auto const& owner = tenant.token["owner"];
    auto const prefix = lower_ascii(tenant.name);
    auto create = [&](std::string const& path, std::string const& key, bj::object body) {
        body["key"] = key;
        body["name"] = tenant.name + " word";
        expect(201, call("POST", "/api/v1/" + path, owner, bj::serialize(body)));
        tenant.resources["/api/v1/" + path + "/{key}"] = key;
    };
    create("ci-classes", prefix + "_desk", {{"parent_key", "ci"}});
    create("ci-classes", prefix + "_kiosk", {{"parent_key", "workstation"}});
    create("ci-attributes", prefix + "_stand", {{"class_key", "computer"}, {"type", "text"}});
    create("relation-types", prefix + "_cools", {{"reverse_name", "is cooled"}, {"impact", "none"}});
    bj::object const rules{{"precedence", bj::object{{"name", bj::array{"import", "manual"}}}}};
    expect(200, call("PUT", "/api/v1/ci-rules/" + prefix + "_desk", owner, bj::serialize(rules)));
    tenant.resources["/api/v1/ci-rules/{class_key}"] = prefix + "_desk";
}

// Two machines that a program saw, with one name between them and different serial numbers, and what a person says of one of them.
void Cloud::make_cmdb(Tenant& tenant) const
{
    auto const& owner = tenant.token["owner"];
    bj::array observations;
    for (auto const* serial : {"1", "2"}) {
        bj::object const values{{"serial_number", tenant.name + serial}, {"fqdn", "db." + lower_ascii(tenant.name) + ".example"}};
        observations.push_back(bj::object{{"key", serial}, {"class_key", "server"}, {"attributes", values}});
    }
    auto const body = bj::serialize(bj::object{{"observations", observations}});
    auto const seen = expect(200, call("POST", "/api/v1/ci-observations", owner, body));
    auto const id = text(seen.at("items").at(0), "ci_id");
    bj::object const words{{"attributes", bj::object{{"description", tenant.name + " database"}}}};
    expect(200, call("PATCH", "/api/v1/cis/" + id, owner, bj::serialize(words)));
    auto const sources = expect(200, call("GET", "/api/v1/ci-sources", owner));
    tenant.resources["/api/v1/cis/{id}"] = id;
    tenant.resources["/api/v1/ci-sources/{id}"] = text(sources.at("items").at(0), "id");
}

// What a person wrote down about two CIs: one depends on the other.
void Cloud::make_relations(Tenant& tenant) const
{
    auto const& owner = tenant.token["owner"];
    auto const ci = [&](char const* name) {
        bj::object const body{{"class_key", "application"}, {"name", tenant.name + " " + name}};
        return expect(201, call("POST", "/api/v1/cis", owner, bj::serialize(body))).at("id");
    };
    bj::object const body{{"type_key", "depends_on"}, {"from_id", ci("shop")}, {"to_id", ci("mail")}};
    auto const relation = expect(201, call("POST", "/api/v1/relations", owner, bj::serialize(body)));
    tenant.resources["/api/v1/relations/{id}"] = text(relation, "id");
}

// A file with one row that was checked and not imported.
void Cloud::make_import(Tenant& tenant) const
{
    auto const& owner = tenant.token["owner"];
    auto const begun = bj::serialize(bj::object{{"name", "machines.csv"}, {"format", "csv"}});
    auto const id = text(expect(201, call("POST", "/api/v1/ci-imports", owner, begun)), "id");
    auto const path = "/api/v1/ci-imports/" + id;
    testing::Exchange part{"POST", path + "/parts?part=0", "name,serial\n" + tenant.name + " printer," + tenant.name + "-9\n", {}};
    part.headers = {{"Authorization", "Bearer " + owner}, {"Content-Type", "text/csv"}};
    expect(200, testing::exchange(port(), part));
    expect(200, call("POST", path + "/end", owner));
    bj::object const mapping{{"name", "name"}, {"serial", "serial_number"}};
    expect(200, call("POST", path + "/check", owner, bj::serialize(bj::object{{"class_key", "printer"}, {"mapping", mapping}})));
    for (int tries = 0; tries < 200; ++tries) {
        if (text(expect(200, call("GET", path, owner)), "state") == "checked") {
            tenant.resources["/api/v1/ci-imports/{id}"] = id;
            return;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    ADD_FAILURE() << "the import was not checked";
}

void Cloud::make_resources(Tenant& tenant)
{
    auto const& owner = tenant.token["owner"];
    auto create = [&](std::string const& path, bj::object const& body) {
        return expect(201, call("POST", path, owner, bj::serialize(body)));
    };
    auto const incident = create("/api/v1/incidents", {{"title", tenant.name + " mail is down"}, {"impact", "high"}, {"urgency", "high"}});
    auto const key = create("/api/v1/provisioning-keys", {{"name", tenant.name + " key"}});
    tenant.provisioning_key = text(key, "key");

    testing::Exchange registration{"POST", "/api/v1/devices/register", {}, {{"Content-Type", "application/json"}}};
    registration.headers["X-Provisioning-Key"] = tenant.provisioning_key;
    registration.body =
        bj::serialize(bj::object{{"name", tenant.name + " gate"}, {"machine_id", "machine-" + tenant.name}, {"version", "1.0"}});
    auto const device = expect(201, testing::exchange(port(), registration));
    tenant.device_key = text(device, "device_key");

    auto const device_path = "/api/v1/devices/" + text(device, "device_id");
    auto const command = create(device_path + "/commands", {{"command", "collect_now"}});
    auto const webhook = create("/api/v1/alert-webhooks", {{"name", tenant.name + " monitoring"}});
    auto const webhook_path = "/api/v1/webhooks/alerts/" + text(webhook, "id");
    net::Headers signature;
    std::string const alert = R"({"severity":"high","title":")" + tenant.name + R"( door open"})";
    web::WebhookKeys(Secret<std::string>(text(webhook, "secret"))).sign(signature, "delivery-1", alert);
    testing::Exchange delivery{"POST", webhook_path, alert, {{"Content-Type", "application/json"}}};
    for (auto const& [name, value] : signature) delivery.headers[name] = value;
    auto const delivered = testing::exchange(port(), delivery);
    EXPECT_TRUE(delivered.status >= 200 && delivered.status < 300) << delivered.body;
    auto const alerts = expect(200, call("GET", "/api/v1/alerts", owner));

    testing::Exchange retried{"POST", "/api/v1/incidents", R"({"title":"once","impact":"low","urgency":"low"})", {}};
    retried.headers = {{"Content-Type", "application/json"}, {"Authorization", "Bearer " + owner}, {"Idempotency-Key", "once"}};
    expect(201, testing::exchange(port(), retried));
    auto const network = create("/api/v1/discovery-networks", {{"device_id", text(device, "device_id")}, {"network", "192.168.1.0/24"}});
    upload(tenant, text(device, "device_id"));
    tenant.resources["/api/v1/mail/{id}"] = write_letter(tenant);
    expect(200, call("PUT", "/api/v1/audit/retention", owner, R"({"days":365})"));
    wait_for_chain(owner);
    tenant.resources["/api/v1/me/passkeys/{id}"] = add_passkey(tenant);
    make_directory(tenant);
    bj::object const policy{{"second_factor", "nobody"}, {"roles", bj::array{}}};
    expect(200, call("PUT", "/api/v1/security-policy", owner, bj::serialize(policy)));

    auto const view = create("/api/v1/views", {{"list", "incidents"}, {"name", tenant.name + " open"}, {"shared", true}});
    tenant.resources["/api/v1/views/{id}"] = text(view, "id");
    make_sign_on(tenant);
    make_model(tenant);
    make_cmdb(tenant);
    make_relations(tenant);
    make_import(tenant);

    tenant.resources["/api/v1/discovery-networks/{id}"] = text(network, "id");
    tenant.resources["/api/v1/incidents/{id}"] = text(incident, "id");
    tenant.resources["/api/v1/provisioning-keys/{id}"] = text(key, "id");
    tenant.resources["/api/v1/devices/{id}"] = text(device, "device_id");
    tenant.resources["/api/v1/commands/{id}"] = text(command, "id");
    tenant.resources["/api/v1/alert-webhooks/{id}"] = text(webhook, "id");
    tenant.resources["/api/v1/webhooks/alerts/{id}"] = text(webhook, "id");
    tenant.resources["/api/v1/alerts/{id}"] = text(alerts.at("items").at(0), "id");
}

}  // namespace mz::backend::tests
