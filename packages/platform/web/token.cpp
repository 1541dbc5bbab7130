#include "web/token.hpp"

#include "core/crypto.hpp"
#include "json/read.hpp"
#include "json/write.hpp"

extern "C" {
#include <cjose/cjose.h>
#include <jansson.h>
}

#include <atomic>
#include <stdexcept>
#include <unordered_map>

namespace mz::web {
namespace {

struct Payload {
    std::string iss;
    std::string aud;
    Uuid sub;
    std::optional<Uuid> tid;
    Uuid sid;
    std::string role;
    std::int64_t iat = 0;
    std::int64_t exp = 0;
    std::optional<std::int64_t> auth_time;
};
BOOST_DESCRIBE_STRUCT(Payload, (), (iss, aud, sub, tid, sid, role, iat, exp, auth_time))

constexpr std::int64_t second = 1000000;  // in a Timestamp's microseconds
constexpr std::size_t min_key_bytes = 32;
constexpr std::size_t max_token_bytes = 4096;
constexpr std::size_t max_remembered_tokens = 4096;
constexpr auto token_type = "at+jwt";

struct Release {
    void operator()(cjose_jwk_t* key) const { cjose_jwk_release(key); }
    void operator()(cjose_jws_t* jws) const { cjose_jws_release(jws); }
    void operator()(cjose_header_t* header) const { cjose_header_release(header); }
};
using Key = std::unique_ptr<cjose_jwk_t, Release>;
using Jws = std::unique_ptr<cjose_jws_t, Release>;
using Header = std::unique_ptr<cjose_header_t, Release>;

bool header_is(cjose_header_t* header, char const* name, std::string_view expected)
{
    cjose_err error;
    char const* value = cjose_header_get(header, name, &error);
    return value != nullptr && value == expected;
}

// What a thread has verified already, by the token's hash: a token comes with every request for minutes, and its signature costs more to
// check than the rest of most requests. Emptied when full, and whenever another signer asks.
class Verified {
public:
    std::optional<AccessClaims> find(std::uint64_t signer, Bytes const& hash) const
    {
        auto const found = signer == signer_ ? claims_.find(hash) : claims_.end();
        return found == claims_.end() ? std::nullopt : std::optional(found->second);
    }
    void keep(std::uint64_t signer, Bytes hash, AccessClaims const& claims)
    {
        if (signer != signer_ || claims_.size() >= max_remembered_tokens) claims_.clear();
        signer_ = signer;
        claims_.emplace(std::move(hash), claims);
    }

private:
    std::uint64_t signer_ = 0;
    std::unordered_map<std::string, AccessClaims> claims_;
};
thread_local Verified verified;

}  // namespace

struct TokenSigner::Impl {
    std::uint64_t number;  // of this signer in the process: what another one has verified says nothing here
    std::string issuer;
    std::string audience;
    std::vector<Key> keys;

    std::optional<AccessClaims> check(std::string_view token) const;
};

TokenSigner::TokenSigner(std::string issuer, std::string audience, std::vector<Secret<std::string>> keys) : impl_(std::make_unique<Impl>())
{
    static std::atomic<std::uint64_t> signers = 0;
    impl_->number = ++signers;
    impl_->issuer = std::move(issuer);
    impl_->audience = std::move(audience);
    if (keys.empty()) throw std::invalid_argument("a token signer needs a key");
    for (auto const& key : keys) {
        auto const& bytes = key.reveal();
        if (bytes.size() < min_key_bytes) throw std::invalid_argument("a token key needs at least 32 bytes");
        cjose_err error;
        Key created(cjose_jwk_create_oct_spec(reinterpret_cast<std::uint8_t const*>(bytes.data()), bytes.size(), &error));
        if (!created) throw std::runtime_error("the token key was refused");
        impl_->keys.push_back(std::move(created));
    }
}

TokenSigner::~TokenSigner() = default;

std::string TokenSigner::sign(AccessClaims const& claims) const
{
    Payload payload;
    payload.iss = impl_->issuer;
    payload.aud = impl_->audience;
    payload.sub = claims.subject;
    payload.tid = claims.tenant;
    payload.sid = claims.session;
    payload.role = claims.role;
    payload.iat = now().microseconds / second;
    payload.exp = claims.expires_at.microseconds / second;
    if (claims.proved_at) payload.auth_time = claims.proved_at->microseconds / second;
    auto const text = json::write(payload);
    cjose_err error;
    Header const header(cjose_header_new(&error));
    if (!header || !cjose_header_set(header.get(), CJOSE_HDR_ALG, CJOSE_HDR_ALG_HS256, &error) ||
        !cjose_header_set(header.get(), "typ", token_type, &error)) {
        throw std::runtime_error("no token header");
    }
    Jws const jws(
        cjose_jws_sign(impl_->keys.front().get(), header.get(), reinterpret_cast<std::uint8_t const*>(text.data()), text.size(), &error));
    char const* compact = nullptr;
    if (!jws || !cjose_jws_export(jws.get(), &compact, &error)) throw std::runtime_error("the token could not be signed");
    return compact;
}

std::optional<AccessClaims> TokenSigner::verify(std::string_view token) const
{
    if (token.size() > max_token_bytes) return std::nullopt;
    auto hash = sha256(token);
    auto claims = verified.find(impl_->number, hash);
    if (!claims) {
        claims = impl_->check(token);
        if (claims) verified.keep(impl_->number, std::move(hash), *claims);
    }
    return claims && claims->expires_at > now() ? claims : std::nullopt;
}

std::optional<AccessClaims> TokenSigner::Impl::check(std::string_view token) const
{
    for (auto const& key : keys) {
        cjose_err error;
        Jws const jws(cjose_jws_import(token.data(), token.size(), &error));
        if (!jws) return std::nullopt;
        auto* header = cjose_jws_get_protected(jws.get());
        if (!header_is(header, CJOSE_HDR_ALG, CJOSE_HDR_ALG_HS256) || !header_is(header, "typ", token_type)) return std::nullopt;
        if (!cjose_jws_verify(jws.get(), key.get(), &error)) continue;
        std::uint8_t* text = nullptr;
        std::size_t length = 0;
        if (!cjose_jws_get_plaintext(jws.get(), &text, &length, &error)) return std::nullopt;
        try {
            auto const payload = json::read_text<Payload>(std::string_view(reinterpret_cast<char const*>(text), length));
            AccessClaims claims{payload.sub, payload.tid, payload.sid, payload.role, Timestamp{payload.exp * second}};
            if (payload.auth_time) claims.proved_at = Timestamp{*payload.auth_time * second};
            bool const good = payload.iss == issuer && payload.aud == audience;
            return good ? std::optional(std::move(claims)) : std::nullopt;
        } catch (Problem const&) {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

}  // namespace mz::web
