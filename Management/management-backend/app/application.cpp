#include "app/application.hpp"

#include "app/migrations.hpp"
#include "licences/pusher.hpp"

#include <boost/asio/post.hpp>

#include <algorithm>
#include <future>
#include <iterator>
#include <utility>

namespace mz::management {
namespace {

constexpr auto title = "Monozu Management";
constexpr auto issuer = "monozu-management";

std::vector<web::Route> all_routes()
{
    std::vector<web::Route> out;
    auto const add = [&](std::vector<web::Route> routes) { std::ranges::move(routes, std::back_inserter(out)); };
    add(operators::routes());
    add(tenants::routes());
    add(licences::routes());
    return out;
}

std::shared_ptr<web::TokenSigner> make_signer(Settings const& settings)
{
    return std::make_shared<web::TokenSigner>(issuer, issuer, keys_of(*settings.management_jwt_secret));
}

}  // namespace

struct Application::Impl {
    Settings settings;
    web::App app;
    std::shared_ptr<operators::SignIn> sign_in;
    std::shared_ptr<KeyRing> data_keys;
    std::shared_ptr<factors::Factors> factors;
    oidc::Client client;  // as which the identity provider knows this service; empty where there is none
    net::Server server;
    std::unique_ptr<audit_chain::Keeper> audit_keeper;
    // These live on the first worker's thread, and are made and ended there.
    std::unique_ptr<licences::Pusher> pusher;
    std::unique_ptr<upkeep::Upkeep> upkeep;
    bool running = false;

    explicit Impl(Settings given)
        : settings(std::move(given)),
          app(title, settings, all_routes(), migrations().back().number),
          sign_in(std::make_shared<operators::SignIn>(settings, settings.public_url, make_signer(settings))),
          data_keys(std::make_shared<KeyRing>(keys_of(*settings.management_data_key))),
          factors(std::make_shared<factors::Factors>(settings, settings.cors_origins)),
          client(operators::Sso::client_of(settings)),
          server(settings, [this](net::Worker worker) { return make_worker(worker); })
    {
    }

    net::Handler make_worker(net::Worker worker)
    {
        web::WorkerContext context;
        context.pool = std::make_shared<pg::Pool>(worker.io, *settings.management_database_url, settings);
        context.authenticator = std::make_shared<operators::Authenticator>(sign_in);
        context.services.add(sign_in);
        context.services.add(data_keys);
        context.services.add(factors);
        context.services.add(std::make_shared<operators::Sso>(settings, client, settings.management_app_url,
                                                              settings.public_url.starts_with("https://"),
                                                              std::make_shared<oidc::RelyingParty>(worker.io, settings, settings)));
        context.services.add(std::make_shared<licences::Settings>(settings));
        context.services.add(std::make_shared<tenants::Settings>(settings));
        if (worker.index == 0) {
            pusher = std::make_unique<licences::Pusher>(worker.io, context.pool, settings);
            pusher->start();
            upkeep = std::make_unique<upkeep::Upkeep>(worker.io, context.pool, settings);
        }
        return app.handler(worker, std::move(context));
    }

    // Runs on the first worker's thread, and waits until it is done.
    void end_jobs()
    {
        std::promise<void> ended;
        asio::post(server.io(0), [&] {
            upkeep.reset();
            pusher.reset();
            ended.set_value();
        });
        ended.get_future().wait();
    }
};

Application::Application(Settings settings) : impl_(std::make_unique<Impl>(std::move(settings))) {}
Application::~Application() { stop(); }

void Application::start()
{
    impl_->server.start();
    impl_->running = true;
    impl_->audit_keeper =
        std::make_unique<audit_chain::Keeper>(*impl_->settings.management_database_url, impl_->data_keys, impl_->settings);
    impl_->app.metrics().watch("http_connections", "Connections open now",
                               [impl = impl_.get()] { return static_cast<double>(impl->server.connections()); });
}

void Application::stop()
{
    if (!std::exchange(impl_->running, false)) return;
    impl_->end_jobs();
    impl_->server.stop();
    impl_->audit_keeper.reset();
}

std::uint16_t Application::port() const { return impl_->server.port(); }
web::App& Application::app() { return impl_->app; }

std::string openapi_document() { return web::App(title, {}, all_routes(), 0).openapi(); }

}  // namespace mz::management
