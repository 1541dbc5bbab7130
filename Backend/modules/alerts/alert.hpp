#pragma once
#include "core/clock.hpp"
#include "core/secret.hpp"
#include "core/text.hpp"
#include "core/uuid.hpp"
#include "json/value.hpp"
#include "web/page.hpp"

#include <boost/describe.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace mz::alerts {

enum class Severity { info, low, medium, high, critical };
BOOST_DESCRIBE_ENUM(Severity, info, low, medium, high, critical)

enum class AlertStatus { open, acknowledged, closed };
BOOST_DESCRIBE_ENUM(AlertStatus, open, acknowledged, closed)

// These lengths keep an alert within what one NOTIFY carries.
using Title = Text<1, 200>;
using Source = Text<1, 200>;
using Rule = Text<1, 200>;

// `source` is "edge" for an appliance, else the webhook's name.
struct Alert {
    Uuid id;
    Severity severity = Severity::info;
    Title title;
    Source source;
    std::optional<Uuid> device_id;
    std::optional<std::string> device_name;
    std::optional<Rule> rule;
    AlertStatus status = AlertStatus::open;
    Timestamp occurred_at;
    Timestamp created_at;
    std::optional<std::string> acknowledged_by_name;
    std::optional<Uuid> incident_id;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Alert, (),
                      (id, severity, title, source, device_id, device_name, rule, status, occurred_at, created_at, acknowledged_by_name,
                       incident_id, version))

struct AlertDetail : Alert {
    json::Raw detail;
};
BOOST_DESCRIBE_STRUCT(AlertDetail, (Alert), (detail))

struct AlertFilter : web::ListQuery {
    std::vector<Severity> severity;
    std::vector<AlertStatus> status;
    std::optional<Uuid> device_id;
};
BOOST_DESCRIBE_STRUCT(AlertFilter, (web::ListQuery), (severity, status, device_id))

struct AlertPath {
    Uuid id;
};
BOOST_DESCRIBE_STRUCT(AlertPath, (), (id))

struct CloseAlert {
    std::optional<Text<1, 2000>> reason;
};
BOOST_DESCRIBE_STRUCT(CloseAlert, (), (reason))

// Where an outside program may raise alerts; it signs as Standard Webhooks says.
struct AlertWebhook {
    Uuid id;
    Text<1, 200> name;
    std::string url;
    Timestamp created_at;
    std::optional<Timestamp> revoked_at;
    std::optional<Timestamp> last_used_at;
};
BOOST_DESCRIBE_STRUCT(AlertWebhook, (), (id, name, url, created_at, revoked_at, last_used_at))

struct AlertWebhookCreate {
    Text<1, 200> name;
};
BOOST_DESCRIBE_STRUCT(AlertWebhookCreate, (), (name))

// The secret is shown this once.
struct AlertWebhookCreated {
    Uuid id;
    Text<1, 200> name;
    std::string url;
    Secret<std::string> secret;
};
BOOST_DESCRIBE_STRUCT(AlertWebhookCreated, (), (id, name, url, secret))

// What an outside program sends. `detail` is an object of its own making.
struct AlertReport {
    Severity severity = Severity::info;
    Title title;
    std::optional<Rule> rule;
    std::optional<std::map<std::string, json::Raw>> detail;
};
BOOST_DESCRIBE_STRUCT(AlertReport, (), (severity, title, rule, detail))

}  // namespace mz::alerts
