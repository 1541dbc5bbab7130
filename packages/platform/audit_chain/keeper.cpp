#include "audit_chain/keeper.hpp"

#include "audit_chain/sealer.hpp"
#include "audit_chain/verifier.hpp"
#include "core/log.hpp"

#include <boost/describe/enum_to_string.hpp>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <set>
#include <thread>

namespace mz::audit_chain {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds statement_timeout{60};
constexpr std::chrono::seconds reconnect_pause{2};
constexpr std::chrono::milliseconds verify_slice{200};  // of each round, so that sealing never waits long

}  // namespace

struct Keeper::Impl {
    Impl(Secret<std::string> with, std::shared_ptr<KeyRing const> ring, KeeperSettings chosen, Upkeep also)
        : url(std::move(with)),
          keys(std::move(ring)),
          settings(chosen),
          upkeep(std::move(also)),
          sealer(*keys, settings.audit_seal_batch),
          thread([this] { run(); })
    {
    }

    void run();
    bool round();
    void verify_some();
    void tell(Report const& report);
    bool sleep(std::chrono::milliseconds time);

    Secret<std::string> url;
    std::shared_ptr<KeyRing const> keys;
    KeeperSettings settings;
    Upkeep upkeep;
    Sealer sealer;
    std::optional<pg::Blocking> connection;
    Clock::time_point upkeep_due = Clock::now();
    std::set<Uuid> broken;
    std::atomic<std::int64_t> sealed{0};
    std::atomic<std::int64_t> broken_now{0};
    std::mutex mutex;
    std::condition_variable wake;
    bool stopping = false;
    std::thread thread;  // the last, because it uses all the rest
};

void Keeper::Impl::run()
{
    std::chrono::milliseconds pause{0};
    while (sleep(pause)) {
        pause = std::chrono::milliseconds(settings.audit_seal_milliseconds);
        try {
            if (!connection || !connection->is_open()) connection.emplace(url, statement_timeout);
            if (round()) pause = std::chrono::milliseconds(0);
        } catch (std::exception const& error) {
            log::warn("audit job waits", {{"why", error.what()}});
            if (connection && connection->is_open() && connection->in_transaction()) connection.reset();
            pause = reconnect_pause;
        }
    }
}

// True where there is more to seal at once.
bool Keeper::Impl::round()
{
    auto const done = sealer.seal_round(*connection);
    sealed += done.sealed;
    verify_some();
    if (upkeep && Clock::now() >= upkeep_due) {
        upkeep_due = Clock::now() + std::chrono::minutes(settings.audit_upkeep_minutes);
        upkeep(*connection);
    }
    return done.more;
}

void Keeper::Impl::verify_some()
{
    auto const until = Clock::now() + verify_slice;
    VerifySettings const how{std::chrono::seconds(settings.audit_unsealed_seconds), settings.audit_verify_page};
    for (auto const& tenant : chains(*connection, now() - std::chrono::minutes(settings.audit_verify_minutes))) {
        std::optional<Report> report;
        while (!report && Clock::now() < until) report = verify_next(*connection, *keys, tenant, how);
        if (report) tell(*report);
        if (Clock::now() >= until) return;
    }
}

void Keeper::Impl::tell(Report const& report)
{
    if (report.finding) broken.insert(report.tenant);
    else broken.erase(report.tenant);
    broken_now = static_cast<std::int64_t>(broken.size());
    if (!report.finding) return;
    log::error("an audit chain does not verify", {{"tenant", report.tenant},
                                                  {"fault", boost::describe::enum_to_string(report.finding->fault, "")},
                                                  {"entry", report.finding->entry.value_or(Uuid{})},
                                                  {"detail", report.finding->detail}});
}

// False once the keeper is to stop.
bool Keeper::Impl::sleep(std::chrono::milliseconds time)
{
    std::unique_lock lock(mutex);
    return !wake.wait_for(lock, time, [this] { return stopping; });
}

Keeper::Keeper(Secret<std::string> url, std::shared_ptr<KeyRing const> keys, KeeperSettings settings, Upkeep upkeep)
    : impl_(std::make_unique<Impl>(std::move(url), std::move(keys), settings, std::move(upkeep)))
{
}

Keeper::~Keeper()
{
    {
        std::scoped_lock const lock(impl_->mutex);
        impl_->stopping = true;
    }
    impl_->wake.notify_all();
    impl_->thread.join();
}

std::int64_t Keeper::entries_sealed() const { return impl_->sealed; }
std::int64_t Keeper::chains_broken() const { return impl_->broken_now; }

}  // namespace mz::audit_chain
