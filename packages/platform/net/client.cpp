#include "net/client.hpp"

#include "core/log.hpp"
#include "core/problem.hpp"

#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/posix/basic_stream_descriptor.hpp>
#include <boost/asio/redirect_error.hpp>

#include <curl/curl.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstring>
#include <new>
#include <unordered_map>
#include <unordered_set>

namespace mz::net {
namespace {

using Clock = std::chrono::steady_clock;
using Timer = asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, Executor>;
using Descriptor = asio::posix::basic_stream_descriptor<Executor>;
using Code = boost::system::error_code;

constexpr long kept_connections = 16;

class Transfer;

// curl's multi handle and what it waits for. The Client and every exchange under way share it, so that each may end first.
class Multi : public std::enable_shared_from_this<Multi> {
public:
    Multi(asio::io_context& context, std::optional<OutboundRules> outbound);
    ~Multi() { close(); }
    Multi(Multi const&) = delete;
    Multi& operator=(Multi const&) = delete;

    void add(Transfer& transfer);
    void remove(Transfer& transfer);
    void close();

    asio::io_context& io;
    std::optional<OutboundRules> const rules;  // none where every peer is trusted

private:
    struct Watch {
        explicit Watch(asio::io_context& context, int socket) : descriptor(context, socket), fd(socket) {}
        Descriptor descriptor;
        int fd;
        int wanted = 0;  // CURL_POLL_IN | CURL_POLL_OUT
        int waiting = 0;
    };

    static int on_socket(CURL*, curl_socket_t fd, int what, void* self, void*);
    static int on_timer(CURLM*, long milliseconds, void* self);
    void watch(int fd, int wanted);
    void unwatch(int fd);
    void wait(std::shared_ptr<Watch> const& watch, int direction);
    void act(int fd, int events);

    CURLM* handle_;
    Timer timer_;
    std::unordered_map<int, std::shared_ptr<Watch>> watches_;
    std::unordered_set<Transfer*> transfers_;
};

// One exchange; it lives in the frame of the coroutine that awaits it.
class Transfer {
public:
    Transfer(std::shared_ptr<Multi> multi, ClientRequest request);
    ~Transfer();
    Transfer(Transfer const&) = delete;
    Transfer& operator=(Transfer const&) = delete;

    void finish(CURLcode code);
    ClientResponse take();  // throws Problem where there is no answer
    CURL* easy() const { return easy_; }

    Timer done;  // never expires; finish() cancels it

private:
    static std::size_t on_header(char* data, std::size_t, std::size_t size, void* self);
    static std::size_t on_body(char* data, std::size_t, std::size_t size, void* self);
    static curl_socket_t on_open(void* self, curlsocktype, curl_sockaddr* peer);
    void guard();
    void set_method();
    void set_headers();
    bool fits(std::size_t more);

    std::shared_ptr<Multi> multi_;
    ClientRequest request_;
    ClientResponse response_;
    CURL* easy_;
    curl_slist* headers_ = nullptr;
    std::size_t received_ = 0;
    bool too_large_ = false;
    std::string refusal_;  // what the address was that the rules forbid
    std::optional<CURLcode> result_;
};

Problem no_answer(std::string_view reason)
{
    return Problem(Failure::unavailable, "The other service gave no answer: " + std::string(reason) + ".");
}

Problem not_allowed(std::string reason) { return Problem(Failure::unprocessable, "address-not-allowed", std::move(reason)); }

// The address in curl's own form; none where it is of a family that we do not speak.
std::optional<asio::ip::address> address_of(curl_sockaddr const& peer)
{
    if (peer.family == AF_INET && peer.addrlen >= sizeof(sockaddr_in)) {
        sockaddr_in in{};
        std::memcpy(&in, &peer.addr, sizeof in);
        return asio::ip::address_v4(ntohl(in.sin_addr.s_addr));
    }
    if (peer.family == AF_INET6 && peer.addrlen >= sizeof(sockaddr_in6)) {
        sockaddr_in6 in{};
        std::memcpy(&in, &peer.addr, sizeof in);
        asio::ip::address_v6::bytes_type bytes;
        std::memcpy(bytes.data(), &in.sin6_addr, bytes.size());
        return asio::ip::address_v6(bytes);
    }
    return std::nullopt;
}

Multi::Multi(asio::io_context& context, std::optional<OutboundRules> outbound) : io(context), rules(std::move(outbound)), timer_(context)
{
    static CURLcode const once = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (once != CURLE_OK) throw std::bad_alloc();
    handle_ = curl_multi_init();
    if (handle_ == nullptr) throw std::bad_alloc();
    curl_multi_setopt(handle_, CURLMOPT_SOCKETFUNCTION, &Multi::on_socket);
    curl_multi_setopt(handle_, CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(handle_, CURLMOPT_TIMERFUNCTION, &Multi::on_timer);
    curl_multi_setopt(handle_, CURLMOPT_TIMERDATA, this);
    curl_multi_setopt(handle_, CURLMOPT_MAXCONNECTS, kept_connections);
}

void Multi::add(Transfer& transfer)
{
    if (handle_ == nullptr) throw no_answer("this side is stopping");
    transfers_.insert(&transfer);
    curl_multi_add_handle(handle_, transfer.easy());
}

void Multi::remove(Transfer& transfer)
{
    if (transfers_.erase(&transfer) > 0) curl_multi_remove_handle(handle_, transfer.easy());
}

void Multi::close()
{
    if (handle_ == nullptr) return;
    while (!transfers_.empty()) {
        auto* const transfer = *transfers_.begin();
        remove(*transfer);
        transfer->finish(CURLE_ABORTED_BY_CALLBACK);
    }
    while (!watches_.empty()) unwatch(watches_.begin()->first);
    curl_multi_setopt(handle_, CURLMOPT_SOCKETFUNCTION, nullptr);
    curl_multi_setopt(handle_, CURLMOPT_TIMERFUNCTION, nullptr);
    curl_multi_cleanup(std::exchange(handle_, nullptr));
    timer_.cancel();
}

int Multi::on_socket(CURL*, curl_socket_t fd, int what, void* self, void*)
{
    auto& multi = *static_cast<Multi*>(self);
    if (what == CURL_POLL_REMOVE) multi.unwatch(fd);
    else multi.watch(fd, what);
    return 0;
}

int Multi::on_timer(CURLM*, long milliseconds, void* self)
{
    auto& multi = *static_cast<Multi*>(self);
    if (milliseconds < 0) {
        multi.timer_.cancel();
        return 0;
    }
    multi.timer_.expires_after(std::chrono::milliseconds(milliseconds));
    multi.timer_.async_wait([weak = multi.weak_from_this()](Code code) {
        auto const alive = weak.lock();
        if (alive && !code) alive->act(CURL_SOCKET_TIMEOUT, 0);
    });
    return 0;
}

void Multi::watch(int fd, int wanted)
{
    auto& watch = watches_[fd];
    if (!watch) watch = std::make_shared<Watch>(io, fd);
    watch->wanted = wanted;
    auto const kept = watch;
    wait(kept, CURL_POLL_IN);
    wait(kept, CURL_POLL_OUT);
}

// The socket is curl's, who closes it.
void Multi::unwatch(int fd)
{
    auto const found = watches_.find(fd);
    if (found == watches_.end()) return;
    found->second->wanted = 0;
    found->second->descriptor.release();
    watches_.erase(found);
}

void Multi::wait(std::shared_ptr<Watch> const& watch, int direction)
{
    if ((watch->wanted & direction) == 0 || (watch->waiting & direction) != 0) return;
    watch->waiting |= direction;
    auto const kind = direction == CURL_POLL_IN ? asio::posix::descriptor_base::wait_read : asio::posix::descriptor_base::wait_write;
    watch->descriptor.async_wait(kind, [weak = weak_from_this(), watch, direction](Code code) {
        watch->waiting &= ~direction;
        auto const alive = weak.lock();
        if (!alive || code || (watch->wanted & direction) == 0) return;
        alive->act(watch->fd, direction == CURL_POLL_IN ? CURL_CSELECT_IN : CURL_CSELECT_OUT);
        alive->wait(watch, direction);
    });
}

void Multi::act(int fd, int events)
{
    if (handle_ == nullptr) return;
    int running = 0;
    curl_multi_socket_action(handle_, fd, events, &running);
    int left = 0;
    while (auto const* message = curl_multi_info_read(handle_, &left)) {
        if (message->msg != CURLMSG_DONE) continue;
        Transfer* transfer = nullptr;
        auto const code = message->data.result;  // not valid once the handle is removed
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &transfer);
        remove(*transfer);
        transfer->finish(code);
    }
}

Transfer::Transfer(std::shared_ptr<Multi> multi, ClientRequest request)
    : done(multi->io, Clock::time_point::max()), multi_(std::move(multi)), request_(std::move(request)), easy_(curl_easy_init())
{
    if (easy_ == nullptr) throw std::bad_alloc();
    curl_easy_setopt(easy_, CURLOPT_URL, request_.url.c_str());
    curl_easy_setopt(easy_, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy_, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy_, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(easy_, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(easy_, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy_, CURLOPT_TIMEOUT_MS, static_cast<long>(std::max<std::int64_t>(1, request_.timeout.count())));
    curl_easy_setopt(easy_, CURLOPT_PRIVATE, this);
    curl_easy_setopt(easy_, CURLOPT_HEADERFUNCTION, &Transfer::on_header);
    curl_easy_setopt(easy_, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(easy_, CURLOPT_WRITEFUNCTION, &Transfer::on_body);
    curl_easy_setopt(easy_, CURLOPT_WRITEDATA, this);
    try {
        if (multi_->rules) guard();
        set_method();
        set_headers();
        multi_->add(*this);
    } catch (...) {
        curl_slist_free_all(headers_);
        curl_easy_cleanup(easy_);
        throw;
    }
}

Transfer::~Transfer()
{
    multi_->remove(*this);
    curl_slist_free_all(headers_);
    curl_easy_cleanup(easy_);
}

// A proxy would make the connection in our place, out of sight of the rules.
void Transfer::guard()
{
    if (auto refusal = multi_->rules->refusal_of_url(request_.url)) throw not_allowed(std::move(*refusal));
    curl_easy_setopt(easy_, CURLOPT_PROXY, "");
    curl_easy_setopt(easy_, CURLOPT_OPENSOCKETFUNCTION, &Transfer::on_open);
    curl_easy_setopt(easy_, CURLOPT_OPENSOCKETDATA, this);
}

// Called with the address that a connection would be made to, after every look-up of names. The one who asked learns what kind of address
// it is; which one it is, where only our own name servers know it, is for the log.
curl_socket_t Transfer::on_open(void* self, curlsocktype, curl_sockaddr* peer)
{
    auto& transfer = *static_cast<Transfer*>(self);
    auto const address = address_of(*peer);
    auto refusal = address ? transfer.multi_->rules->refusal_of(*address) : "an address of an unknown kind";
    if (refusal) {
        constexpr auto past_the_scheme = std::string_view("https://").size();
        auto const& url = transfer.request_.url;
        log::warn("address refused",
                  {{"host", url.substr(0, url.find('/', past_the_scheme))}, {"address", address ? address->to_string() : "unknown"}});
        transfer.refusal_ = std::move(*refusal);
        return CURL_SOCKET_BAD;
    }
    return socket(peer->family, peer->socktype | SOCK_CLOEXEC, peer->protocol);
}

void Transfer::set_method()
{
    bool const has_body =
        !request_.body.empty() || request_.method == Method::post || request_.method == Method::put || request_.method == Method::patch;
    if (request_.method == Method::head) {
        curl_easy_setopt(easy_, CURLOPT_NOBODY, 1L);
        return;
    }
    if (has_body) {
        curl_easy_setopt(easy_, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request_.body.size()));
        curl_easy_setopt(easy_, CURLOPT_POSTFIELDS, request_.body.c_str());
    }
    curl_easy_setopt(easy_, CURLOPT_CUSTOMREQUEST, std::string(to_string(request_.method)).c_str());
}

void Transfer::set_headers()
{
    auto const append = [this](std::string const& line) {
        auto* const longer = curl_slist_append(headers_, line.c_str());
        if (longer == nullptr) throw std::bad_alloc();
        headers_ = longer;
    };
    for (auto const& [name, value] : request_.headers) {
        auto const line = value.empty() ? name + ";" : name + ": " + value;
        if (line.find_first_of(std::string_view("\r\n\0", 3)) != std::string::npos)
            throw Problem(Failure::internal, "A request header field holds a line break.");
        append(line);
    }
    // What curl would add on its own accord: a guess about the body, and a pause of a second before larger ones.
    if (!request_.headers.find("Content-Type")) append("Content-Type:");
    append("Expect:");
    curl_easy_setopt(easy_, CURLOPT_HTTPHEADER, headers_);
}

void Transfer::finish(CURLcode code)
{
    result_ = code;
    done.cancel();
}

ClientResponse Transfer::take()
{
    if (!result_) throw no_answer("the request was cancelled");
    if (too_large_) throw no_answer("the response is too large");
    if (*result_ != CURLE_OK && !refusal_.empty()) {
        throw not_allowed("The address leads to " + refusal_ + ". The operator can allow its network in OUTBOUND_ALLOWED_NETWORKS.");
    }
    if (*result_ == CURLE_ABORTED_BY_CALLBACK) throw no_answer("this side is stopping");
    if (*result_ != CURLE_OK) throw no_answer(curl_easy_strerror(*result_));
    long status = 0;
    curl_easy_getinfo(easy_, CURLINFO_RESPONSE_CODE, &status);
    response_.status = static_cast<int>(status);
    return std::move(response_);
}

bool Transfer::fits(std::size_t more)
{
    received_ += more;
    too_large_ = received_ > request_.max_response_bytes;
    return !too_large_;
}

std::size_t Transfer::on_header(char* data, std::size_t, std::size_t size, void* self)
{
    auto& transfer = *static_cast<Transfer*>(self);
    if (!transfer.fits(size)) return 0;
    std::string_view line(data, size);
    while (!line.empty() && (line.back() == '\r' || line.back() == '\n')) line.remove_suffix(1);
    auto const colon = line.find(':');
    if (line.starts_with("HTTP/")) {
        transfer.response_.headers = Headers{};  // what came before belonged to an interim response
    } else if (colon != std::string_view::npos) {
        auto value = line.substr(colon + 1);
        value.remove_prefix(std::min(value.find_first_not_of(" \t"), value.size()));
        transfer.response_.headers.add(std::string(line.substr(0, colon)), std::string(value));
    }
    return size;
}

std::size_t Transfer::on_body(char* data, std::size_t, std::size_t size, void* self)
{
    auto& transfer = *static_cast<Transfer*>(self);
    if (!transfer.fits(size)) return 0;
    transfer.response_.body.append(data, size);
    return size;
}

Task<ClientResponse> exchange(std::shared_ptr<Multi> multi, ClientRequest request)
{
    Transfer transfer(std::move(multi), std::move(request));
    Code code;
    co_await transfer.done.async_wait(asio::redirect_error(use_task, code));
    co_return transfer.take();
}

}  // namespace

struct Client::Impl {
    std::shared_ptr<Multi> multi;
};

Client::Client(asio::io_context& io, OutboundSettings const& settings)
    : impl_(std::make_unique<Impl>(std::make_shared<Multi>(io, OutboundRules(settings))))
{
}
Client::Client(asio::io_context& io, TrustedPeers) : impl_(std::make_unique<Impl>(std::make_shared<Multi>(io, std::nullopt))) {}

Client::~Client() { impl_->multi->close(); }

// Not itself a coroutine: one that has not started yet may then outlive the Client.
Task<ClientResponse> Client::send(ClientRequest request) { return exchange(impl_->multi, std::move(request)); }

}  // namespace mz::net
