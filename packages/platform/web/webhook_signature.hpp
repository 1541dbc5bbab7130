#pragma once
#include "core/secret.hpp"
#include "net/http.hpp"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace mz::web {

// Standard Webhooks: webhook-id, webhook-timestamp (Unix seconds) and webhook-signature ("v1,<base64>", several separated by spaces);
// signed is `id.timestamp.body` with HMAC-SHA256. Several keys are in force during a rotation.
class WebhookKeys {
public:
    // Comma-separated secrets, each `whsec_<base64>` of 24 to 64 bytes. Throws std::invalid_argument otherwise.
    explicit WebhookKeys(Secret<std::string> const& secrets);
    static std::string generate();  // a new `whsec_...`

    // Adds the three header fields; signs with every key, so a receiver may know either.
    void sign(net::Headers& headers, std::string const& id, std::string_view body) const;
    // The webhook-id where one signature fits a key and the time is within `tolerance` of now, either way. Otherwise throws
    // Problem(unauthorized). The caller remembers ids for at least the tolerance: a repeated id is a replay.
    std::string verify(net::Headers const& headers, std::string_view body, std::chrono::seconds tolerance) const;

private:
    std::vector<Secret<std::string>> keys_;
};

}  // namespace mz::web
