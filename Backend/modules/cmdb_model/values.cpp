#include "values.hpp"

#include "core/text.hpp"

#include <arpa/inet.h>
#include <re2/re2.h>
#include <boost/url.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstring>
#include <memory>
#include <unordered_map>

namespace mz::cmdb_model {
namespace {

constexpr std::size_t patterns_kept = 500;  // compiled ones of a thread; tenants have some each
constexpr std::int64_t pattern_memory = 1 << 20;

constexpr std::size_t v4_bytes = 4;
constexpr std::size_t v6_bytes = 16;
constexpr std::size_t mac_digits = 12;

bool is_hexadecimal(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

RE2::Options options()
{
    RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(pattern_memory);
    return options;
}

// Compiling a pattern costs more than a thousand matches, and an import asks for the same few again and again.
RE2 const& compiled(std::string const& pattern)
{
    thread_local std::unordered_map<std::string, std::unique_ptr<RE2>> known;
    if (auto const found = known.find(pattern); found != known.end()) return *found->second;
    if (known.size() >= patterns_kept) known.clear();
    return *known.emplace(pattern, std::make_unique<RE2>(pattern, options())).first->second;
}

struct Address {
    int family = AF_INET;
    std::array<unsigned char, v6_bytes> bytes{};

    std::size_t size() const { return family == AF_INET ? v4_bytes : v6_bytes; }
    std::string text() const
    {
        std::array<char, INET6_ADDRSTRLEN> out{};
        return inet_ntop(family, bytes.data(), out.data(), out.size());
    }
};

std::expected<Address, std::string> read_address(std::string_view text)
{
    std::string const terminated(text);
    Address address;
    if (inet_pton(AF_INET, terminated.c_str(), address.bytes.data()) == 1) return address;
    address.family = AF_INET6;
    if (inet_pton(AF_INET6, terminated.c_str(), address.bytes.data()) != 1)
        return std::unexpected("must be an IP address such as 10.0.0.1 or 2001:db8::1");
    // ::ffff:10.0.0.1 is what a socket for both families calls 10.0.0.1.
    constexpr std::array<unsigned char, v6_bytes - v4_bytes> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
    if (std::equal(mapped.begin(), mapped.end(), address.bytes.begin())) {
        std::copy_n(address.bytes.begin() + mapped.size(), v4_bytes, address.bytes.begin());
        address.family = AF_INET;
    }
    return address;
}

std::optional<int> whole(std::string_view text)
{
    int number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

std::optional<std::chrono::year_month_day> day(std::string_view year, std::string_view month, std::string_view day)
{
    auto const y = whole(year);
    auto const m = whole(month);
    auto const d = whole(day);
    if (!y || !m || !d || *m < 1 || *d < 1) return std::nullopt;
    std::chrono::year_month_day const found(std::chrono::year(*y), std::chrono::month(static_cast<unsigned>(*m)),
                                            std::chrono::day(static_cast<unsigned>(*d)));
    return found.ok() && *y >= 1 ? std::optional(found) : std::nullopt;
}

// What makers write where a number belongs (DMI tables, mostly).
bool is_placeholder(std::string_view lower)
{
    static constexpr std::string_view known[] = {
        "to be filled by o.e.m.",
        "to be filled by o.e.m",
        "to be filled by oem",
        "default string",
        "default",
        "system serial number",
        "system product name",
        "system manufacturer",
        "system version",
        "chassis serial number",
        "base board serial number",
        "serial number",
        "not specified",
        "not applicable",
        "not available",
        "not provided",
        "not present",
        "unspecified",
        "unknown",
        "undefined",
        "invalid",
        "none",
        "null",
        "n/a",
        "na",
        "oem",
        "o.e.m.",
        "empty",
        "no asset tag",
        "no asset information",
        "asset tag",
        "asset-1234567890",
        "123456789",
        "1234567890",
        "0123456789",
        "sernum",
        "xx-xxxxxxx",
        "03000200-0400-0500-0006-000700080009",
        "localhost",
        "localhost.localdomain",
    };
    if (std::ranges::find(known, lower) != std::end(known)) return true;
    // "0", "00000000", "xxxx", "ffffffff-ffff-...": one character over and over. Short ones of other characters may be real.
    constexpr std::size_t suspicious = 7;
    std::string_view constexpr fillers = "0xf.-";
    char first = 0;
    bool const same = std::ranges::all_of(lower, [&](char c) {
        if (c == '-' || c == '.' || c == ' ' || c == ':' || c == '_') return true;
        if (first == 0) first = c;
        return c == first;
    });
    return same && (first == 0 || fillers.contains(first) || lower.size() >= suspicious);
}

std::string without(std::string text, char unwanted)
{
    std::erase(text, unwanted);
    return text;
}

}  // namespace

Written ip_address(std::string_view text)
{
    auto const address = read_address(text);
    if (!address) return std::unexpected(address.error());
    return address->text();
}

Written ip_network(std::string_view text)
{
    auto const slash = text.find('/');
    auto address = read_address(text.substr(0, slash));
    auto const bits = slash == std::string_view::npos ? std::nullopt : whole(text.substr(slash + 1));
    constexpr int byte = 8;
    if (!address || !bits || *bits < 0 || *bits > static_cast<int>(address->size()) * byte)
        return std::unexpected("must be a network such as 10.1.0.0/16");
    for (int i = *bits; i < static_cast<int>(address->size()) * byte; ++i) {
        address->bytes[static_cast<std::size_t>(i / byte)] &= static_cast<unsigned char>(~(1U << (byte - 1 - i % byte)));
    }
    return address->text() + "/" + std::to_string(*bits);
}

Written mac_address(std::string_view text)
{
    std::string digits;
    char separator = 0;
    for (char const c : text) {
        if (is_hexadecimal(c)) digits += c;
        else if (c != ':' && c != '-' && c != '.') return std::unexpected("must be a MAC address such as 00:1a:2b:3c:4d:5e");
        else if (separator == 0) separator = c;
        else if (c != separator) return std::unexpected("must be a MAC address such as 00:1a:2b:3c:4d:5e");
    }
    // The places of the separators are given by what they are.
    std::string expected;
    std::size_t const group = separator == '.' ? 4 : separator == 0 ? mac_digits : 2;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && i % group == 0) expected += separator;
        expected += digits[i];
    }
    if (digits.size() != mac_digits || expected != text) return std::unexpected("must be a MAC address such as 00:1a:2b:3c:4d:5e");
    digits = lower_ascii(digits);
    std::string out;
    for (std::size_t i = 0; i < mac_digits; i += 2) out += (i > 0 ? ":" : "") + digits.substr(i, 2);
    return out;
}

Written url(std::string_view text)
{
    // What a console may show as a link or a tool may open; `javascript:` is not among them.
    static constexpr std::string_view schemes[] = {"http", "https", "ftp",  "ftps",  "sftp", "ssh",
                                                   "rdp",  "vnc",   "ldap", "ldaps", "smb",  "nfs"};
    auto const parsed = boost::urls::parse_uri(text);
    if (!parsed) return std::unexpected("must be a URL such as https://example.com/page");
    boost::urls::url canonical(*parsed);
    canonical.normalize();
    std::string_view const scheme(canonical.scheme().data(), canonical.scheme().size());
    if (std::ranges::find(schemes, scheme) == std::end(schemes))
        return std::unexpected("must be a URL that begins with http://, https:// or the like");
    if (canonical.encoded_host().empty()) return std::unexpected("must be a URL with a host");
    if (canonical.has_password()) return std::unexpected("must not have a password in it");
    auto const buffer = canonical.buffer();
    return std::string(buffer.data(), buffer.size());
}

Written date(std::string_view text)
{
    constexpr auto wrong = "must be a date such as 2026-11-22";
    bool const iso = text.size() == std::strlen("yyyy-mm-dd") && text[4] == '-' && text[7] == '-' && text.front() != '-';
    if (!iso || !day(text.substr(0, 4), text.substr(5, 2), text.substr(8, 2))) return std::unexpected(wrong);
    return std::string(text);
}

Written identifying(std::string_view attribute, std::string text)
{
    static constexpr std::string_view numbers[] = {"serial_number", "uuid", "asset_tag", "machine_id", "imei", "instance_id"};
    static constexpr std::string_view lower[] = {"uuid",        "machine_id",   "hostname",  "fqdn",
                                                 "fingerprint", "container_id", "device_id", "email"};
    if (std::ranges::find(lower, attribute) != std::end(lower)) text = lower_ascii(text);
    if (attribute == "cidr") return ip_network(text);
    if (attribute == "fingerprint") return without(std::move(text), ':');
    if (attribute == "machine_id") text = without(std::move(text), '-');
    if (attribute == "fqdn") {
        if (text.ends_with('.')) text.pop_back();
        if (is_placeholder(text)) return std::unexpected("is a placeholder");
    }
    if (std::ranges::find(numbers, attribute) != std::end(numbers) && is_placeholder(lower_ascii(text)))
        return std::unexpected("is a placeholder");
    if (attribute == "mac_addresses") {
        constexpr std::string_view odd = "13579bdf";  // the second digit of an address of a group, which no interface has
        if (is_placeholder(text) || odd.contains(text[1])) return std::unexpected("is not the address of an interface");
    }
    return text;
}

std::string pattern_problem(std::string const& pattern)
{
    RE2 const expression(pattern, options());
    return expression.ok() ? "" : expression.error();
}

bool matches(std::string const& pattern, std::string_view text)
{
    return RE2::FullMatch(re2::StringPiece(text.data(), text.size()), compiled(pattern));
}

}  // namespace mz::cmdb_model
