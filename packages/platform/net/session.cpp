#include "net/session.hpp"

#include "core/log.hpp"
#include "core/uuid.hpp"
#include "net/client_address.hpp"
#include "net/refusal.hpp"
#include "net/websocket_session.hpp"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>

#include <fmt/format.h>

#include <exception>

namespace mz::net {
namespace {

using Code = boost::system::error_code;

constexpr std::size_t header_read_bytes = 4 * 1024;
constexpr std::size_t body_read_bytes = 64 * 1024;
constexpr std::size_t kept_out_bytes = 16 * 1024;     // larger responses give their memory back
constexpr std::size_t joined_body_bytes = 64 * 1024;  // up to here header and body are copied into one write
constexpr std::size_t write_slice_bytes = 256 * 1024;
constexpr std::size_t turned_away_at_once = 256;
constexpr int linger_seconds = 2;

}  // namespace

Session::Session(WorkerState& worker, Socket socket) : worker_(worker), socket_(std::move(socket))
{
    Code code;
    socket_.set_option(asio::ip::tcp::no_delay(true), code);
    auto const peer = socket_.remote_endpoint(code);
    if (!code) {
        remote_address_ = peer.address().to_string();
        from_proxy_ = worker_.proxies.contains(peer.address());
    }
    worker_.connections.push_back(*this);
}

void Session::start(WorkerState& worker, Socket socket)
{
    auto session = std::make_shared<Session>(worker, std::move(socket));
    spawn(session, session->run());
}

void Session::turn_away(WorkerState& worker, Socket socket)
{
    if (worker.turned_away >= turned_away_at_once) return;
    auto session = std::make_shared<Session>(worker, std::move(socket));
    spawn(session, session->run_turned_away());
}

void Session::spawn(std::shared_ptr<Session> session, Task<void> task)
{
    auto const slot = session->cancellation_.slot();
    auto& io = session->worker_.io;
    auto ended = [session, &io](std::exception_ptr error) mutable {
        try {
            if (error) std::rethrow_exception(error);
        } catch (std::exception const& failure) {
            if (!session->aborted_) log::error("connection failed", {{"reason", failure.what()}});
        }
        // The coroutine that is ending still refers to the cancellation signal.
        asio::post(io, [session = std::move(session)] {});
    };
    asio::co_spawn(io, std::move(task), asio::bind_cancellation_slot(slot, std::move(ended)));
}

void Session::sweep(Clock::time_point now)
{
    if (now < deadline_) return;
    enter(phase_);
    expired_ = true;
    Code code;
    socket_.cancel(code);
}

void Session::drain()
{
    if (phase_ == Phase::idle) sweep(Clock::time_point::max());
}

void Session::abort()
{
    aborted_ = true;
    cancellation_.emit(asio::cancellation_type::terminal);
    Code code;
    socket_.close(code);
}

void Session::enter(Phase phase, int seconds)
{
    enter(phase);
    deadline_ = worker_.now + std::chrono::seconds(seconds);
}

void Session::enter(Phase phase)
{
    phase_ = phase;
    deadline_ = Clock::time_point::max();
    expired_ = false;
}

Task<void> Session::run()
{
    struct Counted {
        std::atomic<std::size_t>& open;
        ~Counted() { --open; }
    } const counted{worker_.open};

    Next next = Next::another_request;
    while (next == Next::another_request) next = co_await exchange();
    if (next == Next::linger) co_await linger();
}

Task<void> Session::run_turned_away()
{
    struct Counted {
        std::size_t& turned_away;
        ~Counted() { --turned_away; }
    } const counted{++worker_.turned_away};

    auto const next = co_await refuse(503, "Too many connections are open.");
    if (next == Next::linger) co_await linger();
}

Task<Session::Next> Session::exchange()
{
    request_ = Request{};
    parser_.emplace(worker_.settings, request_);
    std::optional<Refusal> refusal;
    try {
        if (!co_await read_request()) co_return Next::close;
    } catch (Refusal& refused) {
        refusal = std::move(refused);
    }
    if (refusal) co_return co_await refuse(refusal->status, std::move(refusal->detail));

    first_request_ = false;
    enter(Phase::handling);
    auto response = co_await handle();
    if (response.websocket) {
        if (!request_.wants_websocket) {
            response = problem_response(426, "This address speaks WebSocket only.");
        } else if (!in_.empty()) {
            co_return co_await refuse(400, "WebSocket data arrived before the upgrade.");
        } else {
            enter(Phase::upgraded);
            in_ = ReadBuffer{};
            std::string().swap(out_);
            co_await serve_websocket(worker_, std::move(socket_), std::move(request_), std::move(response));
            co_return Next::close;
        }
    }
    co_return co_await respond(std::move(response));
}

Task<bool> Session::read_request()
{
    if (worker_.draining && in_.empty()) co_return false;
    enter(Phase::idle, first_request_ ? worker_.settings.http_header_seconds : worker_.settings.http_idle_seconds);
    std::size_t searched = 0;
    std::size_t end = 0;
    for (;;) {
        while (searched == 0 && in_.data().starts_with("\r\n")) in_.consume(2);  // RFC 9112, 2.2
        end = in_.data().find("\r\n\r\n", searched);
        if (end != std::string_view::npos) break;
        searched = in_.size() < 3 ? 0 : in_.size() - 3;
        if (in_.size() >= worker_.settings.http_max_header_bytes)
            throw Refusal{431, "The request header is larger than this service accepts."};
        if (!in_.empty() && phase_ == Phase::idle) enter(Phase::reading, worker_.settings.http_header_seconds);
        if (!co_await read_more(header_read_bytes)) co_return false;
    }
    end += 4;
    if (end > worker_.settings.http_max_header_bytes) throw Refusal{431, "The request header is larger than this service accepts."};

    request_.remote_address = remote_address_;
    parser_->read_header(in_.data().substr(0, end));
    if (from_proxy_) request_.remote_address = client_address(request_.headers, worker_.proxies, remote_address_);
    in_.consume(end);
    if (request_.id.empty()) request_.id = Uuid::v7().to_string();
    if (parser_->is_done()) co_return true;
    co_return co_await read_body();
}

Task<bool> Session::read_body()
{
    static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    if (parser_->expects_continue() && in_.empty() && !co_await write(go_on)) co_return false;
    enter(Phase::reading, worker_.settings.http_body_seconds);
    for (;;) {
        if (!in_.empty()) in_.consume(parser_->read_body(in_.data()));
        if (parser_->is_done()) break;
        // Only the line before a chunk, or the trailer, can be left over.
        if (in_.size() > worker_.settings.http_max_header_bytes) throw Refusal{400, "A chunk header is too long."};
        if (!co_await read_more(body_read_bytes)) co_return false;
    }
    in_.shrink(header_read_bytes);
    co_return true;
}

Task<bool> Session::read_more(std::size_t room)
{
    Code code;
    auto const space = in_.prepare(room);
    auto const got = co_await socket_.async_read_some(space, asio::redirect_error(use_task, code));
    if (!code) {
        in_.commit(got);
        co_return true;
    }
    if (expired_ && phase_ == Phase::reading) throw Refusal{408, "The request took too long to arrive."};
    co_return false;
}

Task<Response> Session::handle()
{
    try {
        co_return co_await worker_.handler(request_);
    } catch (std::exception const& failure) {
        if (!aborted_) log::error("handler failed", {{"request_id", request_.id}, {"reason", failure.what()}});
    }
    co_return problem_response(500, "The service failed; the request id leads to the reason.");
}

Task<Session::Next> Session::respond(Response response)
{
    bool const head = request_.method == Method::head;
    bool const bodiless = response.status < 200 || response.status == 204 || response.status == 304;
    auto framing = Framing::length;
    if (bodiless) framing = Framing::none;
    else if (response.stream) framing = parser_->modern() ? Framing::chunked : Framing::until_close;
    bool const keep = parser_->modern() && parser_->keep_alive() && !worker_.draining;

    out_.clear();
    write_head(out_, response, request_.id, framing, keep);
    bool sent = false;
    if (head || bodiless) {
        sent = co_await write(out_);
    } else if (response.stream) {
        sent = co_await write(out_) && co_await respond_stream(std::move(response.stream), framing);
    } else if (response.body.size() <= joined_body_bytes) {
        out_ += response.body;
        sent = co_await write(out_);
    } else {
        sent = co_await write(out_) && co_await write(response.body);
    }
    if (out_.capacity() > kept_out_bytes) std::string().swap(out_);
    if (!sent) co_return Next::close;
    co_return keep ? Next::another_request : Next::linger;
}

Task<bool> Session::respond_stream(BodySource stream, Framing framing)
{
    std::string part;
    for (bool more = true; more;) {
        part.clear();
        enter(Phase::handling);
        try {
            more = co_await stream(part);
        } catch (std::exception const& failure) {
            // The status is sent already; an unfinished body is what tells the client.
            if (!aborted_) log::error("response stream failed", {{"request_id", request_.id}, {"reason", failure.what()}});
            co_return false;
        }
        out_.clear();
        if (framing == Framing::until_close) {
            out_ = part;
        } else {
            if (!part.empty()) fmt::format_to(std::back_inserter(out_), "{:x}\r\n{}\r\n", part.size(), part);
            if (!more) out_ += "0\r\n\r\n";
        }
        if (!out_.empty() && !co_await write(out_)) co_return false;
    }
    co_return true;
}

Task<Session::Next> Session::refuse(int status, std::string detail)
{
    auto const response = problem_response(status, detail);
    if (request_.id.empty()) request_.id = Uuid::v7().to_string();
    out_.clear();
    write_head(out_, response, request_.id, Framing::length, false);
    if (request_.method != Method::head) out_ += response.body;
    bool const sent = co_await write(out_);
    co_return sent ? Next::linger : Next::close;
}

Task<bool> Session::write(std::string_view data)
{
    Code code;
    while (!data.empty()) {
        enter(Phase::writing, worker_.settings.http_write_seconds);
        auto const slice = asio::buffer(data.data(), std::min(data.size(), write_slice_bytes));
        auto const sent = co_await socket_.async_write_some(slice, asio::redirect_error(use_task, code));
        if (code) co_return false;
        data.remove_prefix(sent);
    }
    co_return true;
}

// Closing with unread input makes the kernel reset the connection, and the client may never see the response.
Task<void> Session::linger()
{
    Code code;
    socket_.shutdown(asio::socket_base::shutdown_send, code);
    enter(Phase::lingering, linger_seconds);
    while (!code) {
        in_.consume(in_.size());
        auto const space = in_.prepare(header_read_bytes);
        co_await socket_.async_read_some(space, asio::redirect_error(use_task, code));
    }
}

}  // namespace mz::net
