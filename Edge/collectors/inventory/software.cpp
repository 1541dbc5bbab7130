#include "collectors/inventory/software.hpp"

#include "collectors/lines.hpp"
#include "core/log.hpp"

#include <cstring>
#include <iterator>
#include <map>

namespace mz::edge::facts {
namespace {

std::vector<std::string_view> fields_of(std::string_view line)
{
    std::vector<std::string_view> out;
    while (true) {
        auto const end = line.find('\t');
        out.push_back(line.substr(0, end));
        if (end == line.npos) return out;
        line.remove_prefix(end + 1);
    }
}

// "bash-5.1.8-6.el9.src.rpm" was made of bash.
std::string_view source_of_rpm(std::string_view file)
{
    for (int dashes = 0; dashes < 2; ++dashes) file = file.substr(0, std::min(file.rfind('-'), file.size()));
    return file;
}

struct Manager {
    std::vector<std::string> arguments;
    std::vector<Package> (*parse)(std::string_view text);
};

std::vector<Manager> managers()
{
    return {{{"dpkg-query", "-W", "-f=${Package}\\t${Version}\\t${Architecture}\\t${db:Status-Status}\\t${Source}\\n"}, parse_dpkg},
            {{"rpm", "-qa", "--queryformat", "%{NAME}\\t%{EVR}\\t%{ARCH}\\t%{SOURCERPM}\\n"}, parse_rpm},
            {{"snap", "list", "--color=never", "--unicode=never"}, parse_snap}};
}

}  // namespace

std::vector<Package> parse_dpkg(std::string_view text)
{
    std::vector<Package> out;
    for_each_line(text, [&](std::string_view line) {
        auto const fields = fields_of(line);
        constexpr std::size_t name = 0, version = 1, architecture = 2, status = 3, source = 4;
        if (fields.size() <= source || fields[name].empty() || fields[status] != "installed") return;
        // "gcc-12 (12.2.0-14)" where the source's version is another one.
        auto const from = fields[source].substr(0, fields[source].find(' '));
        out.push_back({"dpkg", said(fields[name]).value_or(""), said(fields[version]), said(fields[architecture]), said(from)});
    });
    return out;
}

std::vector<Package> parse_rpm(std::string_view text)
{
    // Kernels are installed side by side; the newest one stands for them.
    std::map<std::pair<std::string, std::string>, Package> newest;
    for_each_line(text, [&](std::string_view line) {
        auto const fields = fields_of(line);
        constexpr std::size_t name = 0, version = 1, architecture = 2, source = 3;
        if (fields.size() <= source || fields[name].empty() || fields[name] == "gpg-pubkey") return;
        auto const from = source_of_rpm(fields[source]);
        auto const other_name = from == fields[name] || from == "(none)" ? std::nullopt : said(from);
        Package package{"rpm", said(fields[name]).value_or(""), said(fields[version]), said(fields[architecture]), other_name};
        auto const [at, is_new] = newest.try_emplace({package.name, package.architecture.value_or("")}, package);
        bool const newer = ::strverscmp(package.version.value_or("").c_str(), at->second.version.value_or("").c_str()) > 0;
        if (!is_new && newer) at->second = std::move(package);
    });
    std::vector<Package> out;
    out.reserve(newest.size());
    for (auto& [key, package] : newest) out.push_back(std::move(package));
    return out;
}

std::vector<Package> parse_snap(std::string_view text)
{
    std::vector<Package> out;
    for_each_line(text, [&](std::string_view line) {
        auto const fields = words(line);
        constexpr std::size_t name = 0, version = 1, revision = 2;
        if (fields.size() <= revision || fields[name] == "Name") return;
        out.push_back({"snap", said(fields[name]).value_or(""), said(fields[version]), {}, {}});
    });
    return out;
}

Task<std::optional<std::vector<Package>>> ask_software(Programs& programs)
{
    std::optional<std::vector<Package>> out;
    for (auto const& manager : managers()) {
        auto const answer = co_await programs.ask(manager.arguments);
        if (answer.missing) continue;
        if (!answer.well()) {
            log::warn("a package manager does not say what is installed", {{"program", manager.arguments[0]}, {"code", answer.exit_code}});
            co_return std::nullopt;
        }
        auto packages = manager.parse(answer.output);
        if (!out) out.emplace();
        out->insert(out->end(), std::move_iterator(packages.begin()), std::move_iterator(packages.end()));
    }
    co_return out;
}

}  // namespace mz::edge::facts
