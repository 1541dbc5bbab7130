#pragma once
#include "core/text.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mz {

// Authenticated encryption (XSalsa20-Poly1305) under a key that is derived from any text. For what is stored here but may be read only by
// whoever brings the text along again.
Bytes seal(std::string_view plain, std::string_view key_text);
// Empty where the key is another one or the box was changed.
std::optional<std::string> open_sealed(std::string_view box, std::string_view key_text);

}  // namespace mz
