#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mz::scim {

// One comparison of a filter (RFC 7644, 3.4.2.2): the attribute as it is listed, whatever case it came in, and the value's text.
struct Comparison {
    std::string attribute;
    std::string value;
};

// The filters that directories send: `eq` on one of `attributes`, and several of them joined by `and`. `emails[type eq "work"].value` is
// read as `emails.value`. Anything else is refused with 400 `invalidFilter`, which says what is supported.
std::vector<Comparison> parse_filter(std::string_view text, std::span<std::string_view const> attributes);

// A path of PATCH (RFC 7644, 3.5.2): `name.givenName`, `emails[type eq "work"].value`, `members[value eq "…"]`. The schema's name before an
// attribute of the core is dropped; attributes are in lower case.
struct AttributePath {
    std::string attribute;
    std::optional<Comparison> which;  // what is in brackets
    std::string sub;
};

// 400 `invalidPath` for what is no path.
AttributePath parse_path(std::string_view text);

}  // namespace mz::scim
