#include "oidc/claims.hpp"

#include "core/text.hpp"

#include <boost/json/array.hpp>

namespace mz::oidc {
namespace {

constexpr std::size_t longest_label = 200;          // characters, not bytes
constexpr std::int64_t last_second = 253402300799;  // of the year 9999
constexpr std::int64_t microseconds = 1000000;

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

}  // namespace

std::string text_claim(boost::json::object const& claims, std::string_view name)
{
    auto const* found = claims.if_contains(name);
    return found != nullptr && found->is_string() ? std::string(found->get_string()) : "";
}

std::string label_claim(boost::json::object const& claims, std::string_view name)
{
    auto text = text_claim(claims, name);
    if (has_control_characters(text)) return {};
    std::size_t characters = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_continuation(text[at]) && ++characters > longest_label) return text.substr(0, at);
    }
    return text;
}

std::optional<std::vector<std::string>> texts_claim(boost::json::object const& claims, std::string_view name)
{
    auto const* found = claims.if_contains(name);
    if (found == nullptr) return std::nullopt;
    if (found->is_string()) return std::vector{std::string(found->get_string())};
    if (!found->is_array()) return std::nullopt;
    std::vector<std::string> out;
    for (auto const& each : found->get_array()) {
        if (!each.is_string()) return std::nullopt;
        out.emplace_back(each.get_string());
    }
    return out;
}

std::optional<Timestamp> time_claim(boost::json::object const& claims, std::string_view name)
{
    auto const* found = claims.if_contains(name);
    bool const fits = found != nullptr && found->is_int64() && found->get_int64() >= 0 && found->get_int64() <= last_second;
    return fits ? std::optional(Timestamp{found->get_int64() * microseconds}) : std::nullopt;
}

bool flag_claim(boost::json::object const& claims, std::string_view name)
{
    auto const* found = claims.if_contains(name);
    if (found == nullptr) return false;
    return *found == true || *found == 1 || *found == "true" || *found == "1";
}

}  // namespace mz::oidc
