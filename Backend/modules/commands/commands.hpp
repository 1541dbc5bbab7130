#pragma once
#include "bell.hpp"
#include "command.hpp"
#include "pg/listener.hpp"
#include "web/route.hpp"

#include <memory>
#include <vector>

namespace mz::commands {

// Named settings, read from the environment in upper case. A worker's services hold them, and the Waiters of a Bell.
struct CommandSettings {
    int command_ttl_default_seconds = 3600;  // for a command that says nothing else
    int command_lease_seconds = 60;          // after a command was given out, until it is given out again for want of a result
    int command_batch_most = 20;             // given out at a time
    // The largest networks that discover_network takes, by the length of their prefix: 4096 addresses of either version of IP.
    int command_network_v4_prefix_least = 20;
    int command_network_v6_prefix_least = 116;
};
BOOST_DESCRIBE_STRUCT(CommandSettings, (),
                      (command_ttl_default_seconds, command_lease_seconds, command_batch_most, command_network_v4_prefix_least,
                       command_network_v6_prefix_least))

std::vector<web::Route> routes();

// update_snap takes {"name"?: a snap's name}, all snaps where it is left out. discover_network takes {"network": "192.168.1.0/24",
// "method": "hosts" | "services"}, the network no larger than the settings say. The others take nothing. Throws Problem(bad_request) that
// names what is wrong, with the pointers "/args/<name>".
void check_args(CommandName command, Args const& args, CommandSettings const& settings);

// What another module has a device do, inside the caller's transaction, which has entered the device's tenant; the command's maker is the
// transaction's actor. The arguments are the caller's to check. Returns the command's id.
struct Order {
    Uuid device_id;
    CommandName command = CommandName::collect_now;
    Args args;
    int ttl_seconds = 0;
};
Task<Uuid> order(web::Tx& tx, Order order);

// Rings for what is queued by this process or another one. Runs as long as the Listener lives.
std::unique_ptr<pg::Listener> listen(asio::io_context& io, Secret<std::string> url, Bell& bell);

}  // namespace mz::commands
