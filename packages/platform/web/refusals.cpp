#include "web/refusals.hpp"

#include "core/log.hpp"
#include "json/write.hpp"
#include "net/background.hpp"
#include "pg/transaction.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace mz::web {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::chrono::minutes window{1};
constexpr std::size_t callers_remembered = 10000;

// Whose refusals are counted together: a caller's, or those at one account by nobody in particular.
std::string key_of(AuditEntry const& entry)
{
    return entry.tenant.value_or(Uuid{}).to_string() + ' ' + entry.actor.value_or(entry.target.value_or(Uuid{})).to_string();
}

}  // namespace

Refusals::Refusals(asio::io_context& io, std::shared_ptr<pg::Pool> pool, int per_minute)
    : background_(net::Background::of(io)), pool_(std::move(pool)), per_minute_(per_minute)
{
}

void Refusals::note(AuditEntry entry, std::string reason)
{
    auto const time = SteadyClock::now();
    auto key = key_of(entry);
    if (minutes_.size() >= callers_remembered) forget_past();
    auto& minute = minutes_[key];
    if (minute.ends <= time && minute.more == 0) minute = {time + window};
    if (minute.written < per_minute_) {
        ++minute.written;
        entry.changes = json::bj::serialize(json::bj::object{{"reason", reason}});
        background_.spawn(write(shared_from_this(), std::move(entry)));
    } else if (++minute.more == 1) {
        background_.spawn(sum_up(shared_from_this(), std::move(key), std::move(entry), std::move(reason)));
    }
}

Task<void> Refusals::write(std::shared_ptr<Refusals> self, AuditEntry entry)
{
    pg::Entry const entered{entry.tenant, entry.actor};
    try {
        co_await pg::run_single(*self->pool_, entered, audit_statement(entry));
    } catch (std::exception const& error) {
        log::warn("a refusal is not in the audit log",
                  {{"request_id", entry.request_id}, {"operation", entry.operation}, {"why", error.what()}});
    }
}

Task<void> Refusals::sum_up(std::shared_ptr<Refusals> self, std::string key, AuditEntry entry, std::string reason)
{
    auto const ends = self->minutes_[key].ends;
    co_await self->background_.wait_until(ends);
    auto const found = self->minutes_.find(key);
    if (found == self->minutes_.end()) co_return;
    entry.changes = json::bj::serialize(json::bj::object{{"reason", reason}, {"repeated", found->second.more}});
    self->minutes_.erase(found);
    co_await write(self, std::move(entry));
}

// Minutes that are summed up later stay.
void Refusals::forget_past()
{
    auto const time = SteadyClock::now();
    std::erase_if(minutes_, [&](auto const& entry) { return entry.second.ends <= time && entry.second.more == 0; });
}

}  // namespace mz::web
