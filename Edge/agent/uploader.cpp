#include "agent/uploader.hpp"

#include "core/log.hpp"
#include "core/problem.hpp"
#include "json/value.hpp"
#include "spool/event.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <zstd.h>

#include <charconv>
#include <exception>
#include <stdexcept>

namespace mz::edge {
namespace {

namespace bj = boost::json;

constexpr int compression_level = 3;
constexpr std::size_t max_reason_bytes = 500;

std::string compress(std::string_view text)
{
    std::string out(ZSTD_compressBound(text.size()), '\0');
    auto const size = ZSTD_compress(out.data(), out.size(), text.data(), text.size(), compression_level);
    if (ZSTD_isError(size) != 0) throw std::runtime_error(ZSTD_getErrorName(size));
    out.resize(size);
    return out;
}

std::string array_of(std::vector<std::string> const& events)
{
    std::string out = "[";
    for (auto const& event : events) {
        if (&event != &events.front()) out += ',';
        out += event;
    }
    return out + ']';
}

}  // namespace

Refusal parse_refusal(std::string_view body)
{
    try {
        auto const document = json::parse(body);
        auto const& pointer = document.at_pointer("/errors/0/pointer").as_string();
        std::string_view const text(pointer.data(), pointer.size());
        if (!text.starts_with('/')) return {true, {}, false};
        std::size_t index = 0;
        auto const [end, error] = std::from_chars(text.data() + 1, text.data() + text.size(), index);
        bool const number = error == std::errc{} && (end == text.data() + text.size() || *end == '/');
        return {true, number ? std::optional(index) : std::nullopt, number && std::string_view(end) == "/ts"};
    } catch (std::exception const&) {
        return {};  // not a problem document, or one without pointers
    }
}

Uploader::Uploader(asio::io_context& io, net::Client& client, Spool& spool, LaneName lane, UploadSettings settings, std::string ingest_url,
                   Status& status, CloudClock& clock)
    : io_(io),
      client_(client),
      spool_(spool),
      name_(lane),
      lane_(spool.lane(lane)),
      settings_(settings),
      ingest_url_(std::move(ingest_url)),
      status_(status),
      clock_(clock),
      backoff_(std::chrono::milliseconds(settings.edge_retry_first_milliseconds), std::chrono::seconds(settings.edge_retry_max_seconds)),
      wakeup_(io)
{
}

void Uploader::on_append()
{
    bool const full = lane_.waiting() >= static_cast<std::int64_t>(settings_.edge_batch_max_events);
    if (name_ == LaneName::alerts || full) wakeup_.notify();
}

Task<void> Uploader::run(Device device)
{
    device_ = std::move(device);
    while (true) {
        while (auto const batch = lane_.take({settings_.edge_batch_max_events, settings_.edge_batch_max_bytes})) {
            auto const response = co_await send(*batch);
            auto const pause = handle(*batch, response);
            if (pause.count() > 0) co_await sleep_for(io_, pause);
        }
        // An alert that comes wakes us; for the others this is the time in which a batch gathers.
        co_await wakeup_.wait_for(std::chrono::seconds(settings_.edge_upload_seconds));
    }
}

Task<std::optional<net::ClientResponse>> Uploader::send(Batch const& batch)
{
    net::ClientRequest request;
    request.method = net::Method::post;
    request.url = ingest_url_ + "/v1/ingest";
    request.headers.add("Content-Type", "application/json");
    request.headers.add("Content-Encoding", "zstd");
    request.headers.add("X-Device-Key", device_.device_key.reveal());
    request.headers.add("Idempotency-Key", '"' + spool_.idempotency_key(name_, batch) + '"');
    request.body = compress(array_of(batch.events));
    request.timeout = std::chrono::seconds(settings_.edge_request_timeout_seconds);
    try {
        auto response = co_await client_.send(std::move(request));
        clock_.heard(response);
        co_return response;
    } catch (Problem const& problem) {
        say(Contact::unreachable, problem.what());
        co_return std::nullopt;
    }
}

std::chrono::nanoseconds Uploader::handle(Batch const& batch, std::optional<net::ClientResponse> const& response)
{
    if (!response) return backoff_.next();
    auto const status = response->status;
    if (status >= 200 && status < 300) {
        lane_.acknowledge(batch.last);
        backoff_.reset();
        status_.last_upload_at = now();
        say(Contact::ok, "");
        return {};
    }
    bool const about_content = status == 400 || status == 413 || status == 422;
    if (about_content && refused(batch, *response)) {
        backoff_.reset();
        return {};
    }
    if (status == 401 || status == 403) {
        say(Contact::key_refused, "the key of this appliance was revoked, or its tenant is suspended");
        return std::chrono::seconds(settings_.edge_refused_retry_seconds);
    }
    say(Contact::unreachable, "status " + std::to_string(status));
    auto const asked = retry_after(*response, std::chrono::seconds(settings_.edge_retry_after_max_seconds));
    return asked ? backoff_.next(*asked) : backoff_.next();
}

// Nothing of a refused batch was stored, so it may be cut in another place, under another name.
bool Uploader::refused(Batch const& batch, net::ClientResponse const& response)
{
    auto const refusal = parse_refusal(response.body);
    if (!refusal.about_events && response.status != 413) return false;
    auto const count = batch.events.size();
    auto const bad = refusal.index && *refusal.index < count ? *refusal.index : count / 2;
    if (bad > 0) {
        lane_.narrow(batch.numbers[bad - 1]);
        return true;
    }
    if (name_ == LaneName::alerts && refusal.about_time && dated_anew(batch.events[0])) {
        lane_.acknowledge(batch.numbers[0]);
        return true;
    }
    auto const reason = clean_text(response.body, max_reason_bytes);
    log::error("the ingestor refused an event; it is put aside",
               {{"lane", to_string(name_)}, {"status", response.status}, {"reason", reason}});
    spool_.quarantine(batch.events[0], reason);
    lane_.acknowledge(batch.numbers[0]);
    ++status_.quarantined;
    return true;
}

// It was made before anybody had told us that our clock is wrong. Killed before the old one is acknowledged it arrives twice, which is
// better than never.
bool Uploader::dated_anew(std::string_view event)
{
    auto document = json::parse(event);
    auto& ts = document.as_object().at("ts");
    auto const at = Timestamp::parse(std::string_view(ts.as_string()));
    if (!at || clock_.is_about_now(*at)) return false;
    ts = clock_.now().to_string();
    spool_.append(name_, bj::serialize(document));
    log::warn("an alert was refused for its time; it is sent again with the time now", {{"time", at->to_string()}});
    return true;
}

// Says what changed, not every attempt.
void Uploader::say(Contact contact, std::string_view reason)
{
    status_.ingest = contact;
    if (contact == std::exchange(contact_, contact)) return;
    auto const lane = to_string(name_);
    if (contact == Contact::ok) log::info("the ingestor accepts events", {{"lane", lane}});
    else if (contact == Contact::unreachable)
        log::warn("cannot upload now; events are kept and sent later", {{"lane", lane}, {"reason", reason}});
    else
        log::error(
            "the ingestor refuses this appliance's key; events are kept. To register again, remove device.json from the state directory "
            "and "
            "set a new EDGE_PROVISIONING_KEY",
            {{"lane", lane}, {"reason", reason}});
}

}  // namespace mz::edge
