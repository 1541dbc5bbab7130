#pragma once
#include "agent/backoff.hpp"
#include "agent/cloud_clock.hpp"
#include "agent/device.hpp"
#include "agent/settings.hpp"
#include "agent/status.hpp"
#include "agent/wakeup.hpp"
#include "core/task.hpp"
#include "net/client.hpp"
#include "spool/spool.hpp"

#include <optional>
#include <string>

namespace mz::edge {

// Brings one lane's events to the ingestor, oldest first, batch by batch. A batch is sent until it is answered, always under the same
// Idempotency-Key, so that one whose answer was lost counts once. An event that the ingestor names as wrong is put aside, and the rest goes
// on.
class Uploader {
public:
    Uploader(asio::io_context& io, net::Client& client, Spool& spool, LaneName lane, UploadSettings settings, std::string ingest_url,
             Status& status, CloudClock& clock);

    Task<void> run(Device device);
    // Sends what there is now instead of when its time comes.
    void flush() { wakeup_.notify(); }
    // To be called after each event.
    void on_append();

private:
    Task<std::optional<net::ClientResponse>> send(Batch const& batch);
    // What the answer means for the batch; the pause before the next attempt, if any.
    std::chrono::nanoseconds handle(Batch const& batch, std::optional<net::ClientResponse> const& response);
    // False where the refusal is not about what the batch holds.
    bool refused(Batch const& batch, net::ClientResponse const& response);
    // Puts an alert that was refused for its time at the end of the lane, as of now; false where its time is as good as we know it.
    bool dated_anew(std::string_view event);
    void say(Contact contact, std::string_view reason);

    asio::io_context& io_;
    net::Client& client_;
    Spool& spool_;
    LaneName name_;
    Lane& lane_;
    UploadSettings settings_;
    std::string ingest_url_;
    Status& status_;
    CloudClock& clock_;
    Device device_;
    Backoff backoff_;
    Wakeup wakeup_;
    Contact contact_ = Contact::waiting;
};

// What a refusal is about, by its first pointer: "/3/ts" is the fourth event, "" the batch as a whole. Without any pointer the request
// itself was wrong, which is no event's fault.
struct Refusal {
    bool about_events = false;
    std::optional<std::size_t> index;
    bool about_time = false;
};
Refusal parse_refusal(std::string_view body);

}  // namespace mz::edge
