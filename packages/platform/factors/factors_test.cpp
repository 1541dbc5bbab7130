#include "factors/factors.hpp"

#include <gtest/gtest.h>

namespace mz::factors {
namespace {

TEST(factors, the_relying_party_is_the_first_page_with_a_domain_name)
{
    EXPECT_EQ(host_of("https://cloud.example.org:8443"), "cloud.example.org");
    EXPECT_EQ(host_of("http://[::1]:3000"), "[::1]");
    Factors const by_pages({}, {"http://127.0.0.1:3000", "http://[::1]:3000", "http://localhost:3000"});
    EXPECT_EQ(by_pages.party.id, "localhost");
    EXPECT_EQ(by_pages.party.origins.size(), 3U);
    FactorSettings settings;
    settings.passkey_rp_id = "example.org";
    settings.passkey_origins = {"https://cloud.example.org"};
    EXPECT_EQ(Factors(settings, {"http://localhost:3000"}).party.id, "example.org");
    EXPECT_EQ(Factors(settings, {"http://localhost:3000"}).party.origins, settings.passkey_origins);
}

}  // namespace
}  // namespace mz::factors
