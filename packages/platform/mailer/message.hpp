#pragma once
#include "core/clock.hpp"

#include <string>
#include <utility>
#include <vector>

namespace mz::mailer {

// One e-mail in UTF-8. `from` and `to` are mailboxes as people write them: "Monozu Cloud <no-reply@example.com>", or an address alone.
struct Message {
    std::string from;
    std::string to;
    std::string reply_to;  // empty: none
    std::string subject;
    std::string text;
    std::string html;  // the same, for those who show HTML; empty: text alone
    std::vector<std::pair<std::string, std::string>> headers;
    std::string idempotency_key;  // the same for every attempt at this message, 1 to 256 characters of [A-Za-z0-9-]
    Timestamp date;
};

// Why a message cannot go to anybody: no mailbox where one belongs, a line break or another control character inside a header field, a
// key that is none. Empty where it is well-formed. Every transport asks before it does anything.
std::string fault_of(Message const& message);

// What is between the angle brackets; empty where `mailbox` is not exactly one.
std::string address_of(std::string const& mailbox);

// The message as RFC 5322 and MIME have it, with CRLF line ends. Its Message-ID follows from the idempotency key, so that two copies of it
// can be told from two messages. It must be well-formed.
std::string to_mime(Message const& message);

}  // namespace mz::mailer
