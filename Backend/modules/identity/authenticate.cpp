#include "identity/key_text.hpp"
#include "identity/sessions.hpp"
#include "identity_sql.hpp"

namespace mz::identity {
namespace {

struct Checked {
    Uuid session_id;
    Uuid person_id;
    Timestamp now;
    Timestamp seen_before;
};
BOOST_DESCRIBE_STRUCT(Checked, (), (session_id, person_id, now, seen_before))

struct Standing : Licensed, Granted {};
BOOST_DESCRIBE_STRUCT(Standing, (Licensed, Granted), ())

}  // namespace

Task<web::Caller> UserAuthenticator::authenticate(std::string token, web::Db& db)
{
    if (token.starts_with(api_key_word)) co_return co_await keys_.authenticate(std::move(token), db);
    auto const claims = sign_in_->signer->verify(token);
    if (!claims || !claims->tenant) throw Problem(Failure::unauthorized, "The access token is not valid; sign in again.");
    auto const time = now();
    auto const found = sessions_.find(claims->session);
    web::Caller caller;
    if (found != sessions_.end() && found->second.until > time) {
        caller = found->second.caller;
    } else {
        sessions_.erase(claims->session);
        db.enter(claims->tenant, web::ActorKind::anonymous, claims->subject);
        Checked const checked{claims->session, claims->subject, time, time - std::chrono::seconds(sign_in_->settings.seen_seconds)};
        auto const standing = co_await db.maybe<Standing>(sql::session_check{}, checked);
        if (!standing) throw Problem(Failure::unauthorized, "The session is over; sign in again.");
        require_active(*standing);
        caller = caller_of(*claims->tenant, claims->subject, claims->session, *standing);
        Seen seen{time + std::chrono::seconds(sign_in_->settings.session_check_seconds), caller};
        remember(claims->session, std::move(seen));
    }
    caller.expires_at = claims->expires_at;
    caller.proved_at = claims->proved_at;
    co_return caller;
}

void UserAuthenticator::remember(Uuid session, Seen seen)
{
    if (sessions_.size() >= sign_in_->settings.session_check_entries) {
        auto const time = now();
        std::erase_if(sessions_, [&](auto const& entry) { return entry.second.until <= time; });
        if (sessions_.size() >= sign_in_->settings.session_check_entries) sessions_.clear();
    }
    sessions_[session] = std::move(seen);
}

}  // namespace mz::identity
