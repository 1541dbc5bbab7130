#include "collectors/inventory/services.hpp"

#include "collectors/lines.hpp"
#include "core/log.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace mz::edge::facts {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view suffix = ".service";

std::optional<bool> enabled(std::string_view unit_file)
{
    if (unit_file.starts_with("enabled")) return true;
    if (unit_file == "disabled" || unit_file.starts_with("masked")) return false;
    return std::nullopt;  // static, indirect, generated, alias: nobody turns these on or off
}

bool comes_with_a_session(std::string_view name)
{
    constexpr std::array starts{"user@", "user-runtime-dir@", "session-", "systemd-fsck@", "modprobe@", "run-"};
    return std::ranges::any_of(starts, [&](std::string_view start) { return name.starts_with(start); });
}

void add_unit(std::map<std::string_view, std::string_view> const& unit, std::vector<Service>& out)
{
    auto const value = [&](std::string_view name) {
        auto const found = unit.find(name);
        return found == unit.end() ? std::string_view() : found->second;
    };
    auto name = value("Id");
    if (!name.ends_with(suffix) || value("LoadState") == "not-found" || value("UnitFileState") == "transient") return;
    name.remove_suffix(suffix.size());
    if (comes_with_a_session(name)) return;
    out.push_back({said(name).value_or(""), said(value("ActiveState")), enabled(value("UnitFileState")), said(value("Description"))});
}

// "# Short-Description: OpenBSD Secure Shell server", as LSB has it.
Words description(std::string_view script)
{
    Words out;
    for_each_line(script, [&](std::string_view line) {
        constexpr std::string_view label = "# Short-Description:";
        if (!out && line.starts_with(label)) out = said(line.substr(label.size()));
    });
    return out;
}

// Started in the runlevel that machines usually run in.
bool starts_by_itself(std::string_view name, fs::path const& root)
{
    for (auto const* level : {"etc/rc2.d", "etc/rc3.d", "etc/rc5.d", "etc/rcS.d"}) {
        std::error_code error;
        for (fs::directory_iterator each(root / level, error), end; !error && each != end; each.increment(error)) {
            auto const link = each->path().filename().string();
            constexpr std::size_t order = 3;  // S01
            if (link.starts_with('S') && link.size() > order && std::string_view(link).substr(order) == name) return true;
        }
    }
    return false;
}

}  // namespace

std::vector<Service> parse_units(std::string_view text)
{
    std::vector<Service> out;
    std::map<std::string_view, std::string_view> unit;
    for_each_line(text, [&](std::string_view line) {
        if (line.empty()) add_unit(std::exchange(unit, {}), out);
        else if (auto const equals = line.find('='); equals != line.npos) unit.emplace(line.substr(0, equals), line.substr(equals + 1));
    });
    add_unit(unit, out);
    return out;
}

std::vector<Service> parse_init(std::string_view text, fs::path const& root)
{
    std::map<std::string, Words> states;
    for_each_line(text, [&](std::string_view line) {
        auto const fields = words(line);
        constexpr std::size_t mark = 1, name = 3;
        if (fields.size() <= name || fields[0] != "[" || fields[2] != "]") return;
        states[std::string(fields[name])] = fields[mark] == "+" ? Words("active") : fields[mark] == "-" ? Words("inactive") : std::nullopt;
    });
    std::vector<Service> out;
    std::error_code error;
    for (fs::directory_iterator each(root / "etc/init.d", error), end; !error && each != end; each.increment(error)) {
        auto const name = each->path().filename().string();
        std::error_code gone;
        auto const mode = each->status(gone).permissions();
        if (gone || (mode & fs::perms::owner_exec) == fs::perms::none || !each->is_regular_file(gone)) continue;
        auto const state = states.find(name);
        out.push_back({said(name).value_or(""), state == states.end() ? std::nullopt : state->second, starts_by_itself(name, root),
                       description(contents(each->path()))});
    }
    std::ranges::sort(out, {}, &Service::name);
    return out;
}

Task<std::optional<std::vector<Service>>> ask_services(Programs& programs, fs::path root)
{
    std::error_code error;
    bool const systemd = fs::exists(root / "run/systemd/system", error);
    if (!systemd && !fs::exists(root / "etc/init.d", error)) co_return std::nullopt;
    std::vector<std::string> const units{"systemctl", "show", "--no-pager", "--property=Id,LoadState,ActiveState,UnitFileState,Description",
                                         "*.service"};
    std::vector<std::string> const scripts{"service", "--status-all"};
    auto const answer = co_await programs.ask(systemd ? units : scripts);
    if (answer.missing) co_return std::nullopt;
    if (!answer.well()) {
        log::warn("the services are not known", {{"code", answer.exit_code}});
        co_return std::nullopt;
    }
    co_return systemd ? parse_units(answer.output) : parse_init(answer.output, root);
}

}  // namespace mz::edge::facts
