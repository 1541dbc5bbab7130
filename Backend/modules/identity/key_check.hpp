#pragma once
#include "core/clock.hpp"
#include "core/task.hpp"
#include "web/caller.hpp"
#include "web/db.hpp"

#include <memory>
#include <string>
#include <unordered_map>

namespace mz::identity {

struct SignIn;

// Which service account is behind an API key. One a worker, asked by UserAuthenticator.
class KeyAuthenticator {
public:
    explicit KeyAuthenticator(std::shared_ptr<SignIn> sign_in) : sign_in_(std::move(sign_in)) {}

    // Throws Problem(unauthorized) for a key that is unknown, expired or revoked or whose account is not active, without saying which; 429
    // for an address that has sent too many of them; 403 `tenant-not-active`. Reads a key at most once in `session_check_seconds`.
    Task<web::Caller> authenticate(std::string key, web::Db& db);

private:
    struct Seen {
        Timestamp until;
        web::Caller caller;
    };

    Task<Seen> check(std::string key, web::Db& db);
    void remember(std::string hash, Seen seen);

    std::shared_ptr<SignIn> sign_in_;
    std::unordered_map<std::string, Seen> keys_;  // by hash
};

}  // namespace mz::identity
