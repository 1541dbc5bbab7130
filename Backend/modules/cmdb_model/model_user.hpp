#pragma once
#include "core/task.hpp"
#include "model.hpp"
#include "web/db.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <expected>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace mz::cmdb_model {

// A change of a tenant's model, for whoever keeps values that follow it.
struct ModelChange {
    std::shared_ptr<Model const> before;
    std::shared_ptr<Model const> after;
    std::vector<std::string> classes{};          // things of these, as they are called before the change, have to be looked at again
    std::set<std::string> attributes{};          // only what has a value of one of these; empty: all of them
    std::map<std::string, std::string> moved{};  // a class that goes away, and the one that its things become
    std::set<std::string> made_unique{};         // attributes that must be so from now on
    bool identification = false;                 // the rules that tell which records are of the same thing are others

    std::string const& class_after(std::string const& key) const
    {
        auto const found = moved.find(key);
        return found == moved.end() ? key : found->second;
    }
    // What becomes of a value: its new form, or why it has none. What did not fit before the change is none of its business, and stays.
    std::expected<json::bj::value, std::string> converted(std::string const& class_key, std::string const& attribute,
                                                          json::bj::value const& value) const;
};

// A value that a change would take away.
struct Misfit {
    Uuid ci_id;
    std::string name;
    std::string attribute;
    json::Raw value;
    std::string problem;
};
BOOST_DESCRIBE_STRUCT(Misfit, (), (ci_id, name, attribute, value, problem))

// `cis`: CIs that the change touches; `converted`: those with a value that is written in another form; `misfits`: those with one that has
// none and would be cleared, of which `sample` shows some.
struct Touched {
    std::int64_t cis = 0;
    std::int64_t converted = 0;
    std::int64_t misfits = 0;
    std::vector<Misfit> sample;
};
BOOST_DESCRIBE_STRUCT(Touched, (), (cis, converted, misfits, sample))

inline constexpr std::size_t misfits_shown = 20;

// Keeps values that follow the model. The module that does is another one, which knows this one; app/ puts it into the services.
class ModelUser {
public:
    virtual ~ModelUser() = default;
    // What a change would do.
    virtual Task<Touched> touched(web::Tx& tx, Uuid tenant, ModelChange change) = 0;
    // Does it, in the transaction of the change, whose model is in force already. What does not fit is cleared, and in the history alone.
    virtual Task<void> migrate(web::Tx& tx, Uuid tenant, ModelChange change) = 0;
};

}  // namespace mz::cmdb_model
