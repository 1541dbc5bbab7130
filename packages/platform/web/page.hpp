#pragma once
#include "core/problem.hpp"
#include "json/traits.hpp"
#include "json/write.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mz::web {

enum class CountMode { exact };
BOOST_DESCRIBE_ENUM(CountMode, exact)

// The parameters that every list takes. A list's own filter derives from it: struct IncidentFilter : web::ListQuery.
struct ListQuery {
    std::optional<Int<1, 1000>> limit;  // items a page; 50 when left out
    std::optional<Text<1, 500>> after;  // `next` of the page before
    std::optional<Text<1, 50>> sort;    // a column, with - in front for descending
    std::optional<CountMode> count;     // "exact" adds `total`
};
BOOST_DESCRIBE_STRUCT(ListQuery, (), (limit, after, sort, count))

inline constexpr long long default_page_size = 50;

template <class T>
struct Page {
    std::vector<T> items;
    std::optional<std::string> next;
    std::optional<std::int64_t> total;  // with count=exact only
    BOOST_DESCRIBE_CLASS(Page, (), (items, next, total), (), ())
};

// An opaque position in a list: the sort column's value and the id of the last item.
struct Cursor {
    std::string value;
    Uuid id;

    std::string encode() const;
    static Cursor decode(std::string const& text);  // throws Problem(bad_request)
};

}  // namespace mz::web
