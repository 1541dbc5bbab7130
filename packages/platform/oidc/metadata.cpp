#include "oidc/metadata.hpp"

#include "core/uuid.hpp"
#include "json/value.hpp"
#include "oidc/address.hpp"
#include "oidc/algorithms.hpp"
#include "oidc/problems.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

namespace mz::oidc {
namespace {

constexpr std::string_view any_tenant = "{tenantid}";
// Entra's metadata for all organisations; it leaves the accounts of private people out, who belong to none.
constexpr std::string_view all_organizations = "organizations";
constexpr std::string_view default_auth_method = "client_secret_basic";

using json::bj::object;

std::string text_member(object const& answer, std::string_view name)
{
    auto const* found = answer.if_contains(name);
    return found != nullptr && found->is_string() ? std::string(found->get_string()) : "";
}

std::vector<std::string> texts_member(object const& answer, std::string_view name)
{
    std::vector<std::string> out;
    auto const* found = answer.if_contains(name);
    if (found == nullptr || !found->is_array()) return out;
    for (auto const& value : found->get_array()) {
        if (value.is_string()) out.emplace_back(value.get_string());
    }
    return out;
}

object answer_of(std::string_view body)
{
    try {
        auto value = json::parse(body);
        if (value.is_object()) return std::move(value.get_object());
    } catch (Problem const&) {
        // said below, in words about the provider and not about a request
    }
    throw discovery_failed("metadata", "The provider's metadata are not a JSON object. Is the issuer's address the right one?");
}

// A provider on https must not send browsers, codes or secrets to http.
std::string endpoint(object const& answer, std::string_view name, bool https)
{
    auto url = text_member(answer, name);
    if (url.empty()) throw discovery_failed(name, "The provider's metadata have no " + std::string(name) + ".");
    if (!is_address(url) || (https && !is_https(url)))
        throw discovery_failed(name, "The provider's " + std::string(name) + " is not an https address: " + harmless(url) + ".");
    return url;
}

}  // namespace

std::string with_tenant(std::string_view issuer, std::string_view tid)
{
    std::string out(issuer);
    if (auto const at = out.find(any_tenant); at != std::string::npos) out.replace(at, any_tenant.size(), tid);
    return out;
}

std::string entra_tenant(std::string_view issuer)
{
    constexpr std::string_view end = "/v2.0";
    if (!issuer.ends_with(end)) return {};
    issuer.remove_suffix(end.size());
    auto const slash = issuer.rfind('/');
    if (slash == std::string_view::npos) return {};
    auto const tenant = issuer.substr(slash + 1);
    bool const alone = path_of(with_tenant(issuer, all_organizations)) == "/" + with_tenant(tenant, all_organizations);
    return alone && (tenant == any_tenant || Uuid::parse(tenant)) ? std::string(tenant) : std::string();
}

std::string metadata_address(std::string_view issuer)
{
    auto address = with_tenant(issuer, all_organizations);
    if (!is_address(address) || has_query(address))
        throw discovery_failed("issuer", "The issuer has to be an https address without a query, a fragment or a user.");
    if (address.ends_with('/')) address.pop_back();
    return address + "/.well-known/openid-configuration";
}

Metadata read_metadata(std::string_view issuer, std::string_view body)
{
    auto const answer = answer_of(body);
    Metadata out;
    out.issuer = text_member(answer, "issuer");
    if (out.issuer != issuer) {
        throw discovery_failed("issuer", "The provider calls itself " + harmless(out.issuer) + " and not " + harmless(issuer) +
                                             ". Both have to be the same, character for character.");
    }
    bool const https = is_https(with_tenant(issuer, all_organizations));
    out.authorization_endpoint = endpoint(answer, "authorization_endpoint", https);
    out.token_endpoint = endpoint(answer, "token_endpoint", https);
    out.jwks_uri = endpoint(answer, "jwks_uri", https);
    if (answer.contains("end_session_endpoint")) out.end_session_endpoint = endpoint(answer, "end_session_endpoint", https);

    out.token_endpoint_auth_methods = texts_member(answer, "token_endpoint_auth_methods_supported");
    if (out.token_endpoint_auth_methods.empty()) out.token_endpoint_auth_methods.emplace_back(default_auth_method);
    for (auto& name : texts_member(answer, "id_token_signing_alg_values_supported")) {
        if (find_algorithm(name) != nullptr) out.id_token_algorithms.push_back(std::move(name));
    }
    if (out.id_token_algorithms.empty())
        throw discovery_failed("id_token_signing_alg_values_supported", "The provider signs with none of RS256, PS256 and ES256.");
    auto const* promised = answer.if_contains("authorization_response_iss_parameter_supported");
    out.authorization_response_iss_parameter_supported = promised != nullptr && promised->is_bool() && promised->get_bool();
    return out;
}

}  // namespace mz::oidc
