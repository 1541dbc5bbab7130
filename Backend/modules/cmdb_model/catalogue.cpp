#include "catalogue.hpp"

#include <utility>

namespace mz::cmdb_model::catalogue {
namespace {

constexpr bool groups = true;  // for classes that only group others

Class item(char const* key, char const* parent, char const* name, char const* icon, char const* description, bool abstract = false)
{
    return {key, parent, name, description, icon, abstract};
}

RelationType relation(char const* key, char const* name, char const* reverse, Impact impact, char const* from = "ci", char const* to = "ci",
                      Cardinality cardinality = Cardinality::many_to_many)
{
    return {key, name, reverse, impact, cardinality, from, to};
}

}  // namespace

std::vector<Class> classes()
{
    return {
        item("ci", "", "Configuration item", "box", "Everything that the CMDB knows.", groups),

        item("hardware", "ci", "Hardware", "cpu", "A device of which no more is known, or that fits no class below."),
        item("computer", "hardware", "Computer", "pc-case", "A machine that runs an operating system, physical or virtual."),
        item("server", "computer", "Server", "server", "A physical machine that serves others."),
        item("virtual_machine", "computer", "Virtual machine", "square-stack", "A machine that runs on a hypervisor or in a cloud."),
        item("workstation", "computer", "Workstation", "laptop", "A desktop or notebook that a person works with."),
        item("edge_appliance", "computer", "Edge appliance", "satellite", "A machine that runs the Monozu appliance."),
        item("network_device", "hardware", "Network device", "network", "What carries or filters the traffic of others."),
        item("router", "network_device", "Router", "router", "Connects networks."),
        item("switch", "network_device", "Switch", "ethernet-port", "Connects the devices of a network."),
        item("firewall", "network_device", "Firewall", "brick-wall", "Decides what may pass between networks."),
        item("access_point", "network_device", "Access point", "wifi", "Connects devices by radio."),
        item("load_balancer", "network_device", "Load balancer", "split", "Spreads requests over servers."),
        item("printer", "hardware", "Printer", "printer", "A printer, plotter or multifunction device."),
        item("storage", "hardware", "Storage", "hard-drive", "A disk array, NAS or tape library."),
        item("ups", "hardware", "UPS", "battery-charging", "An uninterruptible power supply."),
        item("phone", "hardware", "Phone", "phone", "A desk or mobile phone."),

        item("software", "ci", "Software", "app-window", "Programs, installed or as a product.", groups),
        item("application", "software", "Application", "app-window", "A running program that does something for people or for others."),
        item("database", "application", "Database", "database", "A database instance."),
        item("web_application", "application", "Web application", "globe", "An application that people use with a browser."),
        item("software_package", "software", "Software package", "package", "A product in one version, as it is installed."),

        item("business_service", "ci", "Business service", "briefcase", "What the organisation offers to its customers or its own people."),
        item("cluster", "ci", "Cluster", "boxes", "Machines that act as one."),
        item("container", "ci", "Container", "container", "A container, or a pod of them."),
        item("network", "ci", "Network", "waypoints", "An IP network or VLAN."),
        item("certificate", "ci", "Certificate", "file-badge", "An X.509 certificate."),

        item("location", "ci", "Location", "map-pin", "A site, building, room or rack."),
        item("contact", "ci", "Contact", "contact", "Whom to ask.", groups),
        item("person", "contact", "Person", "user", "A human being, with an account here or without."),
        item("team", "contact", "Team", "users", "People who answer for something together."),
        item("organization", "contact", "Organisation", "building", "A supplier, maker, provider or customer."),
        item("contract", "ci", "Contract", "file-text", "An agreement with a provider: maintenance, lease, subscription."),
        item("software_licence", "contract", "Software licence", "key-round", "The right to use a product."),
    };
}

std::vector<RelationType> relation_types()
{
    using enum Impact;
    auto const one_to_many = Cardinality::one_to_many;
    auto const many_to_one = Cardinality::many_to_one;
    return {
        relation("depends_on", "depends on", "is needed by", from_on_to),
        relation("runs_on", "runs on", "runs", from_on_to),
        relation("hosts", "hosts", "is hosted on", to_on_from, "ci", "ci", one_to_many),
        relation("uses", "uses", "is used by", from_on_to),
        relation("contains", "contains", "is part of", from_on_to),
        relation("member_of", "is a member of", "has as member", to_on_from),
        relation("connected_to", "is connected to", "connects", from_on_to, "hardware", "hardware"),
        relation("in_network", "is in network", "has in it", from_on_to, "ci", "network"),
        relation("powered_by", "is powered by", "powers", from_on_to, "hardware", "hardware"),
        relation("backed_up_by", "is backed up by", "backs up", none),
        relation("protected_by", "is protected by", "protects", none),
        relation("secured_by", "is secured by", "secures", from_on_to, "ci", "certificate"),
        relation("replicates_to", "replicates to", "is a replica of", none),
        relation("owned_by", "is owned by", "owns", none, "ci", "contact", many_to_one),
        relation("supported_by", "is supported by", "supports", none, "ci", "contact"),
        relation("located_in", "is in", "houses", from_on_to, "ci", "location", many_to_one),
        relation("covered_by", "is covered by", "covers", none, "ci", "contract"),
    };
}

// What a machine says of itself is believed before what people wrote down, because it cannot be out of date; everything else is theirs.
// The identifiers stand in the order of how hard they are to get wrong: what is burnt in, then what an installation has, then what people
// stick on, then addresses, which move.
std::vector<Rules> rules()
{
    using enum SourceKind;
    std::vector<SourceKind> const people_first{manual, appliance, import, api, discovery};
    std::vector<SourceKind> const machine_first{appliance, manual, api, import, discovery};
    auto const measured = [&](std::initializer_list<char const*> attributes) {
        std::map<std::string, std::vector<SourceKind>> precedence;
        for (auto const* attribute : attributes) precedence.emplace(attribute, machine_first);
        return precedence;
    };
    return {
        {"ci", {}, {{"*", people_first}}},
        {"hardware",
         {{"serial_number"}, {"uuid"}, {"asset_tag"}, {"mac_addresses"}, {"fqdn"}},
         measured(
             {"manufacturer", "model", "serial_number", "uuid", "mac_addresses", "ip_addresses", "hostname", "fqdn", "firmware_version"})},
        {"computer",
         {{"serial_number"}, {"uuid"}, {"machine_id"}, {"asset_tag"}, {"mac_addresses"}, {"fqdn"}},
         measured({"os_name", "os_version", "kernel", "architecture", "machine_id", "cpu_model", "cpu_count", "cpu_cores", "memory_bytes",
                   "disk_bytes", "virtualization"})},
        // Clones of a machine share its machine id until somebody takes care of that; the hypervisor's UUID tells them apart.
        {"virtual_machine", {{"uuid"}, {"machine_id"}, {"serial_number"}, {"mac_addresses"}, {"fqdn"}}, {}},
        {"edge_appliance",
         {{"serial_number"}, {"uuid"}, {"machine_id"}, {"device_id"}, {"asset_tag"}, {"mac_addresses"}, {"fqdn"}},
         measured({"device_id", "agent_version"})},
        {"phone", {{"serial_number"}, {"imei"}, {"asset_tag"}, {"mac_addresses"}}, {}},
        {"application", {{"application_url"}}, {}},
        {"software_package", {{"cpe"}, {"package_name", "software_version", "package_manager"}}, {}},
        {"business_service", {{"name"}}, {}},
        {"cluster", {{"name", "cluster_type"}}, {}},
        {"container", {{"container_id"}}, measured({"container_id", "image", "image_digest", "container_runtime"})},
        {"network", {{"cidr"}}, {}},
        {"certificate",
         {{"fingerprint"}},
         measured({"fingerprint", "subject", "issuer", "certificate_serial", "not_before", "not_after", "alternative_names",
                   "key_algorithm", "key_bits", "self_signed"})},
        {"location", {{"location_code"}, {"name", "parent_location"}}, {}},
        {"person", {{"employee_number"}, {"email"}}, {}},
        {"team", {{"name"}}, {}},
        {"organization", {{"tax_number"}, {"name"}}, {}},
        {"contract", {{"contract_number"}}, {}},
    };
}

}  // namespace mz::cmdb_model::catalogue
