#include "core/key_ring.hpp"

#include "core/crypto.hpp"
#include "core/sealed_box.hpp"

#include <algorithm>
#include <stdexcept>

namespace mz {
namespace {

constexpr std::size_t min_key_length = 32;

std::string key_for(Secret<std::string> const& key, std::string_view purpose)
{
    std::string out(purpose);
    return out.append(1, '\0').append(key.reveal());
}

}  // namespace

KeyRing::KeyRing(std::vector<Secret<std::string>> keys) : keys_(std::move(keys))
{
    auto const too_short = [](auto const& key) { return key.reveal().size() < min_key_length; };
    if (keys_.empty() || std::ranges::any_of(keys_, too_short)) throw std::invalid_argument("a data key needs at least 32 bytes");
}

Bytes KeyRing::seal(std::string_view plain, std::string_view purpose) const { return mz::seal(plain, key_for(keys_.front(), purpose)); }

std::optional<std::string> KeyRing::open(std::string_view box, std::string_view purpose) const
{
    for (auto const& key : keys_) {
        if (auto plain = open_sealed(box, key_for(key, purpose))) return plain;
    }
    return std::nullopt;
}

bool KeyRing::is_current(std::string_view box, std::string_view purpose) const
{
    return open_sealed(box, key_for(keys_.front(), purpose)).has_value();
}

Bytes KeyRing::mac(std::string_view text, std::string_view purpose) const { return hmac_sha256(key_for(keys_.front(), purpose), text); }

bool KeyRing::verifies(std::string_view mac, std::string_view text, std::string_view purpose) const
{
    return std::ranges::any_of(keys_, [&](auto const& key) { return equal_constant_time(mac, hmac_sha256(key_for(key, purpose), text)); });
}

}  // namespace mz
