#include "net/response_writer.hpp"

#include "core/clock.hpp"
#include "core/log.hpp"
#include "core/text.hpp"
#include "net/http_date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace mz::net {
namespace {

std::string_view reason(int status)
{
    switch (status) {
        case 200: return "OK";
        case 201: return "Created";
        case 202: return "Accepted";
        case 204: return "No Content";
        case 206: return "Partial Content";
        case 301: return "Moved Permanently";
        case 302: return "Found";
        case 303: return "See Other";
        case 304: return "Not Modified";
        case 307: return "Temporary Redirect";
        case 308: return "Permanent Redirect";
        case 400: return "Bad Request";
        case 401: return "Unauthorized";
        case 403: return "Forbidden";
        case 404: return "Not Found";
        case 405: return "Method Not Allowed";
        case 406: return "Not Acceptable";
        case 408: return "Request Timeout";
        case 409: return "Conflict";
        case 410: return "Gone";
        case 412: return "Precondition Failed";
        case 413: return "Content Too Large";
        case 415: return "Unsupported Media Type";
        case 417: return "Expectation Failed";
        case 422: return "Unprocessable Content";
        case 426: return "Upgrade Required";
        case 428: return "Precondition Required";
        case 429: return "Too Many Requests";
        case 431: return "Request Header Fields Too Large";
        case 500: return "Internal Server Error";
        case 501: return "Not Implemented";
        case 502: return "Bad Gateway";
        case 503: return "Service Unavailable";
        case 504: return "Gateway Timeout";
        case 505: return "HTTP Version Not Supported";
        default: return "Status";
    }
}

bool decided_here(std::string_view name)
{
    constexpr std::array<std::string_view, 4> names{"connection", "content-length", "transfer-encoding", "x-request-id"};
    return std::ranges::any_of(names, [name](auto one) { return one.size() == name.size() && one == lower_ascii(name); });
}

bool fits_one_line(std::string_view text)
{
    return std::ranges::none_of(text, [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

void write_field(std::string& out, std::string_view name, std::string_view value)
{
    if (!fits_one_line(name) || !fits_one_line(value)) {
        log::error("response field dropped", {{"field", std::string(name.substr(0, name.find_first_of("\r\n")))}});
        return;
    }
    out.append(name).append(": ").append(value).append("\r\n");
}

// Changes once a second, and is asked for with every answer.
std::string const& date_now()
{
    constexpr std::int64_t second = 1'000'000;
    thread_local std::int64_t written = -1;
    thread_local std::string text;
    auto const at = now();
    if (written != at.microseconds / second) {
        written = at.microseconds / second;
        text = http_date(at);
    }
    return text;
}

}  // namespace

void write_head(std::string& out, Response const& response, std::string_view request_id, Framing framing, bool keep_alive)
{
    out.append("HTTP/1.1 ").append(fmt::format_int(response.status).c_str()).append(" ").append(reason(response.status)).append("\r\n");
    if (!response.content_type.empty()) write_field(out, "Content-Type", response.content_type);
    if (framing == Framing::length) out.append("Content-Length: ").append(fmt::format_int(response.body.size()).c_str()).append("\r\n");
    if (framing == Framing::chunked) out.append("Transfer-Encoding: chunked\r\n");
    if (!response.headers.find("Date")) out.append("Date: ").append(date_now()).append("\r\n");
    out.append("X-Request-Id: ").append(request_id).append("\r\n");
    for (auto const& [name, value] : response.headers)
        if (!decided_here(name)) write_field(out, name, value);
    if (!keep_alive) out.append("Connection: close\r\n");
    else if (response.status == 426) out.append("Connection: upgrade\r\n");
    out.append("\r\n");
}

Response problem_response(int status, std::string_view detail)
{
    Response response;
    response.status = status;
    response.content_type = "application/problem+json";
    response.body = fmt::format(R"({{"type":"about:blank","title":{},"status":{},"detail":{}}})", log::quoted(reason(status)), status,
                                log::quoted(detail));
    if (status == 415) response.headers.add("Accept-Encoding", "gzip, zstd");
    if (status == 426) response.headers.add("Upgrade", "websocket");
    if (status == 503) response.headers.add("Retry-After", "1");
    return response;
}

}  // namespace mz::net
