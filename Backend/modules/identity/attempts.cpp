#include "identity/attempts.hpp"

namespace mz::identity {
namespace {

std::string pair_of(Attempt const& attempt)
{
    return attempt.email + ' ' + (attempt.browser ? attempt.browser->to_string() : attempt.address);
}

bool is_strange(Attempt const& attempt) { return !attempt.browser && !attempt.known_address; }

}  // namespace

Attempts::Attempts(web::ThrottleSettings pair, AccountSettings settings)
    : pair_(pair),
      address_({settings.login_address_failures, settings.login_address_failure_seconds, pair.login_throttle_entries}),
      account_({settings.login_account_failures, settings.login_account_failure_seconds, pair.login_throttle_entries})
{
}

void Attempts::check(Attempt const& attempt)
{
    pair_.check(pair_of(attempt));
    // A known browser behind an address that others misuse still gets in.
    if (!attempt.browser) address_.check(attempt.address);
    if (is_strange(attempt)) account_.check(attempt.email);
}

void Attempts::failed(Attempt const& attempt)
{
    pair_.failed(pair_of(attempt));
    address_.failed(attempt.address);
    if (is_strange(attempt)) account_.failed(attempt.email);
}

void Attempts::succeeded(Attempt const& attempt) { pair_.succeeded(pair_of(attempt)); }

}  // namespace mz::identity
