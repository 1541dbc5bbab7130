#pragma once
#include "core/clock.hpp"
#include "core/text.hpp"
#include "core/uuid.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace mz::licensing {

// The modules that are licensed separately.
enum class Feature { cmdb, itsm, security, vpn, backup };
BOOST_DESCRIBE_ENUM(Feature, cmdb, itsm, security, vpn, backup)

// `pending` until its first licence; `suspended` by an operator, whatever the licence says.
enum class TenantStatus { pending, active, suspended };
BOOST_DESCRIBE_ENUM(TenantStatus, pending, active, suspended)

// "devices": 25. A limit that is not named is not limited.
using Limits = std::map<std::string, Int<0, 1'000'000'000>>;

// What a plan is called is a matter of price lists; what it entitles to stands in features and limits.
using PlanName = Text<1, 50>;

struct License {
    PlanName plan;
    std::vector<Feature> features;
    Limits limits;
    Timestamp valid_from;
    Timestamp valid_until;  // the first moment that is no longer covered
};
BOOST_DESCRIBE_STRUCT(License, (), (plan, features, limits, valid_from, valid_until))

struct LicensedTenant {
    Uuid id;
    Text<1, 200> name;
    TenantStatus status = TenantStatus::pending;
};
BOOST_DESCRIBE_STRUCT(LicensedTenant, (), (id, name, status))

// The tenant's first user. Management makes the one-time link; the Cloud learns only the SHA-256 of its token, in hex.
struct TenantOwner {
    Email email;
    std::optional<Text<64, 64>> setup_token_hash;
    std::optional<Timestamp> setup_expires_at;
};
BOOST_DESCRIBE_STRUCT(TenantOwner, (), (email, setup_token_hash, setup_expires_at))

// All there is to know of one tenant, so that losing any number of earlier documents does no harm.
struct TenantDocument {
    LicensedTenant tenant;
    std::int64_t revision = 0;  // grows with every change in Management
    TenantOwner owner;
    std::optional<License> license;
};
BOOST_DESCRIBE_STRUCT(TenantDocument, (), (tenant, revision, owner, license))

}  // namespace mz::licensing
