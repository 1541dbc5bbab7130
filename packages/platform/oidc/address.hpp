#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mz::oidc {

// An absolute http or https address of a named host, without a user or a fragment; anything else is none.
bool is_address(std::string_view url);
bool is_https(std::string_view url);
// The path; "/" where there is none. Of no address it is empty.
std::string path_of(std::string_view url);
bool has_query(std::string_view url);

// Percent-encoded, all but RFC 3986's unreserved characters, which application/x-www-form-urlencoded reads back as well.
std::string escaped(std::string_view text);

using Parameters = std::vector<std::pair<std::string_view, std::string>>;
// a=1&b=2; parameters without a value are left out.
std::string form(Parameters const& parameters);
// `url` with the parameters behind those that it has already.
std::string with_query(std::string_view url, Parameters const& parameters);

}  // namespace mz::oidc
