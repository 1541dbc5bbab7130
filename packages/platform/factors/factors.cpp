#include "factors/factors.hpp"

#include <algorithm>
#include <string_view>

namespace mz::factors {
namespace {

constexpr std::size_t remembered = 50'000;  // persons and challenges with wrong answers

// Browsers take a domain name for a relying party and refuse an address.
bool is_domain(std::string const& host)
{
    constexpr std::string_view of_an_address = "0123456789.:[]";
    return host.find_first_not_of(of_an_address) != std::string::npos && host.front() != '[';
}

webauthn::RelyingParty party_of(FactorSettings const& settings, std::vector<std::string> const& pages)
{
    webauthn::RelyingParty party{settings.passkey_rp_id, settings.passkey_origins.empty() ? pages : settings.passkey_origins};
    for (auto const& origin : party.origins) {
        if (party.id.empty() && is_domain(host_of(origin))) party.id = host_of(origin);
    }
    return party;
}

}  // namespace

std::string host_of(std::string const& origin)
{
    auto const scheme = origin.find("://");
    auto const host = scheme == std::string::npos ? origin : origin.substr(scheme + 3);
    auto const end = host.starts_with('[') ? host.find(']') + 1 : host.find(':');
    return host.substr(0, end);
}

Factors::Factors(FactorSettings given, std::vector<std::string> const& pages)
    : settings(std::move(given)),
      party(party_of(settings, pages)),
      by_person({settings.factor_failures, settings.factor_failure_seconds, remembered}),
      by_challenge({settings.factor_challenge_failures, settings.factor_challenge_seconds, remembered})
{
}

}  // namespace mz::factors
