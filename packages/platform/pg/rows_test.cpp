#include "pg/rows.hpp"
#include "core/problem.hpp"
#include "pg/blocking.hpp"
#include "pg/error.hpp"
#include "testing/database.hpp"
#include "testing/tenant_table.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace mz::pg {
namespace {

enum class Colour { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)

struct Everything {
    Text<1, 50> title;
    Email email;
    Int<0, 100> percent;
    Id<Everything> id;
    Timestamp at;
    Bytes bytes;
    bool flag = false;
    short small = 0;
    int medium = 0;
    std::int64_t large = 0;
    double real = 0;
    float single = 0;
    Colour colour = Colour::red;
    Secret<std::string> secret;
    json::Raw document;
    json::Raw binary_document;
    json::bj::value parsed;
    std::optional<std::string> nothing;
    std::optional<int> something;
    std::vector<std::string> words;
    std::vector<Id<Everything>> ids;
    std::vector<int> numbers;
    std::vector<Colour> colours;
    std::vector<std::optional<std::string>> gaps;
    std::vector<std::string> none;
};
BOOST_DESCRIBE_STRUCT(Everything, (),
                      (title, email, percent, id, at, bytes, flag, small, medium, large, real, single, colour, secret, document,
                       binary_document, parsed, nothing, something, words, ids, numbers, colours, gaps, none))

struct echo {
    static constexpr std::string_view name = "testing.echo";
    static constexpr std::string_view text = R"(
        select $1::text as title, $2::varchar as email, $3::int2 as percent, $4::uuid as id, $5::timestamptz as at, $6::bytea as bytes,
               $7::bool as flag, $8::int2 as small, $9::int4 as medium, $10::int8 as large, $11::float8 as real, $12::float4 as single,
               $13::app.colour as colour, $14::text as secret, $15::json as document, $16::jsonb as binary_document, $17::jsonb as parsed,
               $18::text as nothing, $19::int4 as something, $20::text[] as words, $21::uuid[] as ids, $22::int4[] as numbers,
               $23::app.colour[] as colours, $24::text[] as gaps, $25::text[] as none)";
    static constexpr std::array<std::string_view, 25> params{
        "title", "email",   "percent", "id",     "at",       "bytes",           "flag",   "small",   "medium",    "large",
        "real",  "single",  "colour",  "secret", "document", "binary_document", "parsed", "nothing", "something", "words",
        "ids",   "numbers", "colours", "gaps",   "none"};
};

struct Patch {
    json::Patched<Text<1, 50>> title;
    json::Patched<std::optional<std::string>> note;
};
BOOST_DESCRIBE_STRUCT(Patch, (), (title, note))

struct patch {
    static constexpr std::string_view name = "testing.patch";
    static constexpr std::string_view text = "";
    static constexpr std::array<std::string_view, 4> params{"note", "note_given", "title", "title_given"};
};

struct automatic {
    static constexpr std::string_view name = "testing.automatic";
    static constexpr std::string_view text = "";
    static constexpr std::array<std::string_view, 3> params{"tenant_id", "wanted", "actor_id"};
};
struct Wanted {
    int wanted = 0;
};
BOOST_DESCRIBE_STRUCT(Wanted, (), (wanted))
struct WantedOf : Wanted {
    Uuid tenant_id;
};
BOOST_DESCRIBE_STRUCT(WantedOf, (Wanted), (tenant_id))

ConstraintMessage const title_taken{"thing_title_taken", Failure::conflict, "another thing has this title"};
ConstraintMessage const thing{"thing", Failure::internal, "a shorter prefix must not win"};

class rows : public ::testing::Test {
protected:
    rows() { connection_.script("create type app.colour as enum ('red', 'green')"); }

    // Reads the only column of `text` as T; returns what the Problem says.
    template <class T>
    std::string refusal(std::string const& text)
    {
        auto const result = connection_.run(text);
        try {
            decode_all<T>(result, "q");
        } catch (Problem const& problem) {
            EXPECT_EQ(problem.failure, Failure::internal);
            return problem.detail;
        }
        return "";
    }
    template <class T>
    T value(std::string const& text)
    {
        return decode_all<T>(connection_.run(text), "q").front();
    }
    Failure failure(std::string const& text, Params const& params = {})
    {
        try {
            connection_.run(text, params);
        } catch (Problem const& problem) {
            return problem.failure;
        }
        ADD_FAILURE() << "no error from " << text;
        return Failure::internal;
    }

    testing::Database database_{testing::tenant_table_migrations()};
    Blocking connection_{database_.superuser_url()};
};

TEST_F(rows, every_type_survives_the_way_there_and_back)
{
    Everything sent;
    sent.title = "zażółć 'gęślą' \"jaźń\"";
    sent.email = "a@example.org";
    sent.percent = 99;
    sent.id = Id<Everything>::v7();
    sent.at = *Timestamp::parse("2026-11-22T04:19:00.123456Z");
    sent.bytes = std::string("\0\x01\\\xff", 4);
    sent.flag = true;
    sent.small = -32768;
    sent.medium = 2147483647;
    sent.large = std::numeric_limits<std::int64_t>::min();
    sent.real = 0.1;
    sent.single = 0.5F;
    sent.colour = Colour::green;
    sent.secret = Secret<std::string>("hidden");
    sent.document.text = R"({ "kept":  "as it is" })";
    sent.binary_document.text = R"({"a": [1, 2]})";
    sent.parsed = {{"b", 1}};
    sent.something = 5;
    sent.words = {"", "plain", "with \"quotes\"", "back\\slash", "{braces},", "NULL", "line\nbreak"};
    sent.ids = {Id<Everything>::v7(), Id<Everything>::v7()};
    sent.numbers = {-1, 0, 1};
    sent.colours = {Colour::green, Colour::red};
    sent.gaps = {std::nullopt, "after a gap"};

    auto const result = connection_.run(std::string(echo::text), bind<echo>(sent));
    auto const got = decode_all<Everything>(result, echo::name).front();
    EXPECT_EQ(got.title, sent.title);
    EXPECT_EQ(got.email, sent.email);
    EXPECT_EQ(got.percent, 99);
    EXPECT_EQ(got.id, sent.id);
    EXPECT_EQ(got.at, sent.at);
    EXPECT_EQ(got.bytes, sent.bytes);
    EXPECT_TRUE(got.flag);
    EXPECT_EQ(got.small, sent.small);
    EXPECT_EQ(got.medium, sent.medium);
    EXPECT_EQ(got.large, sent.large);
    EXPECT_EQ(got.real, 0.1);
    EXPECT_EQ(got.single, 0.5F);
    EXPECT_EQ(got.colour, Colour::green);
    EXPECT_EQ(got.secret.reveal(), "hidden");
    EXPECT_EQ(got.document.text, sent.document.text);
    EXPECT_EQ(got.binary_document.text, sent.binary_document.text);
    EXPECT_EQ(got.parsed, sent.parsed);
    EXPECT_EQ(got.nothing, std::nullopt);
    EXPECT_EQ(got.something, 5);
    EXPECT_EQ(got.words, sent.words);
    EXPECT_EQ(got.ids, sent.ids);
    EXPECT_EQ(got.numbers, sent.numbers);
    EXPECT_EQ(got.colours, sent.colours);
    EXPECT_EQ(got.gaps, sent.gaps);
    EXPECT_TRUE(got.none.empty());
}

TEST_F(rows, numbers_keep_every_digit)
{
    for (double const number : {0.1, 1e300, -1e-300, 1.0 / 3, std::numeric_limits<double>::denorm_min()}) {
        auto const result = connection_.run("select $1::float8", {to_text(number)});
        EXPECT_EQ(decode_all<double>(result, "q").front(), number);
    }
    EXPECT_TRUE(std::isnan(value<double>("select 'nan'::float8")));
    EXPECT_EQ(value<Timestamp>("select '0001-01-01T00:00:00Z'::timestamptz").to_string(), "0001-01-01T00:00:00.000000Z");
}

TEST_F(rows, another_type_is_refused_naming_query_and_column)
{
    EXPECT_EQ(refusal<int>("select 'x'::text as a"), "q: its only column is of type 25, expected integer");
    EXPECT_NE(refusal<std::string>("select 1"), "");
    EXPECT_NE(refusal<double>("select 1"), "");
    EXPECT_NE(refusal<double>("select 1.5::numeric"), "");
    EXPECT_NE(refusal<Timestamp>("select now()::timestamp"), "");
    EXPECT_NE(refusal<std::vector<std::string>>("select array[1]"), "");
    EXPECT_NE(refusal<json::Raw>("select '{}'::text"), "");
    EXPECT_NE(refusal<bool>("select 1"), "");
    EXPECT_EQ(refusal<Wanted>("select 1 as other"), "q has no column wanted");
    EXPECT_EQ(refusal<Wanted>("select 'x' as wanted"), "q: wanted is of type 25, expected integer");
    EXPECT_EQ(refusal<int>("select 1, 2"), "q has no column its only column");
}

TEST_F(rows, values_that_do_not_fit_are_refused)
{
    EXPECT_EQ(refusal<int>("select 3000000000"), "q: column 1 does not fit into the member");
    EXPECT_EQ(refusal<std::uint16_t>("select -1"), "q: column 1 does not fit into the member");
    EXPECT_EQ(refusal<int>("select null::int"), "q: column 1 is null");
    EXPECT_EQ(refusal<Colour>("select 'blue'::text"), "q: column 1 has a value that the enum does not know");
    EXPECT_EQ(refusal<Timestamp>("select 'infinity'::timestamptz"), "q: column 1 is infinite");
    EXPECT_EQ(refusal<std::vector<int>>("select array[1, null]"), "q: column 1 has a null element");
    EXPECT_EQ(refusal<std::vector<int>>("select array[[1], [2]]"), "q: column 1 has more than one dimension");
}

TEST_F(rows, a_patch_tells_left_out_from_null)
{
    Patch args;
    EXPECT_EQ(bind<patch>(args), (Params{std::nullopt, "f", std::nullopt, "f"}));
    args.title = {true, "new"};
    args.note = {true, std::nullopt};
    EXPECT_EQ(bind<patch>(args), (Params{std::nullopt, "t", "new", "t"}));
}

TEST_F(rows, the_tenant_is_the_entered_one_whatever_the_arguments_say)
{
    auto const tenant = Uuid::v7();
    auto const actor = Uuid::v7();
    EXPECT_EQ(bind<automatic>(Wanted{1}, Entry{tenant, actor}), (Params{tenant.to_string(), "1", actor.to_string()}));
    EXPECT_EQ(bind<automatic>(Wanted{1}, Entry{tenant, {}}), (Params{tenant.to_string(), "1", std::nullopt}));
    WantedOf const other{{1}, Uuid::v7()};
    EXPECT_EQ(bind<automatic>(other, Entry{tenant, {}})[0], tenant.to_string());
    EXPECT_EQ(bind<automatic>(other)[0], other.tenant_id.to_string());
    EXPECT_THROW(bind<automatic>(Wanted{1}), Problem);
}

TEST_F(rows, errors_become_problems_by_their_sqlstate)
{
    connection_.script("create table checked (n int constraint n_is_small check (n < 10), name text not null)");
    EXPECT_EQ(failure("insert into checked values (11, '')"), Failure::unprocessable);
    EXPECT_EQ(failure("select $1::uuid", {"no uuid"}), Failure::bad_request);
    EXPECT_EQ(failure("select 1/0"), Failure::bad_request);
    EXPECT_EQ(failure("select nothing"), Failure::internal);
    connection_.script("set statement_timeout = 20");
    EXPECT_EQ(failure("select pg_sleep(1)"), Failure::unavailable);
}

TEST_F(rows, a_violated_constraint_speaks_in_its_own_words)
{
    auto const insert =
        "insert into app.things (tenant_id, id, title) values ('00000000-0000-0000-0000-000000000001', gen_random_uuid(), 'x')";
    connection_.run(insert);
    try {
        connection_.run(insert);
        ADD_FAILURE() << "both were inserted";
    } catch (Problem const& problem) {
        EXPECT_EQ(problem.failure, Failure::conflict);
        EXPECT_EQ(problem.detail, "another thing has this title");
    }
}

}  // namespace
}  // namespace mz::pg
