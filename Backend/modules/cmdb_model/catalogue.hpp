#pragma once
#include "model.hpp"

#include <vector>

// The built-in model, the same for every tenant: what people of the field expect to find.
namespace mz::cmdb_model::catalogue {

std::vector<Class> classes();
std::vector<Attribute> attributes();
std::vector<RelationType> relation_types();
std::vector<Rules> rules();

}  // namespace mz::cmdb_model::catalogue
