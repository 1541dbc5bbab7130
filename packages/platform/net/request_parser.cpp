#include "net/request_parser.hpp"

#include "core/text.hpp"
#include "core/uuid.hpp"
#include "net/refusal.hpp"
#include "net/target.hpp"

#include <boost/asio/buffer.hpp>

#include <algorithm>

namespace mz::net {
namespace {

namespace http = boost::beast::http;

constexpr std::size_t first_body_reserve = 64 * 1024;  // a larger body earns its memory by arriving
constexpr std::size_t max_request_id = 64;

std::string_view view(boost::beast::string_view text) { return {text.data(), text.size()}; }

Method method_of(http::verb verb)
{
    switch (verb) {
        case http::verb::get: return Method::get;
        case http::verb::head: return Method::head;
        case http::verb::post: return Method::post;
        case http::verb::put: return Method::put;
        case http::verb::patch: return Method::patch;
        case http::verb::delete_: return Method::del;
        case http::verb::options: return Method::options;
        default: return Method::other;
    }
}

bool is_request_id(std::string_view text)
{
    return !text.empty() && text.size() <= max_request_id && std::ranges::all_of(text, [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
    });
}

bool is_number(std::string_view text)
{
    return !text.empty() && text.size() <= 18 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool has_token(std::string_view list, std::string_view token)
{
    while (!list.empty()) {
        auto item = list.substr(0, list.find(','));
        list.remove_prefix(std::min(list.size(), item.size() + 1));
        while (!item.empty() && (item.front() == ' ' || item.front() == '\t')) item.remove_prefix(1);
        while (!item.empty() && (item.back() == ' ' || item.back() == '\t')) item.remove_suffix(1);
        if (lower_ascii(item) == token) return true;
    }
    return false;
}

// Beast unfolds continued lines and passes on other bytes silently; proxies in front may read them otherwise.
void check_lines(std::string_view header)
{
    if (header.contains('\0')) throw Refusal{400, "The header has a NUL character."};
    while (!header.empty()) {
        auto const end = header.find('\r');
        if (header.substr(0, end).contains('\n')) throw Refusal{400, "A header line does not end in CR LF."};
        if (end == std::string_view::npos) return;
        header.remove_prefix(end + 1);
        if (!header.starts_with('\n')) throw Refusal{400, "The header has a bare CR."};
        header.remove_prefix(1);
        if (header.starts_with(' ') || header.starts_with('\t')) throw Refusal{400, "Folded header lines are not accepted."};
    }
}

[[noreturn]] void refuse(boost::system::error_code code)
{
    if (code == http::error::header_limit) throw Refusal{431, "The request header is larger than this service accepts."};
    if (code == http::error::body_limit) throw Refusal{413, "The body is larger than this service accepts."};
    if (code == http::error::bad_version) throw Refusal{505, "Only HTTP/1.1 and HTTP/1.0 are spoken here."};
    throw Refusal{400, "The request is not valid HTTP: " + code.message() + "."};
}

}  // namespace

RequestParser::RequestParser(ServerSettings const& settings, Request& request) : settings_(settings), request_(request)
{
    header_limit(static_cast<std::uint32_t>(settings.http_max_header_bytes));
    body_limit(settings.http_max_body_bytes);
}

void RequestParser::read_header(std::string_view bytes)
{
    check_lines(bytes);
    Code code;
    put(boost::asio::const_buffer(bytes.data(), bytes.size()), code);
    if (code) refuse(code);
    if (!is_header_done()) throw Refusal{400, "The request is not valid HTTP."};
}

std::size_t RequestParser::read_body(std::string_view bytes)
{
    Code code;
    eager(true);
    auto const used = put(boost::asio::const_buffer(bytes.data(), bytes.size()), code);
    if (code && code != http::error::need_more) refuse(code);
    return used;
}

void RequestParser::on_request_impl(http::verb verb, View, View target, int version, Code&)
{
    modern_ = version >= 11;
    request_.method = method_of(verb);
    if (request_.method == Method::other) throw Refusal{501, "This method is not supported."};
    read_target(view(target), request_);
}

void RequestParser::on_field_impl(http::field field, View name, View value, Code&)
{
    if (header_done_) return;  // trailers mean nothing here, so nothing that was checked above can be changed by them
    if (++fields_ > settings_.http_max_header_fields) throw Refusal{431, "The request has more header fields than this service accepts."};
    switch (field) {
        case http::field::host: ++hosts_; break;
        case http::field::content_length:
            if (++content_lengths_ > 1 || !is_number(view(value))) throw Refusal{400, "Content-Length must be one number."};
            break;
        case http::field::transfer_encoding:
            if (++transfer_encodings_ > 1 || lower_ascii(view(value)) != "chunked")
                throw Refusal{400, "Transfer-Encoding must be chunked alone."};
            break;
        case http::field::content_encoding:
            if (++content_encodings_ > 1) throw Refusal{415, "Only one Content-Encoding is supported."};
            break;
        case http::field::expect:
            if (lower_ascii(view(value)) != "100-continue") throw Refusal{417, "Only Expect: 100-continue is known."};
            expects_continue_ = modern_;
            break;
        default: break;
    }
    request_.headers.add(std::string(view(name)), std::string(view(value)));
}

void RequestParser::on_header_impl(Code&)
{
    header_done_ = true;
    auto const& headers = request_.headers;
    if (auto const id = headers.get("X-Request-Id"); is_request_id(id)) request_.id = id;
    if (modern_ ? hosts_ != 1 : hosts_ > 1) throw Refusal{400, "A request needs exactly one Host."};
    if (content_lengths_ > 0 && transfer_encodings_ > 0) throw Refusal{400, "Content-Length and Transfer-Encoding exclude each other."};
    if (transfer_encodings_ > 0 && !modern_) throw Refusal{400, "HTTP/1.0 has no Transfer-Encoding."};
    request_.wants_websocket = request_.method == Method::get && modern_ && has_token(headers.get("Connection"), "upgrade") &&
                               has_token(headers.get("Upgrade"), "websocket");
    decoder_ = make_body_decoder(headers.get("Content-Encoding"), settings_.http_max_decoded_body_bytes);
}

void RequestParser::on_body_init_impl(Length const& length, Code&)
{
    if (length) request_.body.reserve(std::min(static_cast<std::size_t>(*length), first_body_reserve));
}

std::size_t RequestParser::on_body_impl(View part, Code&)
{
    has_body_bytes_ = true;
    if (decoder_) decoder_->write(view(part), request_.body);
    else request_.body.append(part.data(), part.size());
    return part.size();
}

std::size_t RequestParser::on_chunk_body_impl(std::uint64_t, View part, Code& code) { return on_body_impl(part, code); }

void RequestParser::on_finish_impl(Code&)
{
    // A GET may carry Content-Encoding without any body; a body of no bytes is then simply empty.
    if (decoder_ && has_body_bytes_) decoder_->finish();
}

}  // namespace mz::net
