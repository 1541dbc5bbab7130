#include "web/audit.hpp"

#include <boost/describe/enum_to_string.hpp>

#include <array>
#include <utility>

namespace mz::web {
namespace {

// The columns in the order of append_audit_params, each with its type, because a bare parameter in a select list has none.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> columns{{
    {"tenant_id", "uuid"},
    {"id", "uuid"},
    {"actor_kind", "text"},
    {"actor_id", "uuid"},
    {"operation", "text"},
    {"target_id", "uuid"},
    {"request_id", "text"},
    {"remote_address", "text"},
    {"changes", "json"},
}};

std::optional<std::string> text_of(std::optional<Uuid> const& uuid) { return uuid ? std::optional(uuid->to_string()) : std::nullopt; }

}  // namespace

std::string audit_insert_text(std::size_t first)
{
    std::string names;
    std::string values;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        auto const& [name, type] = columns[i];
        names.append(i == 0 ? "" : ", ").append(name);
        values.append(i == 0 ? "$" : ", $").append(std::to_string(first + i)).append("::").append(type);
    }
    return "insert into audit.entries (" + names + ") select " + values;
}

void append_audit_params(pg::Params& params, AuditEntry const& entry)
{
    params.push_back(text_of(entry.tenant));
    params.push_back(Uuid::v7().to_string());
    params.emplace_back(boost::describe::enum_to_string(entry.actor_kind, ""));
    params.push_back(text_of(entry.actor));
    params.emplace_back(entry.operation);
    params.push_back(text_of(entry.target));
    params.emplace_back(entry.request_id);
    params.emplace_back(entry.remote_address);
    params.push_back(entry.changes);
}

}  // namespace mz::web
