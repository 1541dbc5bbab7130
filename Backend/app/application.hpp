#pragma once
#include "app/settings.hpp"
#include "web/app.hpp"

#include <cstdint>
#include <memory>
#include <string>

namespace mz::backend {

// The whole Cloud Backend: every module's routes on one server, the jobs beside it. The only place that sees all modules.
class Application {
public:
    explicit Application(Settings settings);
    ~Application();  // stops
    Application(Application const&) = delete;
    Application& operator=(Application const&) = delete;

    void start();
    // Ends long polls, lets requests in flight finish, then ends the jobs between two of their transactions.
    void stop();

    std::uint16_t port() const;
    web::App& app();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// The OpenAPI document of this program, without a database.
std::string openapi_document();

}  // namespace mz::backend
