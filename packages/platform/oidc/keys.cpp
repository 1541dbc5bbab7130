#include "oidc/keys.hpp"

#include "core/crypto.hpp"
#include "json/value.hpp"
#include "oidc/algorithms.hpp"
#include "oidc/jose.hpp"
#include "oidc/problems.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <bit>
#include <optional>

namespace mz::oidc {
namespace {

using json::bj::object;

constexpr int bits_in_byte = 8;

std::string text(object const& jwk, std::string_view name)
{
    auto const* found = jwk.if_contains(name);
    return found != nullptr && found->is_string() ? std::string(found->get_string()) : "";
}

bool for_verifying(object const& jwk)
{
    if (jwk.contains("use") && text(jwk, "use") != "sig") return false;
    auto const* operations = jwk.if_contains("key_ops");
    if (operations == nullptr) return true;
    return operations->is_array() && std::ranges::any_of(operations->get_array(), [](auto const& each) { return each == "verify"; });
}

long bits(std::string_view number)
{
    auto const bytes = base64url_decode(number).value_or("");
    auto const first = bytes.find_first_not_of('\0');
    if (first == std::string::npos) return 0;
    auto const top = std::bit_width(static_cast<unsigned char>(bytes[first]));
    return static_cast<long>(bytes.size() - first - 1) * bits_in_byte + static_cast<long>(top);
}

std::optional<Key> read_key(object const& jwk, long min_bits)
{
    Key key{text(jwk, "kid"), text(jwk, "kty"), text(jwk, "alg"), text(jwk, "issuer"), {}};
    auto const* algorithm = find_algorithm(key.alg);
    bool const alg_fits = key.alg.empty() ? !jwk.contains("alg") : algorithm != nullptr && algorithm->key_type == key.kty;
    if (!alg_fits || !for_verifying(jwk)) return std::nullopt;
    object out{{"kty", key.kty}};
    if (key.kty == "RSA") {
        if (bits(text(jwk, "n")) < min_bits) return std::nullopt;
        out["n"] = text(jwk, "n");
        out["e"] = text(jwk, "e");
    } else if (key.kty == "EC" && text(jwk, "crv") == es256_curve) {
        out["crv"] = es256_curve;
        out["x"] = text(jwk, "x");
        out["y"] = text(jwk, "y");
    } else {
        return std::nullopt;
    }
    key.jwk = json::bj::serialize(out);
    return is_key(key.jwk) ? std::optional(std::move(key)) : std::nullopt;
}

json::bj::array array_of(std::string_view body)
{
    try {
        auto value = json::parse(body);
        auto* const keys = value.is_object() ? value.get_object().if_contains("keys") : nullptr;
        if (keys != nullptr && keys->is_array()) return std::move(keys->get_array());
    } catch (Problem const&) {
        // said below, in words about the provider and not about a request
    }
    throw discovery_failed("jwks_uri", "What the provider has at its jwks_uri is not a set of keys.");
}

}  // namespace

std::vector<Key> read_keys(std::string_view body, Settings const& settings)
{
    auto const array = array_of(body);
    if (array.size() > static_cast<std::size_t>(std::max(0L, settings.oidc_keys)))
        throw discovery_failed("jwks_uri", "The provider has more than " + std::to_string(settings.oidc_keys) + " keys.");
    std::vector<Key> out;
    for (auto const& each : array) {
        if (!each.is_object()) continue;
        if (auto key = read_key(each.get_object(), settings.oidc_rsa_bits)) out.push_back(std::move(*key));
    }
    if (out.empty()) throw discovery_failed("jwks_uri", "Among the provider's keys there is none to verify RS256, PS256 or ES256 with.");
    return out;
}

std::vector<Key> fitting(std::vector<Key> const& keys, std::string_view alg, std::string_view kid)
{
    auto const* algorithm = find_algorithm(alg);
    std::vector<Key> out;
    if (algorithm == nullptr) return out;
    for (auto const& key : keys) {
        bool const type_fits = key.kty == algorithm->key_type && (key.alg.empty() || key.alg == alg);
        if (type_fits && (kid.empty() || key.kid == kid)) out.push_back(key);
    }
    if (kid.empty() && out.size() > 1) out.clear();
    return out;
}

}  // namespace mz::oidc
