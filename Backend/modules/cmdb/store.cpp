#include "store.hpp"

#include "cmdb_sql.hpp"
#include "identify.hpp"
#include "json/write.hpp"
#include "keys.hpp"

namespace mz::cmdb {
namespace {

struct At {
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(At, (), (at))

struct PutDuplicates {
    json::Raw rows;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(PutDuplicates, (), (rows, at))

std::vector<Record> records_of(std::vector<RecordRow> rows, Model const& model)
{
    std::vector<Record> out;
    out.reserve(rows.size());
    for (auto& row : rows) out.push_back(record_of(std::move(row), model));
    return out;
}

// Statements for as many rows as there are, none for none.
class Batch {
public:
    explicit Batch(web::Tx& tx) : entry_(tx.entry()) {}

    template <pg::Query Q, class Row>
    void rows(std::vector<Row> const& all)
    {
        pg::registered<Q, void>();
        if (!all.empty()) statements_.push_back(pg::statement<Q>(rows_of(all), entry_));
    }
    template <pg::Query Q>
    void ids(std::vector<Uuid> const& all)
    {
        pg::registered<Q, void>();
        if (!all.empty()) statements_.push_back(pg::statement<Q>(Ids{all}, entry_));
    }
    template <pg::Query Q, class Args>
    void one(Args const& args)
    {
        pg::registered<Q, void>();
        statements_.push_back(pg::statement<Q>(args, entry_));
    }

    std::vector<pg::Statement> take() { return std::move(statements_); }

private:
    pg::Entry entry_;
    std::vector<pg::Statement> statements_;
};

}  // namespace

Record record_of(RecordRow row, Model const& model)
{
    Record out;
    out.words = read_words(row.attributes, row.seen_at);
    out.id = row.id;
    out.ci_id = row.ci_id;
    out.source_id = row.source_id;
    out.source_kind = row.source_kind;
    out.source_key = std::move(row.source_key);
    out.source_name = std::move(row.source_name);
    out.key = std::move(row.key);
    out.class_key = std::move(row.class_key);
    out.class_seen_at = row.class_seen_at;
    out.complete_at = row.complete_at;
    out.deleted_at = row.deleted_at;
    out.stale = row.stale;
    out.seen_at = row.seen_at;
    out.identifiers = identifiers_of(out, model);
    return out;
}

RecordRow row_of(Record const& record)
{
    RecordRow out;
    out.id = record.id;
    out.ci_id = record.ci_id;
    out.source_id = record.source_id;
    out.source_kind = record.source_kind;
    out.key = record.key;
    out.class_key = record.class_key;
    out.class_seen_at = record.class_seen_at;
    out.attributes = written(record.words, record.seen_at);
    out.complete_at = record.complete_at;
    out.deleted_at = record.deleted_at;
    out.stale = record.stale;
    out.seen_at = record.seen_at;
    return out;
}

Task<std::vector<Record>> records_by_id(web::Tx& tx, std::vector<Uuid> ids, Model const& model)
{
    Ids const args{std::move(ids)};
    auto rows = co_await tx.all<RecordRow>(sql::record_list{}, args);
    co_return records_of(std::move(rows), model);
}

Task<std::vector<Record>> records_of_cis(web::Tx& tx, std::vector<Uuid> cis, Model const& model)
{
    Ids const args{std::move(cis)};
    auto rows = co_await tx.all<RecordRow>(sql::record_of_cis{}, args);
    co_return records_of(std::move(rows), model);
}

Task<std::vector<Ci>> lock_cis(web::Tx& tx, std::vector<Uuid> ids)
{
    Ids const args{std::move(ids)};
    co_return co_await tx.all<Ci>(sql::ci_lock_many{}, args);
}

Task<void> lock_identities(web::Tx& tx)
{
    At const args{now()};
    co_await tx.run(sql::reconciliation_lock{}, args);
}

Task<void> write(web::Tx& tx, Writes writes)
{
    Batch batch(tx);
    batch.rows<sql::ci_create_many>(writes.cis_created);
    batch.rows<sql::record_create_many>(writes.records_created);
    batch.rows<sql::record_update_many>(writes.records_updated);
    batch.rows<sql::record_move_many>(writes.records_moved);
    batch.ids<sql::identifier_delete_many>(writes.identifiers_deleted);
    batch.ids<sql::record_delete_many>(writes.records_deleted);
    batch.rows<sql::identifier_create_many>(writes.identifiers_created);
    batch.rows<sql::ci_update_many>(writes.cis_updated);
    batch.ids<sql::value_delete_all>(writes.keys_deleted);
    batch.ids<sql::word_delete_all>(writes.keys_deleted);
    batch.rows<sql::value_delete_many>(writes.values_deleted);
    batch.rows<sql::value_create_many>(writes.values_created);
    batch.rows<sql::word_delete_many>(writes.words_deleted);
    batch.rows<sql::word_create_many>(writes.words_created);
    batch.rows<sql::history_close_many>(writes.states_closed);
    batch.rows<sql::history_create_many>(writes.states_entered);
    batch.rows<sql::duplicate_delete_many>(writes.duplicates_deleted);
    PutDuplicates const duplicates{json::Raw{json::write(writes.duplicates_put)}, now()};
    if (!writes.duplicates_put.empty()) batch.one<sql::duplicate_put_many>(duplicates);
    auto statements = batch.take();
    if (!statements.empty()) co_await tx.send(std::move(statements));
}

}  // namespace mz::cmdb
