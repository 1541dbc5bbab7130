#pragma once
#include "app/application.hpp"
#include "testing/database.hpp"
#include "testing/http.hpp"

#include <boost/json/object.hpp>

#include <array>
#include <map>
#include <memory>
#include <set>
#include <string>

namespace mz::backend::tests {

inline constexpr std::array<char const*, 5> roles{"owner", "admin", "agent", "security_analyst", "auditor"};

// One tenant as its people see it, with at least one row in every tenant table.
struct Tenant {
    std::string id;
    std::string name;
    std::map<std::string, std::string> token;      // access token by role, besides "custom" and the API key "service"
    std::set<std::string> scopes;                  // of the API key
    std::map<std::string, std::string> person;     // person id by role
    std::map<std::string, std::string> resources;  // id by path, such as "/api/v1/incidents/{id}"
    std::string provisioning_key;
    std::string device_key;
};

// A whole Cloud Backend in this process, on its own database, with two active tenants that were made through the real APIs.
class Cloud {
public:
    static Cloud& shared();  // made once for all tests of the binary

    std::uint16_t port() const { return application_->port(); }
    Application& application() { return *application_; }
    testing::Database& database() { return *database_; }
    Tenant const& alder() const { return alder_; }
    Tenant const& birch() const { return birch_; }

    testing::Answer call(std::string method, std::string path, std::string token = {}, std::string body = {}) const
    {
        return testing::call(port(), std::move(method), std::move(path), std::move(token), std::move(body));
    }
    // POSTs a document to /internal/license/refresh, signed as Management does.
    testing::Answer push(std::string const& document) const;

    std::int64_t audit_rows_of(Tenant const& tenant) const;

    // Fails the test, showing the answer, unless the status is as expected; returns the body.
    boost::json::value expect(int status, testing::Answer const& answer) const;

private:
    Cloud();
    Tenant make_tenant(std::string name);
    void make_people(Tenant& tenant, std::string const& owner_email);
    void make_rights(Tenant& tenant, std::string const& owner);
    void make_directory(Tenant& tenant) const;
    void make_resources(Tenant& tenant);
    void make_sign_on(Tenant& tenant);
    void make_model(Tenant& tenant);
    void make_cmdb(Tenant& tenant) const;
    void make_relations(Tenant& tenant) const;
    void make_import(Tenant& tenant) const;
    void wait_for_chain(std::string const& token) const;
    void upload(Tenant const& tenant, std::string const& device) const;
    std::string write_letter(Tenant const& tenant) const;
    std::string add_passkey(Tenant const& tenant) const;
    std::string sign_in(std::string const& email, std::string const& tenant) const;

    std::unique_ptr<testing::Database> database_;
    std::unique_ptr<Application> application_;
    Tenant alder_;
    Tenant birch_;
};

}  // namespace mz::backend::tests
