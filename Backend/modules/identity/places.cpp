#include "identity/places.hpp"

#include "identity_sql.hpp"
#include "licensing/limits.hpp"

namespace mz::identity {
namespace {

struct Places {
    std::optional<std::int64_t> places;
};
BOOST_DESCRIBE_STRUCT(Places, (), (places))

}  // namespace

Task<std::optional<std::int64_t>> lock_places(web::Tx& tx)
{
    auto const locked = co_await tx.maybe<Places>(sql::user_places_lock{});
    co_return locked ? locked->places : std::nullopt;
}

Task<void> require_place(web::Tx& tx, std::optional<std::int64_t> places)
{
    auto const in_use = co_await tx.one<std::int64_t>(sql::user_count{});
    licensing::require_within(licensing::Limited::users, in_use, places);
}

}  // namespace mz::identity
