#include "agent/status.hpp"

#include "core/problem.hpp"
#include "json/read.hpp"
#include "json/write.hpp"
#include "spool/file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>

#include <string_view>

namespace mz::edge {
namespace {

constexpr int running_code = 0;
constexpr int stopped_code = 3;

std::string_view words_for(Contact contact)
{
    switch (contact) {
        case Contact::waiting: return "not contacted yet";
        case Contact::ok: return "reachable";
        case Contact::unreachable: return "cannot be reached, or cannot answer now; tried again";
        case Contact::key_refused: return "refuses this appliance's key";
    }
    return "";
}

}  // namespace

std::optional<Fd> lock_state(std::filesystem::path const& folder)
{
    auto file = open_file(folder / "lock", O_RDWR | O_CREAT);
    if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0) return std::nullopt;
    return file;
}

int print_status(std::filesystem::path const& folder, bool as_json)
{
    auto const text = read_file(folder / "status.json");
    if (!text) {
        fmt::print("No agent has worked in {} yet.\n", folder.string());
        return stopped_code;
    }
    bool const running = !lock_state(folder);
    auto const code = running ? running_code : stopped_code;
    if (as_json) {
        fmt::print("{}\n", *text);
        return code;
    }
    auto const status = json::read_text<Status>(*text);
    auto const upload =
        status.last_upload_at ? fmt::format("last accepted {}", status.last_upload_at->to_string()) : "nothing accepted yet";
    constexpr double mebibyte = 1024 * 1024;
    if (running) fmt::print("monozu-edge {} is running (process {})\n", status.version, status.pid);
    else fmt::print("monozu-edge {} is not running; this was its state at {}\n", status.version, status.written_at.to_string());
    fmt::print("  appliance  {} (machine {})\n", status.name, status.machine_id);
    fmt::print("  device     {}\n", status.device_id.value_or("not registered yet"));
    fmt::print("  cloud      {}: {}\n", status.cloud_url, words_for(status.cloud));
    fmt::print("  ingestor   {}: {}; {}\n", status.ingest_url, words_for(status.ingest), upload);
    fmt::print("  waiting    {} alerts, {} log lines, {} telemetry samples, {} parts of the inventory ({:.1f} of {:.0f} MiB)\n",
               status.alerts_waiting, status.logs_waiting, status.telemetry_waiting, status.inventory_waiting,
               static_cast<double>(status.spool_bytes) / mebibyte, static_cast<double>(status.spool_max_bytes) / mebibyte);
    fmt::print("  lost       {} events dropped because the spool was full, {} refused by the ingestor\n", status.dropped,
               status.quarantined);
    if (auto const behind = status.clock_behind_seconds; behind != 0) {
        fmt::print("  clock      {} s {}; the times of events are corrected\n", behind > 0 ? behind : -behind,
                   behind > 0 ? "behind" : "ahead");
    }
    fmt::print("  logs       {}\n", boost::describe::enum_to_string(status.log_source, ""));
    return code;
}

}  // namespace mz::edge
