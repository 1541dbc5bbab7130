#pragma once
#include "net/server.hpp"
#include "web/app.hpp"

namespace mz::web {

// Says in the log that callers cannot be told apart, and that HTTP_TRUSTED_PROXIES mends it: people come by https, which these services do
// not speak themselves, so that something stands in front of them; and what stands there is not trusted to say who calls. True if it was
// said.
bool warn_where_a_proxy_hides_callers(AppSettings const& app, net::ServerSettings const& server);

}  // namespace mz::web
