#include "list_order.hpp"

#include "cmdb_sql.hpp"
#include "json/read.hpp"
#include "json/write.hpp"
#include "list_conditions.hpp"

#include <algorithm>
#include <limits>

namespace mz::cmdb {

using namespace web;

namespace {

// A CI with its place in the order: the attribute's key, as text.
struct Placed : Ci {
    std::string at;
};
BOOST_DESCRIBE_STRUCT(Placed, (Ci), (at))

// Where the next page begins: after this key and name, or among those without a value.
struct Place {
    std::optional<std::string> key;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(Place, (), (key, name))

std::string encoded(Place const& place, Uuid id) { return Cursor{json::write(place), id}.encode(); }

Place place_of(Cursor const& cursor)
{
    try {
        return json::read_text<Place>(cursor.value);
    } catch (Problem const&) {
        throw Problem::invalid("?after", "is not a cursor of this list; start again without it");
    }
}

bool is_number(cmdb_model::AttributeType type)
{
    using enum cmdb_model::AttributeType;
    return type == number || type == boolean || type == date;
}

template <class Query>
Task<std::vector<Placed>> placed(Request& rq, Query query, ListArgs args)
{
    co_return co_await rq.db.all<Placed>(query, std::move(args));
}

Task<std::vector<Placed>> walked(Request& rq, ListArgs args, bool numbers, bool down)
{
    if (numbers) {
        if (down) co_return co_await placed(rq, sql::ci_list_order_number_down{}, std::move(args));
        co_return co_await placed(rq, sql::ci_list_order_number{}, std::move(args));
    }
    if (down) co_return co_await placed(rq, sql::ci_list_order_text_down{}, std::move(args));
    co_return co_await placed(rq, sql::ci_list_order_text{}, std::move(args));
}

Task<std::vector<Placed>> met(Request& rq, Wanted wanted, std::vector<Drive> drives, bool down)
{
    auto args = driven(with_cells(std::move(wanted.args), *wanted.model), drives);
    args.budget.reset();
    if (down) co_return co_await placed(rq, sql::ci_list_meet_order_down{}, std::move(args));
    co_return co_await placed(rq, sql::ci_list_meet_order{}, std::move(args));
}

// Up to `wanted.args.limit` CIs that have a value, from the place on.
Task<std::vector<Placed>> with_value(Request& rq, Wanted wanted, bool numbers, bool down)
{
    auto const size = page_size(wanted.args);
    // A condition on the attribute itself is a stretch of the walk.
    auto const own = [&](Drive const& one) { return one.attribute == wanted.args.order_by; };
    auto const stretch = std::ranges::find_if(wanted.drives, own);
    auto args = wanted.args;
    args.from_number = -std::numeric_limits<double>::infinity();
    args.to_number = -args.from_number;
    args.to_text = last_character;
    if (stretch != wanted.drives.end()) {
        args.from_number = stretch->least;
        args.to_number = stretch->most;
        args.from_text = stretch->low;
        args.to_text = stretch->high;
    }
    if (!wanted.checks()) {
        args.budget = size;
        co_return co_await walked(rq, std::move(args), numbers, down);
    }
    if (wanted.drives.empty()) {
        args.budget.reset();
        co_return co_await walked(rq, std::move(args), numbers, down);
    }
    auto few = co_await few_of(rq, wanted);
    if (!few.empty()) co_return co_await met(rq, std::move(wanted), std::move(few), down);
    args.budget = std::max<std::int64_t>(walk_most, 4 * size);
    auto page = co_await walked(rq, std::move(args), numbers, down);
    if (static_cast<std::int64_t>(page.size()) == size) co_return page;
    auto drives = wanted.drives;
    co_return co_await met(rq, std::move(wanted), std::move(drives), down);
}

bool is_down(ListArgs const& args)
{
    if (!args.sort || *args.sort == "value") return false;
    if (*args.sort == "-value") return true;
    throw Problem::invalid("?sort", "must be value or -value where there is order_by");
}

cmdb_model::Attribute const& attribute_of(Model const& model, std::string const& key)
{
    auto const* attribute = model.find_attribute(key);
    if (attribute == nullptr || key == "name" || key == "status") throw Problem::invalid("?order_by", key + " is no attribute to sort by");
    if (attribute->type == cmdb_model::AttributeType::list)
        throw Problem::invalid("?order_by", key + " is a list, and those have no order");
    return *attribute;
}

// Those without a value, by name, from the place on; up to `most`.
Task<Page<Ci>> without_value(Request& rq, Wanted wanted, std::optional<Cursor> after, std::int64_t most)
{
    wanted.require_unset(wanted.args.order_by);
    wanted.args.sort.reset();
    wanted.args.limit = Int<1, 1000>(most);
    wanted.args.after.reset();
    if (after) wanted.args.after = Text<1, 500>(after->encode());
    co_return co_await by_column(rq, std::move(wanted));
}

}  // namespace

Task<Page<Ci>> by_attribute(Request& rq, Wanted wanted, std::string attribute)
{
    auto const& sorted_by = attribute_of(*wanted.model, attribute);
    bool const numbers = is_number(sorted_by.type);
    bool const down = is_down(wanted.args);
    auto const size = page_size(wanted.args);
    bool const asks_for_value = std::ranges::any_of(wanted.drives, [&](Drive const& one) { return one.attribute == attribute; });
    wanted.args.order_by = attribute;
    std::optional<Cursor> after;
    if (wanted.args.after) after = Cursor::decode(*wanted.args.after);
    auto const place = after ? std::optional(place_of(*after)) : std::nullopt;

    Page<Ci> page;
    bool const begun = place && !place->key;  // among those without a value already
    if (!begun) {
        auto having = wanted;
        having.args.limit = Int<1, 1000>(size + 1);
        if (place) {
            having.args.past_key = place->key;
            having.args.past_name = place->name;
            having.args.past_id = after->id;
        }
        auto found = co_await with_value(rq, std::move(having), numbers, down);
        bool const more = static_cast<std::int64_t>(found.size()) > size;
        if (more) found.pop_back();
        if (more) page.next = encoded({found.back().at, found.back().name}, found.back().id);
        for (auto& one : found) page.items.push_back(std::move(static_cast<Ci&>(one)));
        if (more || asks_for_value) co_return page;
    }
    auto const room = size - static_cast<std::int64_t>(page.items.size());
    std::optional<Cursor> from;
    if (begun && !place->name.empty()) from = Cursor{place->name, after->id};
    auto rest = co_await without_value(rq, std::move(wanted), from, std::max<std::int64_t>(room, 1));
    if (room == 0) {
        if (!rest.items.empty()) page.next = encoded({}, Uuid());
        co_return page;
    }
    for (auto& one : rest.items) page.items.push_back(std::move(one));
    if (rest.next) page.next = encoded({std::nullopt, page.items.back().name}, page.items.back().id);
    co_return page;
}

}  // namespace mz::cmdb
