#pragma once
#include "metrics.hpp"
#include "net/server.hpp"
#include "pipeline/device_keys.hpp"
#include "pipeline/event_reader.hpp"
#include "pipeline/mailbox.hpp"
#include "pipeline/quota.hpp"
#include "pipeline/writers.hpp"
#include "settings.hpp"

#include <memory>

namespace mz::ingest {

// What the threads share.
struct Shared {
    explicit Shared(Settings const& settings);

    Settings settings;
    Metrics metrics;
    Quota quota;
    Writers writers;
};

// The HTTP side, one a thread: POST /v1/ingest, /healthz, /readyz and /metrics.
class Service {
public:
    Service(net::Worker worker, Shared& shared);
    ~Service();
    Service(Service const&) = delete;
    Service& operator=(Service const&) = delete;

    Task<net::Response> handle(net::Request& request);

private:
    Task<net::Response> ingest(net::Request& request);
    Task<void> accept(net::Request& request);
    Task<Outcome> store(Batch batch);
    Task<net::Response> readiness(net::Request& request);

    asio::io_context& io_;
    Shared& shared_;
    pg::Pool pool_;
    DeviceKeys keys_;
    EventReader reader_;
    std::shared_ptr<Mailbox> mailbox_;
};

net::Server::HandlerFactory handlers(Shared& shared);

}  // namespace mz::ingest
