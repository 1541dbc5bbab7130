#pragma once
#include "app/settings.hpp"
#include "web/app.hpp"

#include <cstdint>
#include <memory>
#include <string>

namespace mz::management {

// The whole Management Backend: every module's routes on one server, the outbox's pusher beside it.
class Application {
public:
    explicit Application(Settings settings);
    ~Application();  // stops
    Application(Application const&) = delete;
    Application& operator=(Application const&) = delete;

    void start();
    // Lets requests in flight finish; a push under way is taken up again by the next process.
    void stop();

    std::uint16_t port() const;
    web::App& app();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// The OpenAPI document of this program, without a database.
std::string openapi_document();

}  // namespace mz::management
