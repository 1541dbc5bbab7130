#include "service.hpp"

#include "core/crypto.hpp"
#include "core/log.hpp"
#include "pg/decode.hpp"
#include "pg/migrate.hpp"
#include "pipeline/idempotency_key.hpp"
#include "problem_json.hpp"

#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/redirect_error.hpp>

namespace mz::ingest {
namespace {

using Clock = std::chrono::steady_clock;
using Timer = asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, Executor>;

// The migration that made the tables which are written here.
constexpr int required_migration = 6;

// Where the outcome of a batch meets the request that waits for it. Used on the request's thread only.
struct Ticket {
    std::optional<Outcome> outcome;
    Timer* waiting = nullptr;  // null once nobody waits any more
};

net::Response plain(int status, std::string content_type, std::string body)
{
    net::Response response;
    response.status = status;
    response.content_type = std::move(content_type);
    response.body = std::move(body);
    return response;
}

Format format_of(net::Headers const& headers)
{
    auto const type = lower_ascii(headers.find("Content-Type").value_or("application/json"));
    auto const essence = type.substr(0, type.find_first_of("; \t"));
    if (essence == "application/json") return Format::array;
    if (essence == "application/x-ndjson") return Format::lines;
    throw Problem(Failure::unsupported_type, "A batch is application/json or application/x-ndjson.");
}

std::optional<std::string> copy_of(std::optional<std::string_view> text) { return text ? std::optional<std::string>(*text) : std::nullopt; }

EventLimits limits_of(BatchSettings const& settings)
{
    return {.max_events = settings.ingest_max_events,
            .max_event_bytes = settings.ingest_max_event_bytes,
            .max_depth = settings.ingest_max_depth,
            .max_future = std::chrono::seconds(settings.ingest_max_future_seconds),
            .max_past = std::chrono::seconds(settings.ingest_max_past_seconds)};
}

KindCounts count(std::span<Event const> events)
{
    KindCounts counts;
    for (auto const& event : events) ++counts[event.kind];
    return counts;
}

}  // namespace

Shared::Shared(Settings const& from)
    : settings(from),
      quota({.events_per_second = static_cast<double>(from.ingest_device_events_per_second),
             .burst = static_cast<double>(from.ingest_device_burst_events)},
            {.events_per_second = static_cast<double>(from.ingest_tenant_events_per_second),
             .burst = static_cast<double>(from.ingest_tenant_burst_events)}),
      writers(*from.ingest_database_url, from, [this](std::size_t batches, Clock::duration took) { metrics.committed(batches, took); })
{
    metrics.watch("ingest_queued_batches", "Batches that wait for a writer.", [this] { return writers.queued_batches(); });
    metrics.watch("ingest_queued_bytes", "Their rows' size.", [this] { return writers.queued_bytes(); });
    metrics.watch("ingest_database_connected", "1 while a writer has a connection.", [this] { return std::size_t{writers.connected()}; });
}

Service::Service(net::Worker worker, Shared& shared)
    : io_(worker.io),
      shared_(shared),
      pool_(worker.io, *shared.settings.ingest_database_url, shared.settings),
      keys_(pool_, shared.settings),
      reader_(limits_of(shared.settings)),
      mailbox_(std::make_shared<Mailbox>(worker.io))
{
}

Service::~Service() { mailbox_->close(); }

Task<net::Response> Service::handle(net::Request& request)
{
    bool const reads = request.method == net::Method::get || request.method == net::Method::head;
    if (request.path == "/v1/ingest") {
        if (request.method == net::Method::post) co_return co_await ingest(request);
        auto response = problem_response(Problem(Failure::method_not_allowed, "Batches are sent by POST."), request);
        response.headers.set("Allow", "POST");
        co_return response;
    }
    if (request.path == "/healthz" && reads) co_return plain(200, "application/json", R"({"status":"ok"})");
    if (request.path == "/readyz" && reads) co_return co_await readiness(request);
    if (request.path == "/metrics" && reads) co_return plain(200, "text/plain; version=0.0.4", shared_.metrics.render());
    co_return problem_response(Problem(Failure::not_found, "There is nothing at this address."), request);
}

Task<net::Response> Service::ingest(net::Request& request)
{
    std::optional<Problem> problem;
    try {
        co_await accept(request);
    } catch (Problem& refusal) {
        problem = std::move(refusal);
    } catch (std::exception const& failure) {
        problem = Problem(Failure::internal, failure.what());
    }
    auto response = problem ? problem_response(*problem, request) : plain(204, "", "");
    shared_.metrics.answered(response.status);
    if (problem) {
        log::info("batch refused",
                  {{"request_id", request.id},
                   {"remote_address", request.remote_address},
                   {"status", response.status},
                   {"detail", problem->errors.empty() ? problem->detail : problem->errors[0].pointer + " " + problem->errors[0].detail}});
    }
    co_return response;
}

// Returns when the batch is in the database.
Task<void> Service::accept(net::Request& request)
{
    auto const device = co_await keys_.device_of(copy_of(request.headers.find("X-Device-Key")));
    auto const format = format_of(request.headers);
    Batch batch;
    batch.device = device;
    batch.received_at = now();
    if (auto key = parse_idempotency_key(request.headers.find("Idempotency-Key"))) {
        batch.repeatable = Repeatable{std::move(*key), sha256(request.body)};
    }
    auto const body_bytes = request.body.size();
    auto const events = reader_.read(request.body, format, batch.received_at);
    if (events.empty()) co_return;
    if (auto const wait = shared_.quota.take(device, events.size())) {
        Problem problem(Failure::too_many_requests, "quota-exceeded", "This device or its tenant sends more events than its quota allows.");
        problem.retry_after = *wait;
        throw problem;
    }
    auto const counts = count(events);
    encode_events(batch, events);
    // While the batch waits its memory is bounded by the queue; the body's would come on top of it.
    request.body = std::string();

    auto const batch_id = batch.id;
    auto outcome = co_await store(std::move(batch));
    if (outcome.problem) {
        shared_.quota.give_back(device, events.size());
        throw std::move(*outcome.problem);
    }
    if (outcome.repeated) shared_.metrics.repeated();
    else shared_.metrics.stored(counts, body_bytes);
    log::debug("batch stored", {{"request_id", request.id},
                                {"batch_id", batch_id},
                                {"tenant_id", device.tenant_id},
                                {"device_id", device.device_id},
                                {"events", events.size()},
                                {"repeated", outcome.repeated}});
}

// The outcome of a batch; one that cannot be handed over, or takes too long, is an outcome as well.
Task<Outcome> Service::store(Batch batch)
{
    auto const ticket = std::make_shared<Ticket>();
    Timer timer(io_, std::chrono::milliseconds(shared_.settings.ingest_answer_milliseconds));
    struct Waiting {
        Ticket& ticket;
        ~Waiting() { ticket.waiting = nullptr; }
    } const waiting{*ticket};
    ticket->waiting = &timer;

    Done done = [mailbox = mailbox_, ticket](Outcome outcome) {
        mailbox->deliver([ticket, outcome = std::move(outcome)]() mutable {
            ticket->outcome = std::move(outcome);
            if (ticket->waiting != nullptr) ticket->waiting->cancel();
        });
    };
    try {
        shared_.writers.submit(std::move(batch), std::move(done));
    } catch (Problem& problem) {
        co_return Outcome{.problem = std::move(problem)};
    }
    boost::system::error_code code;
    co_await timer.async_wait(asio::redirect_error(use_task, code));
    if (ticket->outcome) co_return std::move(*ticket->outcome);
    co_return Outcome{.problem = Problem::unavailable("The batch was not stored in time.", std::chrono::seconds(1))};
}

Task<net::Response> Service::readiness(net::Request& request)
{
    std::optional<Problem> problem;
    try {
        if (!shared_.writers.connected()) throw Problem::unavailable("The database is away.", std::chrono::seconds(1));
        std::vector<pg::Statement> statements(1);
        statements[0] = {"ingest.migration_current", pg::current_migration_sql, {}};
        auto const results = co_await pool_.run(std::move(statements));
        auto const current = pg::decode_all<int>(results.at(0), "migration_current").at(0);
        if (current < required_migration) throw Problem::unavailable("The database has not been migrated.", std::chrono::seconds(5));
    } catch (Problem& failure) {
        problem = std::move(failure);
    }
    if (problem) co_return problem_response(*problem, request);
    co_return plain(200, "application/json", R"({"status":"ready"})");
}

net::Server::HandlerFactory handlers(Shared& shared)
{
    return [&shared](net::Worker worker) -> net::Handler {
        auto service = std::make_shared<Service>(worker, shared);
        // The server keeps the handler for longer than any request.
        // NOLINTNEXTLINE(*-capturing-lambda-coroutines)
        return [service](net::Request& request) -> Task<net::Response> { co_return co_await service->handle(request); };
    };
}

}  // namespace mz::ingest
