#include "mail/mail.hpp"
#include "mail/sealed.hpp"
#include "mail_sql.hpp"

namespace mz::mail {
namespace {

struct NewLetter {
    Uuid id;
    LetterKind kind = LetterKind::invitation;
    Language language = Language::en;
    Bytes recipient;
    Bytes content;
    std::optional<Timestamp> valid_until;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(NewLetter, (), (id, kind, language, recipient, content, valid_until, now))

std::optional<Timestamp> valid_until(Content const& content)
{
    return std::visit(
        [](auto const& said) -> std::optional<Timestamp> {
            if constexpr (requires { said.valid_until; }) return said.valid_until;
            else return std::nullopt;
        },
        content);
}

}  // namespace

Task<Uuid> send(web::Tx& tx, KeyRing const& keys, Letter letter)
{
    NewLetter const args{Uuid::v7(),
                         kind_of(letter.content),
                         letter.language,
                         seal_recipient(keys, letter.to),
                         seal_content(keys, letter.content),
                         valid_until(letter.content),
                         now()};
    co_await tx.run(sql::letter_create{}, args);
    co_return args.id;
}

}  // namespace mz::mail
