#include "app/application.hpp"

#include "app/jobs.hpp"
#include "app/migrations.hpp"
#include "app/modules.hpp"
#include "core/key_ring.hpp"
#include "identity/breached.hpp"
#include "identity/reset_poster.hpp"
#include "licence/puller.hpp"
#include "mail/mail.hpp"
#include "mail/post.hpp"
#include "oidc/relying_party.hpp"
#include "sso/sso.hpp"

#include <iterator>
#include <utility>

namespace mz::backend {
namespace {

constexpr auto title = "Monozu Cloud";
constexpr auto issuer = "monozu-cloud";

std::shared_ptr<web::TokenSigner> make_signer(Settings const& settings)
{
    return std::make_shared<web::TokenSigner>(issuer, issuer, keys_of(*settings.cloud_jwt_secret));
}

// People by their access tokens, appliances by their keys.
class CloudAuthenticator : public web::Authenticator {
public:
    explicit CloudAuthenticator(std::shared_ptr<identity::SignIn> sign_in) : users_(std::move(sign_in)) {}

    Task<web::Caller> user(std::string token, web::Db& db) override { co_return co_await users_.authenticate(std::move(token), db); }
    Task<web::Caller> device(std::string key, web::Db& db) override { co_return co_await devices::authenticate(std::move(key), db); }

private:
    identity::UserAuthenticator users_;
};

}  // namespace

struct Application::Impl {
    Settings settings;
    web::App app;
    std::shared_ptr<identity::SignIn> sign_in;
    std::shared_ptr<identity::PermissionRegistry> permissions;
    std::shared_ptr<KeyRing> data_keys;
    std::shared_ptr<identity::Factors> factors;
    std::shared_ptr<sso::Sso> sso;
    commands::Bell bell;
    net::Server server;
    std::unique_ptr<telemetry::Jobs> jobs;
    std::unique_ptr<mail::Post> post;
    std::unique_ptr<jobs::Runner> housekeeping;
    std::unique_ptr<audit_chain::Keeper> audit_keeper;
    // These live on the first worker's thread, and are made and ended there.
    std::unique_ptr<pg::Listener> announcements;
    std::unique_ptr<pg::Listener> queued_commands;
    std::unique_ptr<licence::Puller> puller;
    std::unique_ptr<identity::ResetPoster> reset_poster;

    explicit Impl(Settings given)
        : settings(std::move(given)),
          app(title, settings, all_routes(), migrations().back().number),
          sign_in(std::make_shared<identity::SignIn>(settings, settings.web::AppSettings::public_url, make_signer(settings))),
          permissions(std::make_shared<identity::PermissionRegistry>(permission_registry())),
          data_keys(std::make_shared<KeyRing>(keys_of(*settings.cloud_data_key))),
          factors(std::make_shared<identity::Factors>(settings, settings.cors_origins)),
          sso(std::make_shared<sso::Sso>(settings, settings.cloud_app_url, settings.web::AppSettings::public_url)),
          server(settings, [this](net::Worker worker) { return make_worker(worker); })
    {
        server.on_drain([this](net::Worker worker) {
            if (worker.index == 0) end_background();
        });
    }

    net::Handler make_worker(net::Worker worker)
    {
        web::WorkerContext context;
        context.pool = std::make_shared<pg::Pool>(worker.io, *settings.cloud_database_url, settings);
        context.authenticator = std::make_shared<CloudAuthenticator>(sign_in);
        context.services.add(sign_in);
        context.services.add(data_keys);
        context.services.add(permissions);
        context.services.add(std::make_shared<audit::Settings>(settings));
        context.services.add(std::make_shared<cmdb::CmdbSettings>(settings));
        context.services.add(factors);
        context.services.add(sso);
        context.services.add(std::make_shared<oidc::RelyingParty>(worker.io, settings, settings));
        context.services.add(std::make_shared<identity::Breached>(worker.io, settings));
        context.services.add(std::make_shared<licence::PushKeys>(settings));
        context.services.add(std::make_shared<devices::DeviceSettings>(settings));
        context.services.add(std::make_shared<alerts::AlertSettings>(settings));
        context.services.add(std::make_shared<commands::CommandSettings>(settings));
        context.services.add(std::make_shared<cmdb_relations::RelationSettings>(settings));
        context.services.add(std::make_shared<inventory::InventorySettings>(settings));
        context.services.add(std::make_shared<scim::Scim>(scim::Scim{settings, settings.web::AppSettings::public_url}));
        context.services.add(cmdb::model_user(settings));
        context.services.add(std::make_shared<cmdb_import::ImportSettings>(settings));
        context.services.add(std::make_shared<cmdb_labels::Labels>(cmdb_labels::Labels{settings, settings.cloud_app_url}));
        context.services.add(bell.attach(worker.io));
        if (worker.index == 0) {
            announcements = alerts::broadcast(worker.io, *settings.cloud_database_url, app.hub());
            queued_commands = commands::listen(worker.io, *settings.cloud_database_url, bell);
            puller = std::make_unique<licence::Puller>(worker.io, context.pool, settings);
            reset_poster = std::make_unique<identity::ResetPoster>(worker.io, *context.pool, data_keys, settings);
            if (settings.jobs_enabled) puller->start();
            if (settings.jobs_enabled) reset_poster->start();
        }
        return app.handler(worker, std::move(context));
    }

    void keep_audit_chains()
    {
        auto const upkeep = [keys = data_keys, audit = audit::Settings(settings)](pg::Blocking& connection) {
            audit::forget_old(connection, *keys, audit);
        };
        audit_keeper = std::make_unique<audit_chain::Keeper>(*settings.cloud_jobs_database_url, data_keys, settings, upkeep);
        auto& keeper = *audit_keeper;
        app.metrics().watch("audit_entries_sealed", "Audit entries put into their chains since the start",
                            [&keeper] { return static_cast<double>(keeper.entries_sealed()); });
        app.metrics().watch("audit_chains_broken", "Audit chains that do not verify",
                            [&keeper] { return static_cast<double>(keeper.chains_broken()); });
    }

    // Runs on the first worker's thread when the server begins to drain.
    void end_background()
    {
        bell.close();
        announcements.reset();
        queued_commands.reset();
        puller.reset();
        reset_poster.reset();
    }
};

Application::Application(Settings settings) : impl_(std::make_unique<Impl>(std::move(settings))) {}
Application::~Application() { stop(); }

void Application::start()
{
    impl_->server.start();
    impl_->app.metrics().watch("http_connections", "Connections open now",
                               [impl = impl_.get()] { return static_cast<double>(impl->server.connections()); });
    if (impl_->settings.jobs_enabled) {
        impl_->jobs = std::make_unique<telemetry::Jobs>(*impl_->settings.cloud_jobs_database_url, impl_->settings, impl_->settings,
                                                        inventory::Settings{impl_->settings, impl_->settings}, impl_->app.metrics());
        impl_->post = std::make_unique<mail::Post>(*impl_->settings.cloud_jobs_database_url, impl_->settings, impl_->data_keys,
                                                   impl_->settings, impl_->app.metrics());
        impl_->housekeeping =
            std::make_unique<jobs::Runner>(*impl_->settings.cloud_jobs_database_url, impl_->settings, all_jobs(impl_->settings));
        impl_->keep_audit_chains();
    }
}

void Application::stop()
{
    impl_->server.stop();
    impl_->housekeeping.reset();
    impl_->post.reset();
    impl_->jobs.reset();
    impl_->audit_keeper.reset();
}

std::uint16_t Application::port() const { return impl_->server.port(); }
web::App& Application::app() { return impl_->app; }

std::string openapi_document() { return web::App(title, {}, all_routes(), 0).openapi(); }

}  // namespace mz::backend
