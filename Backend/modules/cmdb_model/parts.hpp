#pragma once
#include "core/problem.hpp"
#include "model.hpp"

#include <string>
#include <vector>

// What a tenant added to the built-in model, as something that can be changed and looked at before it is stored. Pure.
namespace mz::cmdb_model {

struct Parts {
    std::vector<Class> classes;
    std::vector<Attribute> attributes;
    std::vector<RelationType> relation_types;
    std::vector<Rules> rules;

    static Parts of(Model const& model);
    Model model(std::int64_t version) const { return Model::extended(version, classes, attributes, relation_types, rules); }
};

// What a tenant may have at most of each.
inline constexpr std::size_t classes_most = 500;
inline constexpr std::size_t attributes_most = 2000;
inline constexpr std::size_t relation_types_most = 200;
inline constexpr std::size_t choices_most = 200;
inline constexpr std::size_t choice_most = 100;      // characters
inline constexpr std::size_t identifiers_most = 20;  // of a class
inline constexpr std::size_t together_most = 4;      // attributes that identify together

// What is wrong with a part, given the model that it is to be part of and that it is in already; empty where nothing is. The default of an
// attribute is brought into its canonical form on the way.
std::vector<FieldError> problems(Class const& part, Model const& in);
std::vector<FieldError> problems(Attribute& part, Model const& in);
std::vector<FieldError> problems(RelationType const& part, Model const& in);
std::vector<FieldError> problems(Rules const& part, Model const& in);

// Whether a key may be a new one: its form, that nothing has it, and for attributes that it is no word of the API.
std::vector<FieldError> key_problems(std::string const& key, bool taken);
bool is_reserved(std::string_view attribute);

// What still needs a part, as sentences: why it cannot be taken away.
std::vector<std::string> needed_by(Class const& part, Model const& in);
std::vector<std::string> needed_by(Attribute const& part, Model const& in);

}  // namespace mz::cmdb_model
