#pragma once
#include "core/secret.hpp"
#include "core/text.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mz {

// Seals what a service must be able to read again but its database must not show: second factors, other people's client secrets, letters
// that wait. The first key seals, all of them open, so a key is rotated by putting the new one in front; the old one is dropped once
// everything has been sealed again.
class KeyRing {
public:
    // Each key is a text of at least 32 bytes; a shorter one, or none at all, throws std::invalid_argument.
    explicit KeyRing(std::vector<Secret<std::string>> keys);

    // `purpose` belongs to the key: what is sealed for one column cannot be passed off as another one's.
    Bytes seal(std::string_view plain, std::string_view purpose) const;
    // Empty where no key opens it, it was changed, or it was sealed for another purpose.
    std::optional<std::string> open(std::string_view box, std::string_view purpose) const;
    // Whether the first key opens it; what does not is due for sealing again.
    bool is_current(std::string_view box, std::string_view purpose) const;

    // For what may be read but not be made by others: HMAC-SHA256 by the first key; verified by any of them.
    Bytes mac(std::string_view text, std::string_view purpose) const;
    bool verifies(std::string_view mac, std::string_view text, std::string_view purpose) const;

private:
    std::vector<Secret<std::string>> keys_;
};

}  // namespace mz
