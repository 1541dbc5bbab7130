#include "web/db.hpp"

#include <algorithm>

namespace mz::web {

void Db::enter(std::optional<Uuid> tenant, ActorKind kind, std::optional<Uuid> actor)
{
    audit_.tenant = tenant;
    audit_.actor_kind = kind;
    audit_.actor = actor;
    if (tx_) tx_->enter(entry());
}

Task<void> Db::begin()
{
    if (!tx_) tx_.emplace(co_await pool_->acquire(), entry());
}

Task<void> Db::commit(bool writes)
{
    std::vector<pg::Statement> extra;
    if (writes && !audit_written_ && audit_.actor_kind != ActorKind::anonymous) extra.push_back(audit_statement(audit_));
    co_await tx_->commit(std::move(extra));
    audit_written_ = true;
}

Task<void> Db::rollback()
{
    if (tx_) co_await tx_->rollback();
}

Task<pg::Result> Db::execute(Call call)
{
    if (tx_ || call.audited_text.empty()) co_return co_await send(std::move(call.statement));
    if (audit_written_) {
        throw Problem(Failure::internal, std::string(call.statement.name) + " is a second write outside a transaction; take a Tx");
    }
    if (!audit_.target) audit_.target = call.target;
    call.statement.name = call.audited_name;
    call.statement.text = call.audited_text;
    append_audit_params(call.statement.params, audit_);
    auto result = co_await send(std::move(call.statement));
    audit_written_ = true;
    co_return result;
}

Task<pg::Result> Db::send(pg::Statement statement)
{
    if (tx_) co_return co_await tx_->send(std::move(statement));
    co_return co_await pg::run_single(*pool_, entry(), std::move(statement));
}

Task<void> Db::write_audit()
{
    if (audit_written_ || audit_.actor_kind == ActorKind::anonymous) co_return;
    co_await send(audit_statement(audit_));
    audit_written_ = true;
}

namespace detail {

SortChoice choose_sort(std::span<pg::SortVariant const> variants, ListQuery const& query)
{
    SortChoice choice{0, std::nullopt};
    if (query.sort) {
        bool const descending = query.sort->starts_with('-');
        auto const column = std::string_view(*query.sort).substr(descending ? 1 : 0);
        auto const found = std::ranges::find_if(variants, [&](auto const& v) { return v.column == column && v.descending == descending; });
        if (found == variants.end()) {
            std::string columns;
            for (auto const& v : variants) {
                if (!v.descending) columns += (columns.empty() ? "" : ", ") + std::string(v.column);
            }
            throw Problem::invalid("?sort", "must be one of " + columns + ", with - in front for descending");
        }
        choice.variant = static_cast<std::size_t>(found - variants.begin());
    }
    if (query.after) choice.after = Cursor::decode(*query.after);
    return choice;
}

}  // namespace detail

}  // namespace mz::web
