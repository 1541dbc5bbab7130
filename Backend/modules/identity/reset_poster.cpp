#include "identity/reset_poster.hpp"

#include "core/crypto.hpp"
#include "core/log.hpp"
#include "core/problem.hpp"
#include "identity_sql.hpp"
#include "mail/mail.hpp"
#include "web/audit.hpp"
#include "web/db.hpp"

#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>

namespace mz::identity {
namespace {

using Timer = asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>, Executor>;

constexpr auto page = "/reset#token=";
constexpr auto sign_in_page = "/login";

struct Since {
    Timestamp since;
};
BOOST_DESCRIBE_STRUCT(Since, (), (since))

struct Taken {
    Email email;
    std::optional<mail::Language> language;
    std::optional<Uuid> person_id;
    std::optional<Uuid> tenant_id;
    std::int64_t letters = 0;
    std::optional<std::string> managed_by;  // the organisation whose own sign-in is the only way in
};
BOOST_DESCRIBE_STRUCT(Taken, (), (email, language, person_id, tenant_id, letters, managed_by))

struct Issue {
    Uuid person_id;
    Bytes hash;
    Timestamp now;
    Timestamp expires_at;
};
BOOST_DESCRIBE_STRUCT(Issue, (), (person_id, hash, now, expires_at))

}  // namespace

struct ResetPoster::State {
    asio::io_context& io;
    pg::Pool& pool;
    std::shared_ptr<KeyRing> keys;
    AccountSettings settings;
    Timer timer;
    bool stopped = false;

    State(asio::io_context& io, pg::Pool& pool, std::shared_ptr<KeyRing> keys, AccountSettings settings)
        : io(io), pool(pool), keys(std::move(keys)), settings(std::move(settings)), timer(io.get_executor())
    {
    }
};

ResetPoster::ResetPoster(asio::io_context& io, pg::Pool& pool, std::shared_ptr<KeyRing> keys, AccountSettings settings)
    : state_(std::make_shared<State>(io, pool, std::move(keys), std::move(settings)))
{
}

ResetPoster::~ResetPoster()
{
    state_->stopped = true;
    state_->timer.cancel();
}

void ResetPoster::start() { asio::co_spawn(state_->io, work(state_), asio::detached); }

Task<void> ResetPoster::work(std::shared_ptr<State> state)
{
    while (!state->stopped) {
        try {
            bool more = true;
            while (more && !state->stopped) more = co_await answer_one(state);
        } catch (std::exception const& problem) {
            log::warn("password letters not written", {{"reason", problem.what()}});
        }
        if (state->stopped) co_return;
        state->timer.expires_after(std::chrono::milliseconds(state->settings.password_reset_poll_milliseconds));
        boost::system::error_code ignored;
        co_await state->timer.async_wait(asio::redirect_error(use_task, ignored));
    }
}

Task<bool> ResetPoster::answer_one(std::shared_ptr<State> state)
{
    web::AuditEntry entry;
    entry.operation = "password_forgot";
    web::Db db(state->pool, std::move(entry));
    co_await db.begin();
    auto const time = now();
    Since const since{time - std::chrono::hours(1)};
    auto const taken = co_await db.transaction().maybe<Taken>(sql::reset_request_take{}, since);
    if (!taken) co_return false;
    bool const known = taken->person_id && taken->tenant_id;
    if (known && taken->letters < state->settings.password_reset_letters) {
        // A password of somebody whose organisations take only their own provider's word would open nothing; the letter says what does. Its
        // token is issued all the same, because letters are counted by them, and told to nobody.
        auto const token = random_token();
        Issue const issue{*taken->person_id, sha256(token), time, time + std::chrono::seconds(state->settings.password_reset_seconds)};
        co_await db.transaction().one<Uuid>(sql::reset_token_issue{}, issue);
        db.enter(taken->tenant_id, web::ActorKind::system, std::nullopt);
        db.audit().target = taken->person_id;
        mail::Letter letter{taken->email, taken->language.value_or(mail::Language::en),
                            mail::PasswordReset{page + token, issue.expires_at}};
        if (taken->managed_by) letter.content = mail::PasswordManaged{*taken->managed_by, sign_in_page};
        co_await mail::send(db.transaction(), *state->keys, std::move(letter));
    } else if (known) {
        log::warn("no further password letter this hour", {{"person", *taken->person_id}});
    }
    co_await db.commit(known);
    co_return true;
}

}  // namespace mz::identity
