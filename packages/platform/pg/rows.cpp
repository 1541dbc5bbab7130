#include "pg/rows.hpp"

#include <libpq-fe.h>

#include <algorithm>
#include <bit>
#include <cstring>

namespace mz::pg {
namespace {

// The object ids of PostgreSQL's own types never change (src/include/catalog/pg_type.dat).
namespace oid {
enum : unsigned {
    boolean = 16,
    bytea = 17,
    name = 19,
    int8 = 20,
    int2 = 21,
    int4 = 23,
    text = 25,
    json = 114,
    float4 = 700,
    float8 = 701,
    bpchar = 1042,
    varchar = 1043,
    timestamptz = 1184,
    uuid = 2950,
    jsonb = 3802,
    first_own = 16384,  // what a schema creates: its enums, and arrays of them
};

struct ArrayOf {
    unsigned element;
    unsigned array;
};
constexpr ArrayOf arrays[] = {{boolean, 1000}, {bytea, 1001},       {name, 1003},   {int2, 1005},    {int4, 1007},
                              {text, 1009},    {int8, 1016},        {bpchar, 1014}, {varchar, 1015}, {float4, 1021},
                              {float8, 1022},  {timestamptz, 1185}, {json, 199},    {uuid, 2951},    {jsonb, 3807}};
}  // namespace oid

bool is_of_family(Family family, unsigned type)
{
    switch (family) {
        case Family::integer: return type == oid::int2 || type == oid::int4 || type == oid::int8;
        case Family::real: return type == oid::float4 || type == oid::float8;
        case Family::boolean: return type == oid::boolean;
        case Family::uuid: return type == oid::uuid;
        case Family::timestamp: return type == oid::timestamptz;
        case Family::text:
            return type == oid::text || type == oid::varchar || type == oid::bpchar || type == oid::name || type >= oid::first_own;
        case Family::bytes: return type == oid::bytea;
        case Family::json: return type == oid::json || type == oid::jsonb;
    }
    return false;
}

// Big-endian, as everything on PostgreSQL's wire.
template <class T>
T big_endian(std::string_view bytes)
{
    if (bytes.size() != sizeof(T)) throw detail::Unreadable{"has an unexpected length"};
    T value{};
    std::memcpy(&value, bytes.data(), sizeof value);
    return std::byteswap(value);
}

// Takes bytes off the front of an array's representation.
class Cursor {
public:
    explicit Cursor(std::string_view bytes) : rest_(bytes) {}
    std::int32_t number() { return big_endian<std::int32_t>(take(4)); }
    std::string_view take(std::size_t count)
    {
        if (count > rest_.size()) throw detail::Unreadable{"ends too early"};
        auto const out = rest_.substr(0, count);
        rest_.remove_prefix(count);
        return out;
    }

private:
    std::string_view rest_;
};

constexpr std::int64_t epoch_2000_microseconds = 946'684'800'000'000;  // PostgreSQL counts from there

std::vector<RegisteredQuery>& queries()
{
    static std::vector<RegisteredQuery> all;
    return all;
}

std::string_view family_name(Family family)
{
    switch (family) {
        case Family::integer: return "integer";
        case Family::real: return "double precision";
        case Family::boolean: return "boolean";
        case Family::uuid: return "uuid";
        case Family::timestamp: return "timestamptz";
        case Family::text: return "text or an enum";
        case Family::bytes: return "bytea";
        case Family::json: return "json or jsonb";
    }
    return "";
}

}  // namespace

bool is_readable_from(ColumnType type, unsigned column)
{
    if (!type.array) return is_of_family(type.family, column);
    auto const known = std::ranges::find(oid::arrays, column, &oid::ArrayOf::array);
    return known != std::end(oid::arrays) ? is_of_family(type.family, known->element)
                                          : type.family == Family::text && column >= oid::first_own;
}

std::string to_string(ColumnType type) { return (type.array ? "an array of " : "") + std::string(family_name(type.family)); }

std::span<RegisteredQuery const> registered_queries() { return queries(); }

Statement enter_statement(Entry const& entry)
{
    Params params(2);
    params[0] = to_text(entry.tenant);
    params[1] = to_text(entry.actor);
    return {"pg.enter", "select app.enter($1, $2)", std::move(params)};
}

namespace detail {

bool add_query(RegisteredQuery query)
{
    queries().push_back(std::move(query));
    return true;
}

std::string quoted_array_element(std::string_view text)
{
    std::string out = "\"";
    for (char const c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out += '"';
}

std::int64_t read_integer(std::string_view bytes)
{
    switch (bytes.size()) {
        case 2: return big_endian<std::int16_t>(bytes);
        case 4: return big_endian<std::int32_t>(bytes);
        default: return big_endian<std::int64_t>(bytes);
    }
}

double read_real(std::string_view bytes)
{
    if (bytes.size() == 4) return std::bit_cast<float>(big_endian<std::uint32_t>(bytes));
    return std::bit_cast<double>(big_endian<std::uint64_t>(bytes));
}

bool read_boolean(std::string_view bytes)
{
    if (bytes.size() != 1) throw Unreadable{"has an unexpected length"};
    return bytes[0] != 0;
}

Uuid read_uuid(std::string_view bytes)
{
    Uuid uuid;
    if (bytes.size() != uuid.bytes.size()) throw Unreadable{"has an unexpected length"};
    std::memcpy(uuid.bytes.data(), bytes.data(), uuid.bytes.size());
    return uuid;
}

Timestamp read_timestamp(std::string_view bytes)
{
    auto const microseconds = big_endian<std::int64_t>(bytes);
    // The extremes stand for infinity, which is no point in time.
    if (microseconds == std::numeric_limits<std::int64_t>::max() || microseconds == std::numeric_limits<std::int64_t>::min()) {
        throw Unreadable{"is infinite"};
    }
    return {microseconds + epoch_2000_microseconds};
}

std::string_view read_json(std::string_view bytes, unsigned type)
{
    if (type != oid::jsonb) return bytes;
    if (bytes.empty() || bytes[0] != 1) throw Unreadable{"has an unknown version of jsonb"};
    return bytes.substr(1);
}

ArrayElements read_array(std::string_view bytes)
{
    Cursor cursor(bytes);
    auto const dimensions = cursor.number();
    cursor.number();  // whether there are nulls; the elements say so themselves
    ArrayElements out;
    out.oid = static_cast<unsigned>(cursor.number());
    if (dimensions == 0) return out;
    if (dimensions != 1) throw Unreadable{"has more than one dimension"};
    auto const count = cursor.number();
    cursor.number();  // the lower bound
    for (std::int32_t i = 0; i < count; ++i) {
        auto const length = cursor.number();
        if (length < 0) out.values.emplace_back(std::nullopt);
        else out.values.emplace_back(cursor.take(static_cast<std::size_t>(length)));
    }
    return out;
}

Column resolve_column(Result const& result, std::string_view query, char const* name, ColumnType type, int expected)
{
    if (result.raw() == nullptr) throw Problem(Failure::internal, std::string(query) + " has no result");
    int index = -1;
    if (name == nullptr) index = result.columns() == 1 ? 0 : -1;
    else if (expected < result.columns() && result.column_name(expected) == name) index = expected;
    else index = result.column(name);
    auto const shown = [name] { return std::string(name == nullptr ? "its only column" : name); };
    if (index < 0) throw Problem(Failure::internal, std::string(query) + " has no column " + shown());
    Column const column{index, result.type(index)};
    if (!is_readable_from(type, column.oid)) {
        throw Problem(Failure::internal,
                      std::string(query) + ": " + shown() + " is of type " + std::to_string(column.oid) + ", expected " + to_string(type));
    }
    return column;
}

void throw_unreadable(std::string_view query, std::string_view column, std::string_view why)
{
    throw Problem(Failure::internal, std::string(query) + ": column " + std::string(column) + " " + std::string(why));
}

}  // namespace detail
}  // namespace mz::pg
