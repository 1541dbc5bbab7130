#include "audit_chain/command.hpp"

#include <boost/describe/enum_to_string.hpp>

#include <algorithm>
#include <stdexcept>
#include <vector>

namespace mz::audit_chain {
namespace {

std::vector<Uuid> chosen(pg::Blocking& connection, std::optional<std::string> const& tenant)
{
    auto every = chains(connection, at_any_time);
    if (!tenant) return every;
    auto const id = Uuid::parse(*tenant);
    if (!id) throw std::invalid_argument("a tenant is named by its id");
    if (std::ranges::find(every, *id) == every.end()) throw std::invalid_argument("there is no such tenant");
    return {*id};
}

void print(std::ostream& out, Report const& report)
{
    out << report.tenant.to_string() << "  " << (report.finding ? "BROKEN" : "intact") << "  " << report.checked << " entries checked";
    if (report.removed > 0) {
        out << ", " << report.removed << " removed by retention up to " << report.removed_until.value_or(Timestamp{}).to_string();
    }
    out << '\n';
    if (!report.finding) return;
    out << "  " << boost::describe::enum_to_string(report.finding->fault, "") << ": " << report.finding->detail;
    if (report.finding->entry) out << " Entry " << report.finding->entry->to_string() << '.';
    out << '\n';
}

}  // namespace

bool verify_and_print(std::ostream& out, pg::Blocking& connection, KeyRing const& keys, std::optional<std::string> const& tenant,
                      VerifySettings settings)
{
    bool whole = true;
    for (auto const& id : chosen(connection, tenant)) {
        auto const report = verify(connection, keys, id, settings);
        print(out, report);
        whole = whole && !report.finding;
    }
    return whole;
}

}  // namespace mz::audit_chain
