#pragma once
#include "web/db.hpp"

#include <cstdint>
#include <optional>

namespace mz::devices {

// How many devices the licence allows, locked until the transaction ends; empty where it sets no limit.
Task<std::optional<std::int64_t>> lock_places(web::Tx& tx);

// 409 `licence-limit-reached` where more devices than that are in use, counting the one just added.
Task<void> require_place(web::Tx& tx, std::optional<std::int64_t> places);

}  // namespace mz::devices
