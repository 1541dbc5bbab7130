#include "net/websocket.hpp"

#include "core/log.hpp"
#include "net/websocket_session.hpp"

#include <boost/asio/redirect_error.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <algorithm>
#include <deque>

namespace mz::net {
namespace {

namespace beast = boost::beast;
namespace websocket = beast::websocket;
using Code = boost::system::error_code;
using Stream = websocket::stream<Socket, false>;

constexpr auto close_time = std::chrono::seconds(5);    // for a peer to answer the close frame
constexpr auto hang_up_time = std::chrono::seconds(1);  // for a peer that has answered it to hang up
constexpr std::size_t max_reason_bytes = 123;           // what a control frame holds beside the code
constexpr std::size_t kept_read_bytes = 4 * 1024;

class WebSocketSession final : public WebSocket, public Connection, public std::enable_shared_from_this<WebSocketSession> {
public:
    WebSocketSession(WorkerState& worker, Socket socket) : worker_(worker), stream_(std::move(socket))
    {
        worker_.connections.push_back(*this);
    }

    Task<bool> accept(Request request, Headers response_headers);
    // After this there is nothing left to wait for: whoever still holds the WebSocket finds it closed.
    void hang_up();

    void send(std::shared_ptr<std::string const> message) override;
    Task<std::optional<std::string>> receive() override;
    void close(std::uint16_t code, std::string_view reason) override;
    bool open() const override { return open_; }

    void sweep(Clock::time_point now) override;
    void drain() override { close(websocket::close_code::going_away, "the server is stopping"); }
    void abort() override { hang_up(); }

private:
    void write_next();
    void written(Code code);
    void write_close();
    void ping(Clock::time_point now);

    WorkerState& worker_;
    Stream stream_;
    beast::flat_buffer in_;
    std::deque<std::shared_ptr<std::string const>> queue_;  // the first one is being written
    websocket::close_reason reason_;
    Clock::time_point deadline_ = Clock::time_point::max();
    Clock::time_point heard_at_;
    Clock::time_point pinged_at_;
    bool open_ = false;
    bool closing_ = false;
    bool writing_ = false;
    bool reading_ = false;
    bool ended_ = false;
    bool pinging_ = false;
};

Task<bool> WebSocketSession::accept(Request request, Headers response_headers)
{
    beast::http::request<beast::http::empty_body> upgrade{beast::http::verb::get, "/", 11};
    for (auto const& [name, value] : request.headers) upgrade.insert(name, value);
    stream_.set_option(websocket::stream_base::decorator([id = request.id, response_headers](websocket::response_type& response) {
        for (auto const& [name, value] : response_headers) response.insert(name, value);
        response.set("X-Request-Id", id);
        response.set(beast::http::field::server, "");  // absent, Beast would add its own name and version
    }));
    stream_.read_message_max(worker_.settings.websocket_max_message_bytes);
    stream_.auto_fragment(false);
    stream_.text(true);
    stream_.control_callback([this](websocket::frame_type kind, beast::string_view) {
        heard_at_ = worker_.now;
        // Beast answers a close frame and then waits for the peer to hang up, which it may never do.
        if (kind == websocket::frame_type::close) deadline_ = worker_.now + hang_up_time;
    });

    Code code;
    deadline_ = worker_.now + std::chrono::seconds(worker_.settings.http_write_seconds);
    co_await stream_.async_accept(upgrade, asio::redirect_error(use_task, code));
    if (code) co_return false;
    deadline_ = Clock::time_point::max();
    heard_at_ = pinged_at_ = worker_.now;
    open_ = true;
    if (worker_.draining) drain();
    co_return true;
}

void WebSocketSession::hang_up()
{
    open_ = false;
    closing_ = true;
    deadline_ = Clock::time_point::max();
    Code code;
    stream_.next_layer().close(code);
    if (is_linked()) unlink();
}

void WebSocketSession::send(std::shared_ptr<std::string const> message)
{
    if (!open_) return;
    if (queue_.size() >= worker_.settings.websocket_max_queued_messages) {
        // It will not get what is queued either; a client that reconnects asks for what it missed.
        if (queue_.size() > 1) queue_.erase(queue_.begin() + 1, queue_.end());
        close(websocket::close_code::try_again_later, "too far behind");
        return;
    }
    queue_.push_back(std::move(message));
    if (!writing_) write_next();
}

void WebSocketSession::write_next()
{
    writing_ = true;
    auto const message = queue_.front();
    stream_.async_write(asio::buffer(*message), [self = shared_from_this(), message](Code code, std::size_t) { self->written(code); });
}

void WebSocketSession::written(Code code)
{
    writing_ = false;
    queue_.pop_front();
    if (code) hang_up();
    else if (!queue_.empty()) write_next();
    else if (closing_) write_close();
}

Task<std::optional<std::string>> WebSocketSession::receive()
{
    auto const self = shared_from_this();
    while (!ended_) {
        Code code;
        reading_ = true;
        co_await stream_.async_read(in_, asio::redirect_error(use_task, code));
        reading_ = false;
        heard_at_ = worker_.now;
        if (code) {
            open_ = false;
            ended_ = true;  // Beast does not expect another read after this
            break;
        }
        auto message = beast::buffers_to_string(in_.data());
        in_.consume(in_.size());
        if (in_.capacity() > kept_read_bytes) in_.shrink_to_fit();
        if (!open_) continue;  // only the peer's close frame is of interest now
        if (stream_.got_text()) co_return message;
        close(websocket::close_code::unknown_data, "only text is understood");
    }
    co_return std::nullopt;
}

void WebSocketSession::close(std::uint16_t code, std::string_view reason)
{
    if (closing_ || !open_) return;
    open_ = false;
    closing_ = true;
    deadline_ = worker_.now + close_time;
    reason_.code = static_cast<websocket::close_code>(code);
    reason_.reason.assign(reason.data(), std::min(reason.size(), max_reason_bytes));
    if (!writing_) write_close();
}

void WebSocketSession::write_close()
{
    stream_.async_close(reason_, [self = shared_from_this()](Code) { self->hang_up(); });
}

void WebSocketSession::sweep(Clock::time_point now)
{
    if (now >= deadline_) hang_up();
    else if (open_ && now - pinged_at_ >= std::chrono::seconds(worker_.settings.websocket_ping_seconds)) ping(now);
}

void WebSocketSession::ping(Clock::time_point now)
{
    // Without a pending receive nobody could have seen the pong, so its absence means nothing.
    bool const silent = reading_ && heard_at_ < pinged_at_;
    if (silent || pinging_) {
        hang_up();
        return;
    }
    pinged_at_ = now;
    pinging_ = true;
    stream_.async_ping({}, [self = shared_from_this()](Code) { self->pinging_ = false; });
}

}  // namespace

Task<void> serve_websocket(WorkerState& worker, Socket socket, Request request, Response response)
{
    auto const session = std::make_shared<WebSocketSession>(worker, std::move(socket));
    struct HangUp {
        WebSocketSession& session;
        ~HangUp() { session.hang_up(); }
    } const hang_up{*session};

    auto const id = request.id;
    if (!co_await session->accept(std::move(request), std::move(response.headers))) co_return;
    std::uint16_t code = websocket::close_code::normal;
    try {
        co_await response.websocket(session);
    } catch (std::exception const& failure) {
        if (session->open()) log::error("websocket handler failed", {{"request_id", id}, {"reason", failure.what()}});
        code = websocket::close_code::internal_error;
    }
    session->close(code, "");
    while (co_await session->receive()) {
    }
}

}  // namespace mz::net
