#pragma once
#include "testing/http.hpp"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <map>
#include <string>
#include <vector>

namespace mz::testing {

// One operation of an OpenAPI document, for tests that go through all of them: a new endpoint is covered, or fails there.
struct Operation {
    std::string id;
    std::string method;
    std::string path;
    std::string permission;  // as the route names it
    bool websocket = false;
    boost::json::value body;   // a good one, null where there is none; a string where it is no JSON
    std::string media_type{};  // of the body

    bool is_public() const { return permission == "none"; }
    bool has_named_permission() const { return permission.find(':') != std::string::npos; }
    bool has_id() const { return path.find('{') != std::string::npos; }
};

// `uuid` stands in the bodies wherever the id of something is wanted.
std::vector<Operation> operations(boost::json::object const& document, std::string const& uuid);

// Ids by the paths that lead to them, such as "/api/v1/incidents/{id}".
using Resources = std::map<std::string, std::string>;

// Calls the operation on one of these resources; fails the test where there is none. Token and device key are left out where empty.
Answer send(std::uint16_t port, Operation const& operation, Resources const& resources, std::string const& token,
            std::string const& device_key = {});

// Public operations and the reason of each. Fails the test for a public operation that is not listed, and for a listed one that is not.
void expect_public_on_purpose(std::vector<Operation> const& operations, std::map<std::string, std::string> const& reasons);

// Whether an answer shows that the caller was let in: whatever the request itself was worth, it was found, understood and survived.
bool let_in(int status);

}  // namespace mz::testing
