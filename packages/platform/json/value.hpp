#pragma once
#include <boost/json/value.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace mz::json {

namespace bj = boost::json;

// JSON text that is passed on as it is: a json column of the database, an alert's detail.
struct Raw {
    std::string text = "null";
};

// A member of a merge patch (RFC 7396) that knows three states: left out, null, and a value.
template <class T>
struct Patched {
    bool given = false;
    T value{};  // T is std::optional<X> where null clears the field

    void apply_to(T& target) const
    {
        if (given) target = value;
    }
};

struct ParseLimits {
    std::size_t max_depth = 32;
};

// Strict RFC 8259: UTF-8, no comments, no trailing text. Throws Problem(bad_request) that says where it went wrong.
bj::value parse(std::string_view text, ParseLimits limits = {});

}  // namespace mz::json
