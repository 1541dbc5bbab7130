#pragma once
#include "cmdb.hpp"
#include "scene.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

// What people do to CIs by hand. Each of these writes words or decisions and lets everything else follow (settle.hpp).
namespace mz::cmdb {

// Sees the CI under its lock before anything is changed, and may throw.
using Check = std::function<void(Ci const& ci)>;

// As `edit` of cmdb.hpp, after `check`.
Task<Ci> edit_checked(web::Tx& tx, Uuid tenant, Uuid ci, CiPatch patch, Cause cause, CmdbSettings settings, Check check);

// A CI that people know of first. Problem(conflict, "ci-exists") with the member ci_id where an identifier says that it is there already;
// with `even_if_known` what is said goes there, also from deletion.
Task<Ci> create_by_hand(web::Tx& tx, Uuid tenant, CiCreate create, CmdbSettings settings);

// The thing is gone, whatever sources go on saying of it.
Task<Ci> delete_by_hand(web::Tx& tx, Uuid ci, Uuid tenant, CmdbSettings settings, Check check);
// Back from deletion.
Task<void> undelete(web::Tx& tx, Uuid ci, Uuid tenant, CmdbSettings settings);

// `ci` and `other` are the same thing; returns what both are now, under the older one's id.
Task<Ci> merge(web::Tx& tx, Uuid tenant, Uuid ci, Uuid other, std::string reason, CmdbSettings settings);
// Takes `other`, a former CI or any record of `ci`, out of it again; returns what came out.
Task<Ci> unmerge(web::Tx& tx, Uuid tenant, Uuid ci, Uuid other, std::string reason, CmdbSettings settings);
// These two are not the same thing, and nobody is to ask again.
Task<void> dismiss(web::Tx& tx, Uuid tenant, Uuid ci_a, Uuid ci_b, std::string reason, CmdbSettings settings);

// The CI as it is, also one that is no longer live; 404 where there is none.
Task<Ci> read_ci(web::Tx& tx, Uuid ci);
// The one source that is people.
inline constexpr auto people_name = "People";
Task<Uuid> manual_source(web::Tx& tx);

}  // namespace mz::cmdb
