#pragma once
#include "licensing/document.hpp"

#include <map>
#include <string>
#include <string_view>

namespace mz::licensing {

// Where a tenant stands at a moment. Users log in while it is `active`, and not otherwise.
enum class Standing { pending, active, suspended, not_yet_valid, expired };
BOOST_DESCRIBE_ENUM(Standing, pending, active, suspended, not_yet_valid, expired)

// What the standing follows from; both times are empty where there is no licence.
struct Validity {
    TenantStatus status = TenantStatus::pending;
    std::optional<Timestamp> valid_from;
    std::optional<Timestamp> valid_until;
};

Standing standing(Validity const& validity, Timestamp now);
Standing standing(TenantDocument const& document, Timestamp now);
inline bool is_active(Validity const& validity, Timestamp now) { return standing(validity, now) == Standing::active; }
inline bool is_active(TenantDocument const& document, Timestamp now) { return standing(document, now) == Standing::active; }

// A sentence for the person who cannot log in.
std::string_view explanation(Standing standing);

// A feature is enabled where the licence names it and the tenant is active.
bool feature_enabled(TenantDocument const& document, Feature feature, Timestamp now);

// Every feature by name, so that a client sees "not licensed" rather than nothing.
std::map<std::string, bool> feature_map(std::vector<Feature> const& licensed);

// The limit's value, or nothing where the licence sets none.
std::optional<long long> limit_of(License const& license, std::string const& name);

}  // namespace mz::licensing
