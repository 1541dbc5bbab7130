#pragma once
#include "cmdb/cmdb.hpp"
#include "import.hpp"
#include "reading.hpp"

#include <string>
#include <string_view>
#include <vector>

// What the columns of a file mean. Pure.
namespace mz::cmdb_import {

using cmdb_model::Model;

// What a column may mean besides the attributes of its class.
inline constexpr std::string_view name_column = "name";
inline constexpr std::string_view status_column = "status";
inline constexpr std::string_view class_column = "class";

// The same for the same columns, in whatever order.
std::string fingerprint(std::vector<std::string> const& columns);

// By the columns' names, which people write as keys ("serial_number"), as names ("Serial number") or nearly so; without two columns for one
// attribute.
Mapping guess(std::vector<std::string> const& columns, std::string_view class_key, Model const& model);

// What is wrong with a plan; pointers are into it.
std::vector<FieldError> wrong_with(Plan const& plan, std::vector<std::string> const& columns, Model const& model);

// Of one row. `column` is empty where it is about the row as a whole.
struct RowProblem {
    std::string column;
    std::string detail;
};
BOOST_DESCRIBE_STRUCT(RowProblem, (), (column, detail))

// A reference that the file gives by its name: whoever knows the CMDB puts the id in.
struct NamedReference {
    std::string column;
    std::string attribute;
    std::string name;
    std::string class_key;
};

// A row as an observation, with what it is recognised by: one text for each identifier rule that it has all attributes of.
struct Understood {
    cmdb::Observation observation;
    std::vector<std::string> identities;
    std::vector<NamedReference> references;
    std::vector<RowProblem> problems;
};
Understood understood(Cells const& cells, std::int32_t number, Plan const& plan, Model const& model);

}  // namespace mz::cmdb_import
