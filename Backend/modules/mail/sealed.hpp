#pragma once
#include "core/key_ring.hpp"
#include "mail/letter.hpp"

#include <optional>

namespace mz::mail {

// The sealed columns of mail.outbox. Opening gives nothing where the key has gone, or a newer program wrote what this one cannot read.
Bytes seal_recipient(KeyRing const& keys, Email const& to);
std::optional<Email> open_recipient(KeyRing const& keys, Bytes const& box);
Bytes seal_content(KeyRing const& keys, Content const& content);
std::optional<Content> open_content(KeyRing const& keys, LetterKind kind, Bytes const& box);

}  // namespace mz::mail
