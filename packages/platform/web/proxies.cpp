#include "web/proxies.hpp"

#include "core/log.hpp"

namespace mz::web {

bool warn_where_a_proxy_hides_callers(AppSettings const& app, net::ServerSettings const& server)
{
    if (!app.public_url.starts_with("https://") || !server.http_trusted_proxies.empty()) return false;
    log::warn("every caller has the address of the proxy; set HTTP_TRUSTED_PROXIES to the networks of those that end TLS",
              {{"public_url", app.public_url}});
    return true;
}

}  // namespace mz::web
