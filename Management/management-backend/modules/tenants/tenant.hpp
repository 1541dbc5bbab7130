#pragma once
#include "core/clock.hpp"
#include "core/text.hpp"
#include "core/uuid.hpp"
#include "licensing/document.hpp"
#include "web/page.hpp"

#include <optional>
#include <string>

namespace mz::tenants {

using TenantName = Text<1, 200>;

enum class PushStatus { delivered, pending, failing };
BOOST_DESCRIBE_ENUM(PushStatus, delivered, pending, failing)

// Whether the Cloud knows what stands here. `failing` has been tried and will be tried again at `next_attempt_at`.
struct Push {
    PushStatus status = PushStatus::pending;
    int attempts = 0;
    std::optional<std::string> last_error;
    std::optional<Timestamp> next_attempt_at;
    std::optional<Timestamp> delivered_at;
};
BOOST_DESCRIBE_STRUCT(Push, (), (status, attempts, last_error, next_attempt_at, delivered_at))

struct Tenant {
    Uuid id;
    TenantName name;
    Email owner_email;
    licensing::TenantStatus status = licensing::TenantStatus::pending;
    std::optional<licensing::License> license;
    Push push;
    Timestamp created_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Tenant, (), (id, name, owner_email, status, license, push, created_at, version))

// The link is shown once.
struct TenantCreated : Tenant {
    std::string owner_setup_url;
};
BOOST_DESCRIBE_STRUCT(TenantCreated, (Tenant), (owner_setup_url))

struct SetupLink {
    std::string owner_setup_url;
};
BOOST_DESCRIBE_STRUCT(SetupLink, (), (owner_setup_url))

struct TenantCreate {
    TenantName name;
    Email owner_email;
};
BOOST_DESCRIBE_STRUCT(TenantCreate, (), (name, owner_email))

struct TenantPath {
    Uuid id;
};
BOOST_DESCRIBE_STRUCT(TenantPath, (), (id))

struct TenantFilter : web::ListQuery {
    std::optional<licensing::TenantStatus> status;
    std::optional<Text<1, 100>> q;  // a part of the name or of the owner's e-mail address
};
BOOST_DESCRIBE_STRUCT(TenantFilter, (web::ListQuery), (status, q))

}  // namespace mz::tenants
