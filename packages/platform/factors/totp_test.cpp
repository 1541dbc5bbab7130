#include "factors/totp.hpp"

#include <gtest/gtest.h>

#include <set>

namespace mz::factors::totp {
namespace {

// RFC 6238, appendix B; the RFC shows eight digits, of which an app shows the last six.
constexpr std::string_view rfc_secret = "12345678901234567890";

Timestamp at(std::int64_t seconds) { return Timestamp{seconds * 1'000'000}; }

struct Vector {
    std::int64_t seconds;
    char const* code;
};
constexpr Vector vectors[] = {{59, "287082"},         {1111111109, "081804"}, {1111111111, "050471"},
                              {1234567890, "005924"}, {2000000000, "279037"}, {20000000000, "353130"}};

TEST(totp, the_codes_are_those_of_the_rfc)
{
    for (auto const& [seconds, expected] : vectors) {
        EXPECT_EQ(code(rfc_secret, seconds / step_seconds), expected) << seconds;
        EXPECT_EQ(matching_step(rfc_secret, expected, at(seconds)), seconds / step_seconds) << seconds;
    }
}

TEST(totp, a_code_is_good_one_step_early_and_late_and_no_longer)
{
    auto const present = code(rfc_secret, 1000);
    EXPECT_EQ(matching_step(rfc_secret, present, at(1000 * 30)), 1000);
    EXPECT_EQ(matching_step(rfc_secret, present, at(999 * 30)), 1000);
    EXPECT_EQ(matching_step(rfc_secret, present, at(1001 * 30 + 29)), 1000);
    EXPECT_FALSE(matching_step(rfc_secret, present, at(998 * 30)));
    EXPECT_FALSE(matching_step(rfc_secret, present, at(1002 * 30)));
}

TEST(totp, what_is_no_code_matches_nothing)
{
    for (auto const* wrong : {"", "28708", "2870820", "94287082", "abcdef", "28708 2"}) {
        EXPECT_FALSE(matching_step(rfc_secret, wrong, at(59))) << wrong;
    }
}

TEST(totp, secrets_are_random_and_as_long_as_the_hash)
{
    std::set<std::string> seen;
    for (int i = 0; i < 100; ++i) seen.insert(make_secret());
    EXPECT_EQ(seen.size(), 100U);
    EXPECT_EQ(seen.begin()->size(), 20U);
}

TEST(totp, the_address_in_the_qr_code_names_the_service_and_the_account)
{
    EXPECT_EQ(base32(rfc_secret), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    EXPECT_EQ(uri(rfc_secret, "Monozu Cloud", "ann+x@example.org"),
              "otpauth://totp/Monozu%20Cloud:ann%2bx@example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Monozu%20Cloud");
}

}  // namespace
}  // namespace mz::factors::totp
