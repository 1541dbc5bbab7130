#pragma once
#include "pg/query.hpp"
#include "pg/rows.hpp"
#include "pg/transaction.hpp"
#include "web/audit.hpp"
#include "web/page.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mz::web {

// The transaction that a handler asks for by taking a `Tx&`: all, one, maybe and run, as in pg/transaction.hpp.
// The web layer opens it before the handler and commits it, with the audit row, after it.
using Tx = pg::Transaction;

// Statements that change something, by their first word. One that starts with `with` counts as a read; let it run in a Tx.
template <pg::Query Q>
constexpr bool is_write = Q::text.starts_with("insert") || Q::text.starts_with("update") || Q::text.starts_with("delete");

// A request's view of the database: its tenant's rows and nothing else. Each call is one round trip and one transaction:
// app.enter, the statement and, for a write, the audit row. A write that touched no row leaves no audit row either.
//   auto incidents = co_await rq.db.all<Incident>(sql::incident_list{}, args);
//   auto incident = co_await rq.db.one<Incident>(sql::incident_create{}, args);   // 404 "no such incident" where there is none
// Once a Tx is open, everything here runs in it.
class Db {
public:
    Db(pg::Pool& pool, AuditEntry entry) : pool_(&pool), audit_(std::move(entry)) {}

    template <class Row, pg::Query Q, class Args = pg::NoArgs>
    Task<std::vector<Row>> all(Q, Args args = {})
    {
        pg::registered<Q, Row>();
        auto const result = co_await execute(call<Q>(args));
        co_return pg::decode_all<Row>(result, Q::name);
    }

    template <class Row, pg::Query Q, class Args = pg::NoArgs>
    Task<std::optional<Row>> maybe(Q, Args args = {})
    {
        pg::registered<Q, Row>();
        auto const result = co_await execute(call<Q>(args));
        co_return pg::decode_first<Row>(result, Q::name);
    }

    template <class Row, pg::Query Q, class Args = pg::NoArgs>
    Task<Row> one(Q, Args args = {})
    {
        pg::registered<Q, Row>();
        auto const result = co_await execute(call<Q>(args));
        auto row = pg::decode_first<Row>(result, Q::name);
        if (!row) throw pg::no_such<Q>();
        co_return std::move(*row);
    }

    // For its effect; how many rows were changed. A write says `returning`, so that the audit row knows whether there was one.
    template <pg::Query Q, class Args = pg::NoArgs>
    Task<long> run(Q, Args args = {})
    {
        pg::registered<Q, void>();
        auto const result = co_await execute(call<Q>(args));
        co_return result.affected();
    }

    // One page of a sorted list (see pg/query.hpp). `Filter` derives from ListQuery; its members are the statement's parameters,
    // as are :after_value, :after_id and :limit. The sort column must be a member of Row, as must `id`.
    template <class Row, pg::SortedQuery Q, class Filter>
    Task<Page<Row>> page(Q query, Filter filter);

    // A fresh view for the same caller, for what goes on after the request's answer has begun.
    Db another() const { return Db(*pool_, audit_); }

    Tx& transaction() { return *tx_; }
    AuditEntry& audit() { return audit_; }

    // For the web layer, and for routes that establish their caller themselves.
    void enter(std::optional<Uuid> tenant, ActorKind kind, std::optional<Uuid> actor);
    Task<void> begin();
    bool in_transaction() const { return tx_.has_value(); }
    // Commits; with the audit row where the route writes, unless nobody is known to have acted.
    Task<void> commit(bool writes);
    // Whatever a refused request had locked is free when its answer arrives.
    Task<void> rollback();
    // The audit row alone, for a request that changed something, or took something away, without a statement of its own.
    Task<void> write_audit();
    bool audit_written() const { return audit_written_; }

private:
    pg::Entry entry() const { return {audit_.tenant, audit_.actor}; }

    // A typed call without its types, so that one coroutine carries out all of them.
    struct Call {
        pg::Statement statement;
        // For a write outside a transaction: the same with the audit row attached.
        std::string_view audited_name;
        std::string_view audited_text;
        std::optional<Uuid> target;
    };
    template <pg::Query Q, class Args>
    Call call(Args const& args) const;
    Task<pg::Result> execute(Call call);
    Task<pg::Result> send(pg::Statement statement);

    pg::Pool* pool_;
    AuditEntry audit_;
    std::optional<Tx> tx_;
    bool audit_written_ = false;
};

namespace detail {

// The statement with the audit row attached: written if and only if the statement touched a row.
template <pg::Query Q>
struct Audited {
    static std::string const& name()
    {
        static std::string const made = std::string(Q::name) + "+audit";
        return made;
    }
    static std::string const& text()
    {
        static std::string const made = "with written as (" + std::string(Q::text) + "\n), " +
                                        audit_expressions(Q::params.size() + 1, " where exists (select from written)") +
                                        "\nselect * from written";
        return made;
    }
};

template <class Filter>
struct PageArgs : Filter {
    std::optional<std::string> after_value;
    std::optional<Uuid> after_id;
    BOOST_DESCRIBE_CLASS(PageArgs, (Filter), (after_value, after_id), (), ())
};

// The text of the member called `name`: where the next page starts.
template <class Row>
std::string member_text(Row const& row, std::string_view name)
{
    std::string out;
    boost::mp11::mp_for_each<json::Members<Row>>([&](auto member) {
        if (name != member.name) return;
        if (auto text = pg::to_text(row.*member.pointer)) out = std::move(*text);
    });
    return out;
}

struct SortChoice {
    std::size_t variant;
    std::optional<Cursor> after;
};
SortChoice choose_sort(std::span<pg::SortVariant const> variants, ListQuery const& query);

}  // namespace detail

template <pg::Query Q, class Args>
Db::Call Db::call(Args const& args) const
{
    Call out{pg::statement<Q>(args, entry()), {}, {}, {}};
    if constexpr (is_write<Q>) {
        out.audited_name = detail::Audited<Q>::name();
        out.audited_text = detail::Audited<Q>::text();
        if constexpr (requires {
                          { args.id } -> std::convertible_to<Uuid const&>;
                      })
            out.target = args.id;
    }
    return out;
}

template <class Row, pg::SortedQuery Q, class Filter>
Task<Page<Row>> Db::page(Q, Filter filter)
{
    pg::registered<Q, Row>();
    auto const choice = detail::choose_sort(Q::variants, filter);
    auto const size = static_cast<std::size_t>(filter.limit ? filter.limit->value : default_page_size);
    detail::PageArgs<Filter> args;
    static_cast<Filter&>(args) = std::move(filter);
    auto const wants_total = args.count.has_value();
    args.limit = Int<1, 1000>(static_cast<long long>(size) + 1);  // one more tells whether there is a next page
    if (choice.after) {
        args.after_value = choice.after->value;
        args.after_id = choice.after->id;
    }
    auto const result = co_await send(pg::sorted_statement<Q>(choice.variant, args, entry()));
    Page<Row> page;
    page.items = pg::decode_all<Row>(result, Q::name);
    if (page.items.size() > size) {
        page.items.pop_back();
        Cursor const last{detail::member_text(page.items.back(), Q::variants[choice.variant].column), page.items.back().id};
        page.next = last.encode();
    }
    if (wants_total) {
        args.limit.reset();
        args.after_value.reset();
        args.after_id.reset();
        pg::Statement count{Q::count_name, Q::count_text, pg::bind<Q>(args, entry())};
        auto const counted = co_await send(std::move(count));
        page.total = pg::decode_all<std::int64_t>(counted, Q::count_name).front();
    }
    co_return page;
}

}  // namespace mz::web
