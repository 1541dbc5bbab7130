#include "web/openapi.hpp"

#include <boost/json/serialize.hpp>

#include <map>

namespace mz::web {
namespace {

using json::bj::array;
using json::bj::object;
using json::bj::value;

char const* verb_name(Verb verb)
{
    switch (verb) {
        case Verb::get: return "get";
        case Verb::post: return "post";
        case Verb::put: return "put";
        case Verb::patch: return "patch";
        case Verb::del: return "delete";
    }
    return "";
}

// The first path segment behind /api/v1 groups operations in the rendered reference.
std::string tag_of(std::string const& path)
{
    for (std::string_view const prefix : {"/api/v1/", "/internal/v1/", "/internal/", "/api/", "/"}) {
        if (!path.starts_with(prefix)) continue;
        auto const rest = path.substr(prefix.size());
        return rest.substr(0, rest.find('/'));
    }
    return "service";
}

void add_header_parameters(Route const& route, object& operation)
{
    auto header = [&](char const* name, char const* description) {
        if (!operation.contains("parameters")) operation["parameters"] = array{};
        operation["parameters"].as_array().push_back(
            object{{"name", name}, {"in", "header"}, {"required", false}, {"description", description}, {"schema", {{"type", "string"}}}});
    };
    if (route.creates) header("Idempotency-Key", "Repeating the request with the same key creates nothing twice.");
    if (route.verb == Verb::patch) header("If-Match", "The ETag that the change is based on; 412 where it is no longer current.");
}

object security_of(Permission const& permission)
{
    return permission.kind == Permission::Kind::device ? object{{"device_key", array{}}} : object{{"bearer", array{}}};
}

// Bodies and answers under the dialect's media type, and its error instead of the product's.
void speak(Dialect const& dialect, object& operation, json::Components& components)
{
    auto rename = [&](value& part) {
        auto* content = part.as_object().if_contains("content");
        if (content == nullptr) return;
        auto schema = content->at("application/json");
        *content = object{{dialect.media_type, std::move(schema)}};
    };
    if (auto* body = operation.if_contains("requestBody")) rename(*body);
    auto& responses = operation["responses"].as_object();
    for (auto& response : responses) rename(response.value());
    object const content{{dialect.media_type, {{"schema", dialect.describe_problem(components)}}}};
    responses["default"] = object{{"description", "What went wrong, as the standard of this path has it."}, {"content", content}};
}

object operation_of(Route const& route, json::Components& components)
{
    object operation{{"operationId", route.operation}, {"summary", route.summary}, {"tags", array{value(tag_of(route.path))}}};
    operation["x-permission"] = std::string(route.permission.name);
    if (route.permission.kind != Permission::Kind::none) operation["security"] = array{security_of(route.permission)};
    else operation["security"] = array{};
    if (route.topic.empty()) {
        route.describe(operation, components);
    } else {
        operation["x-websocket"] = true;
        operation["parameters"] =
            array{object{{"name", "token"}, {"in", "query"}, {"required", true}, {"schema", {{"type", "string"}}}},
                  object{{"name", "after"}, {"in", "query"}, {"required", false}, {"schema", {{"type", "string"}, {"format", "uuid"}}}}};
        operation["responses"] = object{{"101", {{"description", "The connection is a WebSocket from here on."}}}};
    }
    add_header_parameters(route, operation);
    if (route.dangerous) {
        operation["x-step-up"] = true;
        operation["description"] =
            "Needs a fresh proof of who the person is: 403 `step-up-required` asks for POST /api/v1/auth/step-up first.";
    }
    operation["responses"].as_object()["default"] = object{{"$ref", "#/components/responses/Problem"}};
    if (route.dialect != nullptr) speak(*route.dialect, operation, components);
    return operation;
}

value problem_schema()
{
    object const text{{"type", "string"}};
    object const error{{"type", "object"}, {"required", array{"pointer", "detail"}}, {"properties", {{"pointer", text}, {"detail", text}}}};
    object properties{{"type", text},   {"title", text},    {"status", {{"type", "integer"}}},
                      {"detail", text}, {"instance", text}, {"request_id", text}};
    properties["violated-policies"] = object{{"type", "array"}, {"items", text}, {"description", "The quotas that a 429 is about."}};
    properties["errors"] = object{{"type", "array"}, {"items", error}};
    return object{{"type", "object"}, {"required", array{"type", "title", "status"}}, {"properties", std::move(properties)}};
}

value header(char const* description, char const* type) { return object{{"description", description}, {"schema", {{"type", type}}}}; }

object sorted(object const& unsorted)
{
    std::map<std::string, value> order;
    for (auto const& entry : unsorted) order.emplace(entry.key(), entry.value());
    object out;
    for (auto const& [key, entry] : order) out[key] = entry;
    return out;
}

void indent(std::string& out, value const& v, std::size_t depth)
{
    std::string const inner(2 * (depth + 1), ' ');
    std::string const outer(2 * depth, ' ');
    if (v.is_object() && !v.get_object().empty()) {
        out += "{\n";
        bool first = true;
        for (auto const& entry : v.get_object()) {
            out += (first ? "" : ",\n") + inner + json::bj::serialize(json::bj::string(entry.key())) + ": ";
            first = false;
            indent(out, entry.value(), depth + 1);
        }
        out += "\n" + outer + "}";
    } else if (v.is_array() && !v.get_array().empty() && (v.get_array().front().is_object() || v.get_array().front().is_array())) {
        out += "[\n";
        bool first = true;
        for (auto const& element : v.get_array()) {
            out += (first ? "" : ",\n") + inner;
            first = false;
            indent(out, element, depth + 1);
        }
        out += "\n" + outer + "]";
    } else {
        out += json::bj::serialize(v);
    }
}

}  // namespace

std::string openapi(std::string const& title, std::string const& version, std::vector<Route> const& routes)
{
    json::Components components;
    components["Problem"] = problem_schema();
    object paths;
    for (auto const& route : routes) {
        auto operation = operation_of(route, components);
        if (!paths.contains(route.path)) paths[route.path] = object{};
        paths[route.path].as_object()[verb_name(route.verb)] = std::move(operation);
    }
    object const bearer{{"type", "http"}, {"scheme", "bearer"}, {"bearerFormat", "JWT"}};
    object const device_key{{"type", "apiKey"}, {"in", "header"}, {"name", "X-Device-Key"}};
    object const problem{
        {"description", "What went wrong, as RFC 9457 has it. 429 `quota-exceeded` says in Retry-After when to come back."},
        {"headers",
         {{"Retry-After", header("Seconds to wait, where waiting helps.", "integer")},
          {"RateLimit-Policy", header("The quotas that the request counted against: requests (q) in seconds (w).", "string")},
          {"RateLimit", header("What is left of them (r), and in how many seconds they are whole again (t).", "string")}}},
        {"content", {{"application/problem+json", {{"schema", {{"$ref", "#/components/schemas/Problem"}}}}}}}};
    object document{{"openapi", "3.1.0"}};
    document["info"] = object{{"title", title}, {"version", version}};
    document["paths"] = sorted(paths);
    document["components"] = object{{"schemas", sorted(components)},
                                    {"responses", {{"Problem", problem}}},
                                    {"securitySchemes", {{"bearer", bearer}, {"device_key", device_key}}}};
    std::string out;
    indent(out, document, 0);
    out += '\n';
    return out;
}

}  // namespace mz::web
