#include "live.hpp"

#include "alerts.hpp"
#include "alerts_sql.hpp"
#include "core/log.hpp"
#include "json/read.hpp"
#include "json/write.hpp"
#include "pg/registry.hpp"

#include <algorithm>

namespace mz::alerts {
namespace {

using namespace web;

constexpr auto security_topic = "security";
constexpr auto vpn_topic = "vpn";
constexpr auto channel = "alerts";
constexpr auto created_type = "alert";
constexpr auto updated_type = "alert_updated";

// What travels on the channel: the message is ready to be sent.
struct Announcement {
    Uuid tenant;
    json::Raw message;
};
BOOST_DESCRIBE_STRUCT(Announcement, (), (tenant, message))

struct NotifyArgs {
    std::string payload;
};
BOOST_DESCRIBE_STRUCT(NotifyArgs, (), (payload))

struct Missed {
    Timestamp since;
    std::int32_t most = 0;
};
BOOST_DESCRIBE_STRUCT(Missed, (), (since, most))

struct MissedAlert : Alert {
    Timestamp updated_at;
};
BOOST_DESCRIBE_STRUCT(MissedAlert, (Alert), (updated_at))

std::string text_of(char const* type, Alert const& alert, Timestamp at) { return web::message(type, alert.id, at, json::write(alert)); }

pg::Statement announce(Uuid const& tenant, std::string message)
{
    NotifyArgs const args{json::write(Announcement{tenant, {std::move(message)}})};
    pg::registered<sql::alert_notify, void>();
    return pg::statement<sql::alert_notify>(args);
}

// A connection that was away gets the present state of every alert that changed since: as new where it cannot have seen it, and as
// updated where it may have.
Task<std::vector<std::string>> replay_alerts(Request& rq, std::optional<Uuid> after)
{
    std::vector<std::string> messages;
    if (!after) co_return messages;
    auto const& settings = rq.services.get<AlertSettings>();
    Timestamp const seen{after->unix_milliseconds() * 1000};
    Missed const args{seen - std::chrono::seconds(settings.alert_replay_overlap_seconds), settings.alert_replay_most};
    auto alerts = co_await rq.db.all<MissedAlert>(sql::alert_replay{}, args);
    for (auto const& missed : alerts) {
        Alert const& alert = missed;
        // From the end to the beginning, as the rows come; the whole is turned round below.
        if (alert.version > 1) messages.push_back(text_of(updated_type, alert, missed.updated_at));
        if (alert.created_at >= args.since) messages.push_back(text_of(created_type, alert, alert.created_at));
    }
    std::ranges::reverse(messages);
    co_return messages;
}

// Nothing is said of VPN sessions that could be missed: a new connection asks for the present ones.
Task<std::vector<std::string>> replay_vpn(Request&, std::optional<Uuid>) { co_return std::vector<std::string>(); }

}  // namespace

pg::Statement announce_new(Uuid const& tenant, Alert const& alert)
{
    return announce(tenant, text_of(created_type, alert, alert.created_at));
}
pg::Statement announce_update(Uuid const& tenant, Alert const& alert, Timestamp at)
{
    return announce(tenant, text_of(updated_type, alert, at));
}

std::vector<Route> topics()
{
    std::vector<Route> all;
    all.push_back(
        topic("/api/ws/security", Permission{"alerts:read"}, "security_live", "Alerts as they come", security_topic, replay_alerts));
    all.push_back(topic("/api/ws/vpn", Permission{"vpn:read"}, "vpn_live", "VPN sessions as they change", vpn_topic, replay_vpn));
    return all;
}

std::unique_ptr<pg::Listener> broadcast(asio::io_context& io, Secret<std::string> url, Hub& hub)
{
    auto const publish = [&hub](std::string_view, std::string_view payload) {
        try {
            auto announcement = json::read_text<Announcement>(payload);
            hub.publish(security_topic, announcement.tenant, std::make_shared<std::string const>(std::move(announcement.message.text)));
        } catch (Problem const& problem) {
            log::error("announcement not understood", {{"channel", channel}, {"detail", problem.detail}});
        }
    };
    auto const catch_up = [&hub] { hub.restart_all(); };
    std::vector<std::string> channels{channel};
    return std::make_unique<pg::Listener>(io, std::move(url), std::move(channels), publish, catch_up);
}

}  // namespace mz::alerts
