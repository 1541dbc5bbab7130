#pragma once
#include "net/http.hpp"
#include "net/worker.hpp"

namespace mz::net {

// Answers the upgrade, runs `response.websocket` on it and returns once the connection is closed. Throws nothing but what ends the worker.
Task<void> serve_websocket(WorkerState& worker, Socket socket, Request request, Response response);

}  // namespace mz::net
