#pragma once
#include "people.hpp"
#include "sayings.hpp"
#include "values.hpp"

namespace mz::cmdb {

// What a person says, checked against the model.
struct Edit {
    Saying saying;
    std::vector<std::string> forget;
    std::set<std::string> given;  // attributes that are set, cleared or forgotten
    bool any_status = false;      // a restored status need not follow the present one
};

// Throws Problem(unprocessable) that names each value that does not fit.
Edit edit_of(CiPatch const& patch, std::string const& class_key, Model const& model);
Edit edit_of(CiCreate const& create, Model const& model);

Task<Ci> apply_edit(web::Tx& tx, Uuid tenant, Uuid ci, Edit edit, Cause cause, CmdbSettings settings, Check check);

// Refuses what the model asks for and a state lacks, of what was given; or of everything, for a new CI.
void require_complete(State const& state, Model const& model, std::set<std::string> const* given);
// Refuses a value that is to be unique and that another live CI has. Under the lock of the tenant's identities.
Task<void> require_unique(web::Tx& tx, State state, std::shared_ptr<Model const> model, Uuid ci, std::set<std::string> given);
bool has_unique(Model const& model, std::set<std::string> const& given);

[[noreturn]] void refuse_known(Ci const& known);
void require_live(Ci const& ci);

// The CI's record of what people say; made in the scene where there is none, and then to be tied to the CI once it is stored.
struct Tie {
    Uuid record_id;
    bool is_new = false;
};
Tie anchor_in(Scene& scene, Uuid ci, Uuid manual_source, Uuid as = Uuid::v7());
Task<void> tie(web::Tx& tx, Tie made, Uuid ci);

}  // namespace mz::cmdb
