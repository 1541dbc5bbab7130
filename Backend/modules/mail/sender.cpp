#include "mail/sender.hpp"

#include "core/crypto.hpp"
#include "core/log.hpp"
#include "mail/render.hpp"
#include "mail/sealed.hpp"
#include "mail_sql.hpp"
#include "pg/transaction.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace mz::mail {
namespace {

struct Claim {
    Timestamp now;
    Timestamp leased_until;
};
BOOST_DESCRIBE_STRUCT(Claim, (), (now, leased_until))

struct ById {
    Uuid id;
};
BOOST_DESCRIBE_STRUCT(ById, (), (id))

struct WasSent {
    Uuid id;
    std::optional<std::string> provider_id;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(WasSent, (), (id, provider_id, now))

struct Postponed {
    Uuid id;
    std::string error;
    Timestamp next_attempt_at;
};
BOOST_DESCRIBE_STRUCT(Postponed, (), (id, error, next_attempt_at))

struct GivenUp {
    Uuid id;
    std::optional<std::string> error;  // empty: the one before it says more
};
BOOST_DESCRIBE_STRUCT(GivenUp, (), (id, error))

double random_fraction()
{
    std::uint8_t byte = 0;
    random_fill({&byte, 1});
    return byte / 255.0;
}

mailer::Attempt unsendable(std::string why) { return {mailer::Outcome::refused, "", std::move(why), {}}; }

}  // namespace

struct Sender::Claimed {
    Uuid id;
    Uuid tenant_id;
    BOOST_DESCRIBE_CLASS(Claimed, (), (id, tenant_id), (), ())
};

// `kind` is a text: a newer program beside this one may know more letters.
struct Sender::Opened {
    std::string kind;
    Language language = Language::en;
    Bytes recipient;
    Bytes content;
    std::int32_t attempts = 0;
    Timestamp queued_at;
    std::optional<Timestamp> valid_until;
    BOOST_DESCRIBE_CLASS(Opened, (), (kind, language, recipient, content, attempts, queued_at, valid_until), (), ())

    Timestamp give_up_at(MailSettings const& settings) const
    {
        auto const patience = queued_at + std::chrono::hours(settings.mail_give_up_hours);
        return valid_until ? std::min(*valid_until, patience) : patience;
    }
};

std::chrono::milliseconds pause_after(MailSettings const& settings, int attempts, double random)
{
    double const longest = settings.mail_retry_longest_seconds * 1000.0;
    double const doubled = settings.mail_retry_first_seconds * 1000.0 * std::exp2(std::clamp(attempts - 1, 0, 30));
    return std::chrono::milliseconds(static_cast<long>(std::min(longest, doubled) * (0.5 + random / 2)));
}

Sender::Sender(pg::Pool& pool, mailer::Transport& transport, std::shared_ptr<KeyRing> keys, MailSettings settings, Reached reached)
    : pool_(pool), transport_(transport), keys_(std::move(keys)), settings_(std::move(settings)), reached_(std::move(reached))
{
    auto& app = settings_.cloud_app_url;  // paths begin with the slash that people like to end it with
    while (app.ends_with('/')) app.pop_back();
}

Task<bool> Sender::take()
{
    auto const time = now();
    // A sender whose lease has run out must not be sending any more.
    auto const lease = std::chrono::seconds(std::max(settings_.mail_lease_seconds, 2 * settings_.mail_timeout_seconds));
    Claim const claim{time, time + lease};
    auto const claimed = co_await pg::maybe<Claimed>(pool_, pg::Entry{}, sql::queue_claim{}, claim);
    if (!claimed) co_return false;
    reached_(Step::claimed);

    pg::Entry const tenant{claimed->tenant_id, std::nullopt};
    ById const by_id{claimed->id};
    auto const letter = co_await pg::maybe<Opened>(pool_, tenant, sql::letter_begin{}, by_id);
    if (!letter) {
        co_await pg::run(pool_, pg::Entry{}, sql::queue_delete{}, by_id);
        co_return true;
    }
    reached_(Step::opened);
    auto result = co_await attempt(claimed->id, *letter);
    reached_(Step::sent);
    co_await note(*claimed, *letter, std::move(result));
    reached_(Step::noted);
    co_return true;
}

Task<mailer::Attempt> Sender::attempt(Uuid id, Opened letter)
{
    if (now() >= letter.give_up_at(settings_)) co_return unsendable(letter.attempts > 1 ? "" : "there was no more time to send it");
    LetterKind kind{};
    if (!boost::describe::enum_from_string(letter.kind.c_str(), kind)) {
        mailer::Attempt unknown;
        unknown.error = "this program does not know such letters";
        co_return unknown;
    }
    auto const to = open_recipient(*keys_, letter.recipient);
    auto const content = open_content(*keys_, kind, letter.content);
    if (!to || !content) co_return unsendable("no key of CLOUD_DATA_KEY opens it");
    auto rendered = render(*content, letter.language, settings_.cloud_app_url);
    mailer::Message message;
    message.from = settings_.mail_from;
    message.to = *to;
    message.reply_to = settings_.mail_reply_to;
    message.subject = std::move(rendered.subject);
    message.text = std::move(rendered.text);
    message.html = std::move(rendered.html);
    message.headers = {{"Auto-Submitted", "auto-generated"}};
    message.idempotency_key = id.to_string();
    message.date = letter.queued_at;
    co_return co_await transport_.send(std::move(message));
}

Task<void> Sender::note(Claimed claimed, Opened letter, mailer::Attempt attempt)
{
    ById const by_id{claimed.id};
    auto const time = now();
    auto pause = pause_after(settings_, letter.attempts, random_fraction());
    if (attempt.retry_after) pause = std::max<std::chrono::milliseconds>(pause, *attempt.retry_after);
    auto const next = time + pause;
    bool const again = attempt.outcome == mailer::Outcome::try_again && next < letter.give_up_at(settings_);

    pg::Transaction tx(co_await pool_.acquire(), pg::Entry{claimed.tenant_id, std::nullopt});
    if (attempt.outcome == mailer::Outcome::delivered) {
        WasSent const sent{claimed.id, attempt.provider_id.empty() ? std::nullopt : std::optional(attempt.provider_id), time};
        co_await tx.run(sql::letter_sent{}, sent);
    } else if (again) {
        Postponed const postponed{claimed.id, attempt.error, next};
        co_await tx.run(sql::letter_postpone{}, postponed);
        co_await tx.run(sql::queue_postpone{}, postponed);
    } else {
        GivenUp const given_up{claimed.id, attempt.error.empty() ? std::nullopt : std::optional(attempt.error)};
        co_await tx.run(sql::letter_fail{}, given_up);
    }
    if (!again) co_await tx.run(sql::queue_delete{}, by_id);
    co_await tx.commit();

    if (attempt.outcome == mailer::Outcome::delivered) {
        ++counts_.sent;
        co_return;
    }
    ++counts_.failed_attempts;
    counts_.given_up += again ? 0 : 1;
    auto const fields = {log::Field("letter", claimed.id), log::Field("tenant", claimed.tenant_id), log::Field("kind", letter.kind),
                         log::Field("attempts", letter.attempts), log::Field("why", attempt.error)};
    if (again) log::warn("letter not sent yet", fields);
    else log::error("letter given up", fields);
}

}  // namespace mz::mail
