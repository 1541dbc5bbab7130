#pragma once
#include "net/http.hpp"

#include <string>
#include <string_view>

namespace mz::net {

enum class Framing { length, chunked, until_close, none };

// Appends the status line and the header, with the Date of now unless the response has one. Connection, Content-Length, Transfer-Encoding
// and X-Request-Id are decided here: what the response says about them itself is left out, and so is a field that would break the header
// apart.
void write_head(std::string& out, Response const& response, std::string_view request_id, Framing framing, bool keep_alive);

// An RFC 9457 body for what the net layer answers on its own, with the fields that status asks for.
Response problem_response(int status, std::string_view detail);

}  // namespace mz::net
