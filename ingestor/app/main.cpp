#include "core/log.hpp"
#include "service.hpp"
#include "settings.hpp"

#include <cstdlib>
#include <exception>
#include <iostream>

namespace {

using namespace mz;

// A role with too many rights is a mistake to stop for; a database that is not up yet is not.
void look_at_database(ingest::Settings const& settings)
{
    try {
        (void)ingest::open_connection(*settings.ingest_database_url, settings);
    } catch (ingest::UnsafeRole const&) {
        throw;
    } catch (std::exception const& failure) {
        log::warn("starting without a database", {{"reason", failure.what()}});
    }
}

int serve()
{
    net::block_signals();
    auto const settings = config::load<ingest::Settings>();
    ingest::check(settings);
    log::start("ingestor", settings.ingest_log_level == "debug" ? log::Level::debug : log::Level::info);
    look_at_database(settings);

    ingest::Shared shared(settings);
    net::Server server(settings, ingest::handlers(shared));
    server.start();
    shared.metrics.watch("http_connections", "Open connections.", [&server] { return server.connections(); });
    log::info("listening", {{"address", settings.http_address}, {"port", server.port()}});
    int const signal = net::wait_for_signal();
    log::info("stopping", {{"signal", signal}});
    server.stop();
    return EXIT_SUCCESS;
}

}  // namespace

int main()
{
    try {
        return serve();
    } catch (std::exception const& failure) {
        std::cerr << "ingestor: " << failure.what() << '\n';
        return EXIT_FAILURE;
    }
}
