#include "mail/mail.hpp"
#include "mail/sealed.hpp"
#include "mail/summary.hpp"
#include "mail_sql.hpp"

namespace mz::mail {
namespace {

using namespace web;

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

// As stored; the recipient is opened for those who may read the list.
struct LetterRow : LetterState {
    Bytes recipient;
};
BOOST_DESCRIBE_STRUCT(LetterRow, (LetterState), (recipient))

struct ByIdAt {
    Uuid id;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(ByIdAt, (), (id, now))

struct Queued {
    Uuid id;
    std::string rung;
};
BOOST_DESCRIBE_STRUCT(Queued, (), (id, rung))

Task<Page<LetterSummary>> list(Request& rq, Query<LetterFilter> filter)
{
    if (!filter.value.sort) filter.value.sort = "-created_at";  // what was written last is what people look for
    auto stored = co_await rq.db.page<LetterRow>(sql::letter_list{}, filter.value);
    auto const& keys = rq.services.get<KeyRing>();
    Page<LetterSummary> page;
    page.next = stored.next;
    page.total = stored.total;
    for (auto const& row : stored.items) {
        auto& summary = page.items.emplace_back();
        static_cast<LetterState&>(summary) = row;
        summary.to = open_recipient(keys, row.recipient);
    }
    co_return page;
}

Task<void> retry(Request&, Path<LetterPath> path, Tx& tx)
{
    ByIdAt const args{path->id, now()};
    auto const queued = co_await tx.maybe<Queued>(sql::letter_retry{}, args);
    if (queued) co_return;
    auto const state = co_await tx.one<State>(sql::letter_state{}, args);
    if (state == State::sent) throw Problem(Failure::conflict, "This letter was sent.");
    if (state == State::queued) throw Problem(Failure::conflict, "This letter is on its way already.");
    throw Problem(Failure::conflict, "letter-expired",
                  "The link in this letter no longer works. Make a new one where the letter came from.");
}

}  // namespace

std::vector<Route> routes()
{
    std::vector<Route> all;
    all.push_back(
        route(Verb::get, "/api/v1/mail", Permission{"mail:read"}, "letter_list", "What became of the letters, newest first", list));
    all.push_back(route(Verb::post, "/api/v1/mail/{id}/retry", Permission{"mail:write"}, "letter_retry",
                        "Send a letter again that was given up", retry));
    return all;
}

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
