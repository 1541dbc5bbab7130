#include "mailer/message.hpp"

#include "mailer/sample_message.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

namespace mz::mailer {
namespace {

TEST(message, is_written_in_lines_that_every_server_takes)
{
    auto const mime = to_mime(test::message());
    EXPECT_TRUE(std::ranges::all_of(mime, [](unsigned char c) { return c < 0x80; }));
    std::istringstream lines(mime);
    for (std::string line; std::getline(lines, line);) {
        EXPECT_LE(line.size(), 999U);
        ASSERT_FALSE(line.empty());
        EXPECT_EQ(line.back(), '\r') << line;
    }
    EXPECT_NE(mime.find("From: Monozu Cloud <no-reply@monozu.example>\r\n"), std::string::npos);
    EXPECT_NE(mime.find("Message-Id: <0198f0a0-0000-7000-8000-000000000001@monozu.example>\r\n"), std::string::npos);
    EXPECT_NE(mime.find("Date: Fri, 15 Jan 2027 08:00:00 +0000\r\n"), std::string::npos);
    EXPECT_NE(mime.find("Auto-Submitted: auto-generated\r\n"), std::string::npos);
}

TEST(message, cannot_be_given_a_header_field_by_its_content)
{
    EXPECT_EQ(fault_of(test::message()), "");
    auto with = [](auto change) {
        auto message = test::message();
        change(message);
        return fault_of(message);
    };
    EXPECT_NE(with([](Message& m) { m.subject = "Hello\r\nBcc: everybody@example.org"; }), "");
    EXPECT_NE(with([](Message& m) { m.subject = "Hello\nBcc: everybody@example.org"; }), "");
    EXPECT_NE(with([](Message& m) { m.to = "ann@example.org\r\nBcc: bob@example.org"; }), "");
    EXPECT_NE(with([](Message& m) { m.headers.emplace_back("X-A", "a\r\nBcc: bob@example.org"); }), "");
    EXPECT_NE(with([](Message& m) { m.headers.emplace_back("X-A: b\r\nBcc", "bob@example.org"); }), "");
    EXPECT_NE(with([](Message& m) { m.idempotency_key = "../../etc/passwd"; }), "");
}

TEST(message, goes_to_exactly_one_mailbox)
{
    EXPECT_EQ(address_of("ann@example.org"), "ann@example.org");
    EXPECT_EQ(address_of("Ann <ann@example.org>"), "ann@example.org");
    for (auto const* wrong :
         {"", "ann", "@example.org", "ann@", "ann@example.org, bob@example.org", "friends: ann@example.org;", "ann\n@example.org"}) {
        EXPECT_EQ(address_of(wrong), "") << wrong;
    }
}

}  // namespace
}  // namespace mz::mailer
