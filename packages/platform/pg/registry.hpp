#pragma once
#include "pg/decode.hpp"
#include "pg/query.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mz::pg {

// Every statement that the program can run through a typed call, with what its C++ side expects of it. A test prepares each one against the
// migrated schema and compares (testing/query_check.hpp), so a renamed column is found before anybody asks for it.
struct RegisteredQuery {
    struct Text {
        std::string_view name;
        std::string_view text;
    };
    struct Column {
        std::string_view name;  // empty for a plain value, which is read from the only column
        ColumnType type;
    };

    std::string_view name;
    std::vector<Text> texts;  // one, or one for each sort
    std::vector<std::string_view> params;
    std::vector<Column> columns;  // none for a statement that is run for its effect
    std::string_view scans;       // the reason given in the file why it may read a table without an index on tenant_id; mostly empty
};

// Complete once main() runs: typed calls register themselves while the program's globals are made.
std::span<RegisteredQuery const> registered_queries();

namespace detail {

bool add_query(RegisteredQuery query);

template <Query Q, class Row>
RegisteredQuery describe_query()
{
    RegisteredQuery query{Q::name, {}, {Q::params.begin(), Q::params.end()}, {}, {}};
    if constexpr (SortedQuery<Q>) {
        for (auto const& variant : Q::variants) query.texts.push_back({variant.name, variant.text});
    } else {
        query.texts.push_back({Q::name, Q::text});
    }
    if constexpr (requires { Q::scans; }) query.scans = Q::scans;
    if constexpr (json::Described<Row>) {
        boost::mp11::mp_for_each<json::Members<Row>>(
            [&](auto member) { query.columns.push_back({member.name, column_type<json::MemberType<Row, decltype(member)>>()}); });
    } else if constexpr (!std::is_void_v<Row>) {
        query.columns.push_back({{}, column_type<Row>()});
    }
    return query;
}

// Naming this variable in a function template registers the query when that template is instantiated.
template <Query Q, class Row>
inline bool const registered = add_query(describe_query<Q, Row>());

}  // namespace detail

// For other typed calls than those of transaction.hpp: `pg::registered<Q, Row>();` anywhere in the function. Row is void where no rows are read.
template <Query Q, class Row>
void registered()
{
    static_cast<void>(detail::registered<Q, Row>);
}

}  // namespace mz::pg
