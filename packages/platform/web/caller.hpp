#pragma once
#include "core/clock.hpp"
#include "core/uuid.hpp"

#include <boost/describe.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mz::web {

// Who acts. `anonymous` reaches public routes only.
enum class ActorKind { anonymous, user, device, webhook, service, system };
BOOST_DESCRIBE_ENUM(ActorKind, anonymous, user, device, webhook, service, system)

// Established once, before any handler runs, and never changed afterwards.
struct Caller {
    ActorKind kind = ActorKind::anonymous;
    std::optional<Uuid> tenant;   // the one tenant that this request may see
    std::optional<Uuid> id;       // the person, device, ... that acts
    std::optional<Uuid> session;  // the log-in that the token belongs to
    std::string role;
    std::vector<std::string> permissions;
    Timestamp expires_at{INT64_MAX};       // of the credential
    std::optional<Timestamp> proved_at{};  // when a person last showed a password, a code or a passkey in this session

    bool may(std::string_view permission) const { return std::ranges::find(permissions, permission) != permissions.end(); }
};

// What a route asks of its caller. There is no default: a route without one does not compile.
struct Permission {
    enum class Kind { none, signed_in, device, named };
    Kind kind;
    std::string_view name;  // "incidents:read"; for the other kinds a word for OpenAPI

    constexpr explicit Permission(std::string_view named) : kind(Kind::named), name(named) {}
    constexpr Permission(Kind kind, std::string_view word) : kind(kind), name(word) {}
};

namespace permission {

inline constexpr Permission none{Permission::Kind::none, "none"};                 // public, spelled out
inline constexpr Permission signed_in{Permission::Kind::signed_in, "signed_in"};  // any user, about themselves
inline constexpr Permission device{Permission::Kind::device, "device"};           // an appliance with its key

}  // namespace permission

}  // namespace mz::web
