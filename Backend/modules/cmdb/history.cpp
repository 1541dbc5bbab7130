#include "history.hpp"

#include "json/write.hpp"

namespace mz::cmdb {
namespace {

namespace bj = json::bj;

// With the columns that every CI has.
Attributes all_of(Ci const* ci)
{
    if (ci == nullptr) return {};
    auto all = read_attributes(ci->attributes);
    all.emplace(class_attribute, ci->class_key);
    all.emplace(name_attribute, std::string(ci->name));
    all.emplace(status_attribute, boost::describe::enum_to_string(ci->status, ""));
    return all;
}

std::string member(Attributes const& all, std::string const& attribute)
{
    auto const found = all.find(attribute);
    return found == all.end() ? "null" : text_of(found->second);
}

}  // namespace

Attributes read_attributes(json::Raw const& stored)
{
    Attributes out;
    auto const parsed = json::parse(stored.text);
    for (auto const& entry : parsed.as_object()) out.emplace(entry.key(), canonical(entry.value()));
    return out;
}

json::Raw write_attributes(Attributes const& attributes)
{
    std::string out = "{";
    for (auto const& [attribute, value] : attributes) {
        if (out.size() > 1) out += ',';
        json::append_string(out, attribute);
        out.append(":").append(text_of(value));
    }
    return json::Raw{out + "}"};
}

json::Raw changes_between(Ci const* before, Ci const& after, Origins const& sources)
{
    auto const old_values = all_of(before);
    auto const new_values = all_of(&after);
    auto both = new_values;
    both.insert(old_values.begin(), old_values.end());
    std::string out = "{";
    for (auto const& [attribute, value] : both) {
        auto const from = member(old_values, attribute);
        auto const to = member(new_values, attribute);
        if (from == to) continue;
        if (out.size() > 1) out += ',';
        json::append_string(out, attribute);
        out.append(R"(:{"from":)").append(from).append(R"(,"to":)").append(to).append(R"(,"source":)");
        auto const source = sources.find(attribute);
        bool const known = source != sources.end();
        out += known ? json::write(source->second.source_id) : "null";
        out.append(R"(,"source_name":)").append(known ? json::write(source->second.source_name) : "null");
        out += '}';
    }
    return json::Raw{out + "}"};
}

}  // namespace mz::cmdb
