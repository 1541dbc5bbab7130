#pragma once
#include "web/app.hpp"
#include "web/idempotency.hpp"
#include "web/refusals.hpp"
#include "web/router.hpp"

#include <chrono>
#include <string>
#include <unordered_map>

namespace mz::web {

struct App::Impl {
    AppSettings settings;
    std::vector<Route> routes;
    Router router;
    std::string openapi;
    std::string reference;
    int expected_migration = 0;
    Hub hub;
    Metrics metrics;
    RateLimits limits{settings};
};

// One worker's way from a request to its answer: match, authenticate, authorize, call, audit, commit, answer.
class Dispatcher {
public:
    Dispatcher(App::Impl& app, net::Worker worker, WorkerContext context);
    ~Dispatcher();

    Task<net::Response> handle(net::Request& http);

private:
    struct Numbers;

    Task<net::Response> answer(net::Request& http, Route const*& matched, RateTicket& ticket);
    Task<net::Response> call(Route const& route, net::Request& http, Input input, RateTicket& ticket);
    void take_quota(Route const& route, net::Request const& http, Caller const& caller, RateTicket& ticket);
    Task<net::Response> perform(Route const& route, Request& rq, Input const& input);
    void note_refusals(Request const& rq, Problem const& problem);
    // The handler, and what belongs into its transaction. Throws with the transaction still open.
    Task<Reply> carry_out(Route const& route, Request& rq, Input const& input);
    Task<net::Response> open_topic(Route const& route, net::Request& http, Caller caller);
    Task<Caller> authenticate(Route const& route, std::string credential, AuditEntry from);
    Task<bool> may_listen(Route const& route, std::string token, AuditEntry from);
    Task<net::Response> ready();
    std::optional<net::Response> service_page(net::Request const& http) const;
    void add_headers(net::Request const& http, net::Response& response) const;
    bool origin_allowed(std::string_view origin) const;
    void count(Route const* route, net::Request const& http, net::Response const& response, std::chrono::steady_clock::time_point since);

    App::Impl& app_;
    net::Worker worker_;
    WorkerContext context_;
    std::shared_ptr<Refusals> refusals_;
    bool https_;
    std::unordered_map<Route const*, std::unique_ptr<Numbers>> numbers_;
};

}  // namespace mz::web
