#pragma once
#include "audit_chain/chain.hpp"
#include "core/secret.hpp"
#include "pg/blocking.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace mz::audit_chain {

// Named settings, read from the environment in upper case.
struct KeeperSettings {
    int audit_seal_milliseconds = 1000;  // between two looks at what waits to be sealed
    int audit_seal_batch = 1000;         // entries sealed in one transaction
    int audit_unsealed_seconds = 60;     // an entry that waits for longer is a finding of the verifier
    int audit_verify_minutes = 10;       // each chain is verified as a whole this often
    int audit_verify_page = 1000;        // links verified in one transaction
    int audit_upkeep_minutes = 60;       // between two removals of what is past its retention
};
BOOST_DESCRIBE_STRUCT(KeeperSettings, (),
                      (audit_seal_milliseconds, audit_seal_batch, audit_unsealed_seconds, audit_verify_minutes, audit_verify_page,
                       audit_upkeep_minutes))

// A thread with a connection of its own that seals what was written, verifies every chain over and over, and now and then calls `upkeep`.
// Any number of processes may run it beside each other. What fails is logged and comes round again.
class Keeper {
public:
    using Upkeep = std::function<void(pg::Blocking& connection)>;

    Keeper(Secret<std::string> url, std::shared_ptr<KeyRing const> keys, KeeperSettings settings, Upkeep upkeep = {});
    // Ends the transaction under way and stops.
    ~Keeper();
    Keeper(Keeper const&) = delete;
    Keeper& operator=(Keeper const&) = delete;

    // For /metrics, from any thread.
    std::int64_t entries_sealed() const;  // since the start
    std::int64_t chains_broken() const;   // in their last whole pass, as far as this process made it

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace mz::audit_chain
