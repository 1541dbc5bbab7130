#include "mail/sealed.hpp"

#include "json/read.hpp"
#include "json/write.hpp"

#include <boost/mp11.hpp>

namespace mz::mail {
namespace {

constexpr auto recipient_purpose = "mail.outbox.recipient";
constexpr auto content_purpose = "mail.outbox.content";

}  // namespace

Bytes seal_recipient(KeyRing const& keys, Email const& to) { return keys.seal(to, recipient_purpose); }

std::optional<Email> open_recipient(KeyRing const& keys, Bytes const& box)
{
    auto plain = keys.open(box, recipient_purpose);
    if (!plain) return std::nullopt;
    return Email(std::move(*plain));
}

Bytes seal_content(KeyRing const& keys, Content const& content)
{
    return std::visit([&](auto const& said) { return keys.seal(json::write(said), content_purpose); }, content);
}

std::optional<Content> open_content(KeyRing const& keys, LetterKind kind, Bytes const& box)
{
    auto const plain = keys.open(box, content_purpose);
    if (!plain) return std::nullopt;
    return boost::mp11::mp_with_index<std::variant_size_v<Content>>(static_cast<std::size_t>(kind), [&](auto index) {
        std::optional<Content> out;
        try {
            out = json::read_text<std::variant_alternative_t<index, Content>>(*plain);
        } catch (Problem const&) {
            out.reset();
        }
        return out;
    });
}

}  // namespace mz::mail
