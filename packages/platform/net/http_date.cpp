#include "net/http_date.hpp"

#include <array>
#include <ctime>

namespace mz::net {
namespace {

// The programs never leave the C locale, so the names of days and months are the protocol's.
constexpr auto form = "%a, %d %b %Y %H:%M:%S GMT";
constexpr std::int64_t second = 1'000'000;

}  // namespace

std::string http_date(Timestamp at)
{
    std::time_t const seconds = at.microseconds / second;
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    std::array<char, 40> out;
    return {out.data(), std::strftime(out.data(), out.size(), form, &parts)};
}

std::optional<Timestamp> parse_http_date(std::string_view text)
{
    std::string const whole(text);
    std::tm parts{};
    auto const* const end = ::strptime(whole.c_str(), form, &parts);
    if (end == nullptr || *end != '\0') return std::nullopt;
    Timestamp const at{static_cast<std::int64_t>(::timegm(&parts)) * second};
    // Reading is lenient with spaces, cases and a day of the week that is another's; what is written back is not.
    if (http_date(at) != whole) return std::nullopt;
    return at;
}

}  // namespace mz::net
