#include "collectors/inventory/x509.hpp"

#include "collectors/inventory/certificates.hpp"
#include "core/crypto.hpp"
#include "core/text.hpp"

#include <fmt/format.h>
#include <boost/asio/ip/address.hpp>

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <ctime>
#include <memory>

namespace mz::edge::facts {
namespace {

constexpr std::size_t max_names = 64;  // of one certificate

template <auto Free>
struct Freed {
    template <class T>
    void operator()(T* pointer) const
    {
        Free(pointer);
    }
};
using Certificate509 = std::unique_ptr<X509, Freed<::X509_free>>;
using Memory = std::unique_ptr<BIO, Freed<::BIO_free_all>>;
using Number = std::unique_ptr<BIGNUM, Freed<::BN_free>>;
using Names = std::unique_ptr<GENERAL_NAMES, Freed<::GENERAL_NAMES_free>>;

std::string_view text_of(ASN1_STRING const* text)
{
    return {reinterpret_cast<char const*>(::ASN1_STRING_get0_data(text)), static_cast<std::size_t>(::ASN1_STRING_length(text))};
}

// "CN=host,O=Example" as RFC 2253 has it, with letters of all languages as they are.
Words name_of(X509_NAME const* name)
{
    Memory const out(::BIO_new(::BIO_s_mem()));
    constexpr unsigned long as_written = XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB);
    ::X509_NAME_print_ex(out.get(), name, 0, as_written);
    char* data = nullptr;
    auto const size = ::BIO_get_mem_data(out.get(), &data);
    return size <= 0 ? std::nullopt : said({data, static_cast<std::size_t>(size)});
}

std::optional<Timestamp> time_of(ASN1_TIME const* time)
{
    std::tm parts{};
    if (::ASN1_TIME_to_tm(time, &parts) != 1) return std::nullopt;
    constexpr std::int64_t microseconds_per_second = 1'000'000;
    return Timestamp{static_cast<std::int64_t>(::timegm(&parts)) * microseconds_per_second};
}

Words serial_of(X509 const* certificate)
{
    Number const number(::ASN1_INTEGER_to_BN(::X509_get0_serialNumber(certificate), nullptr));
    std::unique_ptr<char, Freed<[](void* text) { ::CRYPTO_free(text, __FILE__, __LINE__); }>> const text(number ? ::BN_bn2hex(number.get())
                                                                                                                : nullptr);
    return text ? Words(lower_ascii(text.get())) : std::nullopt;
}

Words key_of(X509* certificate)
{
    auto const* key = ::X509_get0_pubkey(certificate);
    if (key == nullptr) return std::nullopt;
    auto const* type = ::EVP_PKEY_get0_type_name(key);
    if (type == nullptr) return std::nullopt;
    bool const has_size = std::string_view(type).find_first_of("0123456789") == std::string_view::npos;  // not ED25519
    return has_size ? fmt::format("{} {}", type, ::EVP_PKEY_get_bits(key)) : std::string(type);
}

Words address_of(std::string_view bytes)
{
    namespace ip = boost::asio::ip;
    if (ip::address_v4::bytes_type v4; bytes.size() == v4.size()) {
        std::ranges::copy(bytes, v4.begin());
        return ip::address_v4(v4).to_string();
    }
    if (ip::address_v6::bytes_type v6; bytes.size() == v6.size()) {
        std::ranges::copy(bytes, v6.begin());
        return ip::address_v6(v6).to_string();
    }
    return std::nullopt;
}

std::optional<std::vector<std::string>> names_of(X509 const* certificate)
{
    Names const names(static_cast<GENERAL_NAMES*>(::X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
    std::vector<std::string> out;
    auto const count = names ? sk_GENERAL_NAME_num(names.get()) : 0;
    for (int i = 0; i < count && out.size() < max_names; ++i) {
        auto const* name = sk_GENERAL_NAME_value(names.get(), i);
        Words found;
        if (name->type == GEN_DNS || name->type == GEN_EMAIL || name->type == GEN_URI) found = said(text_of(name->d.ia5));
        else if (name->type == GEN_IPADD) found = address_of(text_of(name->d.iPAddress));
        if (found) out.push_back(std::move(*found));
    }
    return out.empty() ? std::nullopt : std::optional(std::move(out));
}

}  // namespace

std::string der_of(X509 const* certificate)
{
    unsigned char* data = nullptr;
    auto const size = ::i2d_X509(certificate, &data);
    if (size <= 0) return {};
    std::string out(reinterpret_cast<char const*>(data), static_cast<std::size_t>(size));
    ::CRYPTO_free(data, __FILE__, __LINE__);
    return out;
}

std::optional<Certificate> parse_certificate(std::string_view der)
{
    auto const* data = reinterpret_cast<unsigned char const*>(der.data());
    Certificate509 const certificate(::d2i_X509(nullptr, &data, static_cast<long>(der.size())));
    if (!certificate) return std::nullopt;
    Certificate out;
    out.fingerprint = hex(sha256(der));
    out.subject = name_of(::X509_get_subject_name(certificate.get()));
    out.issuer = name_of(::X509_get_issuer_name(certificate.get()));
    out.names = names_of(certificate.get());
    out.serial = serial_of(certificate.get());
    out.not_before = time_of(::X509_get0_notBefore(certificate.get()));
    out.not_after = time_of(::X509_get0_notAfter(certificate.get()));
    out.key = key_of(certificate.get());
    return out;
}

}  // namespace mz::edge::facts
