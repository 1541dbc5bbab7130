#include "core/clock.hpp"
#include "core/config.hpp"
#include "core/crypto.hpp"
#include "core/key_ring.hpp"
#include "core/log.hpp"
#include "core/sealed_box.hpp"
#include "core/secret.hpp"
#include "core/text.hpp"
#include "core/uuid.hpp"

#include <gtest/gtest.h>

#include <concepts>
#include <set>
#include <sstream>

namespace mz {
namespace {

TEST(timestamp, rfc_3339_is_read_with_any_offset_and_written_in_utc)
{
    for (auto const& [text, utc] : std::vector<std::pair<std::string, std::string>>{
             {"2026-11-22T04:19:00Z", "2026-11-22T04:19:00.000000Z"},
             {"2026-11-22T05:19:00.123456789+01:00", "2026-11-22T04:19:00.123456Z"},
             {"2026-11-21T23:49:00.5-04:30", "2026-11-22T04:19:00.500000Z"},
             {"2024-02-29T23:59:59Z", "2024-02-29T23:59:59.000000Z"},
             {"1969-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.999999Z"},
         }) {
        auto const parsed = Timestamp::parse(text);
        ASSERT_TRUE(parsed) << text;
        EXPECT_EQ(parsed->to_string(), utc);
    }
}

TEST(timestamp, anything_else_is_refused)
{
    for (std::string const text :
         {"", "2026-11-22", "2026-11-22T04:19:00", "2026-11-22 04:19:00Z", "2026-02-30T00:00:00Z", "2025-02-29T00:00:00Z",
          "2026-13-01T00:00:00Z", "2026-11-22T24:00:00Z", "2026-11-22T04:60:00Z", "2026-11-22T04:19:00.Z", "2026-11-22T04:19:00+0100",
          "2026-11-22T04:19:00Zx", "2026-11-22T04:19:00.1234567890Z", "+026-11-22T04:19:00Z"}) {
        EXPECT_FALSE(Timestamp::parse(text)) << text;
    }
}

TEST(uuid, version_7_ascends_and_does_not_repeat)
{
    std::set<Uuid> seen;
    Uuid last;
    for (int i = 0; i < 20000; ++i) {
        auto const next = Uuid::v7();
        EXPECT_LT(last, next);
        EXPECT_EQ(next.bytes[6] >> 4, 7);
        EXPECT_EQ(next.bytes[8] >> 6, 2);
        seen.insert(next);
        last = next;
    }
    EXPECT_EQ(seen.size(), 20000U);
    EXPECT_NEAR(static_cast<double>(last.unix_milliseconds()), static_cast<double>(now().microseconds / 1000), 1000.0);
}

TEST(uuid, text_goes_both_ways_and_nonsense_nowhere)
{
    auto const uuid = Uuid::v7();
    EXPECT_EQ(Uuid::parse(uuid.to_string()), uuid);
    for (std::string const text : {"", "01890a5d-ac96-774b-bcce-b302099a805", "01890a5dxac96-774b-bcce-b302099a8057",
                                   "01890a5d-ac96-774b-bcce-b302099a805g", "{01890a5d-ac96-774b-bcce-b302099a8057}"}) {
        EXPECT_FALSE(Uuid::parse(text)) << text;
    }
}

TEST(text, utf8_is_counted_in_characters_and_checked)
{
    EXPECT_EQ(utf8_length("zażółć"), 6U);
    EXPECT_EQ(utf8_length("𝄞"), 1U);
    for (std::string const bad : {"\xff", "\xc0\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe2\x82", "\x80"}) {
        EXPECT_EQ(utf8_length(bad), std::string_view::npos);
    }
}

TEST(text, an_address_is_told_from_what_is_none)
{
    for (std::string const good : {"a@b.pl", "first.last+tag@sub.example.org"}) EXPECT_TRUE(is_email(good)) << good;
    for (std::string const bad : {"", "a", "@b.pl", "a@", "a@b", "a@@b.pl", "a b@c.pl", "a@b.pl\nBcc: c@d.pl", "a@.pl", "a@b.pl,c@d.pl"}) {
        EXPECT_FALSE(is_email(bad)) << bad;
    }
}

TEST(crypto, a_password_is_verified_exactly_as_it_was_given)
{
    Secret<std::string> const password(std::string("long phrase \0 with a NUL and a space at the end ", 48));
    auto const hash = password::hash(password);
    EXPECT_TRUE(hash.starts_with("$argon2id$"));
    EXPECT_TRUE(password::verify(hash, password));
    EXPECT_FALSE(password::verify(hash, Secret<std::string>(password.reveal().substr(0, 47))));
    EXPECT_FALSE(password::verify(hash, Secret<std::string>("long phrase ")));
    EXPECT_FALSE(password::needs_rehash(hash));
    EXPECT_FALSE(password::verify("", password));
}

TEST(crypto, published_vectors_hold)
{
    EXPECT_EQ(hex(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(hex(hmac_sha256("It's a Secret to Everybody", "Hello, World!")),
              "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17");
    EXPECT_EQ(base64url("\xfb\xff"), "-_8");
    EXPECT_EQ(base64_decode("+/8="), "\xfb\xff");
    EXPECT_FALSE(base64url_decode("a+b"));
}

TEST(crypto, a_sealed_box_opens_with_its_key_alone)
{
    auto box = seal("the key is mzp_1", "idempotency");
    EXPECT_EQ(box.find("mzp_1"), std::string::npos);
    EXPECT_EQ(open_sealed(box, "idempotency"), "the key is mzp_1");
    EXPECT_FALSE(open_sealed(box, "another"));
    box.back() ^= 1;
    EXPECT_FALSE(open_sealed(box, "idempotency"));
    EXPECT_FALSE(open_sealed("short", "idempotency"));
}

TEST(crypto, a_key_ring_opens_what_an_older_key_sealed_and_nothing_of_another_purpose)
{
    Secret<std::string> const old_key(std::string(32, 'o'));
    Secret<std::string> const new_key(std::string(32, 'n'));
    auto const box = KeyRing({old_key}).seal("JBSWY3DP", "totp");
    KeyRing const rotated({new_key, old_key});
    EXPECT_EQ(rotated.open(box, "totp"), "JBSWY3DP");
    EXPECT_FALSE(rotated.open(box, "oidc"));
    EXPECT_FALSE(rotated.is_current(box, "totp"));
    EXPECT_TRUE(rotated.is_current(rotated.seal("JBSWY3DP", "totp"), "totp"));
    EXPECT_FALSE(KeyRing({new_key}).open(box, "totp"));
    EXPECT_THROW(KeyRing({Secret<std::string>("short")}), std::invalid_argument);
    EXPECT_THROW(KeyRing({}), std::invalid_argument);
}

TEST(secret, is_neither_compared_nor_printed_nor_logged_by_mistake)
{
    using Text = Secret<std::string>;
    static_assert(!std::equality_comparable<Text> && !std::totally_ordered<Text>, "equal_constant_time compares what is revealed");
    static_assert(!std::constructible_from<log::Field, std::string_view, Text> && !std::convertible_to<Text, std::string>);
    std::ostringstream out;
    out << Text("correct horse");
    EXPECT_EQ(out.str(), "<redacted>");
    EXPECT_TRUE(equal_constant_time("correct horse", "correct horse"));
    for (auto const* other : {"", "c", "correct hors", "correct horsf", "dorrect horse", "correct horse "}) {
        EXPECT_FALSE(equal_constant_time("correct horse", other)) << other;
    }
}

TEST(log, a_line_cannot_be_broken_by_what_is_logged)
{
    EXPECT_EQ(log::quoted("a\"b\n\x1b[31m\\"), "\"a\\\"b\\u000a\\u001b[31m\\\\\"");
    EXPECT_EQ(log::quoted("\xff"), "\"\\u00ff\"");
    std::ostringstream out;
    out << Secret<std::string>("hunter2");
    EXPECT_EQ(out.str(), "<redacted>");
}

struct Named {
    int http_threads = 2;
    bool jobs_enabled = true;
    std::vector<std::string> origins{"a"};
    config::Required<Secret<std::string>> database_url;
};
BOOST_DESCRIBE_STRUCT(Named, (), (http_threads, jobs_enabled, origins, database_url))

config::Environment environment(std::map<std::string, std::string> values)
{
    return [values = std::move(values)](std::string const& name) -> std::optional<std::string> {
        auto const found = values.find(name);
        return found == values.end() ? std::nullopt : std::optional(found->second);
    };
}

TEST(config, settings_come_from_the_environment_or_keep_their_default)
{
    auto const named = config::load<Named>(environment({{"DATABASE_URL", "secret"}, {"HTTP_THREADS", "4"}, {"ORIGINS", "x,y"}}));
    EXPECT_EQ(named.http_threads, 4);
    EXPECT_TRUE(named.jobs_enabled);
    EXPECT_EQ(named.origins, (std::vector<std::string>{"x", "y"}));
    EXPECT_EQ((*named.database_url).reveal(), "secret");
}

TEST(config, everything_that_is_wrong_is_said_at_once)
{
    try {
        config::load<Named>(environment({{"HTTP_THREADS", "many"}, {"JOBS_ENABLED", "1"}}));
        FAIL() << "it was accepted";
    } catch (config::Error const& error) {
        std::string const what = error.what();
        EXPECT_NE(what.find("HTTP_THREADS must be an integer"), std::string::npos);
        EXPECT_NE(what.find("JOBS_ENABLED must be true or false"), std::string::npos);
        EXPECT_NE(what.find("DATABASE_URL is not set"), std::string::npos);
    }
}

}  // namespace
}  // namespace mz
