#include "idempotency_key.hpp"

#include "core/problem.hpp"

namespace mz::ingest {
namespace {

[[noreturn]] void refuse()
{
    throw Problem(Failure::bad_request, "invalid-idempotency-key",
                  "Idempotency-Key must be a string of 1 to 128 printable ASCII characters, in quotes or bare.");
}

std::string unquote(std::string_view text)
{
    if (text.size() < 2 || text.back() != '"') refuse();
    std::string out;
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        if (text[i] == '"') refuse();
        if (text[i] == '\\') {
            ++i;
            if (i + 1 >= text.size() || (text[i] != '"' && text[i] != '\\')) refuse();
        }
        out += text[i];
    }
    return out;
}

}  // namespace

std::optional<std::string> parse_idempotency_key(std::optional<std::string_view> header)
{
    if (!header) return std::nullopt;
    bool const quoted = header->starts_with('"');
    std::string key = quoted ? unquote(*header) : std::string(*header);
    if (key.empty() || key.size() > max_idempotency_key) refuse();
    for (char const c : key) {
        if (c < (quoted ? ' ' : '!') || c > '~' || (!quoted && c == '"')) refuse();
    }
    return key;
}

}  // namespace mz::ingest
