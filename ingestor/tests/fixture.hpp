#pragma once
#include "app/service.hpp"
#include "pg/blocking.hpp"
#include "testing/database.hpp"
#include "testing/http.hpp"

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <string>

namespace mz::ingest {

// A tenant's appliance as the tests know it.
struct Appliance {
    Uuid tenant_id;
    Uuid device_id;
    std::string key;
};

using Headers = std::map<std::string, std::string>;

// The whole service in this process, on a database of its own.
class Ingestor {
public:
    explicit Ingestor(std::function<void(Settings&)> const& change = {});
    ~Ingestor();

    Appliance register_appliance();
    Appliance register_appliance(Uuid const& tenant_id);

    testing::Answer post(std::string body, Headers headers);
    testing::Answer post(Appliance const& from, std::string body, Headers more = {});
    testing::Answer get(std::string path);

    // Rows that a query of one number counts, seen by a superuser.
    long count(std::string const& query);
    long events() { return count("select count(*) from ingest.ingest_events"); }
    long batches() { return count("select count(*) from ingest.ingest_batches"); }
    void execute(std::string const& statement) { superuser_.script(statement); }

    testing::Database& database() { return database_; }
    Shared& shared() { return *shared_; }
    net::Server& server() { return *server_; }

private:
    testing::Database database_;
    pg::Blocking superuser_;
    std::unique_ptr<Shared> shared_;
    std::unique_ptr<net::Server> server_;
};

// `data` is JSON; the time is now.
std::string event(std::string const& kind = "log", std::string const& data = R"({"message":"x"})");
std::string batch(std::size_t events);

// Whether `holds` becomes true within `patience`.
bool eventually(std::function<bool()> const& holds, std::chrono::milliseconds patience = std::chrono::seconds(5));

}  // namespace mz::ingest
