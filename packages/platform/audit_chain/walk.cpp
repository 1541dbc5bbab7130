#include "audit_chain/walk.hpp"

#include "audit_chain/store.hpp"
#include "audit_chain_sql.hpp"

#include <algorithm>

namespace mz::audit_chain {
namespace {

struct PageOf {
    Uuid tenant_id;
    std::int64_t after = 0;
    std::int64_t through = 0;
    int limit = 0;
};
BOOST_DESCRIBE_STRUCT(PageOf, (), (tenant_id, after, through, limit))

}  // namespace

std::vector<Linked> links_after(pg::Blocking& connection, Head const& head, std::int64_t after, int limit)
{
    return all<Linked>(connection, sql::link_list{}, PageOf{head.tenant_id, after, head.seq, limit});
}

std::optional<Finding> Walk::feed(std::span<Linked const> links)
{
    for (auto const& link : links) {
        if (link.seq != seq_ + 1) {
            return Finding{Fault::missing, seq_ + 1, std::nullopt, "Link " + std::to_string(seq_ + 1) + " of the chain is gone."};
        }
        if (!link.at) {
            return Finding{Fault::missing, link.seq, link.entry_id,
                           "The entry that was sealed as number " + std::to_string(link.seq) + " is gone."};
        }
        if (link_hash(hash_, link.seq, link.sealed_at, entry_of(link)) != link.hash) return mismatch(link, links);
        seq_ = link.seq;
        hash_ = link.hash;
        ++checked_;
    }
    return std::nullopt;
}

Entry Walk::entry_of(Linked const& link) const
{
    return {tenant_,
            link.entry_id,
            link.at.value_or(Timestamp{}),
            link.actor_kind.value_or(""),
            link.actor_id,
            link.operation.value_or(""),
            link.target_id,
            link.request_id,
            link.remote_address,
            link.changes,
            link.outcome.value_or("")};
}

// An entry of the same page that fits here tells that the two were exchanged; over a longer way that looks like two changes.
Finding Walk::mismatch(Linked const& link, std::span<Linked const> page) const
{
    auto const fits = [&](Linked const& other) { return link_hash(hash_, link.seq, link.sealed_at, entry_of(other)) == link.hash; };
    auto const number = std::to_string(link.seq);
    if (auto const other = std::ranges::find_if(page, fits); other != page.end()) {
        return {Fault::reordered, link.seq, other->entry_id,
                "The entry that was sealed as number " + number + " stands as number " + std::to_string(other->seq) + "."};
    }
    return {Fault::changed, link.seq, link.entry_id, "The entry that was sealed as number " + number + " is not what it was."};
}

}  // namespace mz::audit_chain
