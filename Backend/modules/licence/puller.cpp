#include "licence/puller.hpp"

#include "core/log.hpp"
#include "json/read.hpp"
#include "licence_sql.hpp"
#include "pg/transaction.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>

namespace mz::licence {

struct Puller::State {
    asio::io_context& io;
    std::shared_ptr<pg::Pool> pool;
    Settings settings;
    std::unique_ptr<net::Client> client;
    asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>, Executor> timer;
    bool stopped = false;

    State(asio::io_context& io, std::shared_ptr<pg::Pool> pool, Settings settings)
        : io(io),
          pool(std::move(pool)),
          settings(std::move(settings)),
          client(std::make_unique<net::Client>(io, net::trusted_peers)),
          timer(io.get_executor())
    {
    }
};

namespace {

// Empty where Management does not know the tenant.
Task<std::optional<licensing::TenantDocument>> fetch(net::Client& client, Settings settings, Uuid tenant)
{
    net::ClientRequest request;
    request.url = settings.management_api_url + "/internal/v1/licenses/" + tenant.to_string();
    auto const& tokens = settings.cloud_internal_api_token.reveal();
    request.headers.set("X-Internal-Token", tokens.substr(0, tokens.find(',')));
    request.timeout = std::chrono::seconds(settings.licence_pull_timeout_seconds);
    auto const response = co_await client.send(request);
    if (response.status == 404) co_return std::nullopt;
    if (response.status != 200) throw Problem(Failure::unavailable, "Management answered " + std::to_string(response.status));
    auto document = json::read_text<licensing::TenantDocument>(response.body);
    if (document.tenant.id != tenant) throw Problem(Failure::internal, "Management answered about another tenant");
    co_return document;
}

Task<Outcome> take_over(pg::Pool& pool, licensing::TenantDocument document)
{
    web::AuditEntry entry;
    entry.actor_kind = web::ActorKind::system;
    entry.tenant = document.tenant.id;
    entry.target = document.tenant.id;
    entry.operation = "licence_pull";
    entry.changes = json::write(document);
    web::Db db(pool, std::move(entry));
    co_await db.begin();
    auto const outcome = co_await apply(db.transaction(), document);
    if (outcome != Outcome::unchanged) co_await db.commit(true);
    co_return outcome;
}

}  // namespace

Puller::Puller(asio::io_context& io, std::shared_ptr<pg::Pool> pool, Settings settings)
    : state_(std::make_shared<State>(io, std::move(pool), std::move(settings)))
{
}

Puller::~Puller()
{
    state_->stopped = true;
    state_->timer.cancel();
    state_->client.reset();  // a request under way ends with an error, and the round with it
}

void Puller::start()
{
    if (state_->settings.management_api_url.empty()) return;
    asio::co_spawn(state_->io, work(state_), asio::detached);
}

Task<int> Puller::pull() { co_return co_await pull_all(state_); }

Task<void> Puller::work(std::shared_ptr<State> state)
{
    while (!state->stopped) {
        try {
            auto const changed = co_await pull_all(state);
            if (changed > 0) log::info("licences pulled", {{"changed", changed}});
        } catch (std::exception const& problem) {
            // The licence service may be down for days; what we hold is better than nothing.
            log::warn("licences not pulled", {{"reason", problem.what()}});
        }
        if (state->stopped) co_return;
        state->timer.expires_after(std::chrono::seconds(state->settings.licence_pull_seconds));
        boost::system::error_code ignored;
        co_await state->timer.async_wait(asio::redirect_error(use_task, ignored));
    }
}

Task<int> Puller::pull_all(std::shared_ptr<State> state)
{
    auto const tenants = co_await pg::all<Uuid>(*state->pool, pg::Entry{}, sql::tenant_ids_list{});
    int changed = 0;
    for (auto const& tenant : tenants) {
        if (state->stopped) break;
        try {
            auto const document = co_await fetch(*state->client, state->settings, tenant);
            if (!document) continue;
            auto const outcome = co_await take_over(*state->pool, *document);
            changed += outcome != Outcome::unchanged;
        } catch (Problem const& problem) {
            // Nobody there is the same for every tenant; a document that we cannot use must not keep the others waiting.
            if (problem.failure == Failure::unavailable) throw;
            log::warn("licence not pulled", {{"tenant", tenant}, {"reason", problem.detail}});
        }
    }
    co_return changed;
}

}  // namespace mz::licence
