#include "sayings.hpp"

#include "core/text.hpp"

namespace mz::cmdb {
namespace {

constexpr std::size_t key_most = 200;  // characters, as cmdb.records has it

}  // namespace

std::map<std::string, json::bj::value> fitting(AttributeValues const& values, std::string const& class_key, Model const& model,
                                               std::vector<FieldError>& refused)
{
    std::map<std::string, json::bj::value> out;
    for (auto const& [key, raw] : values) {
        auto const* attribute = model.find_attribute(key);
        if (attribute == nullptr || !model.has_attribute(class_key, key)) {
            refused.push_back({"/attributes/" + key, "is no attribute of " + class_key});
            continue;
        }
        auto value = cmdb_model::normalised(*attribute, json::parse(raw.text));
        if (value) out.emplace(key, canonical(std::move(*value)));
        else refused.push_back({"/attributes/" + key, value.error()});
    }
    return out;
}

std::optional<Saying> saying_of(Observation const& observation, Model const& model, std::vector<FieldError>& refused)
{
    auto const length = utf8_length(observation.key);
    if (length == 0 || length > key_most) {
        refused.push_back({"/key", "must have 1 to " + std::to_string(key_most) + " characters"});
        return std::nullopt;
    }
    if (model.find_class(observation.class_key) == nullptr) {
        refused.push_back({"/class_key", "is no class"});
        return std::nullopt;
    }
    return Saying{observation.class_key, observation.at, fitting(observation.attributes, observation.class_key, model, refused),
                  observation.complete};
}

}  // namespace mz::cmdb
