#pragma once
#include "core/clock.hpp"
#include "core/uuid.hpp"
#include "json/value.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mz::scim {

// The resources of RFC 7643 as far as this service keeps them; what else a directory sends is passed over.

namespace schema {
inline constexpr auto user = "urn:ietf:params:scim:schemas:core:2.0:User";
inline constexpr auto group = "urn:ietf:params:scim:schemas:core:2.0:Group";
inline constexpr auto list = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
inline constexpr auto error = "urn:ietf:params:scim:api:messages:2.0:Error";
inline constexpr auto service_provider = "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig";
}  // namespace schema

struct ScimName {
    static constexpr bool foreign = true;
    std::optional<std::string> formatted;
    std::optional<std::string> familyName;
    std::optional<std::string> givenName;
};
BOOST_DESCRIBE_STRUCT(ScimName, (), (formatted, familyName, givenName))

struct ScimEmail {
    static constexpr bool foreign = true;
    std::optional<std::string> value;
    std::optional<std::string> type;
    std::optional<bool> primary;
};
BOOST_DESCRIBE_STRUCT(ScimEmail, (), (value, type, primary))

struct ScimMeta {
    std::string resourceType;
    Timestamp created;
    Timestamp lastModified;
    std::string location;
};
BOOST_DESCRIBE_STRUCT(ScimMeta, (), (resourceType, created, lastModified, location))

// A user as a directory sends it. `active` may come as a boolean or as its name.
struct ScimUserWrite {
    static constexpr bool foreign = true;
    std::optional<std::string> userName;
    std::optional<std::string> externalId;
    std::optional<ScimName> name;
    std::optional<std::string> displayName;
    std::optional<std::vector<ScimEmail>> emails;
    std::optional<json::Raw> active;
};
BOOST_DESCRIBE_STRUCT(ScimUserWrite, (), (userName, externalId, name, displayName, emails, active))

struct ScimUser {
    static constexpr bool foreign = true;
    std::vector<std::string> schemas{schema::user};
    Uuid id;
    std::optional<std::string> externalId;
    std::optional<std::string> userName;
    std::optional<ScimName> name;
    std::optional<std::string> displayName;
    std::optional<std::vector<ScimEmail>> emails;
    std::optional<bool> active;
    std::optional<ScimMeta> meta;
};
BOOST_DESCRIBE_STRUCT(ScimUser, (), (schemas, id, externalId, userName, name, displayName, emails, active, meta))

struct ScimMember {
    static constexpr bool foreign = true;
    std::string value;
    std::optional<std::string> display;
};
BOOST_DESCRIBE_STRUCT(ScimMember, (), (value, display))

struct ScimGroupWrite {
    static constexpr bool foreign = true;
    std::optional<std::string> displayName;
    std::optional<std::string> externalId;
    std::optional<std::vector<ScimMember>> members;
};
BOOST_DESCRIBE_STRUCT(ScimGroupWrite, (), (displayName, externalId, members))

struct ScimGroup {
    static constexpr bool foreign = true;
    std::vector<std::string> schemas{schema::group};
    Uuid id;
    std::optional<std::string> externalId;
    std::optional<std::string> displayName;
    std::optional<std::vector<ScimMember>> members;
    std::optional<ScimMeta> meta;
};
BOOST_DESCRIBE_STRUCT(ScimGroup, (), (schemas, id, externalId, displayName, members, meta))

template <class Resource>
struct List {
    std::vector<std::string> schemas{schema::list};
    std::int64_t totalResults = 0;
    std::int64_t startIndex = 1;
    std::int64_t itemsPerPage = 0;
    std::vector<Resource> Resources;
    BOOST_DESCRIBE_CLASS(List, (), (schemas, totalResults, startIndex, itemsPerPage, Resources), (), ())
};

struct ScimOperation {
    static constexpr bool foreign = true;
    std::string op;
    std::optional<std::string> path;
    std::optional<json::Raw> value;
};
BOOST_DESCRIBE_STRUCT(ScimOperation, (), (op, path, value))

// PATCH, RFC 7644, 3.5.2.
struct ScimPatch {
    static constexpr bool foreign = true;
    std::vector<ScimOperation> Operations;
};
BOOST_DESCRIBE_STRUCT(ScimPatch, (), (Operations))

struct ResourcePath {
    Uuid id;
};
BOOST_DESCRIBE_STRUCT(ResourcePath, (), (id))

// Which attributes are answered: those named, or all but those named.
struct View {
    std::optional<std::string> attributes;
    std::optional<std::string> excludedAttributes;
};
BOOST_DESCRIBE_STRUCT(View, (), (attributes, excludedAttributes))

// A list's parameters. It is in the order in which the directory made things, whatever sortBy asks for.
struct Search : View {
    std::optional<std::string> filter;
    std::optional<std::int64_t> startIndex;  // from 1
    std::optional<std::int64_t> count;
    std::optional<std::string> sortBy;
    std::optional<std::string> sortOrder;
};
BOOST_DESCRIBE_STRUCT(Search, (View), (filter, startIndex, count, sortBy, sortOrder))

}  // namespace mz::scim
