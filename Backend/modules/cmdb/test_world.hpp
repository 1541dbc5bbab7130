#pragma once
#include "identify.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <vector>

// Random observations for the tests that replay them, by a seed.
namespace mz::cmdb::test {

struct Seen {
    SourceKind source = SourceKind::api;
    std::string source_key;
    std::string key;
    Saying saying;

    auto whose() const { return std::tie(source, source_key, key); }
};

// A few things, seen by some sources that know parts of them, sometimes wrongly: serial numbers and addresses are shared more often than
// they should be, times are equal, and what an observation leaves out is sometimes taken back.
class World {
public:
    explicit World(unsigned seed) : random_(seed) {}

    std::size_t pick(std::size_t below) { return std::uniform_int_distribution<std::size_t>(0, below - 1)(random_); }
    bool chance(std::size_t percent) { return pick(100) < percent; }
    std::mt19937& random() { return random_; }

    std::vector<Seen> observations()
    {
        std::vector<Seen> out;
        auto const count = 2 + pick(10);
        while (out.size() < count) out.push_back(observation());
        return out;
    }

private:
    template <std::size_t N>
    char const* one_of(char const* const (&all)[N])
    {
        return all[pick(N)];
    }

    Seen observation()
    {
        static constexpr SourceKind kinds[] = {SourceKind::appliance, SourceKind::appliance, SourceKind::discovery, SourceKind::import,
                                               SourceKind::api};
        Seen out;
        auto const source = pick(std::size(kinds));
        out.source = kinds[source];
        out.source_key = "source-" + std::to_string(source);
        out.key = "thing-" + std::to_string(pick(3));
        out.saying.class_key = one_of({"hardware", "computer", "server", "virtual_machine", "switch"});
        out.saying.at = Timestamp{1'700'000'000'000'000 + 60'000'000 * static_cast<std::int64_t>(pick(5))};
        out.saying.complete = chance(25);
        auto& values = out.saying.values;
        if (chance(40)) values["serial_number"] = one_of({"S-1", "S-2", "S-3"});
        if (chance(25)) values["uuid"] = one_of({"5d1f5ab0-7f33-4b0a-8b7a-000000000001", "5d1f5ab0-7f33-4b0a-8b7a-000000000002"});
        if (chance(40)) values["fqdn"] = one_of({"a.example.org", "b.example.org"});
        if (chance(50)) values["mac_addresses"] = macs();
        if (chance(50)) values["hostname"] = one_of({"a", "b", "c"});
        if (chance(30)) values["name"] = one_of({"Łódź", "web 1"});
        if (chance(30)) values["status"] = one_of({"in_use", "retired"});
        if (chance(30)) values["criticality"] = one_of({"low", "high"});
        if (chance(20)) values["hostname"] = nullptr;
        return out;
    }

    json::bj::value macs()
    {
        std::set<std::string> chosen;
        for (auto const* mac : {"02:00:00:00:00:0a", "02:00:00:00:00:0b", "02:00:00:00:00:0c"}) {
            if (chance(40)) chosen.insert(mac);
        }
        if (chosen.empty()) return nullptr;
        json::bj::array out;
        for (auto const& mac : chosen) out.emplace_back(mac);
        return out;
    }

    std::mt19937 random_;
};

}  // namespace mz::cmdb::test
