#pragma once
#include "core/uuid.hpp"

#include <boost/describe.hpp>

#include <optional>
#include <string>

namespace mz::identity {

// What a session is that a tenant's own provider of identities vouches for. The tenant's administrator controls that provider, so its word
// opens this tenant and no other, and touches nothing that belongs to the person everywhere.
struct ProviderSession {
    Uuid connection;
    std::optional<std::string> end_session_url;  // where its person logs out at the provider too
};
BOOST_DESCRIBE_STRUCT(ProviderSession, (), (connection, end_session_url))

}  // namespace mz::identity
