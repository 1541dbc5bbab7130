#include "pg/transaction.hpp"

#include <iterator>
#include <utility>

namespace mz::pg {
namespace {

Statement const begin_statement{"pg.begin", "begin", {}};
Statement const commit_statement{"pg.commit", "commit", {}};

}  // namespace

Transaction::Transaction(Pool::Lease lease, Entry entry) : lease_(std::move(lease)), entry_(entry) {}

void Transaction::enter(Entry entry)
{
    entry_ = entry;
    entered_ = false;
}

Task<Result> Transaction::send(Statement statement)
{
    std::vector<Statement> one;
    one.push_back(std::move(statement));
    auto results = co_await send(std::move(one));
    co_return std::move(results.front());
}

Task<std::vector<Result>> Transaction::send(std::vector<Statement> statements)
{
    std::vector<Statement> all;
    all.reserve(statements.size() + 2);
    if (!begun_) all.push_back(begin_statement);
    // Leaving a tenant is entering none.
    if (!entered_ && (entry_.tenant || tenant_set_)) all.push_back(enter_statement(entry_));
    auto const own = all.size();
    std::ranges::move(statements, std::back_inserter(all));
    begun_ = true;
    entered_ = true;
    tenant_set_ = tenant_set_ || entry_.tenant.has_value();
    auto results = co_await lease_.run(std::move(all));
    results.erase(results.begin(), results.begin() + static_cast<std::ptrdiff_t>(own));
    co_return results;
}

Task<void> Transaction::commit(std::vector<Statement> extra)
{
    if (!begun_ && extra.empty()) co_return;
    extra.push_back(commit_statement);
    auto const results = co_await send(std::move(extra));
    // After a failed statement whose Problem was caught, PostgreSQL answers `commit` with a rollback and no error.
    if (results.back().command() != "COMMIT") throw Problem(Failure::internal, "a transaction with a failed statement was committed");
    begun_ = false;
    entered_ = false;
    tenant_set_ = false;
}

Task<void> Transaction::rollback()
{
    if (!begun_) co_return;
    try {
        std::vector<Statement> statements{{"pg.rollback", "rollback", {}}};
        co_await lease_.run(std::move(statements));
        begun_ = false;
        entered_ = false;
        tenant_set_ = false;
    } catch (Problem const&) {
        // A connection that cannot roll back is evicted with its lease.
    }
}

Task<Result> run_single(Pool& pool, Entry entry, Statement statement, std::vector<Statement> after)
{
    std::vector<Statement> all;
    all.reserve(after.size() + 2);
    if (entry.tenant) all.push_back(enter_statement(entry));
    auto const own = all.size();
    all.push_back(std::move(statement));
    std::ranges::move(after, std::back_inserter(all));
    auto results = co_await pool.run(std::move(all));
    co_return std::move(results[own]);
}

}  // namespace mz::pg
