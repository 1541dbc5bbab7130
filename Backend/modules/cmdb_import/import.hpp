#pragma once
#include "core/clock.hpp"
#include "core/text.hpp"
#include "core/uuid.hpp"
#include "json/value.hpp"
#include "web/page.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace mz::cmdb_import {

enum class ImportFormat { csv, json_lines };
BOOST_DESCRIBE_ENUM(ImportFormat, csv, json_lines)

// uploading -> ready -> checking -> checked -> applying -> applied -> undoing -> undone. Cancelling a check leads back to ready, cancelling
// an import to cancelled, which can be undone like one that came to its end. `failed` says why in `error`.
enum class ImportState { uploading, ready, checking, checked, applying, applied, cancelled, undoing, undone, failed };
BOOST_DESCRIBE_ENUM(ImportState, uploading, ready, checking, checked, applying, applied, cancelled, undoing, undone, failed)

// conflict: the row fits two things that are there, or two rows of the file are of the same thing. bad: it cannot be understood.
enum class Outcome { create, update, unchanged, conflict, bad };
BOOST_DESCRIBE_ENUM(Outcome, create, update, unchanged, conflict, bad)

// {"<column>": "<attribute>"}; "name", "status" and "class" are attributes here too. A column that is not named is passed over.
using Mapping = std::map<std::string, std::string>;

// The counts are of the last check; `applied` are the rows that the import has taken in. `done` of `row_count` is the progress of the
// present step.
struct Import {
    Uuid id;
    std::string name;
    ImportFormat format = ImportFormat::csv;
    ImportState state = ImportState::uploading;
    std::vector<std::string> columns;
    std::optional<std::string> class_key;
    std::optional<json::Raw> mapping;
    std::int32_t parts = 0;
    std::int32_t row_count = 0;
    std::int32_t done = 0;
    std::int32_t creates = 0;
    std::int32_t updates = 0;
    std::int32_t unchanged = 0;
    std::int32_t conflicts = 0;
    std::int32_t bad = 0;
    std::int32_t applied = 0;
    std::optional<std::string> error;
    std::optional<Uuid> source_id;
    std::optional<std::string> created_by_name;
    Timestamp created_at;
    Timestamp updated_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Import, (),
                      (id, name, format, state, columns, class_key, mapping, parts, row_count, done, creates, updates, unchanged, conflicts,
                       bad, applied, error, source_id, created_by_name, created_at, updated_at, version))

struct ImportCreate {
    Text<1, 200> name;  // of the file
    ImportFormat format = ImportFormat::csv;
};
BOOST_DESCRIBE_STRUCT(ImportCreate, (), (name, format))

struct ImportPath {
    Uuid id;
};
BOOST_DESCRIBE_STRUCT(ImportPath, (), (id))

// Parts are numbered from 0 and sent one after the other; one that was sent already is passed over, so that it may be sent again. Left out,
// it is the next one.
struct PartQuery {
    std::optional<Int<0, 100000>> part;
};
BOOST_DESCRIBE_STRUCT(PartQuery, (), (part))

// What becomes of the rows: their class, unless a column says another one, and what the columns mean.
struct Plan {
    std::string class_key;
    Mapping mapping;
};
BOOST_DESCRIBE_STRUCT(Plan, (), (class_key, mapping))

// `remembered`: a file with the same columns was imported like this before; else it is a guess from their names.
struct Suggestion {
    std::optional<std::string> class_key;
    Mapping mapping;
    bool remembered = false;
};
BOOST_DESCRIBE_STRUCT(Suggestion, (), (class_key, mapping, remembered))

struct SuggestionQuery {
    std::optional<std::string> class_key;
};
BOOST_DESCRIBE_STRUCT(SuggestionQuery, (), (class_key))

struct ImportRow {
    Uuid id;
    std::int32_t number = 0;  // from 1; the header does not count
    std::optional<Outcome> outcome;
    json::Raw cells;     // {"<column>": "<text>"}
    json::Raw problems;  // [{"column": "<column>"|null, "detail": "<sentence>"}]
    std::optional<Uuid> ci_id;
};
BOOST_DESCRIBE_STRUCT(ImportRow, (), (id, number, outcome, cells, problems, ci_id))

struct RowFilter : web::ListQuery {
    std::vector<Outcome> outcome;
};
BOOST_DESCRIBE_STRUCT(RowFilter, (web::ListQuery), (outcome))

}  // namespace mz::cmdb_import
