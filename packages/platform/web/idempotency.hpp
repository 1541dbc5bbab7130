#pragma once
#include "web/route.hpp"

#include <optional>
#include <string>

namespace mz::web {

// Idempotency-Key: the first request with a key is carried out and its answer kept, in the same transaction; a repetition gets that answer.
// Two at the same time: the second waits for the first, because both insert the same row.
class Idempotency {
public:
    // The key of a request, where it carries one and the route creates something. 400 for a malformed one.
    static std::optional<std::string> key_of(Route const& route, net::Request const& http);

    // The stored answer of an earlier request with this key, or nothing, and then the key is claimed. The same key with another
    // request is a 422. Runs in the request's transaction.
    static Task<std::optional<Reply>> claim(Db& db, Caller caller, std::string operation, std::string key, Bytes fingerprint);
    static Task<void> keep(Db& db, Caller caller, std::string operation, std::string key, Reply reply);
    static Bytes fingerprint(net::Request const& http);
};

}  // namespace mz::web
