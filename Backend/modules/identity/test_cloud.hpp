#pragma once
// For tests: a server with the routes of identity, licence and audit on a database of its own.
#include "audit/audit.hpp"
#include "core/crypto.hpp"
#include "core/key_ring.hpp"
#include "identity/breached.hpp"
#include "identity/factors.hpp"
#include "identity/identity.hpp"
#include "identity/permissions.hpp"
#include "identity/reset_poster.hpp"
#include "identity/sign_in.hpp"
#include "json/write.hpp"
#include "licence/licence.hpp"
#include "mail/sealed.hpp"
#include "net/server.hpp"
#include "testing/database.hpp"
#include "testing/http.hpp"
#include "web/app.hpp"
#include "web/scoped_token.hpp"

#include <gtest/gtest.h>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <functional>
#include <memory>
#include <span>
#include <string>

namespace mz::backend {
std::span<pg::Migration const> migrations();
}

namespace mz::identity::test {

namespace bj = boost::json;
using testing::Answer;

inline constexpr int step_up_seconds = 600;
inline constexpr auto pass_phrase = "correct horse battery staple";

class Authenticator : public web::Authenticator {
public:
    explicit Authenticator(std::shared_ptr<SignIn> sign_in) : users_(std::move(sign_in)) {}
    Task<web::Caller> user(std::string token, web::Db& db) override { co_return co_await users_.authenticate(std::move(token), db); }
    Task<web::Caller> device(std::string, web::Db&) override { throw Problem(Failure::unauthorized, "no devices here"); }

private:
    UserAuthenticator users_;
};

struct OutboxRow {
    mail::LetterKind kind{};
    Bytes recipient;
    Bytes content;
};
BOOST_DESCRIBE_STRUCT(OutboxRow, (), (kind, recipient, content))

inline constexpr auto live_path = "/api/ws/live";

inline Task<std::vector<std::string>> nothing_missed(web::Request&, std::optional<Uuid>) { co_return std::vector<std::string>(); }

inline std::vector<web::Route> all_routes()
{
    auto out = routes();
    for (auto& route : licence::routes()) out.push_back(std::move(route));
    for (auto& route : audit::routes()) out.push_back(std::move(route));
    out.push_back(web::topic(live_path, web::Permission{"audit:read"}, "test_live", "A topic", "test", nothing_missed));
    return out;
}

class TestCloud {
public:
    using Equip = std::function<void(net::Worker, web::WorkerContext&)>;

    // `more`: routes of the test's own, or of another module; `add` and `equip` give each worker the services that they need.
    explicit TestCloud(Settings identity_settings = {.session_check_seconds = 0}, std::vector<web::Route> const& more = {},
                       std::function<void(web::Services&)> add = {}, Equip equip = {})
        : database(backend::migrations())
    {
        auto all = all_routes();
        all.insert(all.end(), more.begin(), more.end());
        std::vector<Secret<std::string>> keys{Secret<std::string>(random_token())};
        web::AppSettings app_settings;
        app_settings.step_up_seconds = step_up_seconds;
        app_settings.websocket_check_seconds = 1;
        identity_settings.password_reset_poll_milliseconds = 20;
        sign_in = std::make_shared<SignIn>(identity_settings, app_settings.public_url,
                                           std::make_shared<web::TokenSigner>("test", "test", std::move(keys)));
        licence::Settings licence_settings;
        licence_settings.cloud_webhook_hmac_secret = Secret<std::string>(hmac_secret);
        auto const factors = std::make_shared<Factors>(FactorSettings{}, app_settings.cors_origins);
        auto const push_keys = std::make_shared<licence::PushKeys>(licence_settings);
        app = std::make_unique<web::App>("Test", app_settings, all, 0);
        net::ServerSettings server_settings;
        server_settings.http_threads = 1;
        auto const permissions = std::make_shared<PermissionRegistry>();
        permissions->add("test", all);
        server = std::make_unique<net::Server>(
            server_settings, [this, push_keys, permissions, factors, identity_settings, add, equip](net::Worker worker) {
                web::WorkerContext context;
                context.pool = std::make_shared<pg::Pool>(worker.io, database.url("monozu_app"), pg::PoolSettings{});
                context.authenticator = std::make_shared<Authenticator>(sign_in);
                context.services.add(sign_in);
                context.services.add(push_keys);
                context.services.add(permissions);
                context.services.add(std::make_shared<audit::Settings>());
                context.services.add(factors);
                if (add) add(context.services);
                context.services.add(data_keys);
                context.services.add(std::make_shared<Breached>(worker.io, identity_settings));
                if (equip) equip(worker, context);
                reset_poster = std::make_unique<ResetPoster>(worker.io, *context.pool, data_keys, identity_settings);
                reset_poster->start();
                return app->handler(worker, std::move(context));
            });
        server->on_drain([this](net::Worker) { reset_poster.reset(); });
        server->start();
    }
    ~TestCloud() { server->stop(); }

    Answer call(std::string method, std::string path, bj::object const& body, std::string token = {}) const
    {
        return testing::call(server->port(), std::move(method), std::move(path), std::move(token), bj::serialize(body));
    }
    Answer get(std::string path, std::string token) const
    {
        return testing::call(server->port(), "GET", std::move(path), std::move(token));
    }

    Answer with_cookie(std::string path, std::string const& cookie) const
    {
        return testing::exchange(server->port(), {"POST", std::move(path), "", {{"Cookie", "monozu_refresh=" + cookie}}});
    }

    Answer push_text(std::string const& body, std::string const& webhook_id, std::string const& secret) const
    {
        net::Headers headers;
        web::WebhookKeys(Secret<std::string>(secret)).sign(headers, webhook_id, body);
        testing::Exchange exchange{"POST", "/internal/license/refresh", body, {{"Content-Type", "application/json"}}};
        for (auto const& [name, value] : headers) exchange.headers[name] = value;
        return testing::exchange(server->port(), exchange);
    }
    Answer push(licensing::TenantDocument const& document) const
    {
        return push_text(json::write(document), Uuid::v7().to_string(), hmac_secret);
    }

    // A tenant with an active licence whose owner has chosen `pass_phrase`.
    licensing::TenantDocument make_tenant(std::string const& name) const
    {
        auto document = document_of(name);
        auto const token = web::make_scoped_token(document.tenant.id);
        document.owner.setup_token_hash = hex(sha256(token));
        document.owner.setup_expires_at = now() + std::chrono::hours(1);
        EXPECT_EQ(push(document).status, 200);
        EXPECT_EQ(set_up(token).status, 204);
        return document;
    }

    static licensing::TenantDocument document_of(std::string const& name)
    {
        licensing::TenantDocument document;
        document.tenant = {Uuid::v7(), name, licensing::TenantStatus::active};
        document.revision = 1;
        document.owner.email = "owner@" + lower_ascii(name) + ".example";
        document.license = licensing::License{"professional",
                                              {licensing::Feature::itsm, licensing::Feature::security},
                                              {{"devices", 25}},
                                              now() - std::chrono::hours(1),
                                              now() + std::chrono::hours(1)};
        return document;
    }

    Answer set_up(std::string const& token) const
    {
        return call("POST", "/api/v1/auth/setup", {{"token", token}, {"password", pass_phrase}});
    }

    Answer log_in(std::string const& email, std::string const& password = pass_phrase) const
    {
        return call("POST", "/api/v1/auth/login", {{"email", email}, {"password", password}});
    }
    std::string token(std::string const& email) const
    {
        auto const answer = log_in(email);
        EXPECT_EQ(answer.status, 200) << answer.body;
        return std::string(answer.json().at("access_token").as_string());
    }

    // A further user, who has set up a password; their id.
    std::string make_user(std::string const& by, std::string const& email, std::string const& role) const
    {
        auto const answer = call("POST", "/api/v1/users", {{"email", email}, {"display_name", email}, {"role", role}}, by);
        EXPECT_EQ(answer.status, 201) << answer.body;
        auto const body = answer.json();
        EXPECT_EQ(set_up(std::string(body.at("setup_token").as_string())).status, 204);
        return std::string(body.at("user").at("id").as_string());
    }

    // The single value of a query, as text, seen by a superuser.
    std::string value(std::string const& query) const
    {
        auto connection = database.connect_superuser();
        return std::string(connection.run("select (" + query + ")::text").value(0, 0));
    }

    // The letters to somebody, the oldest first.
    template <class Content>
    std::vector<Content> letters(std::string const& email) const
    {
        auto connection = database.connect_superuser();
        auto const rows = pg::decode_all<OutboxRow>(
            connection.run("select kind, recipient, content from mail.outbox order by created_at, id"), "letters");
        std::vector<Content> out;
        for (auto const& row : rows) {
            if (mail::open_recipient(*data_keys, row.recipient) != email) continue;
            auto const content = mail::open_content(*data_keys, row.kind, row.content);
            if (auto const* letter = std::get_if<Content>(&*content)) out.push_back(*letter);
        }
        return out;
    }

    testing::Database database;
    std::string const hmac_secret = web::WebhookKeys::generate();
    std::shared_ptr<SignIn> sign_in;
    std::shared_ptr<KeyRing> data_keys = std::make_shared<KeyRing>(std::vector{Secret<std::string>(random_token())});
    std::unique_ptr<ResetPoster> reset_poster;
    std::unique_ptr<web::App> app;
    std::unique_ptr<net::Server> server;
};

inline std::string cookie_of(Answer const& answer)
{
    auto const found = answer.headers.find("set-cookie");
    if (found == answer.headers.end()) return {};
    auto const start = found->second.find('=') + 1;
    return found->second.substr(start, found->second.find(';') - start);
}

inline std::string type_of(Answer const& answer)
{
    auto const json = answer.json();
    return json.is_object() ? std::string(json.at("type").as_string()) : answer.body;
}

}  // namespace mz::identity::test
