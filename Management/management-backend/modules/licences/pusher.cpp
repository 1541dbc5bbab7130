#include "licences/pusher.hpp"

#include "core/crypto.hpp"
#include "core/log.hpp"
#include "json/write.hpp"
#include "licences/document.hpp"
#include "licences_sql.hpp"
#include "net/client.hpp"
#include "pg/transaction.hpp"
#include "web/webhook_signature.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>

#include <algorithm>

namespace mz::licences {
namespace {

constexpr std::size_t max_error_length = 300;

struct Claim {
    Timestamp now;
    Timestamp claimed_until;
    int limit = 0;
};
BOOST_DESCRIBE_STRUCT(Claim, (), (now, claimed_until, limit))

struct Claimed {
    Uuid tenant;
    Uuid delivery_id;
    int attempts = 0;
};
BOOST_DESCRIBE_STRUCT(Claimed, (), (tenant, delivery_id, attempts))

struct Delivered {
    Uuid tenant;
    Uuid delivery_id;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(Delivered, (), (tenant, delivery_id, now))

struct Failed {
    Uuid tenant;
    Uuid delivery_id;
    std::string error;
    Timestamp next_attempt_at;
};
BOOST_DESCRIBE_STRUCT(Failed, (), (tenant, delivery_id, error, next_attempt_at))

double random_fraction()
{
    std::uint8_t byte = 0;
    random_fill({&byte, 1});
    return byte / 255.0;
}

}  // namespace

struct Pusher::State {
    asio::io_context& io;
    std::shared_ptr<pg::Pool> pool;
    Settings settings;
    web::WebhookKeys keys;
    std::unique_ptr<net::Client> client;
    asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>, Executor> timer;
    bool stopped = false;

    State(asio::io_context& io, std::shared_ptr<pg::Pool> pool, Settings given)
        : io(io),
          pool(std::move(pool)),
          settings(std::move(given)),
          keys(settings.cloud_webhook_hmac_secret),
          client(std::make_unique<net::Client>(io, net::trusted_peers)),
          timer(io.get_executor())
    {
    }

    // Empty where the Cloud took it, else what went wrong.
    Task<std::string> deliver(Claimed claimed)
    {
        ByTenant const by_tenant{claimed.tenant};
        auto const row = co_await pg::one<DocumentRow>(*pool, pg::Entry{}, sql::document_get{}, by_tenant);
        net::ClientRequest request;
        request.method = net::Method::post;
        request.url = settings.cloud_api_url + "/internal/license/refresh";
        request.body = json::write(document_of(row));
        request.headers.set("Content-Type", "application/json");
        request.timeout = std::chrono::seconds(settings.push_timeout_seconds);
        keys.sign(request.headers, claimed.delivery_id.to_string(), request.body);
        auto const response = co_await client->send(std::move(request));
        if (response.status >= 200 && response.status < 300) co_return "";
        co_return "the Cloud answered " + std::to_string(response.status) + ": " + response.body.substr(0, max_error_length);
    }

    // True where it arrived.
    Task<bool> push(Claimed claimed)
    {
        std::string error;
        try {
            error = co_await deliver(claimed);
        } catch (Problem const& problem) {
            error = problem.detail;
        }
        auto const time = now();
        if (error.empty()) {
            Delivered const delivered{claimed.tenant, claimed.delivery_id, time};
            co_await pg::run(*pool, pg::Entry{}, sql::push_delivered{}, delivered);
            co_return true;
        }
        auto const pause = retry_pause(settings, claimed.attempts, random_fraction());
        log::warn("licence not pushed", {{"tenant", claimed.tenant}, {"attempts", claimed.attempts}, {"reason", error}});
        Failed const failed{claimed.tenant, claimed.delivery_id, error, time + pause};
        co_await pg::run(*pool, pg::Entry{}, sql::push_failed{}, failed);
        co_return false;
    }
};

std::chrono::milliseconds retry_pause(Settings const& settings, int attempts, double random)
{
    double const longest = settings.push_retry_longest_seconds * 1000.0;
    double const doubled = settings.push_retry_first_seconds * 1000.0 * static_cast<double>(1ULL << std::clamp(attempts - 1, 0, 30));
    return std::chrono::milliseconds(static_cast<long>(std::min(longest, doubled) * (0.5 + random / 2)));
}

Pusher::Pusher(asio::io_context& io, std::shared_ptr<pg::Pool> pool, Settings settings)
    : state_(std::make_shared<State>(io, std::move(pool), std::move(settings)))
{
}

Pusher::~Pusher()
{
    state_->stopped = true;
    state_->timer.cancel();
    state_->client.reset();  // a request under way ends with an error, and the round with it
}

void Pusher::start() { asio::co_spawn(state_->io, work(state_), asio::detached); }

Task<int> Pusher::push_due()
{
    int delivered = 0;
    while (true) {
        auto const batch = co_await push_batch(state_);
        delivered += std::max(0, batch);
        if (batch < 0) co_return delivered;
    }
}

Task<void> Pusher::work(std::shared_ptr<State> state)
{
    while (!state->stopped) {
        try {
            while (!state->stopped && co_await push_batch(state) >= 0) {
            }
        } catch (std::exception const& problem) {
            log::warn("outbox not read", {{"reason", problem.what()}});
        }
        if (state->stopped) co_return;
        state->timer.expires_after(std::chrono::milliseconds(state->settings.push_poll_milliseconds));
        boost::system::error_code ignored;
        co_await state->timer.async_wait(asio::redirect_error(use_task, ignored));
    }
}

// How many arrived, or -1 where nothing was due.
Task<int> Pusher::push_batch(std::shared_ptr<State> state)
{
    auto const time = now();
    Claim const claim{time, time + std::chrono::seconds(state->settings.push_lease_seconds), state->settings.push_batch};
    auto const claimed = co_await pg::all<Claimed>(*state->pool, pg::Entry{}, sql::push_claim{}, claim);
    if (claimed.empty()) co_return -1;
    int delivered = 0;
    for (auto const& one : claimed) {
        if (state->stopped) break;
        bool const arrived = co_await state->push(one);
        delivered += arrived;
    }
    co_return delivered;
}

}  // namespace mz::licences
