#include "changes.hpp"

#include "incidents_sql.hpp"
#include "json/write.hpp"
#include "pg/registry.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace mz::incidents {
namespace {

struct NewEntry {
    Uuid incident_id;
    Uuid id;
    TimelineKind kind = TimelineKind::created;
    Timestamp at;
    std::optional<std::string> body;
    std::optional<json::Raw> changes;
};
BOOST_DESCRIBE_STRUCT(NewEntry, (), (incident_id, id, kind, at, body, changes))

// Times and versions follow from the rest.
constexpr std::array<std::string_view, 9> told{"title",    "description", "status",        "impact",    "urgency",
                                               "priority", "assignee_id", "assignee_name", "resolution"};

}  // namespace

std::optional<json::Raw> difference(Incident const& before, Incident const& after)
{
    std::string out;
    boost::mp11::mp_for_each<json::Members<Incident>>([&](auto member) {
        if (std::ranges::find(told, std::string_view(member.name)) == told.end()) return;
        auto const from = json::write(before.*member.pointer);
        auto const to = json::write(after.*member.pointer);
        if (from == to) return;
        out += out.empty() ? "{\"" : ",\"";
        out.append(member.name).append("\":{\"from\":").append(from).append(",\"to\":").append(to) += '}';
    });
    if (out.empty()) return std::nullopt;
    return json::Raw{out + "}"};
}

Task<Incident> save(web::Tx& tx, Incident before, Incident after, TimelineKind kind, std::optional<std::string> body)
{
    after.updated_at = now();
    after.version = before.version + 1;
    NewEntry const entry{after.id, Uuid::v7(), kind, after.updated_at, std::move(body), difference(before, after)};
    pg::registered<sql::incident_update, void>();
    pg::registered<sql::timeline_create, void>();
    std::vector<pg::Statement> statements;
    statements.push_back(pg::statement<sql::incident_update>(after, tx.entry()));
    statements.push_back(pg::statement<sql::timeline_create>(entry, tx.entry()));
    co_await tx.send(std::move(statements));
    co_return after;
}

Task<Uuid> note(web::Tx& tx, Uuid incident, TimelineKind kind, Timestamp at, std::optional<std::string> body)
{
    NewEntry const entry{incident, Uuid::v7(), kind, at, std::move(body), std::nullopt};
    co_await tx.run(sql::timeline_create{}, entry);
    co_return entry.id;
}

}  // namespace mz::incidents
