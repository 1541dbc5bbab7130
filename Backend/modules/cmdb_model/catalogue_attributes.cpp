#include "catalogue.hpp"
#include "lifecycle.hpp"

#include <boost/mp11.hpp>

#include <utility>

namespace mz::cmdb_model::catalogue {
namespace {

// The attributes of one class after the other; a call adds one and the calls behind it say more of it.
class Writer {
public:
    Writer& of(char const* class_key)
    {
        class_key_ = class_key;
        return *this;
    }
    Writer& add(char const* key, char const* name, AttributeType type = AttributeType::text, char const* description = "")
    {
        Attribute attribute;
        attribute.key = key;
        attribute.class_key = class_key_;
        attribute.name = name;
        attribute.description = description;
        attribute.type = type;
        all_.push_back(std::move(attribute));
        return *this;
    }
    Writer& number(char const* key, char const* name, char const* unit = nullptr)
    {
        add(key, name, AttributeType::number);
        if (unit != nullptr) all_.back().unit = unit;
        return *this;
    }
    Writer& date(char const* key, char const* name) { return add(key, name, AttributeType::date); }
    Writer& flag(char const* key, char const* name) { return add(key, name, AttributeType::boolean); }
    Writer& choice(char const* key, char const* name, std::vector<std::string> choices)
    {
        add(key, name, AttributeType::enumeration);
        all_.back().choices = std::move(choices);
        return *this;
    }
    Writer& list(char const* key, char const* name, AttributeType of = AttributeType::text)
    {
        add(key, name, AttributeType::list);
        all_.back().element_type = of;
        return *this;
    }
    Writer& reference(char const* key, char const* name, char const* to)
    {
        add(key, name, AttributeType::reference);
        all_.back().reference_class = to;
        return *this;
    }
    Writer& required()
    {
        all_.back().required = true;
        return *this;
    }
    Writer& begins_as(std::string json)
    {
        all_.back().default_value = json::Raw{std::move(json)};
        return *this;
    }
    Writer& like(char const* pattern)
    {
        all_.back().pattern = pattern;
        return *this;
    }
    std::vector<Attribute> take() { return std::move(all_); }

private:
    char const* class_key_ = "ci";
    std::vector<Attribute> all_;
};

std::vector<std::string> statuses()
{
    std::vector<std::string> names;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<CiStatus>>([&](auto status) { names.emplace_back(status.name); });
    return names;
}

void things(Writer& write)
{
    using enum AttributeType;
    write.of("ci").add("name", "Name").required();
    write.choice("status", "Status", statuses()).required().begins_as(R"("in_use")");
    write.add("description", "Description");
    write.choice("criticality", "Criticality", {"low", "medium", "high", "critical"});
    write.choice("environment", "Environment", {"production", "staging", "test", "development", "disaster_recovery"});
    write.reference("owner", "Owner", "contact").reference("support_team", "Support team", "contact");
    write.reference("location", "Location", "location").list("tags", "Tags").add("notes", "Notes");
    write.add("documentation_url", "Documentation", url).add("currency", "Currency of costs", text, "ISO 4217, such as PLN.");
    write.like("[A-Z]{3}");

    write.of("hardware").add("manufacturer", "Manufacturer").add("model", "Model").add("serial_number", "Serial number");
    write.add("uuid", "System UUID", text, "As the firmware or the hypervisor gives it.");
    write.add("asset_tag", "Asset tag").list("mac_addresses", "MAC addresses", mac).list("ip_addresses", "IP addresses", ip);
    write.add("hostname", "Host name").add("fqdn", "FQDN", text, "The full name in the DNS.").add("firmware_version", "Firmware version");
    write.add("management_url", "Management page", url).add("rack_position", "Position in the rack");
    write.reference("assigned_to", "Assigned to", "contact").reference("supplier", "Supplier", "contact");
    write.reference("contract", "Contract", "contract").add("order_number", "Order number").date("purchase_date", "Purchased on");
    write.number("purchase_cost", "Purchase cost").date("warranty_end", "Warranty until").date("end_of_life", "End of life");

    write.of("computer").add("os_name", "Operating system").add("os_version", "Version of the operating system").add("kernel", "Kernel");
    write.add("architecture", "Architecture").add("machine_id", "Machine id", text, "Of the installation, as systemd has it.");
    write.add("cpu_model", "Processor").number("cpu_count", "Processors").number("cpu_cores", "Processor cores");
    write.number("memory_bytes", "Memory", "B").number("disk_bytes", "Disks together", "B");
    write.add("virtualization", "Virtualisation", text, "What it runs on, where it is not bare metal.").add("domain", "Domain");

    write.of("virtual_machine").add("instance_id", "Instance id", text, "As the hypervisor or the cloud calls it.");
    write.of("workstation").choice("form_factor", "Form factor", {"desktop", "notebook", "tablet", "thin_client", "all_in_one"});
    write.of("edge_appliance").add("device_id", "Device id").add("agent_version", "Version of the appliance");
    write.of("network_device").number("port_count", "Ports").add("management_ip", "Management address", ip);
    write.of("access_point").list("ssids", "Network names");
    write.of("printer").choice("print_technology", "Technology", {"laser", "inkjet", "thermal", "dot_matrix", "other"});
    write.flag("prints_color", "Prints in colour").number("pages_printed", "Pages printed");
    write.of("storage").choice("storage_type", "Kind of storage", {"nas", "san", "das", "tape", "object", "other"});
    write.number("capacity_bytes", "Capacity", "B");
    write.of("ups").number("rated_power", "Rated power", "VA").number("runtime_minutes", "Runtime at full load", "min");
    write.date("battery_replaced", "Batteries replaced on");
    write.of("phone").add("subscriber_number", "Number").add("imei", "IMEI").like("[0-9]{15}").flag("mobile", "Mobile");
}

void services(Writer& write)
{
    using enum AttributeType;
    write.of("software")
        .add("software_version", "Version")
        .add("publisher", "Publisher")
        .add("cpe", "CPE", text, "CPE 2.3, for vulnerabilities.");
    write.like("cpe:2\\.3:[aho*-](:[^:]+){10}").date("support_end", "Supported until");
    write.of("application").add("application_url", "Address", url).number("service_port", "Port").add("install_path", "Installed in");
    write.of("database")
        .choice("database_engine", "Engine",
                {"postgresql", "mysql", "mariadb", "sql_server", "oracle", "db2", "mongodb", "redis", "sqlite", "other"});
    write.of("web_application").add("repository_url", "Repository", url);
    write.of("software_package").add("package_name", "Package");
    write.choice("package_manager", "Packaged for", {"dpkg", "rpm", "apk", "msi", "snap", "flatpak", "pip", "npm", "other"});

    write.of("business_service").choice("service_tier", "Tier", {"gold", "silver", "bronze"}).add("service_hours", "Service hours");
    write.number("rto_minutes", "Recovery time objective", "min").number("rpo_minutes", "Recovery point objective", "min");
    write.of("cluster").choice("cluster_type", "Kind of cluster",
                               {"kubernetes", "docker_swarm", "vmware", "proxmox", "hyper_v", "database", "failover", "other"});
    write.add("cluster_version", "Version of the cluster");
    write.of("container").add("container_id", "Container id").add("image", "Image").add("image_digest", "Digest of the image");
    write.choice("container_runtime", "Runtime", {"containerd", "docker", "podman", "cri_o", "lxc", "other"});
    write.of("network")
        .add("cidr", "Network address", text, "Such as 10.1.0.0/16.")
        .number("vlan_id", "VLAN")
        .add("gateway", "Gateway", ip);
    write.list("dns_servers", "DNS servers", ip).add("dns_domain", "DNS domain");

    write.of("certificate").add("fingerprint", "Fingerprint", text, "SHA-256, as hexadecimal digits.").like("[0-9a-f]{64}");
    write.add("subject", "Subject").add("issuer", "Issuer").add("certificate_serial", "Serial number of the certificate");
    write.date("not_before", "Valid from").date("not_after", "Valid until").list("alternative_names", "Alternative names");
    write.add("key_algorithm", "Key algorithm").number("key_bits", "Key length", "bit").flag("self_signed", "Self-signed");
}

void people(Writer& write)
{
    using enum AttributeType;
    write.of("location")
        .choice("location_type", "Kind of location", {"country", "city", "site", "building", "floor", "room", "rack", "vehicle", "other"});
    write.add("location_code", "Code").reference("parent_location", "Part of", "location").add("street", "Street");
    write.add("postal_code", "Postal code").add("city", "City").add("country", "Country", text, "ISO 3166, such as PL.").like("[A-Z]{2}");
    write.number("latitude", "Latitude", "°").number("longitude", "Longitude", "°").number("rack_units", "Height in rack units", "U");

    write.of("contact").add("email", "E-mail").like("[^@\\s]+@[^@\\s]+").add("telephone", "Telephone");
    write.of("person").add("employee_number", "Employee number").add("job_title", "Job title").add("department", "Department");
    write.reference("manager", "Manager", "person").reference("employer", "Employer", "organization");
    write.of("team").reference("team_lead", "Led by", "person");
    write.of("organization").add("website", "Website", url).add("tax_number", "Tax number").add("customer_number", "Our customer number");

    write.of("contract").add("contract_number", "Contract number");
    write.choice("contract_type", "Kind of contract",
                 {"maintenance", "support", "lease", "warranty", "subscription", "licence", "insurance", "other"});
    write.reference("provider", "Provider", "contact").date("contract_start", "Begins on").date("contract_end", "Ends on");
    write.number("notice_days", "Period of notice", "d").flag("renews", "Renews by itself").number("contract_cost", "Cost");
    write.choice("billing_period", "Billed", {"once", "month", "quarter", "year"});
    write.of("software_licence").number("seats", "Seats");
    write.choice("licence_metric", "Counted by", {"user", "device", "core", "instance", "site", "other"});
}

}  // namespace

std::vector<Attribute> attributes()
{
    Writer write;
    things(write);
    services(write);
    people(write);
    return write.take();
}

}  // namespace mz::cmdb_model::catalogue
