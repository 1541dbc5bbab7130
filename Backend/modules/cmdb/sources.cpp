#include "cmdb.hpp"
#include "cmdb_sql.hpp"

namespace mz::cmdb {
namespace {

struct SourcePut {
    Uuid id;
    cmdb_model::SourceKind kind = cmdb_model::SourceKind::api;
    std::string key;
    std::string name;
    std::optional<int> quiet_after_hours;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(SourcePut, (), (id, kind, key, name, quiet_after_hours, at))

}  // namespace

Task<Uuid> source(web::Tx& tx, SourceOf source)
{
    SourcePut const put{Uuid::v7(), source.kind, std::move(source.key), std::move(source.name), source.quiet_after_hours, now()};
    if (auto const known = co_await tx.maybe<Uuid>(sql::source_find{}, put)) co_return *known;
    co_await tx.run(sql::source_put{}, put);
    co_return co_await tx.one<Uuid>(sql::source_find{}, put);
}

}  // namespace mz::cmdb
