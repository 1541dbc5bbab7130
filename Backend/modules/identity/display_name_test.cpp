#include "identity/display_name.hpp"

#include <gtest/gtest.h>

namespace mz::identity {
namespace {

TEST(display_name, is_made_of_the_words_before_the_at_sign)
{
    EXPECT_EQ(display_name_of(Email("owner.name@alder.example")), "Owner Name");
    EXPECT_EQ(display_name_of(Email("owner@alder.example")), "Owner");
    EXPECT_EQ(display_name_of(Email("anna_maria-nowak+cloud@alder.example")), "Anna Maria Nowak");
    EXPECT_EQ(display_name_of(Email("j.r.2nd@alder.example")), "J R 2nd");
}

TEST(display_name, is_the_address_as_it_is_where_there_is_no_word)
{
    EXPECT_EQ(display_name_of(Email("_@alder.example")), "_");
    EXPECT_EQ(display_name_of(Email("łucja.żak@alder.example")), "łucja żak");
}

}  // namespace
}  // namespace mz::identity
