#pragma once
#include "json/value.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mz::edge::testing {

// What the Cloud makes of inventory events: a delta counts only on the state that it builds on.
class InventoryCloud {
public:
    // False where the event does not fit what is known, and all of the section would have to be asked for again.
    bool take(std::string_view data) { return take(json::parse(data).as_object()); }
    bool take(boost::json::object const& data)
    {
        auto const text = [&](std::string_view name) { return std::string(data.at(name).as_string()); };
        auto const name = text("section");
        if (data.contains("full")) {
            auto& section = sections[name] = {};
            section.digest = text("digest");
            for (auto const& item : data.at("items").as_array()) section.items[key_of(name, item.as_object())] = item.as_object();
            ++fulls;
            return true;
        }
        auto const found = sections.find(name);
        if (!data.contains("base")) return found != sections.end() && found->second.digest == text("digest");
        if (found == sections.end() || found->second.digest != text("base")) return false;
        auto& section = found->second;
        for (auto const& key : data.at("gone").as_array()) section.items.erase(std::string(key.as_string()));
        for (auto const& item : data.at("put").as_array()) section.items[key_of(name, item.as_object())] = item.as_object();
        section.digest = text("digest");
        return true;
    }

    // "bash 5.2" for each item, in order.
    std::vector<std::string> names(std::string const& section) const
    {
        std::vector<std::string> out;
        for (auto const& [key, item] : sections.at(section).items) {
            auto const* version = item.if_contains("version");
            out.push_back(std::string(item.at("name").as_string()) + (version == nullptr ? "" : " " + std::string(version->as_string())));
        }
        std::ranges::sort(out);
        return out;
    }

    struct Section {
        std::string digest;
        std::map<std::string, boost::json::object> items;
    };
    std::map<std::string, Section> sections;
    int fulls = 0;

private:
    static std::string key_of(std::string const& section, boost::json::object const& item)
    {
        auto const part = [&](std::string_view name) {
            auto const* value = item.if_contains(name);
            if (value == nullptr) return std::string();
            return value->is_string() ? std::string(value->as_string()) : std::to_string(value->as_int64());
        };
        if (section == "system" || section == "hardware") return "";
        if (section == "neighbours") return part("address");
        if (section == "software" && item.contains("manager")) return part("manager") + "/" + part("name") + "/" + part("architecture");
        if (section == "listeners") return part("protocol") + "/" + part("address") + "/" + part("port");
        if (section == "certificates") return part("fingerprint");
        return part("name");
    }
};

}  // namespace mz::edge::testing
