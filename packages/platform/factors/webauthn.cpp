#include "factors/webauthn.hpp"

#include "core/crypto.hpp"
#include "core/problem.hpp"
#include "json/value.hpp"

#include <boost/json/object.hpp>

#include <cbor.h>
#include <fido.h>
#include <fido/eddsa.h>
#include <fido/es256.h>
#include <fido/rs256.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace mz::factors::webauthn {
namespace {

// The fixed beginning of authenticator data: the hash of the relying party's id, flags, a big-endian counter.
constexpr std::size_t hash_bytes = 32;
constexpr std::size_t flags_at = hash_bytes;
constexpr std::size_t counter_at = flags_at + 1;
constexpr std::size_t header_bytes = counter_at + 4;
constexpr unsigned user_present = 0x01;
constexpr unsigned user_verified = 0x04;
constexpr unsigned backed_up = 0x10;

constexpr std::size_t most_bytes = 16 * 1024;  // of anything that a browser brings; what is real has a few hundred

Problem refused(std::string why) { return Problem(Failure::forbidden, "passkey-refused", std::move(why)); }

template <auto Free>
struct ByAddress {
    template <class T>
    void operator()(T* thing) const
    {
        Free(&thing);
    }
};
using CborItem = std::unique_ptr<cbor_item_t, ByAddress<cbor_decref>>;
using FidoCredential = std::unique_ptr<fido_cred_t, ByAddress<fido_cred_free>>;
using FidoAssertion = std::unique_ptr<fido_assert_t, ByAddress<fido_assert_free>>;
using Es256Key = std::unique_ptr<es256_pk_t, ByAddress<es256_pk_free>>;
using EddsaKey = std::unique_ptr<eddsa_pk_t, ByAddress<eddsa_pk_free>>;
using Rs256Key = std::unique_ptr<rs256_pk_t, ByAddress<rs256_pk_free>>;

unsigned char const* bytes_of(std::string_view text) { return reinterpret_cast<unsigned char const*>(text.data()); }

void start_library()
{
    static bool const started = (fido_init(0), true);
    static_cast<void>(started);
}

std::string_view text_of(json::bj::object const& object, char const* name)
{
    auto const* value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::string_view(value->get_string()) : std::string_view{};
}

json::bj::value parsed(std::string_view client_data)
{
    try {
        return json::parse(client_data);
    } catch (Problem const&) {
        throw refused("What the browser says about its page cannot be read.");
    }
}

void check_client_data(RelyingParty const& party, std::string_view type, std::string_view challenge, std::string_view client_data)
{
    if (client_data.size() > most_bytes) throw refused("What the browser says about its page is too long.");
    auto const value = parsed(client_data);
    if (!value.is_object()) throw refused("What the browser says about its page cannot be read.");
    auto const& object = value.get_object();
    if (text_of(object, "type") != type) throw refused("The passkey was used for something else.");
    if (!equal_constant_time(text_of(object, "challenge"), challenge)) throw refused("The passkey answers another question; start again.");
    if (std::ranges::find(party.origins, text_of(object, "origin")) == party.origins.end()) {
        throw refused("The passkey was used on a page that is not ours.");
    }
    auto const* cross_origin = object.if_contains("crossOrigin");
    if (cross_origin != nullptr && *cross_origin != json::bj::value(false)) throw refused("The passkey was used inside another page.");
}

struct Header {
    unsigned flags = 0;
    std::int64_t counter = 0;
};

Header check_header(RelyingParty const& party, std::string_view data)
{
    if (data.size() < header_bytes || data.size() > most_bytes) throw refused("What the passkey says cannot be read.");
    if (!equal_constant_time(data.substr(0, hash_bytes), sha256(party.id))) throw refused("The passkey belongs to another service.");
    Header header;
    header.flags = static_cast<unsigned char>(data[flags_at]);
    for (auto const byte : data.substr(counter_at, header_bytes - counter_at)) {
        header.counter = header.counter * 256 + static_cast<unsigned char>(byte);
    }
    if ((header.flags & user_present) == 0) throw refused("Nobody touched the passkey.");
    if ((header.flags & user_verified) == 0) {
        throw refused("The passkey did not check who used it; unlock it with a fingerprint, a face or a PIN.");
    }
    return header;
}

// The member "authData" of an attestation object; the statement beside it is not looked at.
std::string authenticator_data_of(std::string_view attestation_object)
{
    if (attestation_object.size() > most_bytes) throw refused("The new passkey cannot be read.");
    cbor_load_result result{};
    CborItem const root(cbor_load(bytes_of(attestation_object), attestation_object.size(), &result));
    if (!root || result.read != attestation_object.size() || !cbor_isa_map(root.get())) throw refused("The new passkey cannot be read.");
    std::optional<std::string> found;
    auto const* pairs = cbor_map_handle(root.get());
    for (std::size_t i = 0; i < cbor_map_size(root.get()); ++i) {
        auto const* key = pairs[i].key;
        auto const* value = pairs[i].value;
        if (!cbor_isa_string(key) || !cbor_string_is_definite(key) || !cbor_isa_bytestring(value) || !cbor_bytestring_is_definite(value)) {
            continue;
        }
        std::string_view const name(reinterpret_cast<char const*>(cbor_string_handle(key)), cbor_string_length(key));
        if (name != "authData") continue;
        if (found) throw refused("The new passkey cannot be read.");
        found.emplace(reinterpret_cast<char const*>(cbor_bytestring_handle(value)), cbor_bytestring_length(value));
    }
    if (!found) throw refused("The new passkey cannot be read.");
    return std::move(*found);
}

// libfido2 wants to know the algorithm before it reads the key, so the three that are accepted are tried in turn.
FidoCredential read_credential(std::string const& authenticator_data, Algorithm algorithm)
{
    FidoCredential credential(fido_cred_new());
    if (!credential || fido_cred_set_type(credential.get(), cose_number(algorithm)) != FIDO_OK) return nullptr;
    auto const read = fido_cred_set_authdata_raw(credential.get(), bytes_of(authenticator_data), authenticator_data.size());
    return read == FIDO_OK && fido_cred_id_len(credential.get()) > 0 ? std::move(credential) : nullptr;
}

// The key in the form that fido_assert_verify takes; the handler keeps it until after the call.
template <class Key>
bool verified_with(fido_assert_t const* assertion, Algorithm algorithm, Key key,
                   int (*fill)(typename Key::pointer, void const*, std::size_t), std::string_view public_key)
{
    return key && fill(key.get(), public_key.data(), public_key.size()) == FIDO_OK &&
           fido_assert_verify(assertion, 0, cose_number(algorithm), key.get()) == FIDO_OK;
}

bool verified(fido_assert_t const* assertion, Algorithm algorithm, std::string_view public_key)
{
    switch (algorithm) {
        case Algorithm::es256: return verified_with(assertion, algorithm, Es256Key(es256_pk_new()), es256_pk_from_ptr, public_key);
        case Algorithm::eddsa: return verified_with(assertion, algorithm, EddsaKey(eddsa_pk_new()), eddsa_pk_from_ptr, public_key);
        case Algorithm::rs256: return verified_with(assertion, algorithm, Rs256Key(rs256_pk_new()), rs256_pk_from_ptr, public_key);
    }
    return false;
}

}  // namespace

int cose_number(Algorithm algorithm)
{
    switch (algorithm) {
        case Algorithm::es256: return COSE_ES256;
        case Algorithm::eddsa: return COSE_EDDSA;
        case Algorithm::rs256: return COSE_RS256;
    }
    return 0;
}

Credential registered(RelyingParty const& party, std::string_view challenge, Registration const& registration)
{
    start_library();
    check_client_data(party, "webauthn.create", challenge, registration.client_data);
    auto const data = authenticator_data_of(registration.attestation_object);
    auto const header = check_header(party, data);
    for (auto const algorithm : {Algorithm::es256, Algorithm::eddsa, Algorithm::rs256}) {
        auto const read = read_credential(data, algorithm);
        if (!read) continue;
        Credential out;
        out.id = Bytes(std::string(reinterpret_cast<char const*>(fido_cred_id_ptr(read.get())), fido_cred_id_len(read.get())));
        out.public_key =
            Bytes(std::string(reinterpret_cast<char const*>(fido_cred_pubkey_ptr(read.get())), fido_cred_pubkey_len(read.get())));
        out.algorithm = algorithm;
        out.sign_count = header.counter;
        out.backed_up = (header.flags & backed_up) != 0;
        return out;
    }
    throw refused("The new passkey uses an algorithm that is not accepted, or cannot be read.");
}

std::int64_t asserted(RelyingParty const& party, std::string_view challenge, Assertion const& assertion, std::string_view public_key,
                      Algorithm algorithm)
{
    start_library();
    check_client_data(party, "webauthn.get", challenge, assertion.client_data);
    auto const header = check_header(party, assertion.authenticator_data);
    FidoAssertion const given(fido_assert_new());
    auto* const raw = given.get();
    auto const& data = assertion.authenticator_data;
    bool const complete = raw != nullptr && fido_assert_set_count(raw, 1) == FIDO_OK &&
                          fido_assert_set_rp(raw, party.id.c_str()) == FIDO_OK &&
                          fido_assert_set_clientdata(raw, bytes_of(assertion.client_data), assertion.client_data.size()) == FIDO_OK &&
                          fido_assert_set_up(raw, FIDO_OPT_TRUE) == FIDO_OK && fido_assert_set_uv(raw, FIDO_OPT_TRUE) == FIDO_OK &&
                          fido_assert_set_authdata_raw(raw, 0, bytes_of(data), data.size()) == FIDO_OK &&
                          fido_assert_set_sig(raw, 0, bytes_of(assertion.signature), assertion.signature.size()) == FIDO_OK;
    if (!complete || !verified(raw, algorithm, public_key)) throw refused("The passkey's signature is not good.");
    return header.counter;
}

}  // namespace mz::factors::webauthn
