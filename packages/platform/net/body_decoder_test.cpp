#include "net/body_decoder.hpp"

#include "net/refusal.hpp"
#include "net/test_compression.hpp"

#include <gtest/gtest.h>

namespace mz::net {
namespace {

// Decodes in pieces of `step` bytes, as a network delivers them.
std::string decode(std::string_view encoding, std::string_view data, std::size_t step = 7, std::size_t max_bytes = 1 << 20)
{
    auto const decoder = make_body_decoder(encoding, max_bytes);
    std::string out;
    for (std::size_t at = 0; at < data.size(); at += step) decoder->write(data.substr(at, step), out);
    decoder->finish();
    return out;
}

int refused_with(std::string_view encoding, std::string_view data, std::size_t max_bytes = 1 << 20)
{
    try {
        decode(encoding, data, 64, max_bytes);
        return 0;
    } catch (Refusal const& refusal) {
        return refusal.status;
    }
}

std::string text()
{
    std::string out;
    for (int i = 0; i < 5000; ++i) out += std::to_string(i * 7919) + ",";
    return out;
}

TEST(body_decoder, gzip_and_zstd_round_trip_in_any_pieces)
{
    for (std::size_t const step : {1UL, 13UL, 100000UL}) {
        EXPECT_EQ(decode("gzip", gzip(text()), step), text());
        EXPECT_EQ(decode("X-GZIP", gzip(text()), step), text());
        EXPECT_EQ(decode("zstd", zstd(text()), step), text());
    }
}

TEST(body_decoder, several_members_are_one_body)
{
    EXPECT_EQ(decode("gzip", gzip("one ") + gzip("two")), "one two");
    EXPECT_EQ(decode("zstd", zstd("one ") + zstd("two")), "one two");
    EXPECT_EQ(decode("gzip", gzip("")), "");
}

TEST(body_decoder, a_body_at_the_limit_passes_and_one_byte_more_does_not)
{
    std::string const body(100000, 'x');
    EXPECT_EQ(decode("gzip", gzip(body), 64, 100000), body);
    EXPECT_EQ(decode("zstd", zstd(body), 64, 100000), body);
    EXPECT_EQ(refused_with("gzip", gzip(body), 99999), 413);
    EXPECT_EQ(refused_with("zstd", zstd(body), 99999), 413);
}

TEST(body_decoder, a_bomb_stops_at_the_limit_instead_of_growing)
{
    auto const bomb = gzip(std::string(64 << 20, '\0'));
    auto const decoder = make_body_decoder("gzip", 1 << 20);
    std::string out;
    EXPECT_THROW(decoder->write(bomb, out), Refusal);
    EXPECT_LE(out.size(), 1U << 20);
    EXPECT_EQ(refused_with("zstd", zstd(std::string(64 << 20, '\0'))), 413);
}

TEST(body_decoder, broken_data_is_a_bad_request)
{
    auto const whole = gzip(text());
    EXPECT_EQ(refused_with("gzip", whole.substr(0, whole.size() - 1)), 400);
    EXPECT_EQ(refused_with("gzip", whole + "garbage"), 400);
    EXPECT_EQ(refused_with("gzip", "not gzip at all"), 400);
    auto damaged = whole;
    damaged[damaged.size() - 6] ^= 1;  // the checksum
    EXPECT_EQ(refused_with("gzip", damaged), 400);
    auto const frame = zstd(text());
    EXPECT_EQ(refused_with("zstd", frame.substr(0, frame.size() - 1)), 400);
    EXPECT_EQ(refused_with("zstd", frame + "garbage"), 400);
    EXPECT_EQ(refused_with("zstd", "not zstd at all"), 400);
}

TEST(body_decoder, a_zstd_window_above_8_mib_is_refused) { EXPECT_EQ(refused_with("zstd", zstd(text(), 27)), 400); }

TEST(body_decoder, other_encodings_are_unsupported)
{
    for (auto const* encoding : {"br", "deflate", "gzip, gzip", "compress"}) {
        try {
            make_body_decoder(encoding, 1);
            ADD_FAILURE() << encoding;
        } catch (Refusal const& refusal) {
            EXPECT_EQ(refusal.status, 415);
        }
    }
    EXPECT_EQ(make_body_decoder("identity", 1), nullptr);
    EXPECT_EQ(make_body_decoder("", 1), nullptr);
}

}  // namespace
}  // namespace mz::net
