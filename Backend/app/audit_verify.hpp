#pragma once
#include <optional>
#include <string>

namespace mz::backend {

// Verifies the audit chain of one tenant, or of all, and prints a line for each: how many entries are what was sealed, and the first that
// is not. True where every chain is whole. Reads its settings from the environment; throws where it cannot look.
bool audit_verify(std::optional<std::string> const& tenant);

}  // namespace mz::backend
