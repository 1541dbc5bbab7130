#include "oidc/id_token.hpp"

#include "core/crypto.hpp"
#include "core/text.hpp"
#include "core/uuid.hpp"
#include "oidc/algorithms.hpp"
#include "oidc/claims.hpp"
#include "oidc/jose.hpp"
#include "oidc/metadata.hpp"
#include "oidc/problems.hpp"

#include <algorithm>

namespace mz::oidc {
namespace {

using json::bj::object;

constexpr std::size_t longest_subject = 255;  // OpenID Connect Core, 2
constexpr std::size_t es256_signature_bytes = 64;
constexpr std::size_t at_hash_bytes = 16;  // the left half of a SHA-256, as all the accepted algorithms use it

Token taken_apart(std::string_view id_token, Settings const& settings)
{
    if (id_token.size() > static_cast<std::size_t>(std::max(0L, settings.oidc_id_token_bytes)))
        throw id_token_invalid("size", "The id_token is larger than OIDC_ID_TOKEN_BYTES. Let the provider put fewer groups into it.");
    auto token = take_apart(id_token);
    if (!token) throw id_token_invalid("format", "The id_token is not a signed token of three parts with unambiguous contents.");
    return std::move(*token);
}

Signed read_header(object const& header)
{
    auto alg = text_claim(header, "alg");
    if (find_algorithm(alg) == nullptr)
        throw id_token_invalid("alg", "The id_token is signed by " + harmless(alg) + "; only RS256, PS256 and ES256 are accepted.");
    if (header.contains("crit")) throw id_token_invalid("crit", "The id_token demands an extension that is not known here.");
    if (header.contains("typ") && lower_ascii(text_claim(header, "typ")) != "jwt")
        throw id_token_invalid("typ", "The token is not an id_token but one of type " + harmless(text_claim(header, "typ")) + ".");
    return {std::move(alg), text_claim(header, "kid")};
}

// The key that signed it.
Key check_signature(std::string_view id_token, Token const& token, Signed const& by, std::vector<Key> const& keys)
{
    auto const candidates = fitting(keys, by.alg, by.kid);
    if (candidates.empty())
        throw id_token_invalid("kid", "The provider has no key " + harmless(by.kid) + " for " + by.alg +
                                          ". If it has just changed its keys, try again in a minute.");
    bool const length_fits = by.alg != "ES256" || token.signature.size() == es256_signature_bytes;
    for (auto const& key : candidates) {
        if (length_fits && verifies(id_token, key.jwk, by.alg)) return key;
    }
    throw id_token_invalid("signature", "The signature of the id_token is not the provider's.");
}

// Returns Entra's tid, which is empty for all others.
std::string check_issuer(object const& claims, Key const& key, Expectation const& expected)
{
    auto const issuer = text_claim(claims, "iss");
    bool const entra = !entra_tenant(expected.issuer).empty();
    auto tid = entra ? text_claim(claims, "tid") : std::string();
    if (entra && !Uuid::parse(tid)) throw id_token_invalid("tid", "The id_token does not say which organisation (tid) it is about.");
    auto const wanted = with_tenant(expected.issuer, tid);
    if (issuer != wanted)
        throw id_token_invalid("iss", "The id_token is from " + harmless(issuer) + " and not from " + harmless(wanted) + ".");
    if (entra && entra_tenant(issuer) != tid) throw id_token_invalid("tid", "The organisation (tid) is not the one of the issuer.");
    if (!expected.tenants.empty() && std::ranges::find(expected.tenants, tid) == expected.tenants.end())
        throw id_token_invalid("tid", "The organisation " + harmless(tid) + " is not among those that may sign in here.");
    if (!key.issuer.empty() && with_tenant(key.issuer, tid) != issuer)
        throw id_token_invalid("key-issuer", "The key that signed the id_token is another issuer's: " + harmless(key.issuer) + ".");
    return tid;
}

void check_audience(object const& claims, std::string const& client_id)
{
    auto const audiences = texts_claim(claims, "aud");
    if (!audiences || std::ranges::find(*audiences, client_id) == audiences->end())
        throw id_token_invalid("aud", "The id_token is for another application. Is the client id the one of this registration?");
    bool const named = claims.contains("azp");
    if ((named || audiences->size() > 1) && text_claim(claims, "azp") != client_id)
        throw id_token_invalid("azp", "The id_token was made for another application (azp).");
}

void check_times(object const& claims, Expectation const& expected, std::chrono::seconds leeway)
{
    auto const at = now();
    auto const expires = time_claim(claims, "exp");
    auto const issued = time_claim(claims, "iat");
    if (!expires || *expires + leeway <= at) throw id_token_invalid("exp", "The id_token has expired, or does not say when it does.");
    if (!issued || *issued > at + leeway) throw id_token_invalid("iat", "The id_token is from the future; do the clocks agree?");
    auto const valid_from = time_claim(claims, "nbf");
    if (claims.contains("nbf") && (!valid_from || *valid_from > at + leeway))
        throw id_token_invalid("nbf", "The id_token is not valid yet; do the clocks agree?");
    auto const authenticated = time_claim(claims, "auth_time");
    if (claims.contains("auth_time") && !authenticated)
        throw id_token_invalid("auth_time", "The time of the sign-in (auth_time) is no time.");
    if (expected.max_age && (!authenticated || *authenticated + *expected.max_age + leeway <= at))
        throw id_token_invalid("auth_time", "The provider did not ask the person to sign in again, as it was told to (max_age).");
}

void check_binding(object const& claims, Expectation const& expected)
{
    if (expected.nonce.empty() || !equal_constant_time(text_claim(claims, "nonce"), expected.nonce))
        throw id_token_invalid("nonce", "The id_token belongs to another sign-in. Begin again.");
    if (!claims.contains("at_hash")) return;
    auto const hash = base64url(std::string_view(sha256(expected.access_token.reveal())).substr(0, at_hash_bytes));
    if (!equal_constant_time(text_claim(claims, "at_hash"), hash))
        throw id_token_invalid("at_hash", "The id_token belongs to another access token.");
}

// Entra says that it left the groups out by pointing to where they are, or, in the implicit flow, by a flag.
bool groups_left_out(object const& claims)
{
    auto const* elsewhere = claims.if_contains("_claim_names");
    return flag_claim(claims, "hasgroups") ||
           (elsewhere != nullptr && elsewhere->is_object() && elsewhere->get_object().contains("groups"));
}

Identity identity_of(object const& claims, std::string tid)
{
    Identity out;
    out.issuer = text_claim(claims, "iss");
    out.subject = text_claim(claims, "sub");
    if (out.subject.empty() || out.subject.size() > longest_subject)
        throw id_token_invalid("sub", "The id_token does not say who signed in (sub).");
    out.tid = std::move(tid);
    if (!out.tid.empty()) out.oid = text_claim(claims, "oid");
    if (!out.tid.empty() && !Uuid::parse(out.oid))
        throw id_token_invalid("oid", "The id_token does not say which person of the organisation (oid) it is about.");
    out.name = label_claim(claims, "name");
    out.username = label_claim(claims, "preferred_username");
    auto const email = text_claim(claims, "email");
    if (is_email(email)) out.email = lower_ascii(email);
    out.email_verified = !out.email.empty() && (flag_claim(claims, "email_verified") || flag_claim(claims, "xms_edov"));
    out.roles = texts_claim(claims, "roles").value_or(std::vector<std::string>{});
    out.groups = texts_claim(claims, "groups").value_or(std::vector<std::string>{});
    out.groups_overage = groups_left_out(claims);
    out.authenticated_at = time_claim(claims, "auth_time");
    out.amr = texts_claim(claims, "amr").value_or(std::vector<std::string>{});
    out.acr = text_claim(claims, "acr");
    out.sid = text_claim(claims, "sid");
    return out;
}

}  // namespace

Signed signed_by(std::string_view id_token, Settings const& settings) { return read_header(taken_apart(id_token, settings).header); }

Identity verify_id_token(std::string_view id_token, std::vector<Key> const& keys, Expectation const& expected, Settings const& settings)
{
    auto const token = taken_apart(id_token, settings);
    auto const key = check_signature(id_token, token, read_header(token.header), keys);
    auto tid = check_issuer(token.claims, key, expected);
    check_audience(token.claims, expected.client_id);
    check_times(token.claims, expected, std::chrono::seconds(settings.oidc_leeway_seconds));
    check_binding(token.claims, expected);
    auto identity = identity_of(token.claims, std::move(tid));
    identity.id_token = Secret<std::string>(std::string(id_token));
    return identity;
}

}  // namespace mz::oidc
