#pragma once
#include "core/key_ring.hpp"
#include "mail/settings.hpp"
#include "pg/connection.hpp"
#include "web/metrics.hpp"

#include <memory>

namespace mz::mail {

// The sender at work, on a thread of its own, as the role monozu_jobs: woken by NOTIFY mail and by a poll. Any number of processes may run
// one beside each other.
class Post {
public:
    // Starts. `metrics` outlives it.
    Post(Secret<std::string> url, pg::PoolSettings pool, std::shared_ptr<KeyRing> keys, MailSettings settings, web::Metrics& metrics);
    // Breaks off the letter under way, which is sent again later, and stops.
    ~Post();
    Post(Post const&) = delete;
    Post& operator=(Post const&) = delete;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace mz::mail
