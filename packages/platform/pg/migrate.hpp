#pragma once
#include "core/secret.hpp"

#include <span>
#include <string>
#include <string_view>

namespace mz::pg {

// One file of db/migrations, compiled in. `checksum` is the SHA-256 of the text, in hex.
struct Migration {
    int number;
    std::string_view name;
    std::string_view text;
    std::string_view checksum;
};

// Applies what is missing, each in its own transaction together with its row in app.migrations, under an advisory lock.
// Refuses (std::runtime_error) where an applied migration's checksum differs or the database is ahead of the program.
// Returns how many were applied. Blocking; run by `<service> migrate` as the schema's owner, never by a serving process.
int migrate(Secret<std::string> const& owner_url, std::span<Migration const> migrations);

// The highest number applied, or 0. For /readyz: a statement any role may run. The text is `app.migration_current()`.
inline constexpr std::string_view current_migration_sql = "select app.migration_current()";

}  // namespace mz::pg
