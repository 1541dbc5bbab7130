#include "change.hpp"

#include <algorithm>
#include <iterator>

namespace mz::cmdb_model {
namespace {

using namespace web;

struct CiModel {
    std::int64_t version = 0;
    std::vector<Class> classes;
    std::vector<Attribute> attributes;
    std::vector<RelationType> relation_types;
    std::vector<Rules> rules;
    std::vector<Transition> transitions;
};
BOOST_DESCRIBE_STRUCT(CiModel, (), (version, classes, attributes, relation_types, rules, transitions))

Task<CiModel> get(Request& rq)
{
    auto const found = co_await model(rq.db);
    auto const steps = transitions();
    co_return CiModel{found->version(),        found->classes(), found->attributes(),
                      found->relation_types(), found->rules(),   {steps.begin(), steps.end()}};
}

}  // namespace

std::vector<Route> routes()
{
    std::vector<Route> all;
    all.push_back(route(Verb::get, "/api/v1/ci-model", Permission{"cis:read"}, "ci_model_get",
                        "Fetch the classes, attributes, relation types and rules", get));
    for (auto part : {class_routes(), attribute_routes(), relation_type_routes(), rules_routes()})
        std::ranges::move(part, std::back_inserter(all));
    return all;
}

}  // namespace mz::cmdb_model
