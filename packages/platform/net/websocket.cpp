#include "net/websocket.hpp"

#include "net/websocket_session.hpp"

namespace mz::net {

Task<void> serve_websocket(WorkerState&, Socket, Request, Response) { co_return; }

}  // namespace mz::net
