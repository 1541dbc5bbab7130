#include "idempotency_key.hpp"

#include "core/problem.hpp"

#include <gtest/gtest.h>

namespace mz::ingest {
namespace {

TEST(idempotency_key, may_be_quoted_or_bare)
{
    EXPECT_EQ(parse_idempotency_key(std::nullopt), std::nullopt);
    EXPECT_EQ(parse_idempotency_key("8e03978e-40d5-43dd-bc93-6894a57f9324"), "8e03978e-40d5-43dd-bc93-6894a57f9324");
    EXPECT_EQ(parse_idempotency_key("\"8e03\""), "8e03");
    EXPECT_EQ(parse_idempotency_key(R"("a \"b\" \\c")"), R"(a "b" \c)");
    EXPECT_EQ(parse_idempotency_key(std::string(128, 'k')), std::string(128, 'k'));
}

TEST(idempotency_key, anything_else_is_refused)
{
    for (std::string const& header :
         {std::string(), std::string("\""), std::string("\"\""), std::string("\"a"), std::string("a\""), std::string("\"a\"b\""),
          std::string("\"a\\\""), std::string("\"a\\b\""), std::string("a b"), std::string("a\tb"), std::string("ż"), std::string("\"ż\""),
          std::string("a\x7f"), std::string(129, 'k'), std::string("a\0b", 3)}) {
        EXPECT_THROW(parse_idempotency_key(header), Problem) << header;
    }
}

}  // namespace
}  // namespace mz::ingest
