#include "testing/query_check.hpp"
#include "pg/rows.hpp"
#include "testing/tenant_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

namespace mz::pg {
namespace {

enum class Half { red };
BOOST_DESCRIBE_ENUM(Half, red)

struct Thing {
    Uuid id;
    std::string title;
};
BOOST_DESCRIBE_STRUCT(Thing, (), (id, title))
struct Coloured {
    Half colour = Half::red;
    int title = 0;
    int missing = 0;
};
BOOST_DESCRIBE_STRUCT(Coloured, (), (colour, title, missing))

struct good {
    static constexpr std::string_view name = "check.good";
    static constexpr std::string_view text = "select id, title from app.things where tenant_id = $1 and id = $2";
    static constexpr std::array<std::string_view, 2> params{"tenant_id", "id"};
};
struct listed {
    static constexpr std::string_view name = "check.listed";
    static constexpr std::string_view text = "select id, title from app.things where tenant_id = $1 and title > $2 order by title";
    static constexpr std::array<std::string_view, 2> params{"tenant_id", "title"};
};
struct joined {
    static constexpr std::string_view name = "check.joined";
    static constexpr std::string_view text =
        "select a.id, b.title from app.things a left join app.things b on b.tenant_id = $1 and b.id = a.id where a.tenant_id = $1";
    static constexpr std::array<std::string_view, 1> params{"tenant_id"};
};
struct scanning {
    static constexpr std::string_view name = "check.scanning";
    static constexpr std::string_view text = "select id, title from app.things where title = $1";
    static constexpr std::array<std::string_view, 1> params{"title"};
};
struct joined_badly {
    static constexpr std::string_view name = "check.joined_badly";
    static constexpr std::string_view text =
        "select a.id, b.title from app.things a join app.things b on b.id = a.id where a.tenant_id = $1";
    static constexpr std::array<std::string_view, 1> params{"tenant_id"};
};
struct mismatched {
    static constexpr std::string_view name = "check.mismatched";
    static constexpr std::string_view text = "select 'red'::app.hue as colour, title, id from app.things where tenant_id = $1";
    static constexpr std::array<std::string_view, 1> params{"tenant_id"};
};
struct broken {
    static constexpr std::string_view name = "check.broken";
    static constexpr std::string_view text = "select nothing from nowhere";
    static constexpr std::array<std::string_view, 0> params{};
};
struct forbidden {
    static constexpr std::string_view name = "check.forbidden";
    static constexpr std::string_view text = "delete from app.migrations where number = $1";
    static constexpr std::array<std::string_view, 1> params{"number"};
};
struct excused : scanning {
    static constexpr std::string_view name = "check.excused";
    static constexpr std::string_view scans = "a test says so";
};

// What instantiating a typed call does.
[[maybe_unused]] void use_all()
{
    registered<good, Thing>();
    registered<listed, Thing>();
    registered<joined, Thing>();
    registered<scanning, Thing>();
    registered<excused, Thing>();
    registered<joined_badly, Thing>();
    registered<mismatched, Coloured>();
    registered<broken, void>();
    registered<forbidden, void>();
}

TEST(query_check, finds_what_does_not_fit_the_schema)
{
    testing::Database const database(testing::tenant_table_migrations());
    database.connect("monozu_owner").script("create type app.hue as enum ('red', 'blue')");
    auto mistakes = testing::check_queries(database, [](std::string_view) { return std::string("monozu_app"); });
    std::erase_if(mistakes, [](std::string const& mistake) { return !mistake.starts_with("check."); });
    EXPECT_THAT(mistakes, ::testing::ElementsAre("check.broken as monozu_app: 42P01: relation \"nowhere\" does not exist",
                                                 "check.forbidden as monozu_app: 42501: permission denied for table migrations",
                                                 "check.joined_badly reads app.things without an index condition on tenant_id",
                                                 "check.mismatched has no column missing",
                                                 "check.mismatched has title of type text, expected integer",
                                                 "check.mismatched may have blue in colour, which C++ does not know",
                                                 "check.mismatched selects id, which nobody reads",
                                                 "check.scanning reads app.things without an index condition on tenant_id"));
}

}  // namespace
}  // namespace mz::pg
