#pragma once
// For tests: an authenticator in software, whose every answer can be made wrong in one place.
#include "core/crypto.hpp"
#include "factors/webauthn.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <array>
#include <cstdlib>
#include <memory>
#include <string>

namespace mz::factors::test {

inline constexpr auto page_origin = "http://localhost:3000";
inline constexpr auto page_domain = "localhost";

// What the browser and the authenticator put into an answer; a test changes one of them.
struct Says {
    std::string type{};  // by default what fits the call
    std::string origin = page_origin;
    std::string domain = page_domain;
    unsigned char flags = 0x05;  // present and verified
    bool cross_origin = false;
};

class SoftPasskey {
public:
    explicit SoftPasskey(webauthn::Algorithm algorithm = webauthn::Algorithm::es256)
        : algorithm_(algorithm), key_(make(algorithm), &EVP_PKEY_free)
    {
    }

    webauthn::Registration create(std::string const& challenge, Says says = {}) const
    {
        if (says.type.empty()) says.type = "webauthn.create";
        auto data = header(says, 0x40);
        data += std::string(16, '\0') + std::string{'\0', static_cast<char>(id.size())} + id + cose_key();
        std::string object =
            "\xa3"
            "\x63"
            "fmt"
            "\x64"
            "none"
            "\x67"
            "attStmt"
            "\xa0"
            "\x68"
            "authData"
            "\x59";
        object += static_cast<char>(data.size() >> 8);
        object += static_cast<char>(data.size());
        return {client_data(challenge, says), Bytes(object + data)};
    }

    webauthn::Assertion get(std::string const& challenge, Says says = {}) const
    {
        if (says.type.empty()) says.type = "webauthn.get";
        webauthn::Assertion out;
        out.credential_id = id;
        out.client_data = client_data(challenge, says);
        out.authenticator_data = Bytes(header(says, 0));
        out.signature = sign(out.authenticator_data + sha256(out.client_data));
        return out;
    }

    Bytes id = Bytes(random_bytes());
    std::uint32_t counter = 0;

private:
    static std::string random_bytes()
    {
        std::string out(32, '\0');
        random_fill({reinterpret_cast<std::uint8_t*>(out.data()), out.size()});
        return out;
    }

    static EVP_PKEY* make(webauthn::Algorithm algorithm)
    {
        switch (algorithm) {
            case webauthn::Algorithm::es256: return EVP_EC_gen("P-256");
            case webauthn::Algorithm::eddsa: return EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519");
            case webauthn::Algorithm::rs256: return EVP_RSA_gen(2048);
        }
        std::abort();
    }

    static Bytes client_data(std::string const& challenge, Says const& says)
    {
        boost::json::object const object{
            {"type", says.type}, {"challenge", challenge}, {"origin", says.origin}, {"crossOrigin", says.cross_origin}};
        return Bytes(boost::json::serialize(object));
    }

    std::string header(Says const& says, unsigned char more_flags) const
    {
        std::string out = sha256(says.domain);
        out += static_cast<char>(says.flags | more_flags);
        for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(counter >> shift);
        return out;
    }

    std::string cose_key() const
    {
        std::array<unsigned char, 512> bytes{};
        auto size = bytes.size();
        auto const text = [&](std::size_t from, std::size_t length) {
            return std::string(reinterpret_cast<char const*>(bytes.data()) + from, length);
        };
        switch (algorithm_) {
            case webauthn::Algorithm::es256:
                EVP_PKEY_get_octet_string_param(key_.get(), OSSL_PKEY_PARAM_PUB_KEY, bytes.data(), bytes.size(), &size);
                return "\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20" + text(1, 32) + "\x22\x58\x20" + text(33, 32);
            case webauthn::Algorithm::eddsa:
                EVP_PKEY_get_raw_public_key(key_.get(), bytes.data(), &size);
                return "\xa4\x01\x01\x03\x27\x20\x06\x21\x58\x20" + text(0, 32);
            case webauthn::Algorithm::rs256: {
                BIGNUM* modulus = nullptr;
                EVP_PKEY_get_bn_param(key_.get(), OSSL_PKEY_PARAM_RSA_N, &modulus);
                BN_bn2binpad(modulus, bytes.data(), 256);
                BN_free(modulus);
                std::string const head("\xa4\x01\x03\x03\x39\x01\x00\x20\x59\x01\x00", 11);
                return head + text(0, 256) + std::string("\x21\x43\x01\x00\x01", 5);
            }
        }
        std::abort();
    }

    Bytes sign(std::string const& message) const
    {
        std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> const context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
        auto const* digest = algorithm_ == webauthn::Algorithm::eddsa ? nullptr : EVP_sha256();
        std::string out(512, '\0');
        auto size = out.size();
        EVP_DigestSignInit(context.get(), nullptr, digest, nullptr, key_.get());
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(out.data()), &size,
                       reinterpret_cast<unsigned char const*>(message.data()), message.size());
        out.resize(size);
        return Bytes(out);
    }

    webauthn::Algorithm algorithm_;
    std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key_;
};

}  // namespace mz::factors::test
