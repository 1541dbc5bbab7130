#include "testing/sample.hpp"

#include <boost/json/array.hpp>

#include <string_view>

namespace mz::testing {
namespace {

namespace bj = boost::json;

bj::value sample_text(bj::object const& schema, std::string const& uuid)
{
    auto const* format = schema.if_contains("format");
    std::string_view const kind = format == nullptr ? std::string_view{} : std::string_view(format->get_string());
    if (kind == "uuid") return bj::value(uuid);
    if (kind == "email") return "somebody@example.test";
    if (kind == "date-time") return "2099-01-01T00:00:00Z";
    if (kind == "password") return "a long enough pass phrase";
    auto const* shortest = schema.if_contains("minLength");
    auto const length = shortest == nullptr ? 1 : std::max<std::int64_t>(1, shortest->to_number<std::int64_t>());
    return bj::value(std::string(static_cast<std::size_t>(length), 'x'));
}

}  // namespace

bj::value sample(bj::object const& document, bj::value const& schema, std::string const& uuid)
{
    auto const& object = schema.as_object();
    if (auto const* reference = object.if_contains("$ref")) {
        constexpr std::string_view prefix = "#/components/schemas/";
        auto const name = std::string_view(reference->as_string()).substr(prefix.size());
        return sample(document, document.at("components").at("schemas").at(name), uuid);
    }
    if (auto const* choices = object.if_contains("anyOf")) return sample(document, choices->at(0), uuid);
    if (auto const* names = object.if_contains("enum")) return names->at(0);
    auto const* type = object.if_contains("type");
    if (type == nullptr) return bj::object{};
    auto const word = type->is_array() ? std::string_view(type->at(0).as_string()) : std::string_view(type->as_string());
    if (word == "string") return sample_text(object, uuid);
    if (word == "boolean") return true;
    if (word == "integer" || word == "number") return object.contains("minimum") ? object.at("minimum") : bj::value(1);
    if (word == "array") return bj::array{sample(document, object.at("items"), uuid)};
    bj::object out;
    auto const* required = object.if_contains("required");
    if (required == nullptr) return out;
    for (auto const& name : required->as_array()) {
        out[name.as_string()] = sample(document, object.at("properties").at(name.as_string()), uuid);
    }
    return out;
}

}  // namespace mz::testing
