#pragma once
#include "core/task.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mz::net {

// HTTP as the rest of the program sees it. Beast stays behind server.cpp, session.cpp and websocket.cpp.

enum class Method { get, head, post, put, patch, del, options, other };
std::string_view to_string(Method method);

// Header fields in the order of arrival; names compare without case.
class Headers {
public:
    std::optional<std::string_view> find(std::string_view name) const;
    std::string_view get(std::string_view name) const { return find(name).value_or(std::string_view{}); }
    void add(std::string name, std::string value);
    void set(std::string name, std::string value);
    auto begin() const { return fields_.begin(); }
    auto end() const { return fields_.end(); }

private:
    std::vector<std::pair<std::string, std::string>> fields_;
};

struct Request {
    Method method = Method::get;
    std::string path;                                        // percent-decoded; always starts with '/'
    std::vector<std::pair<std::string, std::string>> query;  // decoded, in order of appearance
    Headers headers;
    std::string body;            // decoded: gzip and zstd bodies arrive here expanded, within Limits
    std::string remote_address;  // numeric
    std::string id;              // X-Request-Id: the caller's where it is a sane token, else a new one
    bool wants_websocket = false;
};

class WebSocket;
using WebSocketHandler = std::function<Task<void>(std::shared_ptr<WebSocket>)>;
// Appends the next part of the body; false when it was the last.
using BodySource = std::function<Task<bool>(std::string& part)>;

struct Response {
    int status = 200;
    std::string content_type;  // empty: no Content-Type
    Headers headers;
    std::string body;
    BodySource stream;           // when set, the body is sent chunked from here
    WebSocketHandler websocket;  // when set and the request wants it, the connection is upgraded
};

// One exchange. It may suspend; it must not throw (what escapes becomes a bare 500 and is logged).
// The request outlives the coroutine.
using Handler = std::function<Task<Response>(Request& request)>;

}  // namespace mz::net
