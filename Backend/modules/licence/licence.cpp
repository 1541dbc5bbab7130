#include "licence/licence.hpp"

#include "json/read.hpp"
#include "licence_sql.hpp"

namespace mz::licence {

using namespace web;

namespace {

struct LicenceRow {
    licensing::TenantStatus status{};
    std::optional<std::string> plan;
    std::optional<json::Raw> limits;
    std::optional<Timestamp> valid_from;
    std::optional<Timestamp> valid_until;
    std::vector<licensing::Feature> features;
    std::int64_t devices = 0;
    std::int64_t users = 0;
};
BOOST_DESCRIBE_STRUCT(LicenceRow, (), (status, plan, limits, valid_from, valid_until, features, devices, users))

struct Receipt {
    std::string webhook_id;
    Timestamp now;
    Timestamp forget_before;
};
BOOST_DESCRIBE_STRUCT(Receipt, (), (webhook_id, now, forget_before))

struct Refreshed {
    Outcome outcome = Outcome::unchanged;
};
BOOST_DESCRIBE_STRUCT(Refreshed, (), (outcome))

Task<Licence> get(Request& rq)
{
    auto row = co_await rq.db.one<LicenceRow>(sql::licence_get{}, pg::NoArgs{});
    Licence licence;
    licence.status = licensing::standing({row.status, row.valid_from, row.valid_until}, now());
    licence.plan = std::move(row.plan);
    licence.features = std::move(row.features);
    if (row.limits) licence.limits = json::read_text<std::map<std::string, long long>>(row.limits->text);
    licence.in_use = {{"devices", row.devices}, {"users", row.users}};
    licence.valid_from = row.valid_from;
    licence.valid_until = row.valid_until;
    co_return licence;
}

// The signature covers the bytes as they came, so the body is read here and not by an extractor. A replayed push is answered like the
// first: whoever sends it twice did not hear us.
Task<Refreshed> refresh(Request& rq)
{
    auto const& push = rq.services.get<PushKeys>();
    if (!push.keys) throw Problem(Failure::unauthorized, "bad-signature", "No signing key is configured here.");
    auto const webhook_id = push.keys->verify(rq.http.headers, rq.http.body, push.tolerance);
    auto const document = json::read_text<licensing::TenantDocument>(rq.http.body);

    Caller management;
    management.kind = ActorKind::service;
    management.tenant = document.tenant.id;
    rq.become(std::move(management));
    rq.audit_target(document.tenant.id);
    rq.db.audit().changes = json::write(document);
    co_await rq.db.begin();
    auto const time = now();
    Receipt const receipt{webhook_id, time, time - 2 * push.tolerance};
    auto const first = co_await rq.db.maybe<std::string>(sql::push_receipt_create{}, receipt);
    if (!first) co_return Refreshed{};
    co_return Refreshed{co_await apply(rq.db.transaction(), document)};
}

}  // namespace

PushKeys::PushKeys(Settings const& settings) : tolerance(settings.licence_push_tolerance_seconds)
{
    if (!settings.cloud_webhook_hmac_secret.reveal().empty()) keys.emplace(settings.cloud_webhook_hmac_secret);
}

std::vector<Route> routes()
{
    return {
        route(Verb::get, "/api/v1/licence", Permission{"licence:read"}, "licence_get", "What this tenant has licensed", get),
        route(Verb::post, "/internal/license/refresh", permission::none, "license_refresh", "A signed push from Management", refresh),
    };
}

}  // namespace mz::licence
