#pragma once
#include "audit_chain/chain.hpp"
#include "audit_chain/verifier.hpp"
#include "pg/blocking.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace mz::audit_chain {

// A link with its entry, whose members are empty where it is gone.
struct Linked {
    std::int64_t seq = 0;
    Uuid entry_id;
    Bytes hash;
    Timestamp sealed_at;
    std::optional<Timestamp> at;
    std::optional<std::string> actor_kind;
    std::optional<Uuid> actor_id;
    std::optional<std::string> operation;
    std::optional<Uuid> target_id;
    std::optional<std::string> request_id;
    std::optional<std::string> remote_address;
    std::optional<json::Raw> changes;
    std::optional<std::string> outcome;
};
BOOST_DESCRIBE_STRUCT(Linked, (),
                      (seq, entry_id, hash, sealed_at, at, actor_kind, actor_id, operation, target_id, request_id, remote_address, changes,
                       outcome))

// The links after number `after` up to the head, at most `limit`.
std::vector<Linked> links_after(pg::Blocking& connection, Head const& head, std::int64_t after, int limit);

// Follows a chain link by link, page by page.
class Walk {
public:
    Walk(Uuid tenant, std::int64_t seq, Bytes hash) : tenant_(tenant), seq_(seq), hash_(std::move(hash)) {}

    // The links that follow, in order. Stops at the first that does not fit.
    std::optional<Finding> feed(std::span<Linked const> links);

    std::int64_t seq() const { return seq_; }
    Bytes const& hash() const { return hash_; }
    std::int64_t checked() const { return checked_; }

private:
    Entry entry_of(Linked const& link) const;
    Finding mismatch(Linked const& link, std::span<Linked const> page) const;

    Uuid tenant_;
    std::int64_t seq_;
    Bytes hash_;
    std::int64_t checked_ = 0;
};

}  // namespace mz::audit_chain
