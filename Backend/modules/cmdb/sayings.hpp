#pragma once
#include "cmdb.hpp"
#include "record.hpp"

#include <optional>
#include <vector>

namespace mz::cmdb {

// The observation with its values normalised. What does not fit is left out and named in `refused`; nothing where it cannot be taken in at
// all: without a key, or of a class that is not there.
std::optional<Saying> saying_of(Observation const& observation, Model const& model, std::vector<FieldError>& refused);

// The values that fit a class, each as it is kept; those that do not are named in `refused`.
std::map<std::string, json::bj::value> fitting(AttributeValues const& values, std::string const& class_key, Model const& model,
                                               std::vector<FieldError>& refused);

}  // namespace mz::cmdb
