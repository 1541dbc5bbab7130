#include "factors/password_policy.hpp"

#include <gtest/gtest.h>

namespace mz::factors {
namespace {

std::string refused(std::string const& password, std::vector<std::string> const& words = {})
{
    auto const weakness = weakness_of(password, words);
    return weakness ? weakness->type : "";
}

TEST(password_policy, wants_twelve_characters_whatever_their_bytes)
{
    EXPECT_EQ(refused("zażółć gęśl"), "password-length");
    EXPECT_EQ(refused("zażółć gęśl j"), "");
    EXPECT_EQ(refused(std::string(201, 'x')), "password-length");
}

TEST(password_policy, refuses_the_passwords_that_guessers_try_first)
{
    EXPECT_EQ(refused("qwertyuiop123"), "password-common");
    EXPECT_EQ(refused("1q2w3e4r5t6y"), "password-common");
    EXPECT_EQ(refused("1Q2W3E4R5T6Y"), "password-common") << "capitals are tried as well";
}

TEST(password_policy, refuses_a_common_word_in_disguise)
{
    EXPECT_EQ(refused("Password2026!!"), "password-common");
    EXPECT_EQ(refused("P@ssw0rd12345"), "password-common");
    EXPECT_EQ(refused("2026--football"), "password-common");
}

TEST(password_policy, refuses_repetitions_and_rows)
{
    EXPECT_EQ(refused("aaaaaaaaaaaa"), "password-repetitive");
    EXPECT_EQ(refused("tRainTraintRain"), "password-repetitive");
    EXPECT_EQ(refused("567890123456"), "password-repetitive");
    EXPECT_EQ(refused("nmlkjihgfedcba"), "password-repetitive");
}

TEST(password_policy, refuses_what_is_little_more_than_a_name)
{
    std::vector<std::string> const words{"monozu", "Zieliński", "ann.agent"};
    EXPECT_EQ(refused("Monozu-cloud1", words), "password-personal");
    EXPECT_EQ(refused("ann.agent#42", words), "password-personal");
    EXPECT_EQ(refused("a monozu console at night", words), "") << "a name among other words is no weakness";
}

TEST(password_policy, takes_words_that_do_not_belong_together)
{
    EXPECT_EQ(refused("correct horse battery staple"), "");
    EXPECT_EQ(refused("kluska rower piorun"), "");
}

}  // namespace
}  // namespace mz::factors
