#include "collectors/discovery/scan.hpp"

#include "collectors/inventory/facts.hpp"
#include "core/text.hpp"
#include "json/write.hpp"

#include <fmt/format.h>
#include <pugixml.hpp>

#include <cmath>
#include <utility>

namespace mz::edge {
namespace {

constexpr std::size_t max_ports = 200;    // of one host
constexpr std::size_t frame_bytes = 512;  // of what stands around the hosts in an event

std::string_view attribute(pugi::xml_node const& node, char const* name) { return node.attribute(name).value(); }

std::vector<FoundPort> ports_of(pugi::xml_node const& host)
{
    std::vector<FoundPort> out;
    for (auto const port : host.child("ports").children("port")) {
        auto const state = attribute(port.child("state"), "state");
        if (!state.starts_with("open") || out.size() >= max_ports) continue;
        auto const service = port.child("service");
        out.push_back({port.attribute("portid").as_int(), std::string(attribute(port, "protocol")), std::string(state),
                       facts::said(attribute(service, "name")), facts::said(attribute(service, "product")),
                       facts::said(attribute(service, "version"))});
    }
    return out;
}

FoundHost host_of(pugi::xml_node const& node)
{
    FoundHost out;
    for (auto const address : node.children("address")) {
        auto const text = attribute(address, "addr");
        if (attribute(address, "addrtype") == "mac") {
            out.mac = lower_ascii(text);
            out.vendor = facts::said(attribute(address, "vendor"));
        } else {
            out.address = text.substr(0, text.find('%'));
        }
    }
    if (auto const microseconds = node.child("times").attribute("srtt").as_double(); microseconds > 0)
        out.latency_ms = std::round(microseconds) / 1000;
    if (node.child("ports")) out.ports = ports_of(node);
    if (auto const guess = node.child("os").child("osmatch")) {
        if (auto const name = facts::said(attribute(guess, "name"))) out.os_guess = {*name, guess.attribute("accuracy").as_int()};
    }
    return out;
}

}  // namespace

void merge(FoundHosts& hosts, FoundHosts more)
{
    for (auto& [address, found] : more) {
        auto& host = hosts.try_emplace(address).first->second;
        host.address = address;
        boost::mp11::mp_for_each<boost::describe::describe_members<FoundHost, boost::describe::mod_public>>([&](auto member) {
            auto& value = host.*member.pointer;
            if constexpr (json::Optional<std::remove_reference_t<decltype(value)>>) {
                if (!value) value = std::move(found.*member.pointer);
            }
        });
    }
}

NmapReport parse_nmap(std::string_view xml)
{
    pugi::xml_document document;
    // A text that breaks off still gives what was whole of it.
    document.load_buffer(xml.data(), xml.size());
    NmapReport out;
    auto const run = document.child("nmaprun");
    for (auto const node : run.children("host")) {
        if (attribute(node.child("status"), "state") != "up") continue;
        auto host = host_of(node);
        if (host.address.empty()) continue;
        auto address = host.address;
        out.hosts.insert_or_assign(std::move(address), std::move(host));
    }
    for (auto const target : run.children("target")) out.skipped += attribute(target, "status") == "skipped" ? 1 : 0;
    auto const finished = run.child("runstats").child("finished");
    out.finished = attribute(finished, "exit") == "success";
    out.error = facts::said(attribute(finished, "errormsg")).value_or("");
    return out;
}

std::vector<std::string> scan_events(Scan const& scan, FoundHosts const& hosts, std::size_t max_bytes)
{
    std::vector<std::string> parts(1);
    for (auto const& [address, host] : hosts) {
        auto const text = json::write(host);
        if (!parts.back().empty() && parts.back().size() + text.size() + frame_bytes > max_bytes) parts.emplace_back();
        if (!parts.back().empty()) parts.back() += ',';
        parts.back() += text;
    }
    std::vector<std::string> out;
    out.reserve(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        out.push_back(fmt::format(
            R"({{"type":"network_scan","network":"{}","method":"{}","started_at":"{}","ended_at":"{}","complete":{},"part":{},"parts":{},"hosts":[{}]}})",
            scan.network, boost::describe::enum_to_string(scan.method, ""), scan.started_at.to_string(), scan.ended_at.to_string(),
            scan.complete, i + 1, parts.size(), parts[i]));
    }
    return out;
}

}  // namespace mz::edge
