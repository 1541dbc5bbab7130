#include "web/audit.hpp"

#include <boost/describe/enum_to_string.hpp>

#include <array>
#include <utility>

namespace mz::web {
namespace {

// The columns in the order of append_audit_params, each with its type, because a bare parameter in a select list has none.
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> columns{{
    {"tenant_id", "uuid"},
    {"id", "uuid"},
    {"actor_kind", "text"},
    {"actor_id", "uuid"},
    {"operation", "text"},
    {"target_id", "uuid"},
    {"request_id", "text"},
    {"remote_address", "text"},
    {"changes", "json"},
    {"outcome", "text"},
}};

// A service without tenants has one log and one chain, that of the nil tenant.
constexpr Uuid no_tenant{};

std::optional<std::string> text_of(std::optional<Uuid> const& uuid) { return uuid ? std::optional(uuid->to_string()) : std::nullopt; }

}  // namespace

std::string audit_expressions(std::size_t first, std::string_view condition)
{
    std::string names;
    std::string values;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        auto const& [name, type] = columns[i];
        names.append(i == 0 ? "" : ", ").append(name);
        values.append(i == 0 ? "$" : ", $").append(std::to_string(first + i)).append("::").append(type);
    }
    std::string out = "audited as (insert into audit.entries (" + names + ") select " + values;
    out.append(condition).append(" returning tenant_id, id), ");
    return out += "queued as (insert into audit.unsealed (tenant_id, entry_id) select tenant_id, id from audited)";
}

void append_audit_params(pg::Params& params, AuditEntry const& entry)
{
    params.push_back((entry.tenant ? *entry.tenant : no_tenant).to_string());
    params.push_back(Uuid::v7().to_string());
    params.emplace_back(boost::describe::enum_to_string(entry.actor_kind, ""));
    params.push_back(text_of(entry.actor));
    params.emplace_back(entry.operation);
    params.push_back(text_of(entry.target));
    params.emplace_back(entry.request_id);
    params.emplace_back(entry.remote_address);
    params.push_back(entry.changes);
    params.emplace_back(boost::describe::enum_to_string(entry.outcome, ""));
}

pg::Statement audit_statement(AuditEntry const& entry)
{
    static std::string const text = "with " + audit_expressions(1) + " select id from audited";
    pg::Statement statement{"web.audit", text, {}};
    append_audit_params(statement.params, entry);
    return statement;
}

}  // namespace mz::web
