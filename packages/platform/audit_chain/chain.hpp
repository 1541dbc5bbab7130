#pragma once
#include "core/clock.hpp"
#include "core/key_ring.hpp"
#include "core/text.hpp"
#include "core/uuid.hpp"
#include "json/value.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace mz::audit_chain {

// A row of audit.entries, every column of it. What is described here is what the chain protects; a test compares it with the table.
struct Entry {
    Uuid tenant_id;
    Uuid id;
    Timestamp at;
    std::string actor_kind;
    std::optional<Uuid> actor_id;
    std::string operation;
    std::optional<Uuid> target_id;
    std::optional<std::string> request_id;
    std::optional<std::string> remote_address;
    std::optional<json::Raw> changes;  // the JSON's own text, byte for byte
    std::string outcome;
};
BOOST_DESCRIBE_STRUCT(Entry, (),
                      (tenant_id, id, at, actor_kind, actor_id, operation, target_id, request_id, remote_address, changes, outcome))

// The canonical form: for each field in the order above that is not null, its name and its text, each with its length in front (four bytes,
// most significant first). Uuids are written in lower case with dashes, times in UTC with six digits after the second
// (2026-11-22T04:19:00.123456Z). A column that is added later goes to the end and is null in older rows, so their hashes stay.
std::string canonical(Entry const& entry);

// SHA-256 of: "monozu-audit-1", the hash of the link before, the number of this link, when it was sealed, and the canonical entry; the
// first four with names and lengths in the same form ("form", "previous", "seq", "sealed_at").
Bytes link_hash(Bytes const& previous, std::int64_t seq, Timestamp sealed_at, Entry const& entry);

// What the first link of a chain has before it: 32 zero bytes.
Bytes origin();

// Both ends of a tenant's chain. Links base_seq+1 .. seq exist; those up to base_seq were removed by retention.
struct Head {
    Uuid tenant_id;
    std::int64_t seq = 0;
    Bytes hash = origin();
    std::int64_t base_seq = 0;
    Bytes base_hash = origin();
    std::int64_t removed = 0;
    std::optional<Timestamp> removed_until{};
    Bytes mac{};  // over all the rest, under the service's data key
};
BOOST_DESCRIBE_STRUCT(Head, (), (tenant_id, seq, hash, base_seq, base_hash, removed, removed_until, mac))

void sign(Head& head, KeyRing const& keys);
bool is_signed(Head const& head, KeyRing const& keys);
// Signed, and with the key that signs today.
bool is_signed_currently(Head const& head, KeyRing const& keys);

}  // namespace mz::audit_chain
