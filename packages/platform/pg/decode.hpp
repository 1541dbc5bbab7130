#pragma once
#include "core/problem.hpp"
#include "json/traits.hpp"
#include "json/value.hpp"
#include "pg/connection.hpp"

#include <boost/mp11.hpp>

#include <array>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mz::pg {

// What a member of a row struct can be read from. Nothing is converted silently: another type is an internal Problem that names query and
// column.
enum class Family { integer, real, boolean, uuid, timestamp, text, bytes, json };

struct ColumnType {
    Family family;
    bool array = false;
    bool nullable = false;
};

// `integer` is int2, int4 and int8 (checked against the member's range); `text` is text, varchar, char, name and any enum or other type of
// the schema's own, which PostgreSQL sends as text. `json` is json and jsonb.
bool is_readable_from(ColumnType type, unsigned oid);
std::string to_string(ColumnType type);

template <class T>
constexpr ColumnType column_type()
{
    if constexpr (json::Optional<T>) {
        auto type = column_type<typename T::value_type>();
        type.nullable = true;
        return type;
    } else if constexpr (json::Vector<T>) return {column_type<typename T::value_type>().family, true};
    else if constexpr (json::SecretMember<T>) return column_type<std::remove_cvref_t<decltype(std::declval<T>().reveal())>>();
    else if constexpr (std::same_as<T, bool>) return {Family::boolean};
    else if constexpr (std::integral<T> || json::BoundedInteger<T>) return {Family::integer};
    else if constexpr (std::floating_point<T>) return {Family::real};
    else if constexpr (std::derived_from<T, Uuid>) return {Family::uuid};
    else if constexpr (std::same_as<T, Timestamp>) return {Family::timestamp};
    else if constexpr (std::same_as<T, Bytes>) return {Family::bytes};
    else if constexpr (std::same_as<T, json::Raw> || std::same_as<T, json::bj::value>) return {Family::json};
    else {
        static_assert(json::DescribedEnum<T> || std::derived_from<T, std::string>, "there is no way to read this type from PostgreSQL");
        return {Family::text};
    }
}

namespace detail {

// Readers of PostgreSQL's binary format. Each throws Unreadable where the bytes are not what the type says.
struct Unreadable {
    std::string why;
};

std::int64_t read_integer(std::string_view bytes);
double read_real(std::string_view bytes);
bool read_boolean(std::string_view bytes);
Uuid read_uuid(std::string_view bytes);
Timestamp read_timestamp(std::string_view bytes);
std::string_view read_json(std::string_view bytes, unsigned oid);

// The elements of a one-dimensional array, each with its bytes; nullopt is a null element.
struct ArrayElements {
    unsigned oid = 0;
    std::vector<std::optional<std::string_view>> values;
};
ArrayElements read_array(std::string_view bytes);

template <class T>
T narrow(std::int64_t number)
{
    if (!std::in_range<T>(number)) throw Unreadable{"does not fit into the member"};
    return static_cast<T>(number);
}

template <class T>
void read_value(T& out, std::string_view bytes, unsigned oid)
{
    if constexpr (json::Optional<T>) read_value(out.emplace(), bytes, oid);
    else if constexpr (json::SecretMember<T>) {
        std::remove_cvref_t<decltype(out.reveal())> value{};
        read_value(value, bytes, oid);
        out = T(std::move(value));
    } else if constexpr (json::Vector<T>) {
        auto const elements = read_array(bytes);
        out.clear();
        out.reserve(elements.values.size());
        for (auto const& element : elements.values) {
            typename T::value_type value{};
            if (element) read_value(value, *element, elements.oid);
            else if constexpr (!json::Optional<typename T::value_type>) throw Unreadable{"has a null element"};
            out.push_back(std::move(value));
        }
    } else if constexpr (std::same_as<T, bool>) out = read_boolean(bytes);
    else if constexpr (std::integral<T>) out = narrow<T>(read_integer(bytes));
    else if constexpr (json::BoundedInteger<T>) out.value = read_integer(bytes);
    else if constexpr (std::floating_point<T>) out = static_cast<T>(read_real(bytes));
    else if constexpr (std::derived_from<T, Uuid>) out = T(read_uuid(bytes));
    else if constexpr (std::same_as<T, Timestamp>) out = read_timestamp(bytes);
    else if constexpr (std::same_as<T, json::Raw>) out.text = read_json(bytes, oid);
    else if constexpr (std::same_as<T, json::bj::value>) out = json::parse(read_json(bytes, oid));
    else if constexpr (json::DescribedEnum<T>) {
        if (!boost::describe::enum_from_string(std::string(bytes).c_str(), out))
            throw Unreadable{"has a value that the enum does not know"};
    } else out = T(std::string(bytes));
}

struct Column {
    int index = 0;
    unsigned oid = 0;
};
// Where a member is read from; an internal Problem where it is missing or of another type. Columns mostly come in the order of the members,
// so the one at `expected` is looked at first.
Column resolve_column(Result const& result, std::string_view query, char const* name, ColumnType type, int expected);
[[noreturn]] void throw_unreadable(std::string_view query, std::string_view column, std::string_view why);

template <class T>
void read_column(T& out, Result const& result, std::string_view query, std::string_view name, int row, Column column)
{
    auto const bytes = result.value(row, column.index);
    if (bytes.empty() && result.is_null(row, column.index)) {
        if constexpr (json::Optional<T>) return out.reset();
        else throw_unreadable(query, name, "is null");
    }
    try {
        read_value(out, bytes, column.oid);
    } catch (Unreadable const& unreadable) {
        throw_unreadable(query, name, unreadable.why);
    }
}

}  // namespace detail

// Reads rows into described structs, each member from the column of its name; or into a plain value, from the only column.
// The columns are looked up once a result. The Result must outlive the Decoder.
template <class Row>
class Decoder {
public:
    // `query` is what a Problem calls the statement.
    Decoder(Result const& result, std::string_view query) : result_(result), query_(query)
    {
        if constexpr (json::Described<Row>) {
            std::size_t i = 0;
            boost::mp11::mp_for_each<Members>([&](auto member) {
                constexpr auto type = column_type<json::MemberType<Row, decltype(member)>>();
                columns_[i] = detail::resolve_column(result, query, member.name, type, static_cast<int>(i));
                ++i;
            });
        } else {
            columns_[0] = detail::resolve_column(result, query, nullptr, column_type<Row>(), 0);
        }
    }

    Row operator()(int row) const
    {
        Row out{};
        if constexpr (json::Described<Row>) {
            std::size_t i = 0;
            boost::mp11::mp_for_each<Members>(
                [&](auto member) { detail::read_column(out.*member.pointer, result_, query_, member.name, row, columns_[i++]); });
        } else {
            detail::read_column(out, result_, query_, "1", row, columns_[0]);
        }
        return out;
    }

private:
    template <class R>
    struct MembersOf {
        using type = boost::mp11::mp_list<void>;
    };
    template <json::Described R>
    struct MembersOf<R> {
        using type = json::Members<R>;
    };
    using Members = typename MembersOf<Row>::type;

    Result const& result_;
    std::string_view query_;
    std::array<detail::Column, boost::mp11::mp_size<Members>::value> columns_{};
};

template <class Row>
std::vector<Row> decode_all(Result const& result, std::string_view query)
{
    Decoder<Row> const decode(result, query);
    std::vector<Row> rows;
    rows.reserve(static_cast<std::size_t>(result.rows()));
    for (int row = 0; row < result.rows(); ++row) rows.push_back(decode(row));
    return rows;
}

// The first row, if there is one.
template <class Row>
std::optional<Row> decode_first(Result const& result, std::string_view query)
{
    Decoder<Row> const decode(result, query);
    if (result.rows() == 0) return std::nullopt;
    return decode(0);
}

}  // namespace mz::pg
