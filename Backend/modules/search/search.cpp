#include "search.hpp"

#include "cmdb/cmdb.hpp"
#include "search_sql.hpp"

#include <algorithm>
#include <cctype>
#include <ranges>

namespace mz::search {
namespace {

using namespace web;

constexpr int each_most = 5;            // of one kind
constexpr int recent_incidents = 1000;  // whose titles are looked at
constexpr int names_most = 5000;        // devices, and users, whose names are looked at

enum class HitKind { ci, incident, device, user };
BOOST_DESCRIBE_ENUM(HitKind, ci, incident, device, user)

// `subtitle` says what it is: a CI's class, an incident's status, a device's machine id, a user's e-mail address.
struct Hit {
    HitKind kind = HitKind::ci;
    Uuid id;
    std::string title;
    std::string subtitle;
};
BOOST_DESCRIBE_STRUCT(Hit, (), (kind, id, title, subtitle))

struct Hits {
    std::vector<Hit> items;
};
BOOST_DESCRIBE_STRUCT(Hits, (), (items))

struct SearchQuery {
    Text<1, 200> q;
};
BOOST_DESCRIBE_STRUCT(SearchQuery, (), (q))

struct Found {
    Uuid id;
    std::string title;
    std::string subtitle;
};
BOOST_DESCRIBE_STRUCT(Found, (), (id, title, subtitle))

struct FindArgs {
    std::vector<std::string> words;
    std::vector<std::string> number_from;
    std::vector<std::string> number_to;
    int looked_at = 0;
    int most = each_most;
};
BOOST_DESCRIBE_STRUCT(FindArgs, (), (words, number_from, number_to, looked_at, most))

bool is_digits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](unsigned char c) { return std::isdigit(c) != 0; });
}

// "INC-0001" begins a number; "12" is one, INC-000012.
void add_numbers(FindArgs& args, std::string_view q)
{
    constexpr std::string_view prefix = "INC-";
    constexpr std::size_t digits = 6;
    std::string upper(q);
    std::ranges::transform(upper, upper.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    if (is_digits(upper)) {
        auto const number = std::string(prefix) + std::string(digits - std::min(digits, upper.size()), '0') + upper;
        args.number_from.push_back(number);
        args.number_to.push_back(number);
    } else if (upper.starts_with(prefix)) {
        args.number_from.push_back(upper);
        args.number_to.push_back(upper + "~");  // behind every digit
    }
}

FindArgs asked(std::string_view q, int looked_at)
{
    FindArgs args;
    for (auto const word : std::views::split(q, ' ')) {
        if (!word.empty()) args.words.emplace_back(std::string_view(word));
    }
    args.looked_at = looked_at;
    return args;
}

void add(Hits& hits, HitKind kind, std::vector<Found> found)
{
    for (auto& one : found) hits.items.push_back({kind, one.id, std::move(one.title), std::move(one.subtitle)});
}

Task<Hits> find(Request& rq, Query<SearchQuery> query)
{
    Hits hits;
    std::string const q = query->q;
    if (rq.caller.may("cis:read")) {
        auto const cis = co_await cmdb::found(rq, q, each_most);
        for (auto const& ci : cis) hits.items.push_back({HitKind::ci, ci.id, ci.name, ci.class_key});
    }
    if (rq.caller.may("incidents:read")) {
        auto args = asked(q, recent_incidents);
        add_numbers(args, q);
        add(hits, HitKind::incident, co_await rq.db.all<Found>(sql::incident_search{}, args));
    }
    auto const args = asked(q, names_most);
    if (rq.caller.may("devices:read")) add(hits, HitKind::device, co_await rq.db.all<Found>(sql::device_search{}, args));
    if (rq.caller.may("users:read")) add(hits, HitKind::user, co_await rq.db.all<Found>(sql::user_search{}, args));
    co_return hits;
}

}  // namespace

std::vector<Route> routes()
{
    std::vector<Route> all;
    all.push_back(route(Verb::get, "/api/v1/search", permission::signed_in, "search", "Look for anything by a few words", find));
    return all;
}

}  // namespace mz::search
