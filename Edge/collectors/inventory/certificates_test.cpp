#include "collectors/inventory/certificates.hpp"

#include "agent/wakeup.hpp"

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/write.hpp>

#include <openssl/evp.h>
#include <openssl/x509v3.h>

namespace mz::edge::facts {
namespace {

using Tcp = asio::ip::tcp;
using Socket = asio::basic_stream_socket<Tcp, Executor>;
using Acceptor = asio::basic_socket_acceptor<Tcp, Executor>;
using namespace std::chrono_literals;

// Servers on 127.0.0.1, in the same thread as what asks them.
class Certificates : public ::testing::Test {
protected:
    Certificates()
    {
        key = ::EVP_RSA_gen(2048);
        certificate = ::X509_new();
        ::X509_set_version(certificate, X509_VERSION_3);
        ::ASN1_INTEGER_set_uint64(::X509_get_serialNumber(certificate), 0xABCDEF01);
        ::ASN1_TIME_set_string_X509(::X509_getm_notBefore(certificate), "20240102030405Z");
        ::ASN1_TIME_set_string_X509(::X509_getm_notAfter(certificate), "20240202030405Z");
        ::X509_set_pubkey(certificate, key);
        auto* const name = ::X509_get_subject_name(certificate);
        auto const add = [&](char const* field, char const* text) {
            ::X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8, reinterpret_cast<unsigned char const*>(text), -1, -1, 0);
        };
        add("O", "Żółw");
        add("CN", "intranet.example.test");
        ::X509_set_issuer_name(certificate, name);
        auto* const names =
            ::X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "DNS:intranet.example.test,IP:10.0.0.5,IP:fd00::5");
        ::X509_add_ext(certificate, names, -1);
        ::X509_EXTENSION_free(names);
        ::X509_sign(certificate, key, ::EVP_sha256());
        context.use_certificate(certificate_pem(), asio::ssl::context::pem);
        ::SSL_CTX_use_PrivateKey(context.native_handle(), key);
    }
    ~Certificates() override
    {
        ::X509_free(certificate);
        ::EVP_PKEY_free(key);
    }

    asio::const_buffer certificate_pem()
    {
        auto* const out = ::BIO_new(::BIO_s_mem());
        ::PEM_write_bio_X509(out, certificate);
        char* data = nullptr;
        auto const size = ::BIO_get_mem_data(out, &data);
        pem.assign(data, static_cast<std::size_t>(size));
        ::BIO_free(out);
        return asio::buffer(pem);
    }

    enum class Speaks { tls, greeting, nothing };
    // The port. Counts the connections.
    int serve(Speaks what, bool asks_back = false)
    {
        auto const acceptor = std::make_shared<Acceptor>(io, Tcp::endpoint(asio::ip::address_v4::loopback(), 0));
        if (asks_back) context.set_verify_mode(asio::ssl::verify_peer | asio::ssl::verify_fail_if_no_peer_cert);
        auto const converse = [this, what](Socket socket) -> Task<void> {
            boost::system::error_code error;
            if (what == Speaks::greeting) {
                std::string const hello = "220 mail ready\r\n";
                co_await asio::async_write(socket, asio::buffer(hello), asio::redirect_error(use_task, error));
            }
            if (what != Speaks::tls) {
                co_await sleep_for(io, 10s);
                co_return;
            }
            asio::ssl::stream<Socket> stream(std::move(socket), context);
            co_await stream.async_handshake(asio::ssl::stream_base::server, asio::redirect_error(use_task, error));
            if (!error) co_await stream.async_shutdown(asio::redirect_error(use_task, error));
        };
        auto const accept = [this, acceptor, converse]() -> Task<void> {
            while (true) {
                auto socket = co_await acceptor->async_accept(use_task);
                ++connections;
                asio::co_spawn(io, converse(std::move(socket)), asio::detached);
            }
        };
        asio::co_spawn(io, accept, asio::detached);
        return acceptor->local_endpoint().port();
    }

    std::vector<Certificate> read(CertificateReader& reader, Listeners listeners)
    {
        std::optional<std::vector<Certificate>> out;
        auto const task = [&]() -> Task<void> { out = co_await reader.read(listeners); };
        asio::co_spawn(io, task, asio::detached);
        while (!out) io.run_one();
        return *out;
    }

    asio::io_context io;
    EVP_PKEY* key = nullptr;
    X509* certificate = nullptr;
    std::string pem;
    asio::ssl::context context{asio::ssl::context::tls_server};
    InventorySettings settings;
    int connections = 0;
};

TEST_F(Certificates, are_read_from_the_machines_own_servers_and_not_judged)
{
    auto const port = serve(Speaks::tls);
    CertificateReader reader(io, settings);
    auto const found = read(reader, {{{"tcp", "0.0.0.0", port}, 1}, {{"tcp", "127.0.0.1", port}, 1}, {{"udp", "127.0.0.1", port}, 1}});
    ASSERT_EQ(found.size(), 1U);
    auto const& one = found[0];
    EXPECT_EQ(one.fingerprint.size(), 64U);
    EXPECT_EQ(one.subject, "CN=intranet.example.test,O=Żółw");
    EXPECT_EQ(one.issuer, one.subject);
    EXPECT_EQ(one.names, (std::vector<std::string>{"intranet.example.test", "10.0.0.5", "fd00::5"}));
    EXPECT_EQ(one.serial, "abcdef01");
    EXPECT_EQ(one.not_before, Timestamp::parse("2024-01-02T03:04:05Z"));
    EXPECT_EQ(one.not_after, Timestamp::parse("2024-02-02T03:04:05Z")) << "it has run out, and that is what one wants to know";
    EXPECT_EQ(one.key, "RSA 2048");
    EXPECT_EQ(one.endpoints, (std::vector<std::string>{"127.0.0.1:" + std::to_string(port)}));
}

TEST_F(Certificates, are_read_from_servers_that_want_to_see_ours)
{
    auto const port = serve(Speaks::tls, true);
    CertificateReader reader(io, settings);
    EXPECT_EQ(read(reader, {{{"tcp", "127.0.0.1", port}, 1}}).size(), 1U);
}

TEST_F(Certificates, are_not_asked_again_of_what_speaks_no_tls)
{
    settings.edge_certificate_milliseconds = 200;
    auto const mail = serve(Speaks::greeting);
    auto const silent = serve(Speaks::nothing);
    CertificateReader reader(io, settings);
    Listeners listeners{{{"tcp", "127.0.0.1", mail}, 1}, {{"tcp", "127.0.0.1", silent}, 2}};
    auto const start = std::chrono::steady_clock::now();
    EXPECT_TRUE(read(reader, listeners).empty());
    EXPECT_LT(std::chrono::steady_clock::now() - start, 3s);
    EXPECT_EQ(connections, 2);
    EXPECT_TRUE(read(reader, listeners).empty());
    EXPECT_EQ(connections, 2);
    listeners[{"tcp", "127.0.0.1", mail}] = 3;
    EXPECT_TRUE(read(reader, listeners).empty());
    EXPECT_EQ(connections, 3) << "another server has the port now";
}

TEST_F(Certificates, are_never_asked_of_ports_that_are_to_be_left_alone)
{
    auto const port = serve(Speaks::tls);
    settings.edge_certificate_skip_ports.push_back(std::to_string(port));
    CertificateReader reader(io, settings);
    EXPECT_TRUE(read(reader, {{{"tcp", "127.0.0.1", port}, 1}}).empty());
    EXPECT_EQ(connections, 0);
}

TEST_F(Certificates, of_a_server_that_does_not_answer_just_now_are_kept)
{
    CertificateReader reader(io, settings);
    Listeners listeners;
    {
        auto const port = serve(Speaks::tls);
        listeners = {{{"tcp", "127.0.0.1", port}, 1}};
        EXPECT_EQ(read(reader, listeners).size(), 1U);
    }
    ::SSL_CTX_set_max_proto_version(context.native_handle(), SSL3_VERSION);
    EXPECT_EQ(read(reader, listeners).size(), 1U);
    EXPECT_TRUE(read(reader, {}).empty());
    EXPECT_FALSE(parse_certificate("no certificate"));
}

}  // namespace
}  // namespace mz::edge::facts
