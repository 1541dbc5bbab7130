#pragma once
#include "mailer/transport.hpp"

namespace mz::mailer {

// The three ways; make_transport chooses.

std::unique_ptr<Transport> make_resend(asio::io_context& io, TransportSettings settings);

// Each attempt is a conversation of its own, on a thread of the transport's own. A server that takes a message and dies before it says so
// is asked again; the two copies have one Message-ID.
std::unique_ptr<Transport> make_smtp(TransportSettings settings);

// Writes <idempotency key>.eml, whole or not at all; a second attempt replaces the first one's file.
std::unique_ptr<Transport> make_directory(TransportSettings settings);

}  // namespace mz::mailer
