#pragma once
#include "pg/connection.hpp"
#include "pg/rows.hpp"

#include <optional>
#include <vector>

namespace mz::pg {

// Typed calls. `query` is a struct of <module>_sql.hpp, `args` a described struct with a member for each :parameter, Row a described struct
// with a member for each column (or a plain value for a single column).
//
// Each of these is one round trip and one transaction: app.enter and the statement go out together on a shared connection.
//   struct ById { Id<Incident> id; };
//   auto incident = co_await pg::one<Incident>(pool, entry, sql::incident_get{}, ById{id});   // 404 "no such incident"
//
// A Transaction is for statements that depend on each other; it has an exclusive connection until it is committed or destroyed.
//   pg::Transaction tx(co_await pool.acquire(), entry);
//   auto taken = co_await tx.one<Numbered>(sql::incident_take_number{}, pg::NoArgs{});
//   co_await tx.run(sql::incident_create{}, with_number(args, taken));
//   co_await tx.commit();
// `begin` and app.enter travel with the first statement. Destroyed without commit, it is rolled back.
class Transaction {
public:
    Transaction(Pool::Lease lease, Entry entry);

    template <class Row, Query Q, class Args = NoArgs>
    Task<std::vector<Row>> all(Q, Args args = {})
    {
        registered<Q, Row>();
        auto const result = co_await send(statement<Q>(args, entry_));
        co_return decode_all<Row>(result, Q::name);
    }

    // The first row, if there is one.
    template <class Row, Query Q, class Args = NoArgs>
    Task<std::optional<Row>> maybe(Q, Args args = {})
    {
        registered<Q, Row>();
        auto const result = co_await send(statement<Q>(args, entry_));
        co_return decode_first<Row>(result, Q::name);
    }

    // The first row; Problem(not_found) where there is none.
    template <class Row, Query Q, class Args = NoArgs>
    Task<Row> one(Q, Args args = {})
    {
        registered<Q, Row>();
        auto const result = co_await send(statement<Q>(args, entry_));
        auto row = decode_first<Row>(result, Q::name);
        if (!row) throw no_such<Q>();
        co_return std::move(*row);
    }

    // For its effect; how many rows were changed.
    template <Query Q, class Args = NoArgs>
    Task<long> run(Q, Args args = {})
    {
        registered<Q, void>();
        auto const result = co_await send(statement<Q>(args, entry_));
        co_return result.affected();
    }

    // One statement made by hand, in one round trip.
    Task<Result> send(Statement statement);

    // Several, in one round trip; the results of these statements alone.
    Task<std::vector<Result>> send(std::vector<Statement> statements);

    // Another tenant or actor from the next statement on: a log-in learns both from its first statement.
    void enter(Entry entry);
    Entry const& entry() const { return entry_; }

    // Sends `extra` and `commit` in one round trip. Problem(unavailable) leaves open whether it was committed.
    Task<void> commit(std::vector<Statement> extra = {});
    // Returns once nothing is locked any more, or the connection is gone. Without it the rollback happens in the background.
    Task<void> rollback();

private:
    Pool::Lease lease_;
    Entry entry_;
    bool begun_ = false;
    bool entered_ = false;
    bool tenant_set_ = false;
};

// One statement as a transaction of its own on a shared connection: app.enter, the statement, then `after` (an audit row, a notification).
// Returns the statement's own result.
Task<Result> run_single(Pool& pool, Entry entry, Statement statement, std::vector<Statement> after = {});

template <class Row, Query Q, class Args = NoArgs>
Task<std::vector<Row>> all(Pool& pool, Entry entry, Q, Args args = {})
{
    registered<Q, Row>();
    auto const result = co_await run_single(pool, entry, statement<Q>(args, entry));
    co_return decode_all<Row>(result, Q::name);
}

template <class Row, Query Q, class Args = NoArgs>
Task<std::optional<Row>> maybe(Pool& pool, Entry entry, Q, Args args = {})
{
    registered<Q, Row>();
    auto const result = co_await run_single(pool, entry, statement<Q>(args, entry));
    co_return decode_first<Row>(result, Q::name);
}

template <class Row, Query Q, class Args = NoArgs>
Task<Row> one(Pool& pool, Entry entry, Q, Args args = {})
{
    registered<Q, Row>();
    auto const result = co_await run_single(pool, entry, statement<Q>(args, entry));
    auto row = decode_first<Row>(result, Q::name);
    if (!row) throw no_such<Q>();
    co_return std::move(*row);
}

template <Query Q, class Args = NoArgs>
Task<long> run(Pool& pool, Entry entry, Q, Args args = {})
{
    registered<Q, void>();
    auto const result = co_await run_single(pool, entry, statement<Q>(args, entry));
    co_return result.affected();
}

// The statement for one page of a sorted list: `variant` is an index into Q::variants. `args` also has after_value and after_id.
template <SortedQuery Q, class Args>
Statement sorted_statement(std::size_t variant, Args const& args, Entry const& entry = {})
{
    auto const& chosen = Q::variants[variant];
    return {chosen.name, chosen.text, bind<Q>(args, entry)};
}

}  // namespace mz::pg
