#include "testing/query_check.hpp"

#include "core/problem.hpp"
#include "json/value.hpp"
#include "pg/decode.hpp"
#include "pg/registry.hpp"

#include <boost/describe.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace mz::testing {
namespace {

using Mistakes = std::vector<std::string>;

struct TableName {
    std::string schema;
    std::string name;
    friend auto operator<=>(TableName const&, TableName const&) = default;
};
BOOST_DESCRIBE_STRUCT(TableName, (), (schema, name))

std::set<TableName> tenant_tables(pg::Blocking& connection)
{
    auto const result = connection.run(R"(
        select n.nspname::text as schema, c.relname::text as name
        from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
        where a.attname = 'tenant_id' and not a.attisdropped and c.relkind in ('r', 'p') and n.nspname <> 'pg_catalog')");
    auto const rows = pg::decode_all<TableName>(result, "tenant_tables");
    return {rows.begin(), rows.end()};
}

// Compares the columns of a prepared statement with the struct that reads them.
class Columns {
public:
    Columns(pg::Blocking& connection, pg::Result const& described, pg::RegisteredQuery const& query, std::string const& name,
            Mistakes& mistakes)
        : connection_(connection), described_(described), query_(query), name_(name), mistakes_(mistakes)
    {
    }

    void check()
    {
        if (query_.columns.size() == 1 && query_.columns.front().name.empty()) {
            if (described_.columns() == 1) return check_type(query_.columns.front(), 0);
            return report("has " + std::to_string(described_.columns()) + " columns, and one plain value is read");
        }
        for (auto const& column : query_.columns) {
            int const found = described_.column(std::string(column.name).c_str());
            if (found < 0) report("has no column " + std::string(column.name));
            else check_type(column, found);
        }
        for (int i = 0; i < described_.columns(); ++i) {
            auto const name = described_.column_name(i);
            if (std::ranges::find(query_.columns, name, &pg::RegisteredQuery::Column::name) == query_.columns.end()) {
                report("selects " + std::string(name) + ", which nobody reads");
            }
        }
    }

private:
    void report(std::string what) { mistakes_.push_back(name_ + " " + std::move(what)); }

    void check_type(pg::RegisteredQuery::Column const& column, int index)
    {
        auto const oid = described_.type(index);
        auto const type = connection_.run("select $1::oid::regtype::text", {std::to_string(oid)});
        auto const shown = pg::decode_all<std::string>(type, "regtype").front();
        if (!pg::is_readable_from(column.type, oid)) {
            return report("has " + std::string(column.name) + " of type " + shown + ", expected " + pg::to_string(column.type));
        }
        if (column.enumerators.empty()) return;
        auto const result = connection_.run(R"(
            select l.enumlabel::text from pg_enum l join pg_type t on l.enumtypid in (t.oid, t.typelem) where t.oid = $1::oid)",
                                            {std::to_string(oid)});
        for (auto const& label : pg::decode_all<std::string>(result, "labels")) {
            bool const known = std::ranges::find(column.enumerators, label) != column.enumerators.end();
            if (!known) report("may have " + label + " in " + std::string(column.name) + ", which C++ does not know");
        }
    }

    pg::Blocking& connection_;
    pg::Result const& described_;
    pg::RegisteredQuery const& query_;
    std::string const& name_;
    Mistakes& mistakes_;
};

std::string text_of(json::bj::object const& node, char const* key)
{
    auto const* value = node.if_contains(key);
    return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

// Walks a plan and names the tenant tables that it reads without an index condition on tenant_id.
void find_scans(json::bj::object const& node, std::set<TableName> const& tables, std::set<std::string>& scanned)
{
    auto const type = text_of(node, "Node Type");
    TableName const table{text_of(node, "Schema"), text_of(node, "Relation Name")};
    auto const* children = node.if_contains("Plans");
    bool const reads = type.ends_with("Scan") && tables.contains(table);
    if (reads && type == "Bitmap Heap Scan") {
        if (text_of(node, "Recheck Cond").find("tenant_id") == std::string::npos) scanned.insert(table.schema + "." + table.name);
    } else if (reads && text_of(node, "Index Cond").find("tenant_id") == std::string::npos) {
        scanned.insert(table.schema + "." + table.name);
    }
    if (children == nullptr) return;
    for (auto const& child : children->as_array()) find_scans(child.as_object(), tables, scanned);
}

// The plan that a serving connection would use: generic, and by index wherever there is one, as with tables that are not empty.
std::set<std::string> scanned_tables(pg::Blocking& connection, std::string const& text, std::size_t params,
                                     std::set<TableName> const& tables)
{
    connection.script("deallocate all; prepare checked as " + text);  // one that failed is still there
    std::string execute = "explain (format json, verbose) execute checked";
    for (std::size_t i = 0; i < params; ++i) execute += i == 0 ? "(null" : ", null";
    if (params > 0) execute += ")";
    auto const result = connection.run(execute);
    auto const plan = pg::decode_all<json::bj::value>(result, "explain").front();
    std::set<std::string> scanned;
    find_scans(plan.as_array().front().as_object().at("Plan").as_object(), tables, scanned);
    return scanned;
}

}  // namespace

Mistakes check_queries(Database const& database, RoleOf const& role_of)
{
    Mistakes mistakes;
    auto superuser = database.connect_superuser();
    auto const tables = tenant_tables(superuser);
    std::map<std::string, pg::Blocking> connections;
    std::set<std::string> planned;
    for (auto const& query : pg::registered_queries()) {
        auto const role = role_of(query.name);
        auto [found, is_new] = connections.try_emplace(role, database.url(role));
        auto& connection = found->second;
        if (is_new) connection.script("set plan_cache_mode = force_generic_plan; set enable_seqscan = off; set jit = off");
        for (auto const& text : query.texts) {
            std::string const name(text.name);
            try {
                auto const described = superuser.describe(std::string(text.text));
                if (!query.columns.empty()) Columns(superuser, described, query, name, mistakes).check();
                if (!planned.insert(name).second) continue;
                auto const scanned = scanned_tables(connection, std::string(text.text), query.params.size(), tables);
                if (!query.scans.empty()) continue;
                for (auto const& table : scanned) mistakes.push_back(name + " reads " + table + " without an index condition on tenant_id");
            } catch (Problem const& problem) {
                mistakes.push_back(name + " as " + role + ": " + problem.detail);
            }
        }
    }
    std::ranges::sort(mistakes);
    mistakes.erase(std::ranges::unique(mistakes).begin(), mistakes.end());
    return mistakes;
}

std::vector<std::string> queries_never_run(std::filesystem::path const& modules)
{
    std::set<std::string_view> known;
    for (auto const& query : pg::registered_queries()) known.insert(query.name);
    std::vector<std::string> unused;
    for (auto const& module : std::filesystem::directory_iterator(modules)) {
        if (!std::filesystem::is_directory(module.path() / "sql")) continue;
        for (auto const& file : std::filesystem::directory_iterator(module.path() / "sql")) {
            auto const name = module.path().filename().string() + "." + file.path().stem().string();
            if (file.path().extension() == ".sql" && !known.contains(name)) unused.push_back(name);
        }
    }
    std::ranges::sort(unused);
    return unused;
}

}  // namespace mz::testing
