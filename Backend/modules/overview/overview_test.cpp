#include "overview.hpp"
#include "devices/devices.hpp"
#include "test_backend.hpp"

namespace mz::overview {
namespace {

TEST(overview, counts_what_needs_attention_in_ones_own_tenant)
{
    auto const add = [](net::Worker, web::Services& services) { services.add(std::make_shared<devices::DeviceSettings>()); };
    backend::test::Backend cloud(routes(), add);
    for (int i = 0; i < 2; ++i) {
        auto const tenant = cloud.make_tenant();
        auto const ann = cloud.make_person(tenant, "Ann");
        auto const online = cloud.make_device(tenant, "online");
        cloud.make_device(tenant, "offline");
        auto const revoked = cloud.make_device(tenant, "revoked");
        cloud.superuser.run("update devices.devices set last_seen_at = now() where id = $1", {online.to_string()});
        cloud.superuser.run("update devices.devices set revoked_at = now(), last_seen_at = now() where id = $1", {revoked.to_string()});
        cloud.superuser.run(
            "insert into itsm.incidents (tenant_id, id, number, title, status, impact, urgency, priority, assignee_id, created_at, "
            "updated_at) "
            "select $1, gen_random_uuid(), n::text, 'x', case when n < 5 then 'open' else 'closed' end, 'low', 'low', "
            "case when n = 1 then 'critical' when n < 4 then 'high' else 'low' end::itsm.priority, case when n = 4 then $2::uuid end, "
            "now(), now() "
            "from generate_series(1, 9) n",
            {tenant.to_string(), ann.to_string()});
        cloud.superuser.run(
            "insert into alerts.alerts (tenant_id, id, severity, title, source, detail, status, occurred_at, created_at, updated_at) "
            "select $1, gen_random_uuid(), case when n < 3 then 'critical' else 'high' end::alerts.severity, 'x', 'edge', '{}', "
            "case when n < 4 then 'open' else 'closed' end, now(), now() - case when n = 7 then interval '2 days' else interval '0' end, "
            "now() "
            "from generate_series(1, 7) n",
            {tenant.to_string()});
        auto const answer = cloud.get("/api/v1/overview", cloud.token(tenant, ann, "overview:read"));
        ASSERT_EQ(answer.status, 200) << answer.body;
        auto const shown = answer.json();
        EXPECT_EQ(shown.at("incidents"), (boost::json::value{{"open", 4}, {"unassigned", 3}, {"critical", 1}, {"high", 2}}));
        EXPECT_EQ(shown.at("alerts"), (boost::json::value{{"open", 3}, {"critical", 2}, {"high", 1}, {"last_24h", 6}}));
        EXPECT_EQ(shown.at("devices"), (boost::json::value{{"online", 1}, {"offline", 1}, {"total", 2}}));
    }
}

}  // namespace
}  // namespace mz::overview
