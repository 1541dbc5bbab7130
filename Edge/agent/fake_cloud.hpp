#pragma once
#include "agent/wakeup.hpp"
#include "json/value.hpp"
#include "json/write.hpp"
#include "net/http_date.hpp"
#include "net/server.hpp"

#include <gtest/gtest.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace mz::edge::testing {

// The Cloud and the ingestor as an appliance sees them, in the test's own process. Tests say how it misbehaves.
class FakeCloud {
public:
    struct Ingest {
        std::string key;
        boost::json::array events;
        std::chrono::steady_clock::time_point at;
    };
    struct Result {
        std::string id;
        boost::json::object body;
    };

    FakeCloud() : server_(settings(), [this](net::Worker worker) { return handler(worker); }) { server_.start(); }

    std::string url() const { return "http://127.0.0.1:" + std::to_string(server_.port()); }

    // What to answer instead of accepting a batch; called with the lock held. An answer with status 0 is stored but never arrives.
    std::function<std::optional<net::Response>(Ingest const&)> ingest = [](Ingest const&) { return std::nullopt; };
    std::function<int(std::string const& key)> registration_status = [](std::string const&) { return 201; };
    std::chrono::seconds clock_offset{0};  // of the servers' clock from the machine's
    std::function<int()> commands_status = [] { return 200; };
    static constexpr auto provisioning_key = "mzp_only-for-this-test";
    static constexpr auto device_key = "mzd_only-for-this-test";
    static constexpr auto device_id = "01890a5d-ac96-774b-bcce-b302099a8057";

    template <class F>
    auto with_lock(F f)
    {
        std::lock_guard const lock(mutex_);
        return f();
    }
    template <class F>
    bool wait_until(F condition, std::chrono::seconds time = std::chrono::seconds(20))
    {
        auto const deadline = std::chrono::steady_clock::now() + time;
        while (std::chrono::steady_clock::now() < deadline) {
            if (with_lock(condition)) return true;
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
        return false;
    }

    // The messages of log events that were counted, and how often each was.
    std::map<std::string, int> log_messages()
    {
        std::map<std::string, int> out;
        for (auto const& event : stored) {
            if (event.at("kind").as_string() == "log") ++out[std::string(event.at("data").at("message").as_string())];
        }
        return out;
    }
    std::size_t count(std::string_view kind)
    {
        return static_cast<std::size_t>(
            std::ranges::count_if(stored, [&](auto const& event) { return event.at("kind").as_string() == kind; }));
    }
    void queue_command(std::string id, std::string command, boost::json::object args = {})
    {
        with_lock([&] { commands.push_back({{"id", id}, {"command", command}, {"args", args}, {"expires_at", "2999-01-01T00:00:00Z"}}); });
    }

    std::vector<boost::json::value> stored;  // every event that counted
    std::vector<Ingest> requests;            // every attempt
    int registrations = 0;
    std::vector<boost::json::value> commands;  // given out until their result arrives, as the Cloud does
    std::vector<Result> results;

private:
    static net::ServerSettings settings()
    {
        net::ServerSettings out;
        out.http_threads = 1;
        out.http_drain_seconds = 0;
        return out;
    }

    net::Handler handler(net::Worker worker)
    {
        return [this, &io = worker.io](net::Request& request) -> Task<net::Response> {
            auto response = co_await reply(request, io);
            response.headers.set("Date", net::http_date(now() + clock_offset));
            co_return response;
        };
    }

    Task<net::Response> reply(net::Request& request, asio::io_context& io)
    {
        if (request.path == "/api/v1/devices/register") co_return register_device(request);
        if (request.headers.get("X-Device-Key") != device_key) co_return answer(401);
        if (request.path == "/v1/ingest") {
            auto response = take(request);
            if (response.status == 0) co_await sleep_for(io, std::chrono::seconds(3));
            co_return response.status == 0 ? answer(204) : response;
        }
        if (request.path == "/api/v1/commands") {
            auto const deadline = std::chrono::steady_clock::now() + std::chrono::seconds(5);
            while (with_lock([&] { return commands.empty() && commands_status() == 200; }) && std::chrono::steady_clock::now() < deadline) {
                co_await sleep_for(io, std::chrono::milliseconds(50));
            }
            auto response = answer(with_lock([&] { return commands_status(); }));
            if (response.status == 200) response.body = boost::json::serialize(boost::json::array(commands.begin(), commands.end()));
            co_return response;
        }
        co_return take_result(request);
    }

    static net::Response answer(int status)
    {
        net::Response out;
        out.status = status;
        if (status != 204) out.content_type = "application/json";
        return out;
    }

    net::Response register_device(net::Request const& request)
    {
        std::lock_guard const lock(mutex_);
        auto const key = std::string(request.headers.get("X-Provisioning-Key"));
        auto response = answer(registration_status(key));
        if (response.status != 201) return response;
        ++registrations;
        EXPECT_EQ(key, provisioning_key);
        EXPECT_EQ(json::parse(request.body).as_object().size(), 3U);
        response.body = boost::json::serialize(boost::json::object{{"device_id", device_id}, {"device_key", device_key}});
        return response;
    }

    net::Response take(net::Request const& request)
    {
        std::lock_guard const lock(mutex_);
        EXPECT_EQ(request.headers.get("Content-Encoding"), "zstd");
        Ingest batch{std::string(request.headers.get("Idempotency-Key")), json::parse(request.body).as_array(),
                     std::chrono::steady_clock::now()};
        requests.push_back(batch);
        auto const instead = ingest(batch);
        if (instead && instead->status != 0) return *instead;
        auto const [known, is_new] = accepted_.emplace(batch.key, request.body);
        if (is_new) stored.insert(stored.end(), batch.events.begin(), batch.events.end());
        else EXPECT_EQ(known->second, request.body) << "the same key for another batch";
        return instead ? *instead : answer(204);
    }

    net::Response take_result(net::Request const& request)
    {
        std::lock_guard const lock(mutex_);
        constexpr std::string_view before = "/api/v1/commands/", after = "/result";
        auto const id = request.path.substr(before.size(), request.path.size() - before.size() - after.size());
        results.push_back({id, json::parse(request.body).as_object()});
        std::erase_if(commands, [&](auto const& command) { return command.at("id").as_string() == id; });
        return answer(204);
    }

    std::mutex mutex_;
    std::map<std::string, std::string> accepted_;
    net::Server server_;
};

inline net::Response problem(int status, std::string pointer)
{
    net::Response out;
    out.status = status;
    out.content_type = "application/problem+json";
    out.body =
        R"({"type":"about:blank","title":"Bad request","status":400,"errors":[{"pointer":")" + pointer + R"(","detail":"is wrong"}]})";
    return out;
}

}  // namespace mz::edge::testing
