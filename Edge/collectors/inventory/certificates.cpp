#include "collectors/inventory/certificates.hpp"

#include "agent/wakeup.hpp"
#include "collectors/inventory/x509.hpp"
#include "collectors/lines.hpp"
#include "core/crypto.hpp"

#include <fmt/format.h>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>

#include <openssl/ssl.h>

#include <algorithm>
#include <memory>

namespace mz::edge::facts {
namespace {

using Tcp = asio::ip::tcp;
using Socket = asio::basic_stream_socket<Tcp, Executor>;
using Clock = std::chrono::steady_clock;

constexpr std::size_t max_endpoints = 64;  // of one certificate

// One handshake. The deadline may come due in the moment it ends, so it keeps what it touches.
struct Handshake {
    asio::ssl::context context{asio::ssl::context::tls_client};
    asio::ssl::stream<Socket> stream;
    std::string certificate;

    explicit Handshake(asio::io_context& io) : stream(Socket(io), configured(context, certificate)) {}

    // Stands in for the whole validation: takes note of what the server shows and lets it pass.
    static int take_note(X509_STORE_CTX* store, void* out)
    {
        if (auto const* shown = ::X509_STORE_CTX_get0_cert(store)) *static_cast<std::string*>(out) = der_of(shown);
        return 1;
    }
    static asio::ssl::context& configured(asio::ssl::context& context, std::string& certificate)
    {
        auto* const native = context.native_handle();
        // Old servers are read too; nothing is sent to them that would need protection.
        ::SSL_CTX_set_security_level(native, 0);
        ::SSL_CTX_set_min_proto_version(native, TLS1_VERSION);
        ::SSL_CTX_set_cipher_list(native, "ALL:eNULL");
        ::SSL_CTX_set_options(native, SSL_OP_LEGACY_SERVER_CONNECT);
        context.set_verify_mode(asio::ssl::verify_peer);
        ::SSL_CTX_set_cert_verify_callback(native, take_note, &certificate);
        return context;
    }
};

// Where a listener is reached from here.
std::string reachable(std::string const& address)
{
    if (address == "0.0.0.0") return "127.0.0.1";
    return address == "::" ? "::1" : address;
}

std::string endpoint_of(Listener const& listener)
{
    auto const address = reachable(listener.address);
    return address.contains(':') ? fmt::format("[{}]:{}", address, listener.port) : fmt::format("{}:{}", address, listener.port);
}

}  // namespace

Task<std::optional<std::string>> ask_certificate(asio::io_context& io, std::string address, int port, std::chrono::milliseconds timeout)
{
    boost::system::error_code error;
    auto const numeric = asio::ip::make_address(address, error);
    if (error) co_return std::nullopt;
    auto const handshake = std::make_shared<Handshake>(io);
    Timer deadline(io, timeout);
    auto const give_up = [handshake](boost::system::error_code cancelled) {
        boost::system::error_code ignored;
        if (!cancelled) handshake->stream.lowest_layer().close(ignored);
    };
    deadline.async_wait(give_up);
    Tcp::endpoint const server(numeric, static_cast<std::uint16_t>(port));
    co_await handshake->stream.lowest_layer().async_connect(server, asio::redirect_error(use_task, error));
    if (error) co_return std::nullopt;
    co_await handshake->stream.async_handshake(asio::ssl::stream_base::client, asio::redirect_error(use_task, error));
    // A server that wants to know who asks has shown its own certificate before it refuses.
    if (!error) co_await handshake->stream.async_shutdown(asio::redirect_error(use_task, error));
    if (handshake->certificate.empty()) co_return std::nullopt;
    co_return std::move(handshake->certificate);
}

CertificateReader::CertificateReader(asio::io_context& io, InventorySettings settings) : io_(io), settings_(std::move(settings))
{
    for (auto const& port : settings_.edge_certificate_skip_ports) skipped_.insert(number<int>(port));
}

Task<std::vector<Certificate>> CertificateReader::read(Listeners listeners)
{
    std::erase_if(listeners, [&](auto const& each) { return each.first.protocol != "tcp" || skipped_.contains(each.first.port); });
    std::erase_if(known_, [&](auto const& each) { return !listeners.contains(each.first); });
    std::map<std::string, Certificate> found;
    std::size_t asked = 0;
    for (auto const& [listener, inode] : listeners) {
        auto const at = Clock::now();
        auto& known = known_[listener];
        bool const same = known.inode == inode && known.asked_at != Clock::time_point{};
        bool const quiet = same && !known.der && at - known.asked_at < std::chrono::hours(settings_.edge_certificate_forget_hours);
        if (!quiet && asked < settings_.edge_certificate_max_servers) {
            ++asked;
            auto const timeout = std::chrono::milliseconds(settings_.edge_certificate_milliseconds);
            auto der = co_await ask_certificate(io_, reachable(listener.address), listener.port, timeout);
            // A server that is only too busy to answer has not lost its certificate.
            if (!der && same) der = std::move(known.der);
            known = {inode, at, std::move(der)};
        }
        if (!known.der) continue;
        auto certificate = parse_certificate(*known.der);
        if (!certificate) continue;
        auto const key = certificate->fingerprint;
        auto& endpoints = found.try_emplace(key, std::move(*certificate)).first->second.endpoints;
        if (!endpoints) endpoints.emplace();
        if (endpoints->size() < max_endpoints) endpoints->push_back(endpoint_of(listener));
    }
    std::vector<Certificate> out;
    for (auto& [fingerprint, certificate] : found) {
        // A server may listen to every address and to one of them.
        std::ranges::sort(*certificate.endpoints);
        certificate.endpoints->erase(std::ranges::unique(*certificate.endpoints).begin(), certificate.endpoints->end());
        out.push_back(std::move(certificate));
    }
    co_return out;
}

}  // namespace mz::edge::facts
