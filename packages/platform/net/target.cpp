#include "net/target.hpp"

#include "core/text.hpp"
#include "net/refusal.hpp"

#include <algorithm>

namespace mz::net {
namespace {

int hex_value(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

enum class Part { path, query };

std::string decode(std::string_view text, Part part)
{
    std::string out;
    out.reserve(text.size());
    bool escaped = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '%') {
            int const high = i + 1 < text.size() ? hex_value(text[i + 1]) : -1;
            int const low = i + 2 < text.size() ? hex_value(text[i + 2]) : -1;
            if (high < 0 || low < 0) throw Refusal{400, "The request target has a bad percent escape."};
            c = static_cast<char>(high * 16 + low);
            if (c == '\0') throw Refusal{400, "The request target has a NUL character."};
            if (c == '/' && part == Part::path) throw Refusal{400, "The path has an encoded slash."};
            i += 2;
            escaped = true;
        } else if (c == '+' && part == Part::query) {
            c = ' ';
        }
        out += c;
    }
    if (escaped && utf8_length(out) == std::string::npos) throw Refusal{400, "The request target is not UTF-8."};
    return out;
}

std::string_view path_and_query(std::string_view target)
{
    if (target.starts_with('/')) return target;
    for (std::string_view const scheme : {"http://", "https://"}) {
        if (!target.starts_with(scheme)) continue;
        auto const authority = target.substr(scheme.size());
        auto const end = authority.find_first_of("/?");
        if (authority.empty() || end == 0) break;
        return end == std::string_view::npos ? std::string_view("/") : authority.substr(end);
    }
    throw Refusal{400, "The request target is neither a path nor an http URL."};
}

bool has_dot_segment(std::string_view path)
{
    for (std::size_t at = path.find("/."); at != std::string_view::npos; at = path.find("/.", at + 1)) {
        auto const segment = path.substr(at + 1, path.find('/', at + 1) - at - 1);
        if (segment == "." || segment == "..") return true;
    }
    return false;
}

}  // namespace

void read_target(std::string_view target, Request& request)
{
    bool const plain = std::ranges::all_of(target, [](char c) { return c > 0x20 && c < 0x7F && c != '#'; });
    if (!plain) throw Refusal{400, "The request target has a character that must be percent-encoded."};
    target = path_and_query(target);

    auto const question = target.find('?');
    request.path = decode(target.substr(0, question), Part::path);
    if (request.path.empty()) request.path = "/";
    bool const printable = std::ranges::none_of(request.path, [](char c) { return (c >= 0 && c < 0x20) || c == 0x7F; });
    if (!printable) throw Refusal{400, "The path has a control character."};
    if (has_dot_segment(request.path)) throw Refusal{400, "The path has a dot segment."};

    if (question == std::string_view::npos) return;
    auto query = target.substr(question + 1);
    while (!query.empty()) {
        auto const pair = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(query.size(), pair.size() + 1));
        if (pair.empty()) continue;
        auto const equals = pair.find('=');
        auto const value = equals == std::string_view::npos ? std::string_view{} : pair.substr(equals + 1);
        request.query.emplace_back(decode(pair.substr(0, equals), Part::query), decode(value, Part::query));
    }
}

}  // namespace mz::net
