#pragma once
#include "net/read_buffer.hpp"
#include "net/request_parser.hpp"
#include "net/response_writer.hpp"
#include "net/worker.hpp"

#include <boost/asio/cancellation_signal.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace mz::net {

// One HTTP connection: reads a request, has it handled, writes the response, and again.
class Session final : public Connection {
public:
    // Starts one; it lives until its connection is closed.
    static void start(WorkerState& worker, Socket socket);
    // Answers 503 and closes: there are enough connections.
    static void turn_away(WorkerState& worker, Socket socket);

    Session(WorkerState& worker, Socket socket);

    void sweep(Clock::time_point now) override;
    void drain() override;
    void abort() override;

private:
    enum class Phase { idle, reading, handling, writing, lingering, upgraded };
    enum class Next { another_request, linger, close };

    static void spawn(std::shared_ptr<Session> session, Task<void> task);

    Task<void> run();
    Task<void> run_turned_away();
    Task<Next> exchange();
    Task<bool> read_request();  // false: there is none; throws Refusal
    Task<bool> read_body();
    Task<bool> read_more(std::size_t room);
    Task<Response> handle();
    Task<Next> respond(Response response);
    Task<bool> respond_stream(BodySource stream, Framing framing);
    Task<Next> refuse(int status, std::string detail);
    Task<bool> write(std::string_view data);
    Task<void> linger();

    void enter(Phase phase, int seconds);
    void enter(Phase phase);  // without a time limit

    WorkerState& worker_;
    Socket socket_;
    asio::cancellation_signal cancellation_;
    std::string remote_address_;
    bool from_proxy_ = false;  // one of ours, which says in X-Forwarded-For for whom it calls
    ReadBuffer in_;
    std::string out_;
    Request request_;
    std::optional<RequestParser> parser_;
    Phase phase_ = Phase::idle;
    Clock::time_point deadline_ = Clock::time_point::max();
    bool expired_ = false;
    bool aborted_ = false;
    bool first_request_ = true;
};

}  // namespace mz::net
