#include "scim/discovery.hpp"

#include "scim/resources.hpp"
#include "scim/scim.hpp"
#include "scim_discovery.hpp"

#include <algorithm>

namespace mz::scim {
namespace {

using namespace web;

struct Supported {
    bool supported = false;
};
BOOST_DESCRIBE_STRUCT(Supported, (), (supported))

struct BulkSupport : Supported {
    std::int64_t maxOperations = 0;
    std::int64_t maxPayloadSize = 0;
};
BOOST_DESCRIBE_STRUCT(BulkSupport, (Supported), (maxOperations, maxPayloadSize))

struct FilterSupport : Supported {
    std::int64_t maxResults = 0;
};
BOOST_DESCRIBE_STRUCT(FilterSupport, (Supported), (maxResults))

struct AuthenticationScheme {
    std::string type = "oauthbearertoken";
    std::string name = "API key";
    std::string description = "The key of a service account with the right scim:provision, as a bearer token";
    bool primary = true;
};
BOOST_DESCRIBE_STRUCT(AuthenticationScheme, (), (type, name, description, primary))

struct ScimServiceProvider {
    std::vector<std::string> schemas{schema::service_provider};
    Supported patch{true};
    BulkSupport bulk{};
    FilterSupport filter{};
    Supported changePassword{};
    Supported sort{};
    Supported etag{};
    std::vector<AuthenticationScheme> authenticationSchemes{AuthenticationScheme()};
};
BOOST_DESCRIBE_STRUCT(ScimServiceProvider, (), (schemas, patch, bulk, filter, changePassword, sort, etag, authenticationSchemes))

json::Raw file(std::string_view name)
{
    auto const found = std::ranges::find(discovery::files, name, &discovery::File::name);
    return {std::string(found->text)};
}

Task<ScimServiceProvider> service_provider(Request& rq)
{
    ScimServiceProvider config;
    config.filter.supported = true;
    config.filter.maxResults = rq.services.get<Scim>().settings.scim_page_max;
    co_return config;
}

Task<json::Raw> resource_types(Request&) { co_return file("resource_types.json"); }
Task<json::Raw> schemas(Request&) { co_return file("schemas.json"); }

}  // namespace

std::vector<Route> discovery_routes()
{
    constexpr Permission provision{"scim:provision"};
    std::vector<Route> all;
    all.push_back(route(Verb::get, "/scim/v2/ServiceProviderConfig", provision, "scim_service_provider_get", "SCIM: what is supported",
                        service_provider));
    all.push_back(
        route(Verb::get, "/scim/v2/ResourceTypes", provision, "scim_resource_type_list", "SCIM: users and groups", resource_types));
    all.push_back(route(Verb::get, "/scim/v2/Schemas", provision, "scim_schema_list", "SCIM: the attributes that are kept", schemas));
    return all;
}

}  // namespace mz::scim
