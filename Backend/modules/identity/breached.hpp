#pragma once
#include "core/secret.hpp"
#include "core/task.hpp"
#include "net/client.hpp"

#include <boost/describe.hpp>

#include <string>

namespace mz::identity {

struct BreachSettings {
    std::string pwned_passwords_url;  // of a "Pwned Passwords" range API, without /range; empty: nobody is asked
    int pwned_passwords_timeout_milliseconds = 2000;
};
BOOST_DESCRIBE_STRUCT(BreachSettings, (), (pwned_passwords_url, pwned_passwords_timeout_milliseconds))

// Asks whether a password is known from a breach. Five of the forty digits of its SHA-1 leave here, and the answer is padded, so that
// nobody on the way learns which password was meant. One a worker.
class Breached {
public:
    Breached(asio::io_context& io, BreachSettings settings) : settings_(std::move(settings)), client_(io, net::trusted_peers) {}

    // False, and a line in the log, where no answer comes in time: nobody is kept from changing a password because a list is away.
    Task<bool> knows(Secret<std::string> password);

private:
    BreachSettings settings_;
    net::Client client_;
};

}  // namespace mz::identity
