#include "core/uuid.hpp"

#include "core/clock.hpp"
#include "core/crypto.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <span>

namespace mz {
namespace {

void put_milliseconds(Uuid& uuid, std::int64_t milliseconds)
{
    for (int i = 0; i < 6; ++i) uuid.bytes[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(milliseconds >> (40 - 8 * i));
}

// Ids need to be unique rather than secret, so a thread asks the kernel for many at once.
void fill_unguessed(std::span<std::uint8_t> out)
{
    thread_local std::array<std::uint8_t, 4096> pool;
    thread_local std::size_t left = 0;
    if (left < out.size()) {
        random_fill(pool);
        left = pool.size();
    }
    std::copy_n(pool.end() - static_cast<std::ptrdiff_t>(left), out.size(), out.begin());
    left -= out.size();
}

// "00" to "ff".
constexpr auto hex_pairs = [] {
    constexpr char digits[] = "0123456789abcdef";
    std::array<std::array<char, 2>, 256> all{};
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = {digits[i >> 4], digits[i & 15]};
    return all;
}();

int hex_value(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

}  // namespace

Uuid Uuid::v7()
{
    thread_local std::int64_t last_milliseconds = 0;
    thread_local std::uint16_t counter = 0;
    Uuid uuid;
    fill_unguessed(uuid.bytes);
    auto milliseconds = now().microseconds / 1000;
    if (milliseconds > last_milliseconds) {
        last_milliseconds = milliseconds;
        counter = static_cast<std::uint16_t>(uuid.bytes[6]);  // starts low, so it cannot run over within a millisecond
    } else if (++counter > 0x0FFF) {
        counter = 0;
        ++last_milliseconds;
    }
    put_milliseconds(uuid, last_milliseconds);
    uuid.bytes[6] = static_cast<std::uint8_t>(0x70 | (counter >> 8));
    uuid.bytes[7] = static_cast<std::uint8_t>(counter);
    uuid.bytes[8] = static_cast<std::uint8_t>(0x80 | (uuid.bytes[8] & 0x3F));
    return uuid;
}

Uuid Uuid::v7_floor(std::int64_t unix_milliseconds)
{
    Uuid uuid;
    put_milliseconds(uuid, unix_milliseconds);
    uuid.bytes[6] = 0x70;
    uuid.bytes[8] = 0x80;
    return uuid;
}

std::optional<Uuid> Uuid::parse(std::string_view text)
{
    if (text.size() != 36 || text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-') return std::nullopt;
    Uuid uuid;
    std::size_t at = 0;
    for (std::size_t i = 0; i < 36;) {
        if (text[i] == '-') {
            ++i;
            continue;
        }
        int const high = hex_value(text[i]);
        int const low = hex_value(text[i + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        uuid.bytes[at++] = static_cast<std::uint8_t>(high * 16 + low);
        i += 2;
    }
    return uuid;
}

Uuid::Text Uuid::to_text() const
{
    Text out{};
    auto* text = out.characters.data();
    for (std::size_t i = 0; i < 16; ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) *text++ = '-';
        text = std::ranges::copy(hex_pairs[bytes[i]], text).out;
    }
    return out;
}

std::int64_t Uuid::unix_milliseconds() const
{
    std::int64_t milliseconds = 0;
    for (std::size_t i = 0; i < 6; ++i) milliseconds = (milliseconds << 8) | bytes[i];
    return milliseconds;
}

}  // namespace mz

std::size_t std::hash<mz::Uuid>::operator()(mz::Uuid const& uuid) const noexcept
{
    // The last bytes of every version are random.
    std::size_t out = 0;
    std::memcpy(&out, uuid.bytes.data() + 8, sizeof out);
    return out;
}
