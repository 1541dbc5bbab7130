#pragma once
#include "pg/migrate.hpp"

#include <span>

namespace mz::management {

// The files of db/migrations, compiled in.
std::span<pg::Migration const> migrations();

}  // namespace mz::management
