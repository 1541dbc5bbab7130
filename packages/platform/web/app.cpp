#include "web/app.hpp"

#include "web/dispatcher.hpp"
#include "web/openapi.hpp"
#include "web/reference.hpp"

namespace mz::web {
namespace {

constexpr auto api_version = "1.0.0";

}  // namespace

App::App(std::string title, AppSettings settings, std::vector<Route> routes, int expected_migration)
{
    Router router(routes);
    auto document = web::openapi(title, api_version, routes);
    auto reference = reference_page(document);
    impl_ = std::make_unique<Impl>(std::move(settings), std::move(routes), std::move(router), std::move(document), std::move(reference),
                                   expected_migration);
    // The router points into the routes, which a move of the vector leaves where they are.
    impl_->metrics.watch("websocket_connections", "WebSockets open now", [this] { return static_cast<double>(impl_->hub.connections()); });
}

App::~App() = default;

net::Handler App::handler(net::Worker worker, WorkerContext context)
{
    impl_->hub.attach(worker);
    auto const dispatcher = std::make_shared<Dispatcher>(*impl_, worker, std::move(context));
    return [dispatcher](net::Request& request) { return dispatcher->handle(request); };
}

std::string const& App::openapi() const { return impl_->openapi; }
std::vector<Route> const& App::routes() const { return impl_->routes; }
Hub& App::hub() { return impl_->hub; }
Metrics& App::metrics() { return impl_->metrics; }

}  // namespace mz::web
