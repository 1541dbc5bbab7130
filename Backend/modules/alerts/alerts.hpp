#pragma once
#include "alert.hpp"
#include "pg/listener.hpp"
#include "web/hub.hpp"
#include "web/route.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mz::alerts {

// Named settings, read from the environment in upper case. A worker's services hold them.
struct AlertSettings {
    std::string public_url = "http://127.0.0.1:8000";  // how outside programs reach this service; a webhook's address starts with it
    int alert_replay_most = 500;                       // messages that a connection gets of what it missed; the newest
    int alert_replay_overlap_seconds = 5;              // sent again below `after`: what has a lower id may have been committed later
    int alert_webhook_tolerance_seconds = 300;         // between a signature's time and ours
    std::size_t alert_webhook_max_body_bytes = 64 * 1024;
    int alert_webhook_max_per_minute = 120;  // of one webhook; more get 429
};
BOOST_DESCRIBE_STRUCT(AlertSettings, (),
                      (public_url, alert_replay_most, alert_replay_overlap_seconds, alert_webhook_tolerance_seconds,
                       alert_webhook_max_body_bytes, alert_webhook_max_per_minute))

std::vector<web::Route> routes();

// An alert to be stored.
struct Raise {
    Severity severity = Severity::info;
    Title title;
    Source source;
    std::optional<Rule> rule;
    std::optional<Uuid> device_id;
    json::Raw detail;
    Timestamp occurred_at;
};

// Stores the alerts in the caller's transaction, which has entered their tenant, and announces them to every Backend process: the
// announcement goes out if and only if the transaction is committed.
Task<void> raise(web::Tx& tx, std::vector<Raise> alerts);

// Hands what is announced, by this process or another one, to the WebSockets of its tenant. Runs as long as the Listener lives.
std::unique_ptr<pg::Listener> broadcast(asio::io_context& io, Secret<std::string> url, web::Hub& hub);

// Forgets webhook messages received before this, of all tenants; they must be older than a signature is good for. Returns how many.
Task<std::int64_t> purge_deliveries(pg::Pool& pool, Timestamp before);

}  // namespace mz::alerts
