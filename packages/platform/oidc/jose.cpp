#include "oidc/jose.hpp"

#include "core/crypto.hpp"
#include "core/problem.hpp"
#include "json/value.hpp"

extern "C" {
#include <cjose/cjose.h>
#include <jansson.h>
}

#include <memory>

namespace mz::oidc {
namespace {

struct Release {
    void operator()(cjose_jwk_t* key) const { cjose_jwk_release(key); }
    void operator()(cjose_jws_t* jws) const { cjose_jws_release(jws); }
    void operator()(json_t* value) const { json_decref(value); }
};
using KeyHandle = std::unique_ptr<cjose_jwk_t, Release>;
using Jws = std::unique_ptr<cjose_jws_t, Release>;

KeyHandle import(std::string_view jwk)
{
    cjose_err error;
    return KeyHandle(cjose_jwk_import(jwk.data(), jwk.size(), &error));
}

std::optional<boost::json::object> object_of(std::string_view part)
{
    auto const text = base64url_decode(part);
    if (!text) return std::nullopt;
    try {
        auto value = json::parse(*text);
        // Two parsers may differ on which of two members counts, and cjose reads the header with this one.
        std::unique_ptr<json_t, Release> const strict(json_loadb(text->data(), text->size(), JSON_REJECT_DUPLICATES, nullptr));
        if (strict && value.is_object()) return std::move(value.get_object());
    } catch (Problem const&) {
        // not JSON
    }
    return std::nullopt;
}

}  // namespace

std::optional<Token> take_apart(std::string_view token)
{
    auto const first = token.find('.');
    auto const second = first == std::string_view::npos ? first : token.find('.', first + 1);
    if (second == std::string_view::npos || token.find('.', second + 1) != std::string_view::npos) return std::nullopt;
    auto header = object_of(token.substr(0, first));
    auto claims = object_of(token.substr(first + 1, second - first - 1));
    auto signature = base64url_decode(token.substr(second + 1));
    if (!header || !claims || !signature) return std::nullopt;
    return Token{std::move(*header), std::move(*claims), std::move(*signature)};
}

bool is_key(std::string_view jwk) { return import(jwk) != nullptr; }

bool verifies(std::string_view token, std::string_view jwk, std::string_view alg)
{
    cjose_err error;
    auto const key = import(jwk);
    Jws const jws(cjose_jws_import(token.data(), token.size(), &error));
    if (!key || !jws) return false;
    char const* const said = cjose_header_get(cjose_jws_get_protected(jws.get()), CJOSE_HDR_ALG, &error);
    return said != nullptr && said == alg && cjose_jws_verify(jws.get(), key.get(), &error);
}

}  // namespace mz::oidc
