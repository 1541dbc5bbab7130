#pragma once
#include "collectors/inventory/facts.hpp"
#include "collectors/inventory/settings.hpp"
#include "collectors/security/listeners.hpp"
#include "core/task.hpp"

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace mz::edge::facts {

// What a certificate in DER says of itself; nothing where it is none. Nothing of it is validated.
std::optional<Certificate> parse_certificate(std::string_view der);

// The certificate of the TLS server at this numeric address, in DER; nothing where none is shown in time. Whatever version of TLS, whatever
// it is signed by: the certificate is read, and not trusted.
Task<std::optional<std::string>> ask_certificate(asio::io_context& io, std::string address, int port, std::chrono::milliseconds timeout);

// Reads the certificates of this machine's own servers, one after another. One that speaks no TLS is not asked again until it is another
// server or a day has passed.
class CertificateReader {
public:
    CertificateReader(asio::io_context& io, InventorySettings settings);

    Task<std::vector<Certificate>> read(Listeners listeners);

private:
    struct Known {
        std::uint64_t inode = 0;
        std::chrono::steady_clock::time_point asked_at;
        std::optional<std::string> der;
    };

    asio::io_context& io_;
    InventorySettings settings_;
    std::set<int> skipped_;
    std::map<Listener, Known> known_;
};

}  // namespace mz::edge::facts
