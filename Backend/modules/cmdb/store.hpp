#pragma once
#include "cmdb.hpp"
#include "json/write.hpp"
#include "keys.hpp"

#include <span>
#include <string>
#include <vector>

// The CMDB's tables, read and written many rows at a time.
namespace mz::cmdb {

struct Ids {
    std::vector<Uuid> ids;
};
BOOST_DESCRIBE_STRUCT(Ids, (), (ids))

// Rows for a statement that takes them as JSON.
struct Rows {
    json::Raw rows;
};
BOOST_DESCRIBE_STRUCT(Rows, (), (rows))

template <class Row>
Rows rows_of(std::vector<Row> const& rows)
{
    return Rows{json::Raw{json::write(rows)}};
}

// The columns of cmdb.records with those of its source.
struct RecordRow {
    Uuid id;
    Uuid ci_id;
    Uuid source_id;
    SourceKind source_kind = SourceKind::api;
    std::string source_key;
    std::string source_name;
    std::string key;
    std::string class_key;
    Timestamp class_seen_at;
    json::Raw attributes;
    std::optional<Timestamp> complete_at;
    std::optional<Timestamp> deleted_at;
    bool stale = false;
    Timestamp first_seen_at;
    Timestamp seen_at;
};
BOOST_DESCRIBE_STRUCT(RecordRow, (),
                      (id, ci_id, source_id, source_kind, source_key, source_name, key, class_key, class_seen_at, attributes, complete_at,
                       deleted_at, stale, first_seen_at, seen_at))

// The row as a record, its identifiers as they follow from the model.
Record record_of(RecordRow row, Model const& model);
RecordRow row_of(Record const& record);

Task<std::vector<Record>> records_by_id(web::Tx& tx, std::vector<Uuid> ids, Model const& model);
Task<std::vector<Record>> records_of_cis(web::Tx& tx, std::vector<Uuid> cis, Model const& model);
// The CIs, locked until the end of the transaction; those that are not there are left out.
Task<std::vector<Ci>> lock_cis(web::Tx& tx, std::vector<Uuid> ids);
// Whoever may give records another CI waits here for its turn.
Task<void> lock_identities(web::Tx& tx);

// What is to be written, gathered and sent together.
struct Writes {
    struct Held {
        std::string kind;
        std::string value;
        Uuid record_id;
    };
    struct Moved {
        Uuid id;
        Uuid ci_id;
    };
    struct Closed {
        Uuid ci_id;
        std::int64_t version = 0;
        Timestamp valid_to;
    };
    struct Entered {
        Uuid ci_id;
        std::int64_t version = 0;
        Timestamp valid_from;
        std::string class_key;
        std::string name;
        CiStatus status = CiStatus::in_use;
        bool live = true;
        std::optional<Uuid> merged_into;
        json::Raw attributes;
        json::Raw changes;
        Cause cause = Cause::observed;
        std::optional<Uuid> source_id;
    };
    struct FoundBy {
        std::string word;
        Uuid ci_id;
    };
    struct Pair {
        Uuid id;
        Uuid ci_a;
        Uuid ci_b;
        json::Raw reasons;
    };

    std::vector<Ci> cis_created;
    std::vector<Ci> cis_updated;
    std::vector<RecordRow> records_created;
    std::vector<RecordRow> records_updated;
    std::vector<Moved> records_moved;
    std::vector<Uuid> records_deleted;
    std::vector<Uuid> identifiers_deleted;  // of these records
    std::vector<Held> identifiers_created;
    std::vector<Uuid> keys_deleted;  // all values and words of these CIs
    std::vector<ValueRow> values_deleted;
    std::vector<ValueRow> values_created;
    std::vector<FoundBy> words_deleted;
    std::vector<FoundBy> words_created;
    std::vector<Closed> states_closed;
    std::vector<Entered> states_entered;
    std::vector<Pair> duplicates_deleted;
    std::vector<Pair> duplicates_put;
};
BOOST_DESCRIBE_STRUCT(Writes::Held, (), (kind, value, record_id))
BOOST_DESCRIBE_STRUCT(Writes::Moved, (), (id, ci_id))
BOOST_DESCRIBE_STRUCT(Writes::Closed, (), (ci_id, version, valid_to))
BOOST_DESCRIBE_STRUCT(Writes::Entered, (),
                      (ci_id, version, valid_from, class_key, name, status, live, merged_into, attributes, changes, cause, source_id))
BOOST_DESCRIBE_STRUCT(Writes::FoundBy, (), (word, ci_id))
BOOST_DESCRIBE_STRUCT(Writes::Pair, (), (id, ci_a, ci_b, reasons))

// One round trip for all of it.
Task<void> write(web::Tx& tx, Writes writes);

}  // namespace mz::cmdb
