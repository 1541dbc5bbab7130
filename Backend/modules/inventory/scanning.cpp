#include "scanning.hpp"

#include "commands/commands.hpp"
#include "core/log.hpp"
#include "inventory_sql.hpp"
#include "machine_routes.hpp"
#include "pg/transaction.hpp"

#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <array>
#include <chrono>

namespace mz::inventory {
namespace {

namespace ip = boost::asio::ip;

constexpr std::array own_v4{"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16", "127.0.0.0/8"};
constexpr std::array own_v6{"fc00::/7", "fe80::/10", "::1/128"};

struct Asked {
    Uuid network_id;
    Uuid command_id;
};
BOOST_DESCRIBE_STRUCT(Asked, (), (network_id, command_id))

struct Due {
    Timestamp at;
    std::int32_t at_most = 0;
};
BOOST_DESCRIBE_STRUCT(Due, (), (at, at_most))

struct DueNetwork {
    Uuid tenant_id;
    Uuid id;
};
BOOST_DESCRIBE_STRUCT(DueNetwork, (), (tenant_id, id))

struct TakeDue {
    Uuid id;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(TakeDue, (), (id, at))

struct TakenDue {
    Uuid device_id;
    std::string network;
    ScanMethod method = ScanMethod::hosts;
    bool usable = false;
};
BOOST_DESCRIBE_STRUCT(TakenDue, (), (device_id, network, method, usable))

struct Purge {
    Timestamp removed_before;
    Timestamp scans_before;
    std::int32_t at_most = 0;
};
BOOST_DESCRIBE_STRUCT(Purge, (), (removed_before, scans_before, at_most))

bool is_within(ip::network_v4 const& inner, ip::network_v4 const& outer) { return inner == outer || inner.is_subnet_of(outer); }
bool is_within(ip::network_v6 const& inner, ip::network_v6 const& outer) { return inner == outer || inner.is_subnet_of(outer); }

json::Raw quoted(std::string_view text) { return {json::bj::serialize(json::bj::value(text))}; }

// The row says when it is due next in the same statement that finds it due, so that of several processes one finds it.
Task<bool> take_due(pg::Pool& pool, DueNetwork due, InventorySettings settings)
{
    pg::Transaction tx(co_await pool.acquire(), pg::Entry{due.tenant_id, std::nullopt});
    TakeDue const take{due.id, now()};
    auto const taken = co_await tx.maybe<TakenDue>(sql::network_due_take{}, take);
    if (!taken) co_return false;
    if (taken->usable) {
        ScanOrder const order{due.id, taken->device_id, taken->network, taken->method};
        co_await order_scan(tx, order, settings);
    }
    co_await tx.commit();
    co_return taken->usable;
}

}  // namespace

Network network_of(std::string const& text)
{
    boost::system::error_code wrong;
    if (auto const v4 = ip::make_network_v4(text, wrong); !wrong) {
        bool const own = std::ranges::any_of(own_v4, [&](char const* each) { return is_within(v4, ip::make_network_v4(each)); });
        return {v4.to_string(), !own};
    }
    auto const v6 = ip::make_network_v6(text, wrong);
    if (wrong) throw Problem::invalid("/network", "must be a network such as 192.168.1.0/24 or fd00:1::/120");
    bool const own = std::ranges::any_of(own_v6, [&](char const* each) { return is_within(v6, ip::make_network_v6(each)); });
    return {v6.to_string(), !own};
}

Task<void> order_scan(web::Tx& tx, ScanOrder order, InventorySettings settings)
{
    commands::Order command;
    command.device_id = order.device_id;
    command.command = commands::CommandName::discover_network;
    command.args["network"] = quoted(order.network);
    command.args["method"] = quoted(boost::describe::enum_to_string(order.method, ""));
    command.ttl_seconds = static_cast<int>(std::chrono::seconds(std::chrono::minutes(settings.discovery_scan_ttl_minutes)).count());
    auto const id = co_await commands::order(tx, std::move(command));
    Asked const asked{order.network_id, id};
    co_await tx.run(sql::network_asked{}, asked);
}

Task<int> ask_for_due_scans(pg::Pool& pool, InventorySettings settings)
{
    Due const wanted{now(), settings.discovery_due_at_a_time};
    auto const due = co_await pg::all<DueNetwork>(pool, pg::Entry{}, sql::networks_due{}, wanted);
    int asked = 0;
    for (auto const& network : due) {
        if (co_await take_due(pool, network, settings)) ++asked;
    }
    if (asked > 0) log::info("scans asked for", {{"count", asked}});
    co_return asked;
}

Task<bool> purge(pg::Pool& pool, InventorySettings settings)
{
    Purge const args{now() - std::chrono::days(settings.inventory_removed_days), now() - std::chrono::days(settings.discovery_scans_days),
                     settings.inventory_forget_at_a_time};
    co_return co_await pg::one<std::int32_t>(pool, pg::Entry{}, sql::inventory_purge{}, args) == args.at_most;
}

std::vector<mz::jobs::Job> jobs(InventorySettings settings)
{
    auto const ask = [settings](pg::Pool& pool) -> Task<bool> {  // NOLINT(*-capturing-lambda-coroutines)
        co_return co_await ask_for_due_scans(pool, settings) == settings.discovery_due_at_a_time;
    };
    auto const forget = [settings](pg::Pool& pool) -> Task<bool> { return purge(pool, settings); };
    std::vector<mz::jobs::Job> all;
    all.push_back({"due scans", ask, std::chrono::seconds(settings.discovery_poll_seconds)});
    all.push_back({"old inventories", forget, std::chrono::minutes(settings.inventory_forget_minutes)});
    return all;
}

std::vector<web::Route> routes()
{
    auto all = machine_routes();
    for (auto& route : software_routes()) all.push_back(std::move(route));
    for (auto& route : network_routes()) all.push_back(std::move(route));
    return all;
}

}  // namespace mz::inventory
