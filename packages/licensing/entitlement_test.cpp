#include "licensing/entitlement.hpp"

#include "json/read.hpp"
#include "json/write.hpp"

#include <gtest/gtest.h>

namespace mz::licensing {
namespace {

constexpr Timestamp start{1'000'000};
constexpr Timestamp inside{1'500'000};
constexpr Timestamp end{2'000'000};

TenantDocument licensed()
{
    TenantDocument document;
    document.tenant.name = "Alder";
    document.tenant.status = TenantStatus::active;
    document.owner.email = "owner@alder.example";
    document.license = License{"professional", {Feature::itsm, Feature::security}, {{"devices", 25}}, start, end};
    return document;
}

TEST(entitlement, a_tenant_is_active_from_the_first_moment_of_its_licence_until_the_last)
{
    auto const document = licensed();
    EXPECT_EQ(standing(document, start - std::chrono::microseconds(1)), Standing::not_yet_valid);
    EXPECT_EQ(standing(document, start), Standing::active);
    EXPECT_EQ(standing(document, end - std::chrono::microseconds(1)), Standing::active);
    EXPECT_EQ(standing(document, end), Standing::expired);
}

TEST(entitlement, a_tenant_without_a_licence_is_pending_whatever_its_status_says)
{
    auto document = licensed();
    document.license.reset();
    EXPECT_EQ(standing(document, inside), Standing::pending);
    EXPECT_FALSE(is_active(document, inside));
}

TEST(entitlement, a_suspension_outweighs_a_valid_licence)
{
    auto document = licensed();
    document.tenant.status = TenantStatus::suspended;
    EXPECT_EQ(standing(document, inside), Standing::suspended);
    EXPECT_FALSE(feature_enabled(document, Feature::itsm, inside));
}

TEST(entitlement, a_feature_needs_to_be_licensed_and_the_licence_to_be_valid)
{
    auto const document = licensed();
    EXPECT_TRUE(feature_enabled(document, Feature::security, inside));
    EXPECT_FALSE(feature_enabled(document, Feature::vpn, inside));
    EXPECT_FALSE(feature_enabled(document, Feature::security, end));
}

TEST(entitlement, the_feature_map_names_all_five)
{
    std::map<std::string, bool> const expected{{"cmdb", false}, {"itsm", true}, {"security", true}, {"vpn", false}, {"backup", false}};
    EXPECT_EQ(feature_map(licensed().license->features), expected);
}

TEST(entitlement, a_limit_that_is_not_named_is_not_limited)
{
    auto const document = licensed();
    EXPECT_EQ(limit_of(*document.license, "devices"), 25);
    EXPECT_EQ(limit_of(*document.license, "users"), std::nullopt);
}

TEST(document, what_one_service_writes_the_other_reads)
{
    auto document = licensed();
    document.tenant.id = Uuid::v7();
    document.revision = 7;
    document.owner.setup_token_hash = std::string(64, 'a');
    document.owner.setup_expires_at = end;
    auto const text = json::write(document);
    auto const read = json::read_text<TenantDocument>(text);
    EXPECT_EQ(json::write(read), text);
    EXPECT_EQ(read.tenant.id, document.tenant.id);
    EXPECT_EQ(read.license->limits.at("devices").value, 25);
}

TEST(document, an_unknown_feature_is_refused)
{
    auto text = json::write(licensed());
    auto const at = text.find("\"itsm\"");
    text.replace(at, 6, "\"mars\"");
    EXPECT_THROW(json::read_text<TenantDocument>(text), Problem);
}

}  // namespace
}  // namespace mz::licensing
