#include "software.hpp"

#include "core/text.hpp"
#include "inventory_sql.hpp"

#include <boost/describe.hpp>

#include <set>

namespace mz::inventory {
namespace {

struct OfRecord {
    Uuid record_id;
};
BOOST_DESCRIBE_STRUCT(OfRecord, (), (record_id))

struct InstalledRow {
    Uuid id;
    std::string manager;
    std::string name;
    std::string version;
    std::string architecture;
    std::string source;
};
BOOST_DESCRIBE_STRUCT(InstalledRow, (), (id, manager, name, version, architecture, source))

// Packages as columns, one array each.
struct NewTitles {
    std::vector<Uuid> ids;
    std::vector<std::string> managers;
    std::vector<std::string> names;
    std::vector<std::string> versions;
    std::vector<std::string> architectures;
    std::vector<std::string> sources;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(NewTitles, (), (ids, managers, names, versions, architectures, sources, at))

struct NewInstallations : NewTitles {
    Uuid record_id;
    Uuid ci_id;
};
BOOST_DESCRIBE_STRUCT(NewInstallations, (NewTitles), (record_id, ci_id))

struct Removed {
    Uuid record_id;
    std::vector<Uuid> title_ids;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(Removed, (), (record_id, title_ids, at))

constexpr std::size_t most_word = 20;
constexpr std::size_t most_name = 200;
constexpr std::size_t most_version = 100;

std::string cut(std::string text, std::size_t most)
{
    if (text.size() <= most || utf8_length(text) <= most) return text;
    std::size_t characters = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        bool const continues = (static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U;
        if (!continues && characters++ == most) return text.substr(0, i);
    }
    return text;
}

// As the appliance tells packages apart.
std::string key_of(Package const& package) { return package.manager + '/' + package.name + '/' + package.architecture; }

}  // namespace

Package package_of(json::bj::object const& item)
{
    return {cut(text_of(item, "manager"), most_word), cut(text_of(item, "name"), most_name), cut(text_of(item, "version"), most_version),
            cut(text_of(item, "architecture"), most_word), cut(text_of(item, "source"), most_name)};
}

Task<int> store_software(web::Tx& tx, Uuid record, Uuid ci, SectionReport report)
{
    OfRecord const of_record{record};
    auto const rows = co_await tx.all<InstalledRow>(sql::installation_list{}, of_record);
    std::map<Package, Uuid> had;
    std::map<std::string, Package> has;
    for (auto const& row : rows) {
        Package package{row.manager, row.name, row.version, row.architecture, row.source};
        if (!report.full) has.insert_or_assign(key_of(package), package);
        had.emplace(std::move(package), row.id);
    }
    for (auto const& key : report.gone) has.erase(key);
    for (auto const& [key, item] : report.put) {
        auto package = package_of(item);
        auto cut_key = key_of(package);
        has.insert_or_assign(std::move(cut_key), std::move(package));
    }

    std::set<Package> fresh;
    for (auto const& [key, package] : has) {
        if (had.erase(package) == 0) fresh.insert(package);
    }
    NewInstallations added;
    added.at = report.at;
    added.record_id = record;
    added.ci_id = ci;
    for (auto const& package : fresh) {
        added.ids.push_back(Uuid::v7());
        added.managers.push_back(package.manager);
        added.names.push_back(package.name);
        added.versions.push_back(package.version);
        added.architectures.push_back(package.architecture);
        added.sources.push_back(package.source);
    }
    if (!fresh.empty()) {
        co_await tx.run(sql::title_put{}, added);
        co_await tx.run(sql::installation_put{}, added);
    }
    Removed removed{record, {}, report.at};
    for (auto const& [package, id] : had) removed.title_ids.push_back(id);
    if (!removed.title_ids.empty()) co_await tx.run(sql::installation_remove{}, removed);
    co_return static_cast<int>(has.size());
}

}  // namespace mz::inventory
