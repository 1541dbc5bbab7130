#pragma once
#include "net/body_decoder.hpp"
#include "net/http.hpp"
#include "net/server.hpp"

#include <boost/beast/http/basic_parser.hpp>

#include <cstdint>
#include <memory>
#include <string_view>

namespace mz::net {

// Beast's parser, writing straight into a Request. It is stricter than Beast where intermediaries are known to disagree about where a
// request ends (RFC 9112, 11.2): such a request is refused with 400 and its connection closed.
class RequestParser final : public boost::beast::http::basic_parser<true> {
public:
    RequestParser(ServerSettings const& settings, Request& request);

    // `bytes` is a whole header with the empty line at its end. Throws Refusal.
    void read_header(std::string_view bytes);
    // Reads what it can and returns how much that was. Throws Refusal.
    std::size_t read_body(std::string_view bytes);

    bool expects_continue() const { return expects_continue_; }
    // The message is HTTP/1.1, so it may be answered in chunks.
    bool modern() const { return modern_; }

private:
    using Code = boost::system::error_code;
    using View = boost::beast::string_view;
    using Length = boost::optional<std::uint64_t>;

    void on_request_impl(boost::beast::http::verb verb, View method, View target, int version, Code& code) override;
    void on_response_impl(int, View, int, Code&) override {}
    void on_field_impl(boost::beast::http::field field, View name, View value, Code& code) override;
    void on_header_impl(Code& code) override;
    void on_body_init_impl(Length const& length, Code& code) override;
    std::size_t on_body_impl(View part, Code& code) override;
    void on_chunk_header_impl(std::uint64_t, View, Code&) override {}
    std::size_t on_chunk_body_impl(std::uint64_t remaining, View part, Code& code) override;
    void on_finish_impl(Code& code) override;

    ServerSettings const& settings_;
    Request& request_;
    std::unique_ptr<BodyDecoder> decoder_;
    std::size_t fields_ = 0;
    int hosts_ = 0;
    int content_lengths_ = 0;
    int transfer_encodings_ = 0;
    int content_encodings_ = 0;
    bool modern_ = true;
    bool header_done_ = false;
    bool has_body_bytes_ = false;
    bool expects_continue_ = false;
};

}  // namespace mz::net
