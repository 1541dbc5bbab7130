#pragma once
#include "cmdb_import.hpp"
#include "import.hpp"
#include "mapping.hpp"
#include "pg/transaction.hpp"

namespace mz::cmdb_import {

// An import as its step finds it, under its row's lock.
struct Locked {
    ImportState state = ImportState::uploading;
    ImportFormat format = ImportFormat::csv;
    std::vector<std::string> columns;
    std::optional<std::string> delimiter;
    std::string rest;
    std::int32_t parts = 0;
    std::int32_t row_count = 0;
    std::int32_t done = 0;
    std::optional<std::string> class_key;
    std::optional<json::Raw> mapping;
    std::int32_t unreadable = 0;
    std::int32_t applied = 0;
    std::optional<Timestamp> observed_at;
    std::optional<Uuid> source_id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(Locked, (),
                      (state, format, columns, delimiter, rest, parts, row_count, done, class_key, mapping, unreadable, applied,
                       observed_at, source_id, name))

// The next portion of whatever import has waited longest. A portion is one transaction that moves the import's progress too, so one that is
// cut off anywhere is done again from its beginning and counts once.
class Worker {
public:
    Worker(ImportSettings settings, cmdb::CmdbSettings cmdb) : settings_(settings), cmdb_(cmdb) {}

    // False where no import waits.
    Task<bool> round(pg::Pool& pool);

private:
    struct Claimed;
    struct Portion;
    Task<void> portion(pg::Pool& pool, Claimed import);
    Task<void> check(pg::Pool& pool, Claimed import);
    Task<Portion> rehearse(pg::Pool& pool, Claimed import, Locked locked);
    Task<void> carry_out(pg::Transaction& tx, Claimed import, Locked locked);
    Task<void> undo(pg::Transaction& tx, Claimed import, Locked locked);
    Task<void> fail(pg::Pool& pool, Claimed import, std::string why);
    Task<Portion> read(pg::Transaction& tx, Claimed import, Locked locked) const;

    ImportSettings settings_;
    cmdb::CmdbSettings cmdb_;
};

}  // namespace mz::cmdb_import
