#include "web/dispatcher.hpp"

#include "core/log.hpp"
#include "net/websocket.hpp"
#include "pg/migrate.hpp"
#include "web/problem_json.hpp"
#include "web/reference.hpp"

#include <prometheus/counter.h>
#include <prometheus/histogram.h>

#include <algorithm>
#include <exception>

namespace mz::web {
namespace {

std::string_view bearer_of(net::Request const& http)
{
    auto const field = http.headers.get("Authorization");
    constexpr std::string_view scheme = "Bearer ";
    return field.starts_with(scheme) ? field.substr(scheme.size()) : std::string_view{};
}

std::string_view parameter(net::Request const& http, std::string_view name)
{
    auto const found = std::ranges::find(http.query, name, &std::pair<std::string, std::string>::first);
    return found == http.query.end() ? std::string_view{} : std::string_view(found->second);
}

std::string credential_of(Route const& route, net::Request const& http)
{
    if (route.permission.kind == Permission::Kind::device) return std::string(http.headers.get("X-Device-Key"));
    return std::string(route.topic.empty() ? bearer_of(http) : parameter(http, "token"));
}

// Which request it is and where from, before it is known whose: what authenticating writes, such as the first use of a key, has it.
AuditEntry origin_of(net::Request const& http)
{
    AuditEntry from;
    from.request_id = http.id;
    from.remote_address = http.remote_address;
    return from;
}

// What watches this service, what our own services call (with a key that people never have), and what browsers ask ahead of a request is
// not counted.
bool is_counted(net::Request const& http)
{
    return http.method != net::Method::options && http.path != "/healthz" && http.path != "/readyz" && http.path != "/metrics" &&
           !http.path.starts_with("/internal/");
}

net::Response text_response(std::string type, std::string body)
{
    net::Response response;
    response.content_type = std::move(type);
    response.body = std::move(body);
    return response;
}

net::Response response_of(Reply reply, net::Request const& http)
{
    net::Response response;
    response.status = reply.status;
    if (reply.version) {
        auto const etag = '"' + std::to_string(*reply.version) + '"';
        response.headers.set("ETag", etag);
        if (http.method == net::Method::get && http.headers.get("If-None-Match") == etag) {
            response.status = 304;
            return response;
        }
    }
    if (reply.status != 204) response.content_type = std::move(reply.content_type);
    response.body = std::move(reply.body);
    response.stream = std::move(reply.stream);
    return response;
}

}  // namespace

struct Dispatcher::Numbers {
    prometheus::Histogram* seconds = nullptr;
    std::unordered_map<int, prometheus::Counter*> by_status;
};

Dispatcher::Dispatcher(App::Impl& app, net::Worker worker, WorkerContext context)
    : app_(app),
      worker_(worker),
      context_(std::move(context)),
      refusals_(std::make_shared<Refusals>(worker.io, context_.pool, app.settings.audit_refusals_per_minute)),
      https_(app.settings.public_url.starts_with("https://"))
{
}

Dispatcher::~Dispatcher() { app_.hub.detach(worker_); }

Task<net::Response> Dispatcher::handle(net::Request& http)
{
    auto const since = std::chrono::steady_clock::now();
    Route const* route = nullptr;
    RateTicket ticket;
    net::Response response;
    std::optional<Problem> problem;
    try {
        response = co_await answer(http, route, ticket);
    } catch (Problem const& thrown) {
        problem = thrown;
    } catch (std::exception const& thrown) {
        problem = Problem(Failure::internal, thrown.what());
    }
    auto const render = route != nullptr && route->dialect != nullptr ? route->dialect->problem : &problem_response;
    if (problem) response = render(*problem, http);
    add_headers(http, response);
    app_.limits.describe(ticket, response.headers);
    count(route, http, response, since);
    co_return response;
}

Task<net::Response> Dispatcher::answer(net::Request& http, Route const*& matched, RateTicket& ticket)
{
    auto const origin = http.headers.find("Origin");
    bool const safe = http.method == net::Method::get || http.method == net::Method::head || http.method == net::Method::options;
    if (origin && !origin_allowed(*origin) && (!safe || http.wants_websocket)) {
        throw Problem(Failure::forbidden, "foreign-origin", "Requests from this origin are not accepted.");
    }
    if (is_counted(http)) app_.limits.take_address(ticket, http.remote_address);
    if (http.path == "/readyz") co_return co_await ready();
    if (auto page = service_page(http)) co_return std::move(*page);

    auto match = app_.router.find(http.method, http.path);
    if (http.method == net::Method::options && !match.allowed.empty()) {
        net::Response preflight;
        preflight.status = 204;
        preflight.headers.set("Allow", match.allowed + ", OPTIONS");
        co_return preflight;
    }
    if (match.route == nullptr) {
        if (match.allowed.empty()) throw Problem(Failure::not_found, "There is nothing at " + http.path + ".");
        auto response = problem_response(Problem(Failure::method_not_allowed, "This resource takes " + match.allowed + "."), http);
        response.headers.set("Allow", match.allowed);
        co_return response;
    }
    matched = match.route;
    Input input;
    input.path = std::move(match.parameters);
    input.query = http.query;
    input.body = &http.body;
    input.content_type = http.headers.get("Content-Type");
    if (match.route->dialect != nullptr) input.dialect = match.route->dialect->media_type;
    co_return co_await call(*match.route, http, std::move(input), ticket);
}

// Whoever is known has a quota of their own and leaves that of the address to strangers: a whole office may be behind one address.
void Dispatcher::take_quota(Route const& route, net::Request const& http, Caller const& caller, RateTicket& ticket)
{
    if (!caller.id || !is_counted(http)) return;
    app_.limits.give_back_address(ticket, http.remote_address);
    if (caller.kind == ActorKind::device) return app_.limits.take(ticket, RatePolicy::device, *caller.id);
    if (!route.topic.empty()) return app_.limits.take(ticket, RatePolicy::websocket, *caller.id);
    app_.limits.take(ticket, RatePolicy::user, *caller.id);
    if (caller.tenant) app_.limits.take(ticket, RatePolicy::tenant, *caller.tenant);
}

Task<Caller> Dispatcher::authenticate(Route const& route, std::string credential, AuditEntry from)
{
    if (route.permission.kind == Permission::Kind::none) co_return Caller{};
    Db nobodys(*context_.pool, std::move(from));
    bool const device = route.permission.kind == Permission::Kind::device;
    if (credential.empty()) {
        throw Problem(Failure::unauthorized, device ? "Send the device's key as X-Device-Key." : "Sign in and send the access token.");
    }
    if (device) co_return co_await context_.authenticator->device(std::move(credential), nobodys);
    co_return co_await context_.authenticator->user(std::move(credential), nobodys);
}

Task<net::Response> Dispatcher::call(Route const& route, net::Request& http, Input input, RateTicket& ticket)
{
    auto caller = co_await authenticate(route, credential_of(route, http), origin_of(http));
    take_quota(route, http, caller, ticket);
    AuditEntry entry;
    entry.actor_kind = caller.kind;
    entry.tenant = caller.tenant;
    entry.actor = caller.id;
    entry.operation = route.operation;
    entry.request_id = http.id;
    entry.remote_address = http.remote_address;
    Db db(*context_.pool, std::move(entry));
    Request rq{std::move(caller), db, http, context_.services, {}};
    if (app_.settings.step_up_seconds > 0) rq.proof_since = now() - std::chrono::seconds(app_.settings.step_up_seconds);
    // What fails is written down by what is not a coroutine, so it may be done in the handler of the exception.
    try {
        co_return co_await perform(route, rq, input);
    } catch (Problem const& problem) {
        note_refusals(rq, problem);
        throw;
    }
}

Task<net::Response> Dispatcher::perform(Route const& route, Request& rq, Input const& input)
{
    auto& http = rq.http;
    auto& db = rq.db;
    if (route.permission.kind == Permission::Kind::named && !rq.caller.may(route.permission.name)) {
        log::warn("refused", {{"request_id", http.id},
                              {"operation", route.operation},
                              {"role", rq.caller.role},
                              {"actor", rq.caller.id.value_or(Uuid{})},
                              {"tenant", rq.caller.tenant.value_or(Uuid{})}});
        throw Problem(Failure::forbidden, "Your role does not include " + std::string(route.permission.name) + ".");
    }
    if (route.permission.kind == Permission::Kind::signed_in && rq.caller.kind != ActorKind::user) {
        throw Problem(Failure::forbidden, "people-only", "This is about the person who is signed in; a key is no person.");
    }
    if (!route.topic.empty()) co_return co_await open_topic(route, http, rq.caller);
    if (route.dangerous) rq.require_step_up();

    Reply reply;
    std::exception_ptr refused;
    try {
        reply = co_await carry_out(route, rq, input);
    } catch (...) {
        refused = std::current_exception();
    }
    if (refused) {
        co_await db.rollback();
        std::rethrow_exception(refused);
    }
    auto response = response_of(std::move(reply), http);
    if (route.dialect != nullptr && !response.content_type.empty()) response.content_type = route.dialect->media_type;
    for (auto const& [name, value] : rq.headers) response.headers.add(name, value);
    co_return response;
}

// A known caller who was told 403, and whatever the handler itself wants remembered.
void Dispatcher::note_refusals(Request const& rq, Problem const& problem)
{
    auto entry = rq.db.audit();
    if (problem.failure == Failure::forbidden && entry.actor_kind != ActorKind::anonymous) {
        entry.outcome = AuditOutcome::refused;
        refusals_->note(entry, problem.type.empty() ? "permission" : problem.type);
    }
    for (auto const& refusal : rq.refusals) {
        entry.tenant = refusal.tenant.is_nil() ? std::nullopt : std::optional(refusal.tenant);
        entry.target = refusal.target;
        entry.outcome = refusal.outcome;
        entry.actor_kind = refusal.actor_kind;
        entry.actor = refusal.actor;
        refusals_->note(entry, refusal.reason);
    }
}

// Whether the caller of an open WebSocket may still listen. Where nobody can tell, because the database is away, it stays open.
Task<bool> Dispatcher::may_listen(Route const& route, std::string token, AuditEntry from)
{
    try {
        auto const caller = co_await authenticate(route, std::move(token), std::move(from));
        co_return route.permission.kind != Permission::Kind::named || caller.may(route.permission.name);
    } catch (Problem const& problem) {
        bool const refused = problem.failure == Failure::unauthorized || problem.failure == Failure::forbidden;
        co_return !refused;
    }
}

Task<Reply> Dispatcher::carry_out(Route const& route, Request& rq, Input const& input)
{
    auto& db = rq.db;
    auto const key = Idempotency::key_of(route, rq.http);
    if (route.transaction || key) co_await db.begin();
    if (key) {
        auto earlier = co_await Idempotency::claim(db, rq.caller, route.operation, *key, Idempotency::fingerprint(rq.http));
        if (earlier) co_return std::move(*earlier);
    }
    auto reply = co_await route.call(rq, input);
    if (key) co_await Idempotency::keep(db, rq.caller, route.operation, *key, reply);
    if (db.in_transaction()) co_await db.commit(route.writes());
    else if (route.writes()) co_await db.write_audit();
    co_return reply;
}

Task<net::Response> Dispatcher::open_topic(Route const& route, net::Request& http, Caller caller)
{
    if (!http.wants_websocket) throw Problem(Failure::bad_request, "This is a WebSocket; connect with the upgrade handshake.");
    std::optional<Uuid> after;
    if (auto const text = parameter(http, "after"); !text.empty()) {
        after = Uuid::parse(text);
        if (!after) throw Problem::invalid("?after", "must be the id of the last message received");
    }
    net::Response response;
    // The request is gone when the socket runs, so everything that it needs is moved into the handler, which the session keeps until the
    // end. NOLINTBEGIN(*-capturing-lambda-coroutines)
    Secret<std::string> const token(credential_of(route, http));
    response.websocket = [this, &route, caller = std::move(caller), after, token, from = origin_of(http),
                          id = http.id](std::shared_ptr<net::WebSocket> socket) -> Task<void> {
        auto const replay = [this, &route, caller, after, id]() -> Task<std::vector<std::string>> {
            net::Request empty;
            empty.id = id;
            AuditEntry entry;
            entry.actor_kind = caller.kind;
            entry.tenant = caller.tenant;
            entry.actor = caller.id;
            Db db(*context_.pool, std::move(entry));
            Request rq{caller, db, empty, context_.services, {}};
            co_return co_await route.replay(rq, after);
        };
        Hub::Guard guard{caller.expires_at, std::chrono::seconds(app_.settings.websocket_check_seconds),
                         [this, &route, token, from]() -> Task<bool> { co_return co_await may_listen(route, token.reveal(), from); }};
        co_await app_.hub.serve(worker_.index, route.topic, caller.tenant.value_or(Uuid{}), std::move(guard), std::move(socket), replay);
    };
    // NOLINTEND(*-capturing-lambda-coroutines)
    co_return response;
}

Task<net::Response> Dispatcher::ready()
{
    std::vector<pg::Statement> statements;
    statements.push_back({"web.ready", pg::current_migration_sql, {}});
    auto const results = co_await context_.pool->run(std::move(statements));
    auto const current = pg::decode_all<int>(results.front(), "web.ready").front();
    if (current < app_.expected_migration) {
        throw Problem::unavailable("The database is at migration " + std::to_string(current) + "; run migrate.", std::chrono::seconds(5));
    }
    co_return text_response("application/json", R"({"status":"ready"})");
}

std::optional<net::Response> Dispatcher::service_page(net::Request const& http) const
{
    if (http.method != net::Method::get && http.method != net::Method::head) return std::nullopt;
    if (http.path == "/healthz") return text_response("application/json", R"({"status":"alive"})");
    if (http.path == "/metrics" &&
        std::ranges::find(app_.settings.metrics_addresses, http.remote_address) != app_.settings.metrics_addresses.end()) {
        return text_response("text/plain; version=0.0.4; charset=utf-8", app_.metrics.render());
    }
    if (http.path == "/api/v1/openapi.json") return text_response("application/json", app_.openapi);
    if (http.path == "/api/docs") return text_response("text/html; charset=utf-8", app_.reference);
    if (http.path == "/api/docs/style.css") return text_response("text/css; charset=utf-8", std::string(reference_style));
    return std::nullopt;
}

bool Dispatcher::origin_allowed(std::string_view origin) const
{
    return std::ranges::find(app_.settings.cors_origins, origin) != app_.settings.cors_origins.end();
}

void Dispatcher::add_headers(net::Request const& http, net::Response& response) const
{
    auto& headers = response.headers;
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Cache-Control", "no-store");
    bool const styled = http.path == "/api/docs";
    headers.set("Content-Security-Policy",
                styled ? "default-src 'none'; style-src 'self'; frame-ancestors 'none'" : "default-src 'none'; frame-ancestors 'none'");
    if (https_) headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    auto const origin = http.headers.find("Origin");
    if (!origin || !origin_allowed(*origin)) return;
    headers.set("Access-Control-Allow-Origin", std::string(*origin));
    headers.set("Access-Control-Allow-Credentials", "true");
    headers.set("Access-Control-Expose-Headers", "ETag, X-Request-Id, Retry-After, RateLimit, RateLimit-Policy");
    headers.add("Vary", "Origin");
    if (http.method == net::Method::options) {
        headers.set("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE");
        headers.set("Access-Control-Allow-Headers", "Authorization, Content-Type, If-Match, If-None-Match, Idempotency-Key, X-Request-Id");
        headers.set("Access-Control-Max-Age", "600");
    }
}

void Dispatcher::count(Route const* route, net::Request const& http, net::Response const& response,
                       std::chrono::steady_clock::time_point since)
{
    double const seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - since).count();
    auto const operation = route == nullptr ? std::string("none") : route->operation;
    auto& numbers = numbers_[route];
    if (!numbers) {
        numbers = std::make_unique<Numbers>();
        numbers->seconds =
            &app_.metrics.latency("http_request_duration_seconds", "Time from a whole request to its answer", {{"operation", operation}});
    }
    auto& counter = numbers->by_status[response.status];
    if (counter == nullptr) {
        counter = &app_.metrics.counter("http_requests_total", "Requests answered",
                                        {{"operation", operation}, {"status", std::to_string(response.status)}});
    }
    counter->Increment();
    numbers->seconds->Observe(seconds);
    if (http.path == "/healthz" || http.path == "/readyz" || http.path == "/metrics") return;
    log::info("request", {{"request_id", http.id},
                          {"method", net::to_string(http.method)},
                          {"path", http.path},
                          {"operation", operation},
                          {"status", response.status},
                          {"milliseconds", seconds * 1000},
                          {"remote", http.remote_address}});
}

}  // namespace mz::web
