#include "cmdb_import.hpp"
#include "cmdb_import_sql.hpp"
#include "import.hpp"
#include "json/read.hpp"
#include "json/write.hpp"
#include "mapping.hpp"
#include "reading.hpp"
#include "worker.hpp"

#include <algorithm>
#include <initializer_list>
#include <set>
#include <utility>

namespace mz::cmdb_import {
namespace {

using namespace web;

struct NewImport {
    Uuid id;
    std::string name;
    ImportFormat format = ImportFormat::csv;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(NewImport, (), (id, name, format, at))

struct NewRow {
    std::int32_t number = 0;
    Uuid id;
    Cells cells;
    bool unreadable = false;
    std::optional<Outcome> outcome;
    std::vector<RowProblem> problems;
};
BOOST_DESCRIBE_STRUCT(NewRow, (), (number, id, cells, unreadable, outcome, problems))

struct NewRows {
    Uuid id;
    json::Raw rows;
};
BOOST_DESCRIBE_STRUCT(NewRows, (), (id, rows))

struct PartTaken {
    Uuid id;
    std::vector<std::string> columns;
    std::optional<std::string> delimiter;
    std::string rest;
    std::int32_t parts = 0;
    std::int32_t row_count = 0;
    ImportState state = ImportState::uploading;
    std::int32_t unreadable = 0;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(PartTaken, (), (id, columns, delimiter, rest, parts, row_count, state, unreadable, at))

struct Step {
    Uuid id;
    ImportState state = ImportState::checking;
    std::optional<std::string> class_key;
    std::optional<json::Raw> mapping;
    std::optional<Timestamp> observed_at;
    std::int32_t creates = 0;
    std::int32_t updates = 0;
    std::int32_t unchanged = 0;
    std::int32_t conflicts = 0;
    std::int32_t bad = 0;
    std::int32_t applied = 0;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(Step, (), (id, state, class_key, mapping, observed_at, creates, updates, unchanged, conflicts, bad, applied, at))

struct Remembered {
    std::string class_key;
    json::Raw mapping;
};
BOOST_DESCRIBE_STRUCT(Remembered, (), (class_key, mapping))

struct RememberAs {
    std::string fingerprint;
    std::string class_key;
    json::Raw mapping;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(RememberAs, (), (fingerprint, class_key, mapping, at))

struct ByFingerprint {
    std::string fingerprint;
};
BOOST_DESCRIBE_STRUCT(ByFingerprint, (), (fingerprint))

struct Queued {
    Uuid id;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(Queued, (), (id, at))

struct RowArgs : RowFilter {
    Uuid import_id;
};
BOOST_DESCRIBE_STRUCT(RowArgs, (RowFilter), (import_id))

ReadingLimits limits_of(ImportSettings const& settings)
{
    return {static_cast<std::size_t>(settings.ci_import_columns_most), static_cast<std::size_t>(settings.ci_import_cell_bytes_most)};
}

Task<Locked> lock(Tx& tx, ImportPath path, std::initializer_list<ImportState> in, std::string otherwise)
{
    auto locked = co_await tx.one<Locked>(sql::import_lock{}, path);
    if (std::ranges::find(in, locked.state) == in.end()) throw Problem(Failure::conflict, "import-not-ready", std::move(otherwise));
    co_return locked;
}

// The records that `text` brings to an end, with what was left of the part before; `last` ends the file, so that all of it is whole.
struct Records {
    std::string whole;
    std::string rest;
};
Records cut(Locked const& import, std::string const& text, bool last)
{
    auto all = import.rest + text;
    auto const end = last ? all.size() : whole_records(import.format, all);
    return {all.substr(0, end), all.substr(end)};
}

// Reads the header, if this is the part that has it, off the beginning of `whole`.
void take_header(Locked& import, std::string& whole, ReadingLimits limits)
{
    if (import.format != ImportFormat::csv || !import.columns.empty() || whole.empty()) return;
    std::size_t end = 0;
    do end = std::min(whole.find('\n', end), whole.size() - 1) + 1;
    while (end < whole.size() && whole_records(ImportFormat::csv, whole.substr(0, end)) == 0);
    auto const header = whole.substr(0, end);
    import.delimiter = std::string(1, delimiter_of(header));
    import.columns = csv_columns(header, import.delimiter->front(), limits);
    whole.erase(0, end);
}

std::vector<NewRow> rows_of(Locked& import, std::string const& whole, ReadingLimits limits)
{
    auto read = import.format == ImportFormat::csv ? csv_rows(whole, import.delimiter.value_or(",").front(), import.columns, limits)
                                                   : json_rows(whole, limits);
    std::set<std::string> known(import.columns.begin(), import.columns.end());
    std::vector<NewRow> out;
    for (auto& row : read) {
        for (auto const& [column, text] : row.cells) {
            if (known.insert(column).second) import.columns.push_back(column);
        }
        NewRow stored{++import.row_count, Uuid::v7(), std::move(row.cells), !row.problem.empty(), std::nullopt, {}};
        if (!row.problem.empty()) {
            stored.outcome = Outcome::bad;
            stored.problems.push_back({"", std::move(row.problem)});
            ++import.unreadable;
        }
        out.push_back(std::move(stored));
    }
    return out;
}

Task<Import> take(Request& rq, Tx& tx, ImportPath path, Locked import, std::string text, bool last)
{
    auto const& settings = rq.services.get<ImportSettings>();
    auto const limits = limits_of(settings);
    auto records = cut(import, text, last);
    if (records.rest.size() > limits.columns * limits.cell_bytes) {
        throw Problem(Failure::bad_request, "A record is longer than any can be; perhaps a quote is not closed near row " +
                                                std::to_string(import.row_count + 1) + ".");
    }
    take_header(import, records.whole, limits);
    auto const rows = rows_of(import, records.whole, limits);
    if (import.row_count > settings.ci_import_rows_most) {
        throw Problem(Failure::unprocessable,
                      "An import has at most " + std::to_string(settings.ci_import_rows_most) + " rows; split the file.");
    }
    if (last && import.row_count == 0) throw Problem(Failure::unprocessable, "The file has no rows.");
    if (!rows.empty()) {
        NewRows const stored{path.id, json::Raw{json::write(rows)}};
        co_await tx.run(sql::row_create_many{}, stored);
    }
    PartTaken const taken{path.id,
                          import.columns,
                          import.delimiter,
                          std::move(records.rest),
                          import.parts + (last ? 0 : 1),
                          import.row_count,
                          last ? ImportState::ready : ImportState::uploading,
                          import.unreadable,
                          now()};
    co_await tx.run(sql::import_part{}, taken);
    co_return co_await tx.one<Import>(sql::import_get{}, path);
}

Task<Page<Import>> list(Request& rq, Query<ListQuery> query) { co_return co_await rq.db.page<Import>(sql::import_list{}, query.value); }

Task<Import> get(Request& rq, Path<ImportPath> path) { co_return co_await rq.db.one<Import>(sql::import_get{}, path.value); }

Task<Created<Import>> create(Request& rq, Body<ImportCreate> body, Tx& tx)
{
    NewImport const fresh{Uuid::v7(), body->name, body->format, now()};
    co_await tx.run(sql::import_create{}, fresh);
    rq.audit_target(fresh.id);
    ImportPath const path{fresh.id};
    auto stored = co_await tx.one<Import>(sql::import_get{}, path);
    co_return Created<Import>{std::move(stored)};
}

Task<Import> add_part(Request& rq, Path<ImportPath> path, Query<PartQuery> query, Upload<Csv, JsonLines> part, Tx& tx)
{
    auto import =
        co_await lock(tx, path.value, {ImportState::uploading}, "The file is there already; begin another import for another one.");
    bool const is_csv = part.media_type == Csv::media_type;
    if (is_csv != (import.format == ImportFormat::csv)) throw Problem(Failure::unsupported_type, "This import is of another format.");
    auto const number = static_cast<std::int32_t>(query->part.value_or(import.parts));
    if (number > import.parts)
        throw Problem(Failure::conflict, "import-part-missing", "Part " + std::to_string(import.parts) + " comes first.");
    if (number < import.parts) co_return co_await tx.one<Import>(sql::import_get{}, path.value);
    co_return co_await take(rq, tx, path.value, std::move(import), std::move(part.text), false);
}

Task<Import> end_upload(Request& rq, Path<ImportPath> path, Tx& tx)
{
    auto import = co_await lock(tx, path.value, {ImportState::uploading}, "The file is there already.");
    co_return co_await take(rq, tx, path.value, std::move(import), {}, true);
}

Task<Suggestion> suggest(Request& rq, Path<ImportPath> path, Query<SuggestionQuery> query)
{
    auto const import = co_await rq.db.one<Import>(sql::import_get{}, path.value);
    auto const model = co_await cmdb_model::model(rq.db);
    ByFingerprint const by{fingerprint(import.columns)};
    auto const known = co_await rq.db.maybe<Remembered>(sql::mapping_find{}, by);
    if (known && (!query->class_key || *query->class_key == known->class_key)) {
        Plan const plan{known->class_key, json::read_text<Mapping>(known->mapping.text)};
        if (wrong_with(plan, import.columns, *model).empty()) co_return Suggestion{plan.class_key, plan.mapping, true};
    }
    co_return Suggestion{query->class_key, guess(import.columns, query->class_key.value_or("ci"), *model), false};
}

Task<void> begin(Tx& tx, Step step)
{
    co_await tx.run(sql::import_step{}, step);
    Queued const queued{step.id, step.at};
    co_await tx.run(sql::queue_put{}, queued);
    co_await tx.run(sql::queue_ring{});
}

Task<Import> check(Request&, Path<ImportPath> path, Body<Plan> plan, Tx& tx)
{
    auto const import = co_await lock(tx, path.value, {ImportState::ready, ImportState::checked},
                                      "Only a file that is there and not imported yet can be checked.");
    auto const model = co_await cmdb_model::model(tx, *tx.entry().tenant);
    if (auto wrong = wrong_with(plan.value, import.columns, *model); !wrong.empty()) throw Problem::invalid(std::move(wrong));
    json::Raw const mapping{json::write(plan->mapping)};
    RememberAs const remembered{fingerprint(import.columns), plan->class_key, mapping, now()};
    co_await tx.run(sql::mapping_put{}, remembered);
    co_await tx.run(sql::identity_delete{}, path.value);
    Step step{.id = path->id,
              .state = ImportState::checking,
              .class_key = plan->class_key,
              .mapping = mapping,
              .observed_at = {},
              .bad = import.unreadable,
              .at = now()};
    co_await begin(tx, std::move(step));
    co_return co_await tx.one<Import>(sql::import_get{}, path.value);
}

// The counts stay those of the check.
Task<Step> next_step(Tx& tx, ImportPath path, ImportState state)
{
    auto const import = co_await tx.one<Import>(sql::import_get{}, path);
    co_return Step{.id = path.id,
                   .state = state,
                   .class_key = import.class_key,
                   .mapping = import.mapping,
                   .observed_at = now(),
                   .creates = import.creates,
                   .updates = import.updates,
                   .unchanged = import.unchanged,
                   .conflicts = import.conflicts,
                   .bad = import.bad,
                   .applied = import.applied,
                   .at = now()};
}

Task<Import> apply(Request&, Path<ImportPath> path, Tx& tx)
{
    co_await lock(tx, path.value, {ImportState::checked}, "Check the import first; then it can be carried out.");
    auto step = co_await next_step(tx, path.value, ImportState::applying);
    co_await begin(tx, std::move(step));
    co_return co_await tx.one<Import>(sql::import_get{}, path.value);
}

Task<Import> undo(Request&, Path<ImportPath> path, Tx& tx)
{
    co_await lock(tx, path.value, {ImportState::applied, ImportState::cancelled, ImportState::failed},
                  "Only what was imported can be undone.");
    auto step = co_await next_step(tx, path.value, ImportState::undoing);
    co_await begin(tx, std::move(step));
    co_return co_await tx.one<Import>(sql::import_get{}, path.value);
}

// The job notices between two portions; what it has taken in until then stays, and can be undone.
Task<Import> cancel(Request&, Path<ImportPath> path, Tx& tx)
{
    auto const import =
        co_await lock(tx, path.value, {ImportState::checking, ImportState::applying}, "Nothing is under way that could be cancelled.");
    auto step = co_await next_step(tx, path.value, import.state == ImportState::checking ? ImportState::ready : ImportState::cancelled);
    co_await tx.run(sql::import_step{}, step);
    co_return co_await tx.one<Import>(sql::import_get{}, path.value);
}

Task<void> remove(Request&, Path<ImportPath> path, Tx& tx)
{
    co_await lock(tx, path.value,
                  {ImportState::uploading, ImportState::ready, ImportState::checked, ImportState::undone, ImportState::failed},
                  "What was imported is undone before it is deleted, and nothing is deleted under way.");
    co_await tx.run(sql::import_delete{}, path.value);
}

Task<Page<ImportRow>> rows(Request& rq, Path<ImportPath> path, Query<RowFilter> filter)
{
    RowArgs args;
    static_cast<RowFilter&>(args) = filter.value;
    args.import_id = path->id;
    auto page = co_await rq.db.page<ImportRow>(sql::row_list{}, args);
    if (page.items.empty()) co_await rq.db.one<Import>(sql::import_get{}, path.value);  // 404 rather than an empty list
    co_return page;
}

}  // namespace

std::vector<Route> routes()
{
    constexpr Permission read{"cis:read"};
    constexpr Permission write{"cis:write"};
    std::vector<Route> all;
    all.push_back(route(Verb::get, "/api/v1/ci-imports", read, "ci_import_list", "List imports", list));
    all.push_back(route(Verb::post, "/api/v1/ci-imports", write, "ci_import_create", "Begin an import", create));
    all.push_back(route(Verb::get, "/api/v1/ci-imports/{id}", read, "ci_import_get", "Fetch an import and its progress", get));
    all.push_back(route(Verb::del, "/api/v1/ci-imports/{id}", write, "ci_import_delete", "Delete an import that left nothing", remove));
    all.push_back(
        route(Verb::post, "/api/v1/ci-imports/{id}/parts", write, "ci_import_upload", "Send the next part of the file", add_part));
    all.push_back(
        route(Verb::post, "/api/v1/ci-imports/{id}/end", write, "ci_import_end_upload", "Say that the file is complete", end_upload));
    all.push_back(
        route(Verb::get, "/api/v1/ci-imports/{id}/suggestion", read, "ci_import_suggest", "Suggest what its columns mean", suggest));
    all.push_back(route(Verb::post, "/api/v1/ci-imports/{id}/check", write, "ci_import_check", "Find out what the import would do", check));
    all.push_back(route(Verb::post, "/api/v1/ci-imports/{id}/apply", write, "ci_import_apply", "Carry the import out", apply));
    all.push_back(route(Verb::post, "/api/v1/ci-imports/{id}/cancel", write, "ci_import_cancel", "Stop what is under way", cancel));
    all.push_back(route(Verb::post, "/api/v1/ci-imports/{id}/undo", write, "ci_import_undo", "Undo the whole import", undo));
    all.push_back(
        route(Verb::get, "/api/v1/ci-imports/{id}/rows", read, "ci_import_row_list", "List the rows and what became of them", rows));
    return all;
}

}  // namespace mz::cmdb_import
