#include "identity/breached.hpp"

#include "core/crypto.hpp"
#include "core/log.hpp"
#include "core/problem.hpp"

#include <openssl/evp.h>

#include <array>
#include <cctype>

namespace mz::identity {
namespace {

constexpr std::size_t prefix_digits = 5;

std::string sha1_in_upper_hex(std::string_view text)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    if (EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha1(), nullptr) != 1) {
        throw Problem(Failure::internal, "SHA-1 is not available");
    }
    auto out = hex({reinterpret_cast<char const*>(digest.data()), size});
    for (auto& c : out) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return out;
}

// The answer has a line "<the other 35 digits>:<how often>" for each password; those that are there for padding were never seen.
bool is_listed(std::string_view lines, std::string_view suffix)
{
    while (!lines.empty()) {
        auto const end = std::min(lines.find('\n'), lines.size());
        auto line = lines.substr(0, end);
        lines.remove_prefix(std::min(end + 1, lines.size()));
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.starts_with(suffix) && line.substr(suffix.size()).starts_with(':')) return line.substr(suffix.size()) != ":0";
    }
    return false;
}

}  // namespace

Task<bool> Breached::knows(Secret<std::string> password)
{
    if (settings_.pwned_passwords_url.empty()) co_return false;
    auto const digest = sha1_in_upper_hex(password.reveal());
    net::ClientRequest request;
    request.url = settings_.pwned_passwords_url + "/range/" + digest.substr(0, prefix_digits);
    request.headers.set("Add-Padding", "true");
    request.timeout = std::chrono::milliseconds(settings_.pwned_passwords_timeout_milliseconds);
    try {
        auto const response = co_await client_.send(std::move(request));
        if (response.status == 200) co_return is_listed(response.body, std::string_view(digest).substr(prefix_digits));
        log::warn("breached passwords not asked", {{"status", response.status}});
    } catch (Problem const& problem) {
        log::warn("breached passwords not asked", {{"reason", problem.detail}});
    }
    co_return false;
}

}  // namespace mz::identity
