#include "model_user.hpp"

namespace mz::cmdb_model {

std::expected<json::bj::value, std::string> ModelChange::converted(std::string const& class_key, std::string const& attribute,
                                                                   json::bj::value const& value) const
{
    if (value.is_null() || !before->has_attribute(class_key, attribute)) return value;
    auto const* const found = after->find_attribute(attribute);
    if (found == nullptr) return std::unexpected("there is no such attribute any more");
    if (!after->is_a(class_after(class_key), found->class_key)) return std::unexpected("its class does not have this attribute any more");
    auto as_it_is = normalised(*found, value);
    if (as_it_is) return as_it_is;
    auto read_anew = parsed(*found, written(value));
    if (read_anew) return read_anew;
    return as_it_is;
}

}  // namespace mz::cmdb_model
