#pragma once
#include "agent/cloud_clock.hpp"
#include "agent/settings.hpp"
#include "agent/status.hpp"
#include "core/secret.hpp"
#include "core/task.hpp"
#include "net/client.hpp"

#include <boost/describe.hpp>

#include <filesystem>
#include <optional>
#include <string>

namespace mz::edge {

// What registration gave this appliance. Kept in device.json, mode 0600.
struct Device {
    std::string device_id;
    Secret<std::string> device_key;
};
BOOST_DESCRIBE_STRUCT(Device, (), (device_id, device_key))

std::optional<Device> load_device(std::filesystem::path const& state);

// EDGE_MACHINE_ID, else /etc/machine-id, else one that is made up once and kept.
std::string machine_id(AgentSettings const& settings, std::filesystem::path const& state);
std::string device_name(AgentSettings const& settings);

// Asks the Cloud to take this machine on until it does; what it says is kept on disk before this returns.
Task<Device> register_device(asio::io_context& io, net::Client& client, Settings settings, Status& status, CloudClock& clock);

}  // namespace mz::edge
