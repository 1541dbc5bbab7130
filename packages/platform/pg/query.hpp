#pragma once
#include <array>
#include <concepts>
#include <span>
#include <string_view>

namespace mz::pg {

// What cmake/embed_sql.py makes of modules/<m>/sql/<name>.sql: a struct <m>::sql::<name> with
//   static constexpr std::string_view name   "<m>.<name>", the name under which it is prepared
//   static constexpr std::string_view entity "incident" for incident_get.sql; a file may say better: `-- entity: provisioning key`
//   static constexpr std::string_view text   the statement without its comments, with $1.. for :parameters
//   static constexpr std::array<std::string_view, N> params   the parameters' names in the order of their numbers
template <class Q>
concept Query = requires {
    { Q::name } -> std::convertible_to<std::string_view>;
    { Q::text } -> std::convertible_to<std::string_view>;
    { Q::params.size() } -> std::convertible_to<std::size_t>;
};

// A list that can be sorted: its file starts with `-- sorts: created_at timestamptz, number bigint` and contains {after} and {order}.
// The generator writes one variant for each column and direction: {after} becomes the keyset condition on (column, id) with the parameters
// :after_value (as text, cast to the column's type) and :after_id, {order} becomes `order by <column> <asc|desc>, id <asc|desc>`.
// Both null is the first page. Both directions use the same index (tenant_id, <column>, id). Where the columns are not called so in a join,
// `-- sorts: rank smallint = i.rank` and `-- id: i.id` say what they are. A sort column must not be null in any row: keysets skip nulls.
struct SortVariant {
    std::string_view column;
    bool descending;
    std::string_view name;  // "<m>.<name>@-created_at"
    std::string_view text;
};
template <class Q>
concept SortedQuery = Query<Q> && requires {
    { std::span<SortVariant const>(Q::variants) };  // the first is the default
};

}  // namespace mz::pg
