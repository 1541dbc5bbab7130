#pragma once
#include "core/crypto.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace mz::oidc::test {

// A provider's key pair, by OpenSSL alone, so that what verifies its tokens is checked by something else. It signs whatever it is told to.
class TestKey {
public:
    static TestKey rsa(std::string kid, unsigned bits = 2048) { return {std::move(kid), EVP_RSA_gen(bits)}; }
    static TestKey ec(std::string kid, char const* curve = "P-256") { return {std::move(kid), EVP_EC_gen(curve)}; }

    // The public half.
    boost::json::object jwk() const
    {
        if (EVP_PKEY_is_a(key_.get(), "RSA") == 1)
            return {{"kty", "RSA"}, {"kid", kid}, {"n", number(OSSL_PKEY_PARAM_RSA_N)}, {"e", number(OSSL_PKEY_PARAM_RSA_E)}};
        auto const bits = EVP_PKEY_get_bits(key_.get());
        return {{"kty", "EC"},
                {"kid", kid},
                {"crv", "P-" + std::to_string(bits)},
                {"x", number(OSSL_PKEY_PARAM_EC_PUB_X, (bits + 7) / 8)},
                {"y", number(OSSL_PKEY_PARAM_EC_PUB_Y, (bits + 7) / 8)}};
    }

    std::string public_pem() const
    {
        std::unique_ptr<BIO, decltype(&BIO_free_all)> const out(BIO_new(BIO_s_mem()), &BIO_free_all);
        PEM_write_bio_PUBKEY(out.get(), key_.get());
        char* text = nullptr;
        auto const size = BIO_get_mem_data(out.get(), &text);
        return {text, static_cast<std::size_t>(size)};
    }

    // Signed in the way of `alg`: RS256, PS256 or ES256. The header may say something else.
    std::string sign(std::string const& alg, std::string const& header, std::string const& claims) const
    {
        auto const content = base64url(header) + '.' + base64url(claims);
        std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> const context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
        EVP_PKEY_CTX* options = nullptr;
        require(EVP_DigestSignInit(context.get(), &options, EVP_sha256(), nullptr, key_.get()));
        if (alg == "PS256") {
            require(EVP_PKEY_CTX_set_rsa_padding(options, RSA_PKCS1_PSS_PADDING));
            require(EVP_PKEY_CTX_set_rsa_pss_saltlen(options, RSA_PSS_SALTLEN_DIGEST));
        }
        auto const* const bytes = reinterpret_cast<unsigned char const*>(content.data());
        std::size_t size = 0;
        require(EVP_DigestSign(context.get(), nullptr, &size, bytes, content.size()));
        std::string signature(size, '\0');
        require(EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size, bytes, content.size()));
        signature.resize(size);
        return content + '.' + base64url(alg == "ES256" ? fixed_length(signature) : signature);
    }

    std::string sign(std::string const& alg, boost::json::object const& claims) const
    {
        return sign(alg, boost::json::serialize(boost::json::object{{"alg", alg}, {"kid", kid}}), boost::json::serialize(claims));
    }

    std::string kid;

private:
    using Bignum = std::unique_ptr<BIGNUM, decltype(&BN_free)>;

    TestKey(std::string name, EVP_PKEY* key) : kid(std::move(name)), key_(key, &EVP_PKEY_free)
    {
        if (!key_) throw std::runtime_error("OpenSSL made no key");
    }

    static void require(int result)
    {
        if (result != 1) throw std::runtime_error("OpenSSL did not sign");
    }

    std::string number(char const* parameter, int bytes = 0) const
    {
        BIGNUM* raw = nullptr;
        require(EVP_PKEY_get_bn_param(key_.get(), parameter, &raw));
        Bignum const value(raw, &BN_free);
        return base64url(padded(raw, bytes == 0 ? BN_num_bytes(raw) : bytes));
    }

    static std::string padded(BIGNUM const* value, int bytes)
    {
        std::string out(static_cast<std::size_t>(bytes), '\0');
        BN_bn2binpad(value, reinterpret_cast<unsigned char*>(out.data()), bytes);
        return out;
    }

    // R and S side by side, as JOSE has them, of what OpenSSL writes in DER.
    static std::string fixed_length(std::string const& der)
    {
        auto const* at = reinterpret_cast<unsigned char const*>(der.data());
        std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> const pair(d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size())),
                                                                         &ECDSA_SIG_free);
        return padded(ECDSA_SIG_get0_r(pair.get()), 32) + padded(ECDSA_SIG_get0_s(pair.get()), 32);
    }

    std::shared_ptr<EVP_PKEY> key_;
};

}  // namespace mz::oidc::test
