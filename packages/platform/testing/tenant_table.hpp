#pragma once
#include "core/uuid.hpp"
#include "pg/migrate.hpp"
#include "pg/query.hpp"

#include <boost/describe.hpp>

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace mz::testing {

// The platform's own tests know no word of the product, so they bring a table of their own: app.things, which belongs to tenants as every
// product table does. The schema app is made as Backend's first migration makes it.
std::span<pg::Migration const> tenant_table_migrations();

struct NewThing {
    Uuid id;
    std::string title;
};
BOOST_DESCRIBE_STRUCT(NewThing, (), (id, title))

namespace sql {

struct thing_create {
    static constexpr std::string_view name = "testing.thing_create";
    static constexpr std::string_view entity = "thing";
    static constexpr std::string_view text = "insert into app.things (tenant_id, id, title) values ($1, $2, $3)";
    static constexpr std::array<std::string_view, 3> params{"tenant_id", "id", "title"};
};

// Only row-level security tells whose titles these are.
struct thing_titles_unfiltered {
    static constexpr std::string_view name = "testing.thing_titles_unfiltered";
    static constexpr std::string_view entity = "thing";
    static constexpr std::string_view text = "select title from app.things";
    static constexpr std::array<std::string_view, 0> params{};
};

}  // namespace sql

}  // namespace mz::testing
