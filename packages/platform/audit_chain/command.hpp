#pragma once
#include "audit_chain/verifier.hpp"

#include <optional>
#include <ostream>
#include <string>

namespace mz::audit_chain {

// The verifier as a program: verifies the chain of one tenant, named by its id, or every chain, and prints a line for each: how many
// entries are what was sealed, and the first that is not. True where every chain is whole. Throws std::invalid_argument for an unknown
// tenant.
bool verify_and_print(std::ostream& out, pg::Blocking& connection, KeyRing const& keys, std::optional<std::string> const& tenant,
                      VerifySettings settings);

}  // namespace mz::audit_chain
