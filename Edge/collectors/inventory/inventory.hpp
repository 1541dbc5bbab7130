#pragma once
#include "agent/wakeup.hpp"
#include "collectors/inventory/certificates.hpp"
#include "collectors/inventory/hardware.hpp"
#include "collectors/inventory/items.hpp"
#include "collectors/inventory/settings.hpp"
#include "collectors/programs.hpp"
#include "core/task.hpp"
#include "spool/spool.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>

namespace mz::edge {

// Tells what this machine is and what is on it, section by section: in full at first and once a week, in between only what changed.
class InventoryCollector {
public:
    struct Looked {
        std::size_t sections = 0;
        std::size_t items = 0;
    };

    InventoryCollector(asio::io_context& io, Spool& spool, std::filesystem::path state_file, InventorySettings settings,
                       ProgramSettings programs);

    Task<void> run();
    // Looks now; `everything` tells all of it, changed or not. Waits for a look that is under way.
    Task<Looked> look(bool everything);

    // The section as it is now; nothing where this machine has no such thing, or where it cannot be told just now. Tests put their own
    // here.
    std::function<Task<std::optional<Items>>(Section)> read;

private:
    Task<std::optional<Items>> read_section(Section section);
    Task<Items> read_system();
    Task<Items> read_hardware();
    Task<std::optional<Items>> read_network(Section section);
    Task<Items> read_certificates();

    asio::io_context& io_;
    Spool& spool_;
    std::filesystem::path state_file_;
    InventorySettings settings_;
    Programs programs_;
    facts::CertificateReader certificates_;
    std::optional<facts::Hardware> lshw_;  // asked once, and again when everything is
    std::optional<Timestamp> boot_time_;
    bool looking_ = false;
};

}  // namespace mz::edge
