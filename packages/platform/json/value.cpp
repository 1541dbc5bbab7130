#include "json/value.hpp"

#include "core/problem.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/parser.hpp>

namespace mz::json {

bj::value parse(std::string_view text, ParseLimits limits)
{
    bj::parse_options options;
    options.max_depth = limits.max_depth;
    bj::parser parser({}, options);
    boost::system::error_code error;
    auto const consumed = parser.write_some(text.data(), text.size(), error);
    if (!error) {
        auto const rest = text.substr(consumed);
        if (rest.find_first_not_of(" \t\r\n") == std::string_view::npos) return parser.release();
        throw Problem(Failure::bad_request, "malformed-json",
                      "There is text after the JSON value, at byte " + std::to_string(consumed) + ".");
    }
    throw Problem(Failure::bad_request, "malformed-json",
                  "The body is not valid JSON: " + error.message() + " at byte " + std::to_string(consumed) + ".");
}

}  // namespace mz::json
