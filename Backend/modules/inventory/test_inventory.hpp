#pragma once
#include "inventory.hpp"
#include "test_backend.hpp"
#include "testing/run_task.hpp"

#include <fmt/format.h>
#include <boost/json/serialize.hpp>

#include <string>
#include <vector>

namespace mz::inventory::test {

using backend::test::Backend;
using backend::test::text;
namespace bj = boost::json;

// A Cloud with the inventory's routes, a tenant and a device that tells of its machine.
class World : public ::testing::Test {
protected:
    World()
        : cloud(routes(), [this](net::Worker, web::Services& services) {
              services.add(std::make_shared<InventorySettings>(settings));
              services.add(std::make_shared<commands::CommandSettings>());
          })
    {
        tenant = cloud.make_tenant();
        device = cloud.make_device(tenant, "box");
        by = cloud.token(tenant, cloud.make_person(tenant, "Ann"), "cis:read discovery:read discovery:write");
    }

    // What the device says, in one batch, as the job takes it in.
    Taken tell(std::vector<std::string> const& data, std::optional<Timestamp> at = std::nullopt)
    {
        std::vector<Event> events;
        for (auto const& each : data) events.push_back({at.value_or(now()), {each}});
        asio::io_context io;
        pg::Pool pool(io, cloud.database.url("monozu_jobs"), {});
        return testing::run_task(io, take_in(pool, std::move(events)));
    }
    Task<Taken> take_in(pg::Pool& pool, std::vector<Event> events)
    {
        pg::Transaction tx(co_await pool.acquire(), pg::Entry{tenant, std::nullopt});
        auto const taken = co_await take(tx, tenant, device, std::move(events), settings);
        co_await tx.commit();
        co_return taken;
    }

    static std::string full(std::string const& section, std::string const& digest, std::string const& items)
    {
        return fmt::format(R"({{"type":"inventory","section":"{}","digest":"{}","full":true,"items":[{}]}})", section, digest, items);
    }
    static std::string same(std::string const& section, std::string const& digest)
    {
        return fmt::format(R"({{"type":"inventory","section":"{}","digest":"{}"}})", section, digest);
    }
    static std::string change(std::string const& section, std::string const& base, std::string const& digest, std::string const& put,
                              std::string const& gone)
    {
        return fmt::format(R"({{"type":"inventory","section":"{}","base":"{}","digest":"{}","put":[{}],"gone":[{}]}})", section, base,
                           digest, put, gone);
    }
    static std::string package(std::string const& name, std::string const& version)
    {
        return fmt::format(R"({{"manager":"dpkg","name":"{}","version":"{}","architecture":"amd64"}})", name, version);
    }
    static std::string system(std::string const& hostname, std::string const& machine_id = "0123456789abcdef0123456789abcdef")
    {
        return fmt::format(R"({{"hostname":"{}","os_name":"Debian","machine_id":"{}","virtualization":"kvm"}})", hostname, machine_id);
    }

    long count(std::string const& of) { return std::stol(cloud.value("select count(*) from " + of)); }
    std::string ci() { return text(cloud.get("/api/v1/devices/" + device.to_string() + "/ci", by).json(), "id"); }
    bj::value of_ci(std::string const& what) const
    {
        auto const answer = cloud.get("/api/v1/cis/" + machine + "/" + what, by);
        EXPECT_EQ(answer.status, 200) << answer.body;
        return answer.json();
    }
    // One member of all items, in their order.
    static std::string all(bj::value const& page, char const* member)
    {
        std::string out;
        for (auto const& item : page.at("items").as_array()) out += text(item, member) + " ";
        return out;
    }

    Settings settings;
    Backend cloud;
    Uuid tenant;
    Uuid device;
    std::string by;
    std::string machine;  // the CI, for of_ci
};

}  // namespace mz::inventory::test
