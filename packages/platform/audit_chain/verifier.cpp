#include "audit_chain/verifier.hpp"

#include "audit_chain/store.hpp"
#include "audit_chain/walk.hpp"
#include "audit_chain_sql.hpp"

namespace mz::audit_chain {
namespace {

struct WaitingSince {
    Uuid tenant_id;
    Timestamp before;
};
BOOST_DESCRIBE_STRUCT(WaitingSince, (), (tenant_id, before))

struct Overdue {
    Uuid entry_id;
    Timestamp at;
    bool there = false;
};
BOOST_DESCRIBE_STRUCT(Overdue, (), (entry_id, at, there))

struct CheckedBefore {
    Timestamp checked_before;
};
BOOST_DESCRIBE_STRUCT(CheckedBefore, (), (checked_before))

struct Progress {
    std::int64_t next_seq = 0;  // the last link that was good
    Bytes next_hash;
    std::int64_t counted = 0;
};
BOOST_DESCRIBE_STRUCT(Progress, (), (next_seq, next_hash, counted))

struct Continued : Progress {
    Uuid tenant_id;
};
BOOST_DESCRIBE_STRUCT(Continued, (Progress), (tenant_id))

struct Finished {
    Uuid tenant_id;
    std::int64_t next_seq = 0;
    Bytes next_hash;
    std::int64_t checked = 0;
    Timestamp finished_at;
    std::optional<Fault> fault;
    std::optional<std::int64_t> fault_seq;
    std::optional<Uuid> fault_entry;
    std::optional<std::string> fault_detail;
};
BOOST_DESCRIBE_STRUCT(Finished, (), (tenant_id, next_seq, next_hash, checked, finished_at, fault, fault_seq, fault_entry, fault_detail))

// The head of a chain, or the start of one that has no link yet, and what is wrong with it.
struct Ends {
    Head head;
    std::optional<Finding> finding;
};

Ends ends_of(pg::Blocking& connection, KeyRing const& keys, Uuid tenant, std::optional<Head> head)
{
    if (head && !is_signed(*head, keys)) {
        return {*head, Finding{Fault::forged, head->seq, std::nullopt, "The chain's head was not signed by this service."}};
    }
    Head const known = head.value_or(Head{tenant});
    auto const beyond = first<Beyond>(connection, sql::link_beyond{}, After{tenant, known.seq});
    if (!beyond) return {known, std::nullopt};
    auto const* const detail = head ? "The chain has links beyond its signed head." : "The chain has links, but its signed head is gone.";
    return {known, Finding{Fault::forged, beyond->seq, beyond->entry_id, detail}};
}

// What only shows when the walk has come to the end: where it ends, and what stands outside of it.
std::optional<Finding> check_rest(pg::Blocking& connection, Head const& head, Walk const& walk, VerifySettings settings)
{
    if (walk.seq() < head.seq) {
        return Finding{Fault::truncated, walk.seq() + 1, std::nullopt,
                       "The chain ends with number " + std::to_string(walk.seq()) + ", but its signed head is number " +
                           std::to_string(head.seq) + "."};
    }
    if (walk.hash() != head.hash) {
        return Finding{Fault::forged, head.seq, std::nullopt, "The chain is whole, but it is not the one whose end was signed."};
    }
    WaitingSince const since{head.tenant_id, now() - settings.unsealed};
    if (auto const overdue = first<Overdue>(connection, sql::queue_overdue{}, since)) {
        if (!overdue->there) return Finding{Fault::vanished, std::nullopt, overdue->entry_id, "An entry was removed before it was sealed."};
        return Finding{Fault::unsealed, std::nullopt, overdue->entry_id, "An entry has waited since " + overdue->at.to_string() + "."};
    }
    if (auto const stray = first<Uuid>(connection, sql::stray_find{}, OfTenant{head.tenant_id})) {
        return Finding{Fault::inserted, std::nullopt, *stray, "An entry stands in the log that was never sealed."};
    }
    return std::nullopt;
}

void finish(pg::Blocking& connection, Head const& head, Report const& report)
{
    Finished row{report.tenant, head.base_seq, head.base_hash, report.checked, now(), {}, {}, {}, {}};
    if (report.finding) {
        row.fault = report.finding->fault;
        row.fault_seq = report.finding->seq;
        row.fault_entry = report.finding->entry;
        row.fault_detail = report.finding->detail;
    }
    run(connection, sql::verification_finish{}, row);
}

}  // namespace

Report verify(pg::Blocking& connection, KeyRing const& keys, Uuid tenant, VerifySettings settings)
{
    Tenanted const snapshot(connection, tenant, "begin isolation level repeatable read read only");
    auto ends = ends_of(connection, keys, tenant, read_head(connection, tenant));
    auto const& head = ends.head;
    Report report{tenant, 0, head.removed, head.removed_until, ends.finding};
    Walk walk(tenant, head.base_seq, head.base_hash);
    while (!report.finding) {
        auto const page = links_after(connection, head, walk.seq(), settings.page);
        if (page.empty()) {
            report.finding = check_rest(connection, head, walk, settings);
            break;
        }
        report.finding = walk.feed(page);
    }
    report.checked = walk.checked();
    return report;
}

std::optional<Report> verify_next(pg::Blocking& connection, KeyRing const& keys, Uuid tenant, VerifySettings settings)
{
    Tenanted transaction(connection, tenant);
    // Under the head's lock nothing is sealed or removed meanwhile.
    auto ends = ends_of(connection, keys, tenant, lock_head(connection, tenant));
    auto& head = ends.head;
    auto progress = first<Progress>(connection, sql::verification_get{}, OfTenant{tenant}).value_or(Progress{0, origin(), 0});
    if (progress.next_seq < head.base_seq || progress.next_seq > head.seq) progress = {head.base_seq, head.base_hash, 0};
    Report report{tenant, 0, head.removed, head.removed_until, ends.finding};
    Walk walk(tenant, progress.next_seq, progress.next_hash);
    bool done = report.finding.has_value();
    if (!done) {
        auto const page = links_after(connection, head, walk.seq(), settings.page);
        report.finding = walk.feed(page);
        done = report.finding || page.size() < static_cast<std::size_t>(settings.page);
        if (done && !report.finding) report.finding = check_rest(connection, head, walk, settings);
    }
    report.checked = progress.counted + walk.checked();
    if (done) {
        finish(connection, head, report);
        // A head that an older key signed is signed anew, so that the old key can be dropped even where nothing is written.
        if (!report.finding && !head.mac.empty() && !is_signed_currently(head, keys)) save_head(connection, head, keys);
    } else {
        Continued row;
        row.next_seq = walk.seq();
        row.next_hash = walk.hash();
        row.counted = report.checked;
        row.tenant_id = tenant;
        run(connection, sql::verification_continue{}, row);
    }
    transaction.commit();
    return done ? std::optional(report) : std::nullopt;
}

std::vector<Uuid> chains(pg::Blocking& connection, Timestamp checked_before)
{
    return all<Uuid>(connection, sql::chain_list{}, CheckedBefore{checked_before});
}

}  // namespace mz::audit_chain
