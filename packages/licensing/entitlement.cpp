#include "licensing/entitlement.hpp"

#include <algorithm>

namespace mz::licensing {

Standing standing(Validity const& validity, Timestamp now)
{
    if (validity.status == TenantStatus::suspended) return Standing::suspended;
    if (validity.status == TenantStatus::pending || !validity.valid_from || !validity.valid_until) return Standing::pending;
    if (now < *validity.valid_from) return Standing::not_yet_valid;
    return now < *validity.valid_until ? Standing::active : Standing::expired;
}

Standing standing(TenantDocument const& document, Timestamp now)
{
    Validity validity{document.tenant.status, std::nullopt, std::nullopt};
    if (document.license) {
        validity.valid_from = document.license->valid_from;
        validity.valid_until = document.license->valid_until;
    }
    return standing(validity, now);
}

std::string_view explanation(Standing standing)
{
    switch (standing) {
        case Standing::pending: return "This organization's licence has not been activated yet.";
        case Standing::active: return "This organization's licence is active.";
        case Standing::suspended: return "This organization has been suspended. Ask your provider.";
        case Standing::not_yet_valid: return "This organization's licence is not valid yet.";
        case Standing::expired: return "This organization's licence has expired.";
    }
    return "";
}

bool feature_enabled(TenantDocument const& document, Feature feature, Timestamp now)
{
    return is_active(document, now) && std::ranges::find(document.license->features, feature) != document.license->features.end();
}

std::map<std::string, bool> feature_map(std::vector<Feature> const& licensed)
{
    std::map<std::string, bool> out;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Feature>>(
        [&](auto feature) { out[feature.name] = std::ranges::find(licensed, feature.value) != licensed.end(); });
    return out;
}

std::optional<long long> limit_of(License const& license, std::string const& name)
{
    auto const found = license.limits.find(name);
    return found == license.limits.end() ? std::nullopt : std::optional<long long>(found->second.value);
}

}  // namespace mz::licensing
