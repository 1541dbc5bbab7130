// Every SQL statement of the program against the migrated schema: prepared, its columns compared with the struct that reads them, its plan.
#include "cloud.hpp"
#include "testing/query_check.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>

namespace mz::backend::tests {
namespace {

std::filesystem::path const modules = std::filesystem::path(MONOZU_SOURCE_DIR) / "Backend" / "modules";

// The jobs' own statements run as monozu_jobs; what they share with requests is checked as the role of the requests.
std::string role_of(std::string_view query)
{
    bool const recording = query == "devices.telemetry_create" || query == "devices.log_create" || query == "devices.device_seen" ||
                           query == "devices.device_latest";
    bool const posting = query.starts_with("mail.queue_") || query == "mail.letter_begin" || query == "mail.letter_sent" ||
                         query == "mail.letter_postpone" || query == "mail.letter_fail";
    bool const sealing = query.starts_with("audit_chain.") || query == "audit.entries_forget";
    bool const importing = query == "cmdb_import.queue_claim" || query == "cmdb_import.queue_again" ||
                           query == "cmdb_import.queue_delete" || query == "cmdb_import.import_progress" ||
                           query == "cmdb_import.identity_put_many";
    // What an appliance sends is taken in by the job; people only read it.
    constexpr std::array<std::string_view, 17> taking{
        "finding_put",     "finding_remove",    "host_put",       "hosts_quiet",  "installation_put", "installation_remove",
        "inventory_asked", "inventory_ensure",  "inventory_lock", "networks_due", "scan_ensure",      "scan_lock",
        "scan_part_put",   "scan_parts_delete", "scan_take",      "section_put",  "title_put"};
    constexpr std::string_view inventory = "inventory.";
    bool const stocktaking =
        query.starts_with(inventory) && std::ranges::find(taking, query.substr(inventory.size())) != std::ranges::end(taking);
    bool const job =
        importing || stocktaking || recording || posting || sealing || query.starts_with("telemetry.") || query.ends_with("_purge");
    return job ? "monozu_jobs" : "monozu_app";
}

TEST(statements, each_fits_the_schema_its_struct_and_its_tenants_index)
{
    auto const wrong = testing::check_queries(Cloud::shared().database(), role_of);
    for (auto const& line : wrong) ADD_FAILURE() << line;
}

TEST(statements, none_is_left_that_nothing_runs)
{
    for (auto const& file : testing::queries_never_run(modules)) ADD_FAILURE() << file << " is never run; delete it";
}

}  // namespace
}  // namespace mz::backend::tests
