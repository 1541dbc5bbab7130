#include "list.hpp"

#include "cmdb.hpp"
#include "cmdb_sql.hpp"
#include "list_csv.hpp"
#include "list_facets.hpp"
#include "list_order.hpp"
#include "list_query.hpp"

#include <algorithm>

namespace mz::cmdb {

using namespace web;

namespace {

struct Probed {
    std::string kind;
    int place = 0;
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(Probed, (), (kind, place, count))

// An export asks for large pages: a walk may look at more for them.
std::int64_t budget_of(ListQuery const& page)
{
    constexpr std::int64_t per_item = 4;
    return std::max(walk_most, per_item * (page_size(page) + 1));
}

bool is_by_name(ListQuery const& page) { return !page.sort || *page.sort == "name" || *page.sort == "-name"; }

Task<Page<Ci>> met(Request& rq, Wanted wanted, std::vector<Drive> drives)
{
    auto args = driven(with_cells(std::move(wanted.args), *wanted.model), drives);
    args.budget.reset();
    co_return co_await rq.db.page<Ci>(sql::ci_list_by_meet{}, std::move(args));
}

// Along the index that leads to the most of what is asked for, in the order that is asked for.
Task<Page<Ci>> walked(Request& rq, Wanted wanted, std::optional<std::int64_t> budget)
{
    auto args = std::move(wanted.args);
    args.budget = budget;
    auto const value = std::ranges::find_if(wanted.drives, [](Drive const& one) { return one.whole; });
    bool const cells = std::ranges::any_of(wanted.drives, [](Drive const& one) { return one.kind == Drive::Kind::cell; });
    if (is_by_name(args) && value != wanted.drives.end()) {
        args = driven_by_value(std::move(args), *value);
        if (value->kind == Drive::Kind::number) co_return co_await rq.db.page<Ci>(sql::ci_list_by_number{}, std::move(args));
        co_return co_await rq.db.page<Ci>(sql::ci_list_by_text{}, std::move(args));
    }
    if (is_by_name(args) && cells) {
        args = with_cells(std::move(args), *wanted.model);
        co_return co_await rq.db.page<Ci>(sql::ci_list_by_class{}, std::move(args));
    }
    co_return co_await rq.db.page<Ci>(sql::ci_list{}, std::move(args));
}

// Whether one index in the order that is asked for has exactly what is asked for.
bool is_one_walk(Wanted const& wanted)
{
    if (!wanted.checks()) return true;
    if (!is_by_name(wanted.args) || wanted.drives.size() != 1) return false;
    auto const& only = wanted.drives.front();
    if (only.kind == Drive::Kind::cell) return !wanted.checks_attributes() && !wanted.args.stale;
    return only.whole && wanted.args.attribute.size() == 1 && !wanted.args.stale;
}

}  // namespace

std::int64_t page_size(ListQuery const& page) { return page.limit ? page.limit->value : default_page_size; }

Task<std::vector<Drive>> few_of(Request& rq, Wanted wanted)
{
    if (wanted.drives.empty()) co_return std::vector<Drive>();
    auto args = driven(with_cells(std::move(wanted.args), *wanted.model), wanted.drives);
    auto const counted = co_await rq.db.all<Probed>(sql::ci_list_probe{}, std::move(args));
    std::optional<Drive> best;
    std::int64_t least = few_cis + 1;
    int texts = 0;
    int numbers = 0;
    int words = 0;
    for (auto const& drive : wanted.drives) {
        auto const [kind, place] = [&]() -> std::pair<std::string_view, int> {
            switch (drive.kind) {
                case Drive::Kind::text: return {"text", ++texts};
                case Drive::Kind::number: return {"number", ++numbers};
                case Drive::Kind::word: return {"word", ++words};
                case Drive::Kind::cell: return {"cell", 1};
                default: return {"stale", 1};
            }
        }();
        auto const found = std::ranges::find_if(counted, [&](Probed const& one) { return one.kind == kind && one.place == place; });
        if (found == counted.end() || found->count >= least) continue;
        least = found->count;
        best = drive;
    }
    std::vector<Drive> out;
    if (best) out.push_back(std::move(*best));
    co_return out;
}

Task<Page<Ci>> by_column(Request& rq, Wanted wanted)
{
    auto const size = page_size(wanted.args);
    if (is_one_walk(wanted)) co_return co_await walked(rq, std::move(wanted), size + 1);
    if (wanted.drives.empty()) co_return co_await walked(rq, std::move(wanted), std::nullopt);
    auto few = co_await few_of(rq, wanted);
    if (!few.empty()) co_return co_await met(rq, std::move(wanted), std::move(few));
    auto page = co_await walked(rq, wanted, budget_of(wanted.args));
    if (page.next) co_return page;
    // The walk gave up, or came to the end; what the conditions have in common tells.
    auto drives = wanted.drives;
    co_return co_await met(rq, std::move(wanted), std::move(drives));
}

namespace {

Task<Page<Ci>> as_of(Request& rq, Wanted wanted, CiListQuery query)
{
    require_past(wanted, query);
    if (query.order_by) throw Problem::invalid("?order_by", "cannot be asked of the past");
    auto args = std::move(wanted.args);
    args.as_of = query.as_of;
    if (args.class_key.empty()) co_return co_await rq.db.page<Ci>(sql::ci_as_of{}, std::move(args));
    co_return co_await rq.db.page<Ci>(sql::ci_as_of_by_class{}, std::move(args));
}

}  // namespace

Task<Page<Ci>> ci_list(Request& rq, Query<CiListQuery> query)
{
    auto const model = co_await cmdb_model::model(rq.db);
    auto asked = wanted(model, query.value);
    static_cast<ListQuery&>(asked.args) = query.value;
    if (query->as_of) co_return co_await as_of(rq, std::move(asked), std::move(query.value));
    bool const counts = asked.args.count.has_value();
    asked.args.count.reset();
    auto page = query->order_by ? co_await by_attribute(rq, asked, *query->order_by) : co_await by_column(rq, asked);
    if (counts) page.total = co_await total(rq, std::move(asked));
    co_return page;
}

Task<std::vector<Ci>> found(Request& rq, std::string q, int most)
{
    CiSelection selection;
    selection.q = Text<1, 200>(std::move(q));
    auto const model = co_await cmdb_model::model(rq.db);
    if (words_asked(*selection.q).empty()) co_return std::vector<Ci>();
    auto asked = wanted(model, selection);
    asked.args.limit = Int<1, 1000>(most);
    auto page = co_await by_column(rq, std::move(asked));
    co_return std::move(page.items);
}

std::vector<Route> list_routes()
{
    constexpr Permission read{"cis:read"};
    std::vector<Route> all;
    all.push_back(with_columns(route(Verb::get, "/api/v1/cis", read, "ci_list", "List configuration items", ci_list)));
    all.push_back(route(Verb::get, "/api/v1/cis/facets", read, "ci_facets", "Count configuration items by class and status", ci_facets));
    return all;
}

}  // namespace mz::cmdb
