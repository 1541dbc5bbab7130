#include "web/reference.hpp"

#include "json/value.hpp"

#include <boost/json/serialize.hpp>

#include <map>
#include <utility>
#include <vector>

namespace mz::web {
namespace {

using json::bj::object;
using json::bj::value;

std::string escaped(std::string_view text)
{
    std::string out;
    for (char const c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            default: out += c;
        }
    }
    return out;
}

std::string_view text_of(object const& in, std::string_view name)
{
    auto const* found = in.if_contains(name);
    return found != nullptr && found->is_string() ? std::string_view(found->get_string()) : std::string_view();
}

std::string element(std::string_view name, std::string const& inner)
{
    return "<" + std::string(name) + ">" + inner + "</" + std::string(name) + ">";
}
std::string code(std::string_view text) { return element("code", escaped(text)); }
std::string link(std::string const& anchor, std::string_view text)
{
    return "<a href=\"#" + escaped(anchor) + "\">" + escaped(text) + "</a>";
}

std::string join(std::vector<std::string> const& parts, std::string_view between)
{
    std::string out;
    for (auto const& part : parts) out += (out.empty() ? "" : std::string(between)) + part;
    return out;
}

std::string anchor_of_schema(std::string_view name) { return "schema-" + std::string(name); }

// What a value may be, in one line: a link to a named schema, an array of something, or a JSON type.
std::string type_of(object const& schema)
{
    if (auto const reference = text_of(schema, "$ref"); !reference.empty()) {
        auto const name = reference.substr(reference.rfind('/') + 1);
        return link(anchor_of_schema(name), name);
    }
    for (auto const* choice : {"anyOf", "oneOf"}) {
        if (auto const* choices = schema.if_contains(choice)) {
            std::vector<std::string> parts;
            for (auto const& each : choices->as_array()) parts.push_back(type_of(each.as_object()));
            return join(parts, " or ");
        }
    }
    if (auto const* items = schema.if_contains("items")) return "array of " + type_of(items->as_object());
    auto const* type = schema.if_contains("type");
    if (type == nullptr) return schema.contains("enum") ? "string" : "any";
    std::vector<std::string> names;
    if (type->is_array()) {
        for (auto const& each : type->get_array()) names.push_back(escaped(each.as_string()));
    } else {
        names.push_back(escaped(type->as_string()));
    }
    auto const format = text_of(schema, "format");
    return join(names, " or ") + (format.empty() ? "" : " (" + escaped(format) + ")");
}

// The bounds of a value, as words.
std::string limits_of(object const& schema)
{
    static constexpr std::pair<std::string_view, std::string_view> words[] = {
        {"minLength", "at least {} characters"}, {"maxLength", "at most {} characters"}, {"minimum", "from {}"},   {"maximum", "up to {}"},
        {"minItems", "at least {} items"},       {"maxItems", "at most {} items"},       {"pattern", "matches {}"}};
    std::vector<std::string> parts;
    for (auto const& [name, sentence] : words) {
        auto const* found = schema.if_contains(name);
        if (found == nullptr || (found->is_int64() && found->get_int64() == 0)) continue;
        std::string text(sentence);
        parts.push_back(text.replace(text.find("{}"), 2, found->is_string() ? code(found->get_string()) : json::bj::serialize(*found)));
    }
    if (auto const* choices = schema.if_contains("enum")) {
        std::vector<std::string> names;
        for (auto const& each : choices->as_array())
            names.push_back(each.is_string() ? code(each.get_string()) : escaped(json::bj::serialize(each)));
        parts.push_back("one of " + join(names, ", "));
    }
    if (auto const text = text_of(schema, "description"); !text.empty()) parts.push_back(escaped(text));
    return join(parts, "; ");
}

std::string row(std::string const& name, std::string const& where, object const& schema, std::string_view description)
{
    auto limits = limits_of(schema);
    if (!description.empty()) limits = escaped(description) + (limits.empty() ? "" : "; " + limits);
    return "<tr><th scope=\"row\">" + code(name) + "</th><td>" + where + "</td><td>" + type_of(schema) + "</td><td>" + limits +
           "</td></tr>";
}

std::string table(std::string_view caption, std::string_view second_heading, std::string const& rows)
{
    if (rows.empty()) return {};
    return "<table><caption>" + std::string(caption) + "</caption><thead><tr><th scope=\"col\">Name</th><th scope=\"col\">" +
           std::string(second_heading) + "</th><th scope=\"col\">Type</th><th scope=\"col\">Meaning</th></tr></thead><tbody>" + rows +
           "</tbody></table>";
}

std::string parameters_of(object const& operation)
{
    auto const* all = operation.if_contains("parameters");
    std::string rows;
    if (all == nullptr) return rows;
    for (auto const& each : all->as_array()) {
        auto const& parameter = each.as_object();
        auto const* required = parameter.if_contains("required");
        auto const where = escaped(text_of(parameter, "in")) + (required != nullptr && required->as_bool() ? ", required" : "");
        rows += row(std::string(text_of(parameter, "name")), where, parameter.at("schema").as_object(), text_of(parameter, "description"));
    }
    return table("Parameters", "In", rows);
}

// "application/json: Incident", for the content of a body or an answer.
std::string content_of(object const& holder)
{
    std::vector<std::string> parts;
    if (auto const* content = holder.if_contains("content")) {
        for (auto const& entry : content->as_object())
            parts.push_back(code(entry.key()) + " " + type_of(entry.value().at("schema").as_object()));
    }
    return join(parts, ", ");
}

std::string access_of(object const& operation)
{
    auto const permission = text_of(operation, "x-permission");
    if (permission == "none") return "Public";
    if (permission == "signed_in") return "Any signed-in user";
    if (permission == "device") return "An appliance, with its key as " + code("X-Device-Key");
    return "Permission " + code(permission);
}

std::string operation_section(std::string_view path, std::string_view verb, object const& operation)
{
    auto const id = std::string(text_of(operation, "operationId"));
    std::string out = "<section id=\"" + escaped(id) + "\"><h3>" + escaped(text_of(operation, "summary")) + "</h3>";
    std::string method(verb);
    for (char& c : method) c = static_cast<char>(c - 'a' + 'A');
    out += "<p class=\"call\"><b class=\"" + std::string(verb) + "\">" + method + "</b> " + code(path) + "</p>";
    out += "<p>" + access_of(operation) + ". Operation " + code(id) + ".</p>";
    if (auto const text = text_of(operation, "description"); !text.empty()) out += element("p", escaped(text));
    out += parameters_of(operation);
    if (auto const* body = operation.if_contains("requestBody")) out += "<p>Body: " + content_of(body->as_object()) + "</p>";
    out += "<ul>";
    for (auto const& answer : operation.at("responses").as_object()) {
        if (answer.key() == "default") continue;
        auto const& response = answer.value().as_object();
        auto const content = content_of(response);
        out += "<li>" + code(answer.key()) + " " + escaped(text_of(response, "description")) + (content.empty() ? "" : " " + content) +
               "</li>";
    }
    return out + "<li>Anything else is a " + link(anchor_of_schema("Problem"), "Problem") + ".</li></ul></section>";
}

std::string schema_section(std::string_view name, object const& schema)
{
    std::string out = "<section id=\"" + escaped(anchor_of_schema(name)) + "\"><h3>" + escaped(name) + "</h3>";
    auto const* properties = schema.if_contains("properties");
    if (properties == nullptr) {
        auto const limits = limits_of(schema);
        return out + "<p>" + type_of(schema) + (limits.empty() ? "" : ": " + limits) + "</p></section>";
    }
    auto const* required = schema.if_contains("required");
    std::string rows;
    for (auto const& property : properties->as_object()) {
        bool const must =
            required != nullptr && std::ranges::find(required->as_array(), value(property.key())) != required->as_array().end();
        rows += row(std::string(property.key()), must ? "required" : "optional", property.value().as_object(), {});
    }
    return out + table("Members", "Presence", rows) + "</section>";
}

}  // namespace

std::string reference_page(std::string_view openapi_document)
{
    auto const parsed = json::parse(openapi_document);
    auto const& document = parsed.as_object();
    struct Group {
        std::string navigation;
        std::string sections;
    };
    std::map<std::string, Group, std::less<>> groups;
    for (auto const& path : document.at("paths").as_object()) {
        for (auto const& call : path.value().as_object()) {
            auto const& operation = call.value().as_object();
            auto& group = groups[std::string(operation.at("tags").at(0).as_string())];
            group.navigation += element("li", link(std::string(text_of(operation, "operationId")), text_of(operation, "summary")));
            group.sections += operation_section(path.key(), call.key(), operation);
        }
    }
    std::string navigation;
    std::string sections;
    for (auto const& [tag, group] : groups) {
        navigation += "<details><summary>" + escaped(tag) + "</summary><ul>" + group.navigation + "</ul></details>";
        sections += "<h2 id=\"tag-" + escaped(tag) + "\">" + escaped(tag) + "</h2>" + group.sections;
    }
    std::string schemas;
    for (auto const& schema : document.at("components").at("schemas").as_object())
        schemas += schema_section(schema.key(), schema.value().as_object());
    auto const title = escaped(text_of(document.at("info").as_object(), "title"));
    return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, "
           "initial-scale=1\"><title>" +
           title + " API</title><link rel=\"stylesheet\" href=\"/api/docs/style.css\"></head><body><nav aria-label=\"Operations\">" +
           navigation + "<p><a href=\"#schemas\">Schemas</a></p></nav><main><h1>" + title +
           " API</h1><p>The same for programs: <a href=\"/api/v1/openapi.json\">OpenAPI 3.1</a>.</p>" + sections +
           "<h2 id=\"schemas\">Schemas</h2>" + schemas + "</main></body></html>";
}

constexpr std::string_view style =
    R"(:root { color-scheme: light dark; --line: #8884; --ink: light-dark(#16202b, #e6e9ee); --paper: light-dark(#fff, #14181e); --accent: light-dark(#0b57a8, #8cc2ff); }
* { box-sizing: border-box; }
body { margin: 0; display: grid; grid-template-columns: 18rem minmax(0, 1fr); font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
nav { position: sticky; top: 0; height: 100vh; overflow: auto; padding: 1rem; border-right: 1px solid var(--line); font-size: .9rem; }
nav ul { margin: .25rem 0 .75rem; padding-left: 1rem; list-style: none; }
main { padding: 1rem 2rem 4rem; max-width: 70rem; }
a { color: var(--accent); }
h2 { margin-top: 3rem; border-bottom: 1px solid var(--line); }
section { margin: 1.5rem 0 2.5rem; scroll-margin-top: 1rem; }
section:target h3 { outline: 2px solid var(--accent); outline-offset: .25rem; }
.call { font-size: 1.05rem; overflow-wrap: anywhere; }
.call b { display: inline-block; min-width: 4.5rem; }
code { font-family: ui-monospace, monospace; font-size: .92em; }
table { width: 100%; border-collapse: collapse; margin: .75rem 0; }
caption { text-align: left; font-weight: 600; }
th, td { text-align: left; vertical-align: top; padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--line); font-weight: 400; overflow-wrap: anywhere; }
thead th { font-size: .85rem; opacity: .8; }
@media (max-width: 50rem) { body { display: block; } nav { position: static; height: auto; border-right: 0; border-bottom: 1px solid var(--line); } main { padding: 1rem; } td, tbody th { display: block; border: 0; padding-right: 0; } tbody tr { display: block; border-bottom: 1px solid var(--line); padding: .4rem 0; } thead { display: none; } }
@media print { nav { display: none; } body { display: block; } }
)";
std::string_view const reference_style = style;

}  // namespace mz::web
