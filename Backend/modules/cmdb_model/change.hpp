#pragma once
#include "cmdb_model.hpp"
#include "parts.hpp"

#include <optional>
#include <string>

// What the handlers of classes, attributes, relation types and rules have in common.
namespace mz::cmdb_model {

using Key = Text<1, 50>;
using Name = Text<1, 80>;
using Description = Text<0, 2000>;

struct KeyPath {
    Key key;
};
BOOST_DESCRIBE_STRUCT(KeyPath, (), (key))

struct RulesPath {
    Key class_key;
};
BOOST_DESCRIBE_STRUCT(RulesPath, (), (class_key))

// What a change does with values that do not fit: it is refused, or clears them.
enum class Misfits { keep, clear };
BOOST_DESCRIBE_ENUM(Misfits, keep, clear)

struct MisfitsQuery {
    std::optional<Misfits> misfits;
};
BOOST_DESCRIBE_STRUCT(MisfitsQuery, (), (misfits))

// A tenant's model while it is changed: nobody else changes it until the transaction ends.
class Change {
public:
    static Task<Change> begin(web::Request& rq, web::Tx& tx);

    Uuid tenant() const { return tenant_; }
    Model const& before() const { return *before_; }
    Parts parts;

    // From the model as it was to the one that `parts` make now.
    ModelChange step() const { return {.before = before_, .after = std::make_shared<Model const>(parts.model(before_->version() + 1))}; }

private:
    Uuid tenant_;
    std::shared_ptr<Model const> before_;
};

[[noreturn]] void throw_invalid(std::vector<FieldError> errors);
// 404 where there is none, 409 where it is the product's own.
template <class T>
T own(T const* found)
{
    if (found == nullptr) throw Problem(Failure::not_found, "There is no such part of the model.");
    if (found->built_in) throw Problem(Failure::conflict, "This is built in and stays as it is.");
    return *found;
}
void require_not_needed(std::vector<std::string> const& needs);

// Asks whoever keeps values what the change would do; throws Problem(conflict) `model-misfits`, with the answer as its member `preview`,
// where something would be lost that the caller has not agreed to lose.
Task<Touched> consider(web::Request& rq, web::Tx& tx, Uuid tenant, ModelChange change, Misfits misfits);
Task<Touched> preview(web::Request& rq, web::Tx& tx, Uuid tenant, ModelChange change);
// Puts the change in force, after its rows are written.
Task<void> finish(web::Request& rq, web::Tx& tx, Uuid tenant, std::optional<ModelChange> change);

std::vector<web::Route> class_routes();
std::vector<web::Route> attribute_routes();
std::vector<web::Route> relation_type_routes();
std::vector<web::Route> rules_routes();

}  // namespace mz::cmdb_model
