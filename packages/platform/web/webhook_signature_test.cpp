#include "web/webhook_signature.hpp"

#include "core/clock.hpp"
#include "core/problem.hpp"

#include <gtest/gtest.h>

namespace mz::web {
namespace {

using namespace std::chrono_literals;

std::string const first = "whsec_" + std::string("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
std::string const second = "whsec_" + std::string("YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXphYmNkZWY=");

WebhookKeys keys(std::string const& secrets) { return WebhookKeys(Secret<std::string>(secrets)); }

net::Headers signed_by(WebhookKeys const& signer, std::string_view body)
{
    net::Headers headers;
    signer.sign(headers, "msg_1", body);
    return headers;
}

TEST(webhook_signature, a_signed_message_is_accepted_and_its_id_returned)
{
    EXPECT_EQ(keys(first).verify(signed_by(keys(first), "{}"), "{}", 300s), "msg_1");
}

TEST(webhook_signature, either_key_is_good_during_a_rotation)
{
    EXPECT_NO_THROW(keys(second).verify(signed_by(keys(first + "," + second), "{}"), "{}", 300s));
    EXPECT_NO_THROW(keys(first + "," + second).verify(signed_by(keys(second), "{}"), "{}", 300s));
    EXPECT_THROW(keys(second).verify(signed_by(keys(first), "{}"), "{}", 300s), Problem);
}

TEST(webhook_signature, another_body_id_or_time_is_refused)
{
    auto const signer = keys(first);
    EXPECT_THROW(signer.verify(signed_by(signer, "{}"), "{ }", 300s), Problem);
    for (char const* field : {"webhook-id", "webhook-timestamp", "webhook-signature"}) {
        auto headers = signed_by(signer, "{}");
        headers.set(field, "1");
        EXPECT_THROW(signer.verify(headers, "{}", 300s), Problem) << field;
    }
}

TEST(webhook_signature, a_time_outside_the_tolerance_is_refused_either_way)
{
    static Timestamp pretended;
    auto const signer = keys(first);
    auto const headers = signed_by(signer, "{}");
    for (auto const offset : {301s, -301s}) {
        pretended = now() + offset;
        set_clock([] { return pretended; });
        EXPECT_THROW(signer.verify(headers, "{}", 300s), Problem);
        set_clock(nullptr);
    }
}

TEST(webhook_signature, a_malformed_secret_is_refused)
{
    for (std::string const secret : {"", "secret", "whsec_", "whsec_AAAA", "whsec_!!!!"})
        EXPECT_THROW(keys(secret), std::invalid_argument) << secret;
    EXPECT_NO_THROW(keys(WebhookKeys::generate()));
}

}  // namespace
}  // namespace mz::web
