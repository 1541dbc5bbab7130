#include "commands.hpp"

#include "core/problem.hpp"
#include "json/value.hpp"

#include <fmt/format.h>
#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>

#include <algorithm>
#include <functional>
#include <map>

namespace mz::commands {
namespace {

namespace ip = boost::asio::ip;

// What is wrong with an argument's value; empty where nothing is.
using Check = std::function<std::string(std::string const& text)>;

struct Argument {
    Check check;
    bool required = false;
};

// As snapd has it, with the _ that names one of several instances.
bool is_snap_name(std::string_view name)
{
    constexpr std::size_t longest = 51;
    auto const plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    auto const allowed = [&](char c) { return plain(c) || c == '-' || c == '_'; };
    return !name.empty() && name.size() <= longest && plain(name.front()) && plain(name.back()) && std::ranges::all_of(name, allowed);
}

std::string check_snap_name(std::string const& text) { return is_snap_name(text) ? "" : "must be the name of a snap"; }

std::string check_method(std::string const& text) { return text == "hosts" || text == "services" ? "" : "must be hosts or services"; }

template <class Network>
std::string check_size(Network const& network, int least)
{
    if (network.canonical().address() != network.address())
        return fmt::format("has bits set that name a host; the network is {}", network.canonical().to_string());
    if (network.prefix_length() < least) return fmt::format("is too large: /{} is the largest network", least);
    return "";
}

std::string check_network(std::string const& text, CommandSettings const& settings)
{
    boost::system::error_code not_v4;
    boost::system::error_code not_v6;
    auto const v4 = ip::make_network_v4(text, not_v4);
    if (!not_v4) return check_size(v4, settings.command_network_v4_prefix_least);
    auto const v6 = ip::make_network_v6(text, not_v6);
    // A zone names an interface of one machine and is no part of a network.
    if (not_v6 || text.contains('%')) return "must be a network such as 192.168.1.0/24 or fd00:1::/120";
    return check_size(v6, settings.command_network_v6_prefix_least);
}

std::map<std::string, Argument> arguments_of(CommandName command, CommandSettings const& settings)
{
    if (command == CommandName::update_snap) return {{"name", {check_snap_name, false}}};
    if (command != CommandName::discover_network) return {};
    auto const network = [&settings](std::string const& text) { return check_network(text, settings); };
    return {{"network", {network, true}}, {"method", {check_method, true}}};
}

}  // namespace

void check_args(CommandName command, Args const& args, CommandSettings const& settings)
{
    auto const arguments = arguments_of(command, settings);
    std::vector<FieldError> errors;
    for (auto const& [key, raw] : args) {
        auto const found = arguments.find(key);
        if (found == arguments.end()) {
            errors.push_back({"/args/" + key, "is not an argument of this command"});
            continue;
        }
        auto const value = json::parse(raw.text);
        auto const* text = value.if_string();
        auto wrong = found->second.check(text == nullptr ? "" : std::string(text->data(), text->size()));
        if (!wrong.empty()) errors.push_back({"/args/" + key, std::move(wrong)});
    }
    for (auto const& [key, argument] : arguments) {
        if (argument.required && !args.contains(key)) errors.push_back({"/args/" + key, "is required"});
    }
    if (!errors.empty()) throw Problem::invalid(std::move(errors));
}

}  // namespace mz::commands
