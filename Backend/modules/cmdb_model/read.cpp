#include "cmdb_model.hpp"

#include "cmdb_model_sql.hpp"
#include "json/read.hpp"

#include <list>
#include <unordered_map>

namespace mz::cmdb_model {
namespace {

// A tenant's own model weighs about 200 kB, most of it the built-in part.
constexpr std::size_t models_kept = 200;

struct Stored {
    std::int64_t version = 0;
    json::Raw classes;
    json::Raw attributes;
    json::Raw relation_types;
    json::Raw rules;
};
BOOST_DESCRIBE_STRUCT(Stored, (), (version, classes, attributes, relation_types, rules))

// The models that a thread has read, the least recently used of which goes. A request stays on its thread, so nothing here is locked.
class Kept {
public:
    std::shared_ptr<Model const> find(Uuid tenant, std::int64_t version)
    {
        auto const found = at_.find(tenant);
        if (found == at_.end() || found->second->second->version() != version) return nullptr;
        order_.splice(order_.begin(), order_, found->second);
        return found->second->second;
    }

    void keep(Uuid tenant, std::shared_ptr<Model const> model)
    {
        if (auto const found = at_.find(tenant); found != at_.end()) {
            order_.erase(found->second);
            at_.erase(found);
        }
        order_.emplace_front(tenant, std::move(model));
        at_.emplace(tenant, order_.begin());
        if (order_.size() <= models_kept) return;
        at_.erase(order_.back().first);
        order_.pop_back();
    }

private:
    using Order = std::list<std::pair<Uuid, std::shared_ptr<Model const>>>;
    Order order_;
    std::unordered_map<Uuid, Order::iterator> at_;
};

Kept& kept()
{
    thread_local Kept models;
    return models;
}

std::shared_ptr<Model const> unchanged()
{
    static auto const model = std::make_shared<Model const>(Model::built_in());
    return model;
}

template <class Database>
Task<std::shared_ptr<Model const>> current(Database& database, Uuid tenant)
{
    auto const version = co_await database.template maybe<std::int64_t>(sql::model_version_get{});
    if (!version || *version == 0) co_return unchanged();
    if (auto found = kept().find(tenant, *version)) co_return found;
    auto const stored = co_await database.template one<Stored>(sql::model_read{});
    auto model = std::make_shared<Model const>(Model::extended(stored.version, json::read_text<std::vector<Class>>(stored.classes.text),
                                                               json::read_text<std::vector<Attribute>>(stored.attributes.text),
                                                               json::read_text<std::vector<RelationType>>(stored.relation_types.text),
                                                               json::read_text<std::vector<Rules>>(stored.rules.text)));
    kept().keep(tenant, model);
    co_return model;
}

}  // namespace

Task<std::shared_ptr<Model const>> model(web::Db& db) { co_return co_await current(db, db.audit().tenant.value_or(Uuid())); }
Task<std::shared_ptr<Model const>> model(web::Tx& tx, Uuid tenant) { co_return co_await current(tx, tenant); }

}  // namespace mz::cmdb_model
