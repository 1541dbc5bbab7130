#pragma once
#include "net/server.hpp"
#include "pg/connection.hpp"
#include "web/hub.hpp"
#include "web/metrics.hpp"
#include "web/rate_limits.hpp"
#include "web/route.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace mz::web {

// Named settings, read from the environment in upper case.
struct AppSettings : RateLimitSettings {
    std::string public_url = "http://127.0.0.1:8000";  // how clients reach this service; https adds Strict-Transport-Security
    std::vector<std::string> cors_origins{"http://127.0.0.1:3000", "http://localhost:3000"};  // the only browsers' origins that are served
    std::vector<std::string> metrics_addresses{"127.0.0.1", "::1"};                           // who may read /metrics; others get 404
    int idempotency_hours = 24;          // how long a repeated Idempotency-Key gets the first answer
    int websocket_check_seconds = 4;     // how often an open WebSocket is asked whether its caller may still listen
    int step_up_seconds = 0;             // how long a proof of who a person is suffices for dangerous acts; 0 in a service that asks nobody
    int audit_refusals_per_minute = 10;  // rows that one caller's refusals may fill on one thread; the rest of the minute becomes one row
};
BOOST_DESCRIBE_STRUCT(AppSettings, (RateLimitSettings),
                      (public_url, cors_origins, metrics_addresses, idempotency_hours, websocket_check_seconds, step_up_seconds,
                       audit_refusals_per_minute))

// Who is behind a credential. Implementations throw Problem(unauthorized) and say nothing of why.
class Authenticator {
public:
    virtual ~Authenticator() = default;
    virtual Task<Caller> user(std::string token, Db& db) = 0;
    virtual Task<Caller> device(std::string key, Db& db) = 0;
};

// What one worker brings along: its database connections, its services, its authenticator.
struct WorkerContext {
    std::shared_ptr<pg::Pool> pool;
    std::shared_ptr<Authenticator> authenticator;
    Services services;
};

// The application of a service: its routes and everything that follows from them.
class App {
public:
    App(std::string title, AppSettings settings, std::vector<Route> routes, int expected_migration);
    ~App();
    App(App const&) = delete;
    App& operator=(App const&) = delete;

    // For net::Server: the handler of one worker. The App outlives it.
    net::Handler handler(net::Worker worker, WorkerContext context);

    std::string const& openapi() const;
    std::vector<Route> const& routes() const;
    Hub& hub();
    Metrics& metrics();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
    friend class Dispatcher;
};

}  // namespace mz::web
