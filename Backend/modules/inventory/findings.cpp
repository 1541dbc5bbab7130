#include "findings.hpp"

#include "inventory_sql.hpp"

#include <boost/describe.hpp>
#include <boost/json/serialize.hpp>

namespace mz::inventory {
namespace {

struct Wanted {
    Uuid record_id;
    std::vector<Section> sections;
};
BOOST_DESCRIBE_STRUCT(Wanted, (), (record_id, sections))

struct FindingRow {
    Section section = Section::system;
    std::string key;
    json::Raw data;
};
BOOST_DESCRIBE_STRUCT(FindingRow, (), (section, key, data))

struct Put {
    Uuid record_id;
    Uuid ci_id;
    Section section = Section::system;
    std::vector<std::string> keys;
    std::vector<Uuid> ids;
    std::vector<std::string> data;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(Put, (), (record_id, ci_id, section, keys, ids, data, at))

struct Remove {
    Uuid record_id;
    Section section = Section::system;
    std::vector<std::string> keys;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(Remove, (), (record_id, section, keys, at))

}  // namespace

Task<Sections> load_findings(web::Tx& tx, Uuid record, std::vector<Section> sections)
{
    Wanted const wanted{record, std::move(sections)};
    auto const rows = co_await tx.all<FindingRow>(sql::finding_list{}, wanted);
    Sections out;
    for (auto const& row : rows) {
        auto data = json::parse(row.data.text);
        if (data.is_object()) out[row.section].emplace(row.key, std::move(data.get_object()));
    }
    co_return out;
}

Items after(Items before, SectionReport const& report)
{
    if (report.full) return report.put;
    for (auto const& key : report.gone) before.erase(key);
    for (auto const& [key, item] : report.put) before.insert_or_assign(key, item);
    return before;
}

Task<void> store_findings(web::Tx& tx, Uuid record, Uuid ci, Change change)
{
    Put put{record, ci, change.section, {}, {}, {}, change.at};
    Remove remove{record, change.section, {}, change.at};
    for (auto const& [key, item] : change.after) {
        auto const found = change.before.find(key);
        if (found != change.before.end() && found->second == item) continue;
        put.keys.push_back(key);
        put.ids.push_back(Uuid::v7());
        put.data.push_back(json::bj::serialize(item));
    }
    for (auto const& [key, item] : change.before) {
        if (!change.after.contains(key)) remove.keys.push_back(key);
    }
    if (!put.keys.empty()) co_await tx.run(sql::finding_put{}, put);
    if (!remove.keys.empty()) co_await tx.run(sql::finding_remove{}, remove);
}

}  // namespace mz::inventory
