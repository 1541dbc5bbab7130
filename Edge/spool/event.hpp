#pragma once
#include "core/clock.hpp"

#include <boost/describe.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace mz::edge {

// The kinds the ingestor knows.
BOOST_DEFINE_ENUM_CLASS(Kind, telemetry, log, security_alert, discovery, backup_event)

// {"kind","ts","data"} as `POST /v1/ingest` takes it; `data` is JSON already.
std::string event_json(Kind kind, Timestamp at, std::string_view data);

// Text from outside (a log line, a file name) made fit for JSON and for PostgreSQL: invalid UTF-8 becomes U+FFFD, control
// characters other than tab and line feed become spaces, and what is longer than `max_bytes` is cut between two characters and ends in "…".
std::string clean_text(std::string_view text, std::size_t max_bytes);

}  // namespace mz::edge
