#include "testing/operations.hpp"

#include "testing/sample.hpp"

#include <gtest/gtest.h>

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <cctype>
#include <set>

namespace mz::testing {
namespace {

namespace bj = boost::json;

std::string upper(std::string text)
{
    std::ranges::transform(text, text.begin(), [](char c) { return static_cast<char>(std::toupper(c)); });
    return text;
}

// A path has one id, followed by what is done with it at most.
std::string path_to(Operation const& operation, Resources const& resources)
{
    auto path = operation.path;
    auto const open = path.find('{');
    if (open == std::string::npos) return path;
    auto const close = path.find('}');
    auto const known = resources.find(path.substr(0, close + 1));
    EXPECT_NE(known, resources.end()) << operation.id << " needs a resource at " << path.substr(0, close + 1)
                                      << "; add one to the fixture, so that it is covered";
    if (known == resources.end()) return path;
    return path.replace(open, close - open + 1, known->second);
}

}  // namespace

std::vector<Operation> operations(bj::object const& document, std::string const& uuid)
{
    std::vector<Operation> out;
    for (auto const& path : document.at("paths").as_object()) {
        for (auto const& verb : path.value().as_object()) {
            auto const& described = verb.value().as_object();
            Operation operation{std::string(described.at("operationId").as_string()),
                                upper(verb.key()),
                                path.key(),
                                std::string(described.at("x-permission").as_string()),
                                described.contains("x-websocket"),
                                nullptr};
            if (auto const* body = described.if_contains("requestBody")) {
                auto const& first = *body->at("content").as_object().begin();
                operation.media_type = first.key();
                operation.body = sample(document, first.value().at("schema"), uuid);
            }
            out.push_back(std::move(operation));
        }
    }
    return out;
}

Answer send(std::uint16_t port, Operation const& operation, Resources const& resources, std::string const& token,
            std::string const& device_key)
{
    Exchange request{operation.method, path_to(operation, resources), {}, {}};
    if (operation.websocket) request.path += "?token=" + token;
    else if (!token.empty()) request.headers["Authorization"] = "Bearer " + token;
    if (!device_key.empty()) request.headers["X-Device-Key"] = device_key;
    if (!operation.body.is_null()) {
        auto const* const text = operation.body.if_string();
        request.body = text != nullptr ? std::string(*text) : bj::serialize(operation.body);
        request.headers["Content-Type"] = operation.media_type;
    }
    return exchange(port, request);
}

void expect_public_on_purpose(std::vector<Operation> const& operations, std::map<std::string, std::string> const& reasons)
{
    std::set<std::string> unseen;
    for (auto const& [operation, reason] : reasons) unseen.insert(operation);
    for (auto const& operation : operations) {
        if (!operation.is_public()) continue;
        EXPECT_TRUE(reasons.contains(operation.id)) << operation.id << " is public; say why in public_operations";
        unseen.erase(operation.id);
    }
    for (auto const& operation : unseen) ADD_FAILURE() << operation << " is listed as public, but there is no such public operation";
}

bool let_in(int status) { return status != 401 && status != 403 && status != 404 && status != 415 && status < 500; }

}  // namespace mz::testing
