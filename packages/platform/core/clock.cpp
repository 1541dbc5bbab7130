#include "core/clock.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>

namespace mz {
namespace {

std::atomic<Timestamp (*)()> source{nullptr};

// Reads exactly `count` digits at `at`, or -1.
int digits(std::string_view text, std::size_t at, std::size_t count)
{
    if (at + count > text.size()) return -1;
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9') return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

// "00", "01" and so on: two digits at a time, for every list shows many points in time.
constexpr auto pairs = [] {
    std::array<std::array<char, 2>, 100> all{};
    for (unsigned i = 0; i < all.size(); ++i) all[i] = {static_cast<char>('0' + i / 10), static_cast<char>('0' + i % 10)};
    return all;
}();

void put(char* out, unsigned below_100) { std::ranges::copy(pairs[below_100], out); }

}  // namespace

std::optional<Timestamp> Timestamp::parse(std::string_view text)
{
    using namespace std::chrono;
    if (text.size() < 20 || text[4] != '-' || text[7] != '-' || (text[10] != 'T' && text[10] != 't') || text[13] != ':' ||
        text[16] != ':') {
        return std::nullopt;
    }
    int const y = digits(text, 0, 4);
    int const mo = digits(text, 5, 2);
    int const d = digits(text, 8, 2);
    int const h = digits(text, 11, 2);
    int const mi = digits(text, 14, 2);
    int const s = digits(text, 17, 2);
    if (y < 1 || mo < 0 || d < 0 || h < 0 || h > 23 || mi < 0 || mi > 59 || s < 0 || s > 59) return std::nullopt;
    year_month_day const date{year{y}, month{static_cast<unsigned>(mo)}, day{static_cast<unsigned>(d)}};
    if (!date.ok()) return std::nullopt;
    std::int64_t fraction = 0;
    std::size_t at = 19;
    if (text[at] == '.') {
        std::int64_t unit = 100000;
        std::size_t const first = ++at;
        for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at) {
            fraction += (text[at] - '0') * unit;
            unit /= 10;
        }
        if (at == first || at - first > 9) return std::nullopt;
    }
    if (at >= text.size()) return std::nullopt;
    int offset_minutes = 0;
    if (text[at] == 'Z' || text[at] == 'z') {
        if (at + 1 != text.size()) return std::nullopt;
    } else {
        if ((text[at] != '+' && text[at] != '-') || at + 6 != text.size() || text[at + 3] != ':') return std::nullopt;
        int const oh = digits(text, at + 1, 2);
        int const om = digits(text, at + 4, 2);
        if (oh < 0 || oh > 23 || om < 0 || om > 59) return std::nullopt;
        offset_minutes = (oh * 60 + om) * (text[at] == '-' ? -1 : 1);
    }
    std::int64_t const days = sys_days{date}.time_since_epoch().count();
    std::int64_t const seconds = ((days * 24 + h) * 60 + mi - offset_minutes) * 60 + s;
    return Timestamp{seconds * 1000000 + fraction};
}

Timestamp::Text Timestamp::to_text() const
{
    using namespace std::chrono;
    sys_time<std::chrono::microseconds> const at{std::chrono::microseconds(microseconds)};
    auto const midnight = floor<days>(at);
    year_month_day const date{midnight};
    auto const year = static_cast<unsigned>(static_cast<int>(date.year()));
    auto const second = static_cast<unsigned>((at - midnight).count() / 1'000'000);
    auto const fraction = static_cast<unsigned>((at - midnight).count() % 1'000'000);
    Text out{{"0000-00-00T00:00:00.000000Z"}};
    auto* const text = out.characters.data();
    put(text, year / 100 % 100);
    put(text + 2, year % 100);
    put(text + 5, static_cast<unsigned>(date.month()));
    put(text + 8, static_cast<unsigned>(date.day()));
    put(text + 11, second / 3600);
    put(text + 14, second / 60 % 60);
    put(text + 17, second % 60);
    put(text + 20, fraction / 10'000);
    put(text + 22, fraction / 100 % 100);
    put(text + 24, fraction % 100);
    return out;
}

Timestamp now()
{
    if (auto* replaced = source.load(std::memory_order_relaxed)) return replaced();
    return {std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::system_clock::now().time_since_epoch()).count()};
}

void set_clock(Timestamp (*replacement)()) { source = replacement; }

}  // namespace mz
