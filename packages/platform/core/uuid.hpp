#pragma once
#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace mz {

struct Uuid {
    std::array<std::uint8_t, 16> bytes{};

    // A new version 7 id: 48 bits of milliseconds, a counter that keeps ids of one thread ascending, random bits.
    static Uuid v7();
    // The smallest version 7 id of that millisecond; a lower bound in keyset queries.
    static Uuid v7_floor(std::int64_t unix_milliseconds);
    static std::optional<Uuid> parse(std::string_view text);

    std::string to_string() const { return std::string(to_text()); }
    // The same without memory of its own, for what writes many of them.
    struct Text {
        std::array<char, 36> characters;
        operator std::string_view() const { return {characters.data(), characters.size()}; }
    };
    Text to_text() const;
    bool is_nil() const { return *this == Uuid{}; }
    // Milliseconds since the Unix epoch, meaningful for version 7 only.
    std::int64_t unix_milliseconds() const;

    friend auto operator<=>(Uuid const&, Uuid const&) = default;
};

// A Uuid that knows what it names: Id<Tenant> and Id<Person> do not mix.
template <class Tag>
struct Id : Uuid {
    Id() = default;
    explicit Id(Uuid uuid) : Uuid(uuid) {}
    static Id v7() { return Id(Uuid::v7()); }
};

}  // namespace mz

template <>
struct std::hash<mz::Uuid> {
    std::size_t operator()(mz::Uuid const& uuid) const noexcept;
};
template <class Tag>
struct std::hash<mz::Id<Tag>> : std::hash<mz::Uuid> {};
