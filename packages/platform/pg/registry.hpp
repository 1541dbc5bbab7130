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
        std::vector<std::string_view> enumerators;  // of a member that is an enum
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

template <class T>
std::vector<std::string_view> enumerators_of()
{
    std::vector<std::string_view> names;
    if constexpr (json::Optional<T> || json::Vector<T>) {
        return enumerators_of<typename T::value_type>();
    } else if constexpr (json::DescribedEnum<T>) {
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto enumerator) { names.push_back(enumerator.name); });
    }
    return names;
}

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
        boost::mp11::mp_for_each<json::Members<Row>>([&](auto member) {
            using Member = json::MemberType<Row, decltype(member)>;
            query.columns.push_back({member.name, column_type<Member>(), enumerators_of<Member>()});
        });
    } else if constexpr (!std::is_void_v<Row>) {
        query.columns.push_back({{}, column_type<Row>(), enumerators_of<Row>()});
    }
    return query;
}

// The statement that counts a sorted list, where the generator wrote one.
template <Query Q>
bool add_count()
{
    if constexpr (requires { Q::count_text; }) {
        RegisteredQuery count{Q::count_name, {{Q::count_name, Q::count_text}}, {Q::params.begin(), Q::params.end()}, {}, {}};
        count.columns.push_back({{}, column_type<std::int64_t>(), {}});
        if constexpr (requires { Q::scans; }) count.scans = Q::scans;
        add_query(std::move(count));
    }
    return true;
}

// Using this variable in a function template registers the query as soon as that template is instantiated, whether or not it is called.
template <Query Q, class Row>
inline bool const registered = add_query(describe_query<Q, Row>()) && add_count<Q>();

inline void use(bool const&) {}

}  // namespace detail

// For typed calls other than those of transaction.hpp: `pg::registered<Q, Row>();` anywhere in the function. Row is void where no rows are
// read.
template <Query Q, class Row>
void registered()
{
    detail::use(detail::registered<Q, Row>);  // by reference, because merely naming it would not make it exist
}

}  // namespace mz::pg
