#include "web/webhook_signature.hpp"

#include "core/clock.hpp"
#include "core/config.hpp"
#include "core/crypto.hpp"
#include "core/problem.hpp"

#include <charconv>
#include <cstdint>
#include <stdexcept>

namespace mz::web {
namespace {

constexpr std::string_view prefix = "whsec_";
constexpr std::size_t generated_bytes = 32;
constexpr std::size_t max_id_length = 256;

std::string signature(Secret<std::string> const& key, std::string_view id, std::string_view timestamp, std::string_view body)
{
    std::string content;
    content.reserve(id.size() + timestamp.size() + body.size() + 2);
    content.append(id).append(".").append(timestamp).append(".").append(body);
    return "v1," + base64(hmac_sha256(key.reveal(), content));
}

Problem refused(std::string detail) { return Problem(Failure::unauthorized, "bad-signature", std::move(detail)); }

}  // namespace

WebhookKeys::WebhookKeys(Secret<std::string> const& secrets)
{
    for (auto const& secret : config::detail::split_list(secrets.reveal())) {
        auto key = secret.starts_with(prefix) ? base64_decode(std::string_view(secret).substr(prefix.size())) : std::nullopt;
        if (!key || key->size() < 24 || key->size() > 64)
            throw std::invalid_argument("a webhook secret is whsec_ and 24 to 64 bytes in base64");
        keys_.emplace_back(std::move(*key));
    }
    if (keys_.empty()) throw std::invalid_argument("no webhook secret");
}

std::string WebhookKeys::generate()
{
    std::string bytes(generated_bytes, '\0');
    random_fill({reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()});
    return std::string(prefix) + base64(bytes);
}

void WebhookKeys::sign(net::Headers& headers, std::string const& id, std::string_view body) const
{
    auto const timestamp = std::to_string(now().microseconds / 1000000);
    std::string signatures;
    for (auto const& key : keys_) {
        if (!signatures.empty()) signatures += ' ';
        signatures += signature(key, id, timestamp, body);
    }
    headers.set("webhook-id", id);
    headers.set("webhook-timestamp", timestamp);
    headers.set("webhook-signature", signatures);
}

std::string WebhookKeys::verify(net::Headers const& headers, std::string_view body, std::chrono::seconds tolerance) const
{
    auto const id = headers.get("webhook-id");
    auto const timestamp = headers.get("webhook-timestamp");
    auto offered = headers.get("webhook-signature");
    if (id.empty() || id.size() > max_id_length || timestamp.empty() || offered.empty()) {
        throw refused("The headers webhook-id, webhook-timestamp and webhook-signature are required.");
    }
    std::int64_t seconds = 0;
    auto const [end, error] = std::from_chars(timestamp.data(), timestamp.data() + timestamp.size(), seconds);
    if (error != std::errc{} || end != timestamp.data() + timestamp.size())
        throw refused("webhook-timestamp is not a Unix time in seconds.");
    auto const age = now().microseconds / 1000000 - seconds;
    if (age > tolerance.count() || age < -tolerance.count()) throw refused("webhook-timestamp is too far from the present.");
    bool good = false;
    while (!offered.empty()) {
        auto const space = std::min(offered.find(' '), offered.size());
        for (auto const& key : keys_) good |= equal_constant_time(offered.substr(0, space), signature(key, id, timestamp, body));
        offered.remove_prefix(std::min(space + 1, offered.size()));
    }
    if (!good) throw refused("No signature fits.");
    return std::string(id);
}

}  // namespace mz::web
