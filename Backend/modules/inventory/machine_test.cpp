#include "machine.hpp"
#include "hosts.hpp"

#include <gtest/gtest.h>

namespace mz::inventory {
namespace {

Timestamp const at = *Timestamp::parse("2026-11-22T12:00:00Z");

json::bj::object object(std::string_view text) { return json::parse(text).as_object(); }
std::string said(cmdb::Observation const& observation, std::string const& attribute) { return observation.attributes.at(attribute).text; }

TEST(machine, its_class_follows_from_what_it_runs_on_and_its_chassis)
{
    EXPECT_EQ(machine_class("kvm", "desktop"), "virtual_machine");
    EXPECT_EQ(machine_class("docker", ""), "computer");
    EXPECT_EQ(machine_class("none", "server"), "server");
    EXPECT_EQ(machine_class("", "laptop"), "workstation");
    EXPECT_EQ(machine_class("none", "embedded"), "edge_appliance");
    EXPECT_EQ(machine_class("none", ""), "computer");
}

TEST(machine, is_told_from_all_of_its_sections_and_what_they_lack_is_nothing)
{
    Sections sections;
    sections[Section::system][""] =
        object(R"({"hostname":"web1","fqdn":"web1.example.org","os_name":"Debian 12","virtualization":"none"})");
    sections[Section::hardware][""] = object(R"({"serial_number":"S1","chassis":"server","cpu_threads":8,"bios_version":"F2"})");
    sections[Section::interfaces]["eth0"] = object(R"({"name":"eth0","kind":"ethernet","mac":"aa:bb:cc:dd:ee:ff",
        "addresses":["10.0.0.5/24","fe80::1/64"]})");
    sections[Section::interfaces]["docker0"] =
        object(R"({"name":"docker0","kind":"bridge","mac":"02:42:00:00:00:01","addresses":["172.17.0.1/16"]})");
    sections[Section::interfaces]["lo"] = object(R"({"name":"lo","kind":"loopback","addresses":["127.0.0.1/8"]})");
    sections[Section::disks]["sda"] = object(R"({"name":"sda","size_bytes":1000})");
    sections[Section::disks]["sdb"] = object(R"({"name":"sdb","size_bytes":500})");
    auto const machine = machine_of(sections, "device", at);
    EXPECT_EQ(machine.class_key, "server");
    EXPECT_EQ(said(machine, "name"), R"("web1")");
    EXPECT_EQ(said(machine, "mac_addresses"), R"(["aa:bb:cc:dd:ee:ff"])");
    EXPECT_EQ(said(machine, "ip_addresses"), R"(["10.0.0.5"])");
    EXPECT_EQ(said(machine, "disk_bytes"), "1500");
    EXPECT_EQ(said(machine, "cpu_count"), "8");
    EXPECT_EQ(said(machine, "firmware_version"), R"("F2")");
    EXPECT_EQ(said(machine, "virtualization"), "null");
    EXPECT_EQ(said(machine, "model"), "null");
    EXPECT_EQ(said(machine_of({}, "device", at), "name"), R"("device")");
}

TEST(machine, a_certificate_is_told_in_the_models_words)
{
    auto const certificate = certificate_of(object(R"({"fingerprint":"AB","subject":"O=Example, CN=www.example.org","issuer":"CN=Root",
        "names":["www.example.org","example.org"],"not_after":"2027-01-02T03:04:05Z","key":"RSA 2048"})"),
                                            at);
    EXPECT_EQ(certificate.key, "certificate/ab");
    EXPECT_EQ(said(certificate, "name"), R"("www.example.org")");
    EXPECT_EQ(said(certificate, "not_after"), R"("2027-01-02")");
    EXPECT_EQ(said(certificate, "not_before"), "null");
    EXPECT_EQ(said(certificate, "key_algorithm"), R"("RSA")");
    EXPECT_EQ(said(certificate, "key_bits"), "2048");
    EXPECT_EQ(said(certificate, "self_signed"), "false");
}

Host host(std::string_view text) { return *host_of(object(text), {{"10.0.0.1", "AA:BB:CC:DD:EE:01"}}); }

TEST(hosts, are_known_by_their_mac_or_else_by_their_address)
{
    EXPECT_EQ(host(R"({"address":"10.0.0.7","mac":"AA:BB:CC:DD:EE:FF"})").key, "aa:bb:cc:dd:ee:ff");
    EXPECT_EQ(host(R"({"address":"10.0.0.8"})").key, "10.0.0.8");
    EXPECT_EQ(host(R"({"address":"10.0.0.1"})").key, "aa:bb:cc:dd:ee:01") << "the scanning machine does not see itself on the wire";
    EXPECT_FALSE(host_of(object(R"({"mac":"aa:bb:cc:dd:ee:ff"})"), {}));
}

TEST(hosts, are_of_a_class_by_evidence_only)
{
    auto const of = [](std::string_view text) { return host_class(host(text)); };
    EXPECT_EQ(of(R"({"address":"a","os_guess":{"name":"HP printer","accuracy":95}})"), "hardware") << "a guess is a guess";
    EXPECT_EQ(of(R"({"address":"a","ports":[{"port":9100,"protocol":"tcp","state":"open"}]})"), "hardware")
        << "other programs like that port too";
    EXPECT_EQ(of(R"({"address":"a","ports":[{"port":9100,"state":"open"},{"port":515,"state":"open"}]})"), "printer");
    EXPECT_EQ(of(R"({"address":"a","ports":[{"port":9100,"state":"closed"},{"port":515,"state":"open"}]})"), "hardware");
    EXPECT_EQ(of(R"({"address":"a","vendor":"Brother Industries","ports":[{"port":631,"state":"open"}]})"), "printer");
    EXPECT_EQ(of(R"({"address":"a","vendor":"Routerboard.com"})"), "network_device");
}

TEST(hosts, a_guess_keeps_its_accuracy_and_a_network_card_says_nothing_of_the_maker)
{
    auto const seen = host(R"({"address":"10.0.0.7","mac":"aa:bb:cc:dd:ee:ff","vendor":"Intel","hostname":"pc7.lan",
        "os_guess":{"name":"Linux 5.x","accuracy":96}})");
    EXPECT_EQ(seen.os_accuracy, 96);
    auto const observation = observation_of(seen, at);
    EXPECT_EQ(said(observation, "hostname"), R"("pc7")");
    EXPECT_EQ(said(observation, "fqdn"), R"("pc7.lan")");
    EXPECT_EQ(said(observation, "mac_addresses"), R"(["aa:bb:cc:dd:ee:ff"])");
    EXPECT_FALSE(observation.attributes.contains("manufacturer"));
    EXPECT_FALSE(observation.attributes.contains("os_name"));
}

}  // namespace
}  // namespace mz::inventory
