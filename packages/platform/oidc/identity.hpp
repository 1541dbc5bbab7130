#pragma once
#include "core/clock.hpp"
#include "core/secret.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mz::oidc {

// Who signed in, as a verified id_token says. A person is known by issuer and subject, at Entra by tid and oid; never by the other
// members, which their administrator, or they themselves, can change.
struct Identity {
    std::string issuer;
    std::string subject;
    std::string tid;  // Entra's organisation and person there; both empty where the provider is not Entra
    std::string oid;
    std::string name;
    std::string username;         // preferred_username
    std::string email;            // in lower case; empty where there is none or it is not an address
    bool email_verified = false;  // the provider vouches that the address is theirs: email_verified, or Entra's xms_edov
    std::vector<std::string> roles;
    std::vector<std::string> groups;
    bool groups_overage = false;  // Entra leaves groups out where there are more than 200: assign app roles, or filter the groups
    std::optional<Timestamp> authenticated_at;
    std::vector<std::string> amr;
    std::string acr;
    std::string sid;               // the session at the provider
    Secret<std::string> id_token;  // for LogOut::id_token_hint; keep it sealed or not at all
};

}  // namespace mz::oidc
