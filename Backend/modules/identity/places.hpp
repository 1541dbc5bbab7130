#pragma once
#include "web/db.hpp"

#include <cstdint>
#include <optional>

namespace mz::identity {

// How many users the licence allows, locked until the transaction ends; empty where it sets no limit.
Task<std::optional<std::int64_t>> lock_places(web::Tx& tx);

// 409 `licence-limit-reached` where more people than that are active, counting the one just added. Lock before any row of a person,
// as a push of a licence does.
Task<void> require_place(web::Tx& tx, std::optional<std::int64_t> places);

}  // namespace mz::identity
