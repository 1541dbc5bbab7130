#include "agent/device.hpp"

#include "agent/backoff.hpp"
#include "agent/wakeup.hpp"
#include "core/crypto.hpp"
#include "core/log.hpp"
#include "core/problem.hpp"
#include "json/read.hpp"
#include "json/value.hpp"
#include "json/write.hpp"
#include "spool/file.hpp"

#include <boost/json/object.hpp>

#include <unistd.h>

#include <array>

namespace mz::edge {
namespace {

constexpr std::size_t max_name = 200;

struct Registration {
    std::string name;
    std::string machine_id;
    std::string version;
};
BOOST_DESCRIBE_STRUCT(Registration, (), (name, machine_id, version))

std::string trimmed(std::string text)
{
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
    return text;
}

// A newer Cloud may say more than this version knows.
Device parse_device(std::string const& body)
{
    auto const document = json::parse(body);
    auto const* object = document.if_object();
    auto const* id = object == nullptr ? nullptr : object->if_contains("device_id");
    auto const* key = object == nullptr ? nullptr : object->if_contains("device_key");
    if (id == nullptr || key == nullptr || !id->is_string() || !key->is_string()) {
        throw Problem(Failure::unavailable, "the answer to the registration has no device_id and device_key");
    }
    return {std::string(id->get_string()), Secret(std::string(key->get_string()))};
}

}  // namespace

std::optional<Device> load_device(std::filesystem::path const& state)
{
    auto const text = read_file(state / "device.json");
    if (!text) return std::nullopt;
    return json::read_text<Device>(*text);
}

std::string machine_id(AgentSettings const& settings, std::filesystem::path const& state)
{
    if (!settings.edge_machine_id.empty()) return settings.edge_machine_id;
    for (auto const& path : {std::filesystem::path("/etc/machine-id"), state / "machine-id"}) {
        auto id = trimmed(read_file(path).value_or(""));
        if (!id.empty()) return id;
    }
    auto id = hex(random_token(16)).substr(0, 32);
    write_atomically(state / "machine-id", id);
    return id;
}

std::string device_name(AgentSettings const& settings)
{
    if (!settings.edge_name.empty()) return settings.edge_name;
    std::array<char, 256> name{};
    ::gethostname(name.data(), name.size() - 1);
    std::string out = name.data();
    return out.empty() ? "appliance" : out.substr(0, max_name);
}

Task<Device> register_device(asio::io_context& io, net::Client& client, Settings settings, Status& status, CloudClock& clock)
{
    Backoff backoff(std::chrono::milliseconds(settings.edge_retry_first_milliseconds),
                    std::chrono::seconds(settings.edge_retry_max_seconds));
    auto const refused_pause = std::chrono::seconds(settings.edge_refused_retry_seconds);
    Registration const registration{status.name, status.machine_id, std::string(version)};
    while (true) {
        std::chrono::nanoseconds pause = refused_pause;
        if (settings.edge_provisioning_key.reveal().empty()) {
            log::error(
                "this appliance is not registered and EDGE_PROVISIONING_KEY is not set: create a key in the Cloud under Devices, "
                "set it and start the agent again");
            status.cloud = Contact::key_refused;
            co_await sleep_for(io, pause);
            continue;
        }
        net::ClientRequest request;
        request.method = net::Method::post;
        request.url = *settings.edge_cloud_url + "/api/v1/devices/register";
        request.headers.add("Content-Type", "application/json");
        request.headers.add("X-Provisioning-Key", settings.edge_provisioning_key.reveal());
        request.body = json::write(registration);
        request.timeout = std::chrono::seconds(settings.edge_request_timeout_seconds);
        try {
            auto const response = co_await client.send(std::move(request));
            clock.heard(response);
            if (response.status == 200 || response.status == 201) {
                auto device = parse_device(response.body);
                write_atomically(std::filesystem::path(settings.edge_state_directory) / "device.json", json::write(device));
                status.cloud = Contact::ok;
                log::info("registered", {{"device_id", device.device_id}, {"name", registration.name}});
                co_return device;
            }
            if (response.status == 401 || response.status == 403) {
                status.cloud = Contact::key_refused;
                log::error(
                    "the Cloud refused EDGE_PROVISIONING_KEY: it may be mistyped, expired, revoked or used up; create a new one in the "
                    "Cloud under Devices, set it and start the agent again",
                    {{"status", response.status}});
            } else {
                status.cloud = Contact::unreachable;
                auto const asked = retry_after(response, std::chrono::seconds(settings.edge_retry_after_max_seconds));
                pause = asked ? backoff.next(*asked) : backoff.next();
                log::warn("the Cloud could not register this appliance",
                          {{"status", response.status}, {"answer", response.body.substr(0, 500)}});
            }
        } catch (Problem const& problem) {
            status.cloud = Contact::unreachable;
            pause = backoff.next();
            log::warn("cannot reach the Cloud to register", {{"url", *settings.edge_cloud_url}, {"reason", problem.what()}});
        }
        co_await sleep_for(io, pause);
    }
}

}  // namespace mz::edge
