#include "change.hpp"

#include "cmdb_model_sql.hpp"

namespace mz::cmdb_model {

Task<Change> Change::begin(web::Request& rq, web::Tx& tx)
{
    Change change;
    change.tenant_ = rq.caller.tenant.value_or(Uuid());
    co_await tx.run(sql::model_version_lock{});
    change.before_ = co_await model(tx, change.tenant_);
    change.parts = Parts::of(*change.before_);
    co_return change;
}

void throw_invalid(std::vector<FieldError> errors)
{
    Problem problem(Failure::unprocessable, "The model would not hang together.");
    problem.errors = std::move(errors);
    throw problem;
}

void require_not_needed(std::vector<std::string> const& needs)
{
    if (needs.empty()) return;
    std::string detail = "This is still needed.";
    for (auto const& need : needs) detail += " " + need;
    throw Problem(Failure::conflict, "still-needed", detail);
}

Task<Touched> preview(web::Request& rq, web::Tx& tx, Uuid tenant, ModelChange change)
{
    co_return co_await rq.services.get<ModelUser>().touched(tx, tenant, std::move(change));
}

Task<Touched> consider(web::Request& rq, web::Tx& tx, Uuid tenant, ModelChange change, Misfits misfits)
{
    bool const unique = !change.made_unique.empty();
    auto touched = co_await preview(rq, tx, tenant, std::move(change));
    if (touched.misfits == 0 || (misfits == Misfits::clear && !unique)) co_return touched;
    Problem problem(Failure::conflict, "model-misfits",
                    unique ? "Some values are there more than once." : "Some values do not fit and would be cleared.");
    problem.members.push_back({"preview", json::write(touched)});
    throw problem;
}

Task<void> finish(web::Request& rq, web::Tx& tx, Uuid tenant, std::optional<ModelChange> change)
{
    co_await tx.run(sql::model_version_raise{});
    if (change) co_await rq.services.get<ModelUser>().migrate(tx, tenant, std::move(*change));
}

}  // namespace mz::cmdb_model
