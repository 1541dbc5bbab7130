#pragma once
#include "core/key_ring.hpp"
#include "core/uuid.hpp"
#include "mail/letter.hpp"
#include "mail/settings.hpp"
#include "pg/connection.hpp"

#include <chrono>
#include <functional>
#include <memory>

namespace mz::mail {

// Where a letter has got to; for tests, which cut the connection there.
enum class Step { claimed, opened, sent, noted };

struct SenderCounts {
    long sent = 0;
    long failed_attempts = 0;
    long given_up = 0;
};

// Takes letters from the queue, one at a time, and sends them. A letter is leased while it is sent, so any number of senders may run;
// where a sender dies after the provider took a letter, the next one repeats it under the same key and nothing is sent twice.
class Sender {
public:
    using Reached = std::function<void(Step)>;

    // What is given by reference outlives the sender.
    Sender(
        pg::Pool& pool, mailer::Transport& transport, std::shared_ptr<KeyRing> keys, MailSettings settings, Reached reached = [](Step) {});

    // False where nothing is due. Problem(unavailable) means that the database is away; the letter is taken up again after its lease.
    Task<bool> take();

    SenderCounts const& counts() const { return counts_; }

private:
    struct Claimed;
    struct Opened;
    Task<mailer::Attempt> attempt(Uuid id, Opened letter);
    Task<void> note(Claimed claimed, Opened letter, mailer::Attempt attempt);

    pg::Pool& pool_;
    mailer::Transport& transport_;
    std::shared_ptr<KeyRing> keys_;
    MailSettings settings_;
    Reached reached_;
    SenderCounts counts_;
};

// The pause after `attempts` failed ones: doubling up to the longest, and of that between a half and all, so that letters that failed
// together do not come back in step. `random` is between 0 and 1.
std::chrono::milliseconds pause_after(MailSettings const& settings, int attempts, double random);

}  // namespace mz::mail
