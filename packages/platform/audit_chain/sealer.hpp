#pragma once
#include "audit_chain/chain.hpp"
#include "pg/blocking.hpp"

#include <stdexcept>
#include <unordered_map>

namespace mz::audit_chain {

// The chain cannot be continued, because its end is not the one that this service signed. Nothing is sealed until somebody has looked.
struct Broken : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// Puts what waits in audit.unsealed at the end of its tenant's chain. A batch is one transaction under the lock of the head's row, so any
// number of programs may do it beside each other, and one that is killed leaves the batch as it was. What a slow transaction wrote is
// committed late and simply gets a later number.
class Sealer {
public:
    Sealer(KeyRing const& keys, int batch) : keys_(keys), batch_(batch) {}

    struct Round {
        long sealed = 0;
        bool more = false;  // somebody's batch was full
    };
    // One batch of every tenant that has something waiting. A tenant whose chain is broken is logged and passed over.
    Round seal_round(pg::Blocking& connection);
    // At most one batch of one tenant. Throws Broken.
    long seal(pg::Blocking& connection, Uuid tenant);

private:
    Head head_to_continue(pg::Blocking& connection, Uuid tenant);

    KeyRing const& keys_;
    int batch_;
    // The last number that this process saw in each chain: an end that an old copy of the head has put back is signed, but too low.
    std::unordered_map<Uuid, std::int64_t> seen_;
};

}  // namespace mz::audit_chain
