#include "core/crypto.hpp"
#include "identity/identity.hpp"
#include "json/write.hpp"
#include "licence/licence.hpp"
#include "licence_sql.hpp"

#include <charconv>

namespace mz::licence {
namespace {

struct TenantArgs {
    std::string name;
    licensing::TenantStatus status{};
    std::int64_t revision = 0;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(TenantArgs, (), (name, status, revision, now))

struct Kept {
    bool created = false;
};
BOOST_DESCRIBE_STRUCT(Kept, (), (created))

struct LicenseArgs {
    std::string plan;
    json::Raw limits;
    Timestamp valid_from;
    Timestamp valid_until;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(LicenseArgs, (), (plan, limits, valid_from, valid_until, now))

struct FeatureArgs {
    std::vector<licensing::Feature> features;
};
BOOST_DESCRIBE_STRUCT(FeatureArgs, (), (features))

// Management sends the hash in hex, because JSON has no bytes.
Bytes bytes_of_hex(std::string const& text)
{
    Bytes out;
    for (std::size_t i = 0; i + 1 < text.size(); i += 2) {
        unsigned byte = 0;
        auto const* const pair = text.data() + i;
        if (std::from_chars(pair, pair + 2, byte, 16).ptr != pair + 2) {
            throw Problem::invalid("/owner/setup_token_hash", "must be a SHA-256 in hex");
        }
        out.push_back(static_cast<char>(byte));
    }
    return out;
}

}  // namespace

Task<Outcome> apply(web::Tx& tx, licensing::TenantDocument document)
{
    auto const time = now();
    TenantArgs const tenant{document.tenant.name, document.tenant.status, document.revision, time};
    auto const kept = co_await tx.maybe<Kept>(sql::tenant_apply{}, tenant);
    if (!kept) co_return Outcome::unchanged;

    auto const features = document.license ? document.license->features : std::vector<licensing::Feature>{};
    if (document.license) {
        auto const& license = *document.license;
        LicenseArgs const args{license.plan, {json::write(license.limits)}, license.valid_from, license.valid_until, time};
        co_await tx.run(sql::license_apply{}, args);
    } else {
        co_await tx.run(sql::license_delete{});
    }
    FeatureArgs const feature_args{features};
    co_await tx.run(sql::features_delete{}, feature_args);
    co_await tx.run(sql::features_create{}, feature_args);

    identity::OwnerGrant owner{document.owner.email, std::nullopt, document.owner.setup_expires_at};
    if (document.owner.setup_token_hash) owner.setup_token_hash = bytes_of_hex(*document.owner.setup_token_hash);
    co_await identity::ensure_owner(tx, owner);
    co_return kept->created ? Outcome::created : Outcome::updated;
}

}  // namespace mz::licence
