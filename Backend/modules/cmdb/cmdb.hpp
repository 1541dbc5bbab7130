#pragma once
#include "ci.hpp"
#include "cmdb_model/cmdb_model.hpp"
#include "jobs/runner.hpp"
#include "web/route.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mz::cmdb {

// Named settings, read from the environment in upper case. A worker's services hold them.
struct CmdbSettings {
    int cmdb_appliance_quiet_hours = 26;  // an inventory comes at least daily
    int cmdb_discovery_quiet_hours = 24 * 14;
    int cmdb_history_days = 730;        // states that ended earlier are forgotten
    int cmdb_component_most = 500;      // records that are looked at together to tell what is the same thing
    int cmdb_bulk_most = 10000;         // CIs of one bulk edit
    int cmdb_observations_most = 1000;  // of one call of a program
    int cmdb_upkeep_minutes = 10;       // between two looks at what has gone stale or is past its retention
    int cmdb_upkeep_batch = 500;        // records of one transaction of these
};
BOOST_DESCRIBE_STRUCT(CmdbSettings, (),
                      (cmdb_appliance_quiet_hours, cmdb_discovery_quiet_hours, cmdb_history_days, cmdb_component_most, cmdb_bulk_most,
                       cmdb_observations_most, cmdb_upkeep_minutes, cmdb_upkeep_batch))

std::vector<web::Route> routes();

// What goes stale and what is past its retention. Role monozu_jobs.
std::vector<jobs::Job> jobs(CmdbSettings settings);

// The source of that kind and key in the tenant that `tx` has entered, made where there is none yet.
struct SourceOf {
    cmdb_model::SourceKind kind = cmdb_model::SourceKind::api;
    std::string key;
    std::string name;
    std::optional<int> quiet_after_hours;
};
Task<Uuid> source(web::Tx& tx, SourceOf source);

// What a source says of one thing, which it calls `key`, as it was seen at `at` (what lies in the future was seen now). Attributes that are
// left out keep what the source said before; null says that there is none. `complete`: what is left out is taken back. Values are
// normalised (cmdb_model); those that do not fit are left out and named.
struct Observation {
    std::string key;
    std::string class_key;
    Timestamp at;
    AttributeValues attributes;
    bool complete = false;
};

// Where the observation went. `record_id` is what relations, software and other findings of the source about this thing belong to:
// they refer to cmdb.records (tenant_id, id, ci_id) on update cascade, and so follow the record when it turns out to be of another CI.
struct Observed {
    Uuid record_id;
    Uuid ci_id;
    bool changed = false;
    std::vector<FieldError> refused;  // pointer "/attributes/<key>"; with "/class_key" or "/key" nothing was taken in, and the ids are nil
};

// Why the CMDB changed, for its history.
enum class Cause { created, observed, edited, imported, import_undone, merged, unmerged, restored, deleted, model_changed };
BOOST_DESCRIBE_ENUM(Cause, created, observed, edited, imported, import_undone, merged, unmerged, restored, deleted, model_changed)

// Takes observations in and brings the CIs that they touch up to date, inside the caller's transaction, which has entered the tenant. The
// answers are in the order of the observations. Commutative: the same observations in any order and any grouping give the same CMDB.
Task<std::vector<Observed>> observe(web::Tx& tx, Uuid tenant, Uuid source, std::vector<Observation> observations,
                                    Cause cause = Cause::observed, CmdbSettings settings = {});

// Forgets everything that a source said, as if it never had (an import undone). Returns how many CIs changed.
Task<std::int64_t> forget_source(web::Tx& tx, Uuid tenant, Uuid source, Cause cause = Cause::import_undone, CmdbSettings settings = {});

// What people say by hand of an existing CI; `null` values clear. Throws Problem(unprocessable) that names each value that does not fit.
Task<Ci> edit(web::Tx& tx, Uuid tenant, Uuid ci, CiPatch patch, Cause cause = Cause::edited, CmdbSettings settings = {});

// The CI's record of the manual source, made where there is none: what people attach to a CI (relations, tickets) belongs to this. Of a CI
// that has become part of another one, it is that one's.
struct Anchor {
    Uuid record_id;
    Uuid ci_id;
};
Task<Anchor> anchor(web::Tx& tx, Uuid tenant, Uuid ci);

// Keeps the CMDB in step with changes of the model; one for each worker, for its services.
std::shared_ptr<cmdb_model::ModelUser> model_user(CmdbSettings settings);

// As text is folded for search: lower-case Latin letters without diacritics, as far as Unicode has a rule for it. What a person looks for
// is folded like this and compared with the beginnings of cmdb.ci_words.
std::string folded(std::string_view text);

// Up to `most` CIs of which each word of `q` begins a word of the name or of an attribute, by name; none where `q` has no word.
Task<std::vector<Ci>> found(web::Request& rq, std::string q, int most);

}  // namespace mz::cmdb
