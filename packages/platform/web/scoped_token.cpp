#include "web/scoped_token.hpp"

#include "core/crypto.hpp"

#include <algorithm>

namespace mz::web {
namespace {

constexpr std::size_t random_bytes = 32;
constexpr std::size_t tenant_length = 22;  // 16 bytes in base64url
constexpr std::size_t random_length = 43;  // 32 bytes

}  // namespace

std::string make_scoped_token(Uuid const& tenant)
{
    std::string_view const bytes(reinterpret_cast<char const*>(tenant.bytes.data()), tenant.bytes.size());
    return base64url(bytes) + '.' + random_token(random_bytes);
}

std::optional<Uuid> tenant_of_token(std::string_view token)
{
    if (token.size() != tenant_length + 1 + random_length || token[tenant_length] != '.') return std::nullopt;
    auto const bytes = base64url_decode(token.substr(0, tenant_length));
    Uuid tenant;
    if (!bytes || bytes->size() != tenant.bytes.size()) return std::nullopt;
    std::ranges::copy(*bytes, reinterpret_cast<char*>(tenant.bytes.data()));
    return tenant;
}

}  // namespace mz::web
