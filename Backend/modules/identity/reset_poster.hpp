#pragma once
#include "core/key_ring.hpp"
#include "core/task.hpp"
#include "identity/account_settings.hpp"
#include "pg/connection.hpp"

#include <memory>

namespace mz::identity {

// Answers the requests for a new password that `password_forgot` wrote down, apart from the request itself, so that nobody sees by the time
// whether there is such an account. One a process, on the io_context of one worker; several processes share the work.
class ResetPoster {
public:
    // `pool` outlives the poster. It is not owned, because what is under way in it would then keep itself alive.
    ResetPoster(asio::io_context& io, pg::Pool& pool, std::shared_ptr<KeyRing> keys, AccountSettings settings);
    ~ResetPoster();  // on the io_context's thread; what is under way is rolled back and done by the next one
    ResetPoster(ResetPoster const&) = delete;
    ResetPoster& operator=(ResetPoster const&) = delete;

    void start();

private:
    struct State;
    static Task<void> work(std::shared_ptr<State> state);
    // Answers the oldest request; false where there is none.
    static Task<bool> answer_one(std::shared_ptr<State> state);
    std::shared_ptr<State> state_;
};

}  // namespace mz::identity
