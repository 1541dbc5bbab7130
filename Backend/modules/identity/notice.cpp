#include "identity/notice.hpp"

#include "core/key_ring.hpp"
#include "identity_sql.hpp"
#include "mail/mail.hpp"

namespace mz::identity {
namespace {

// The language of the browser that asks, until a person says which one they prefer.
mail::Language language_of(web::Request const& rq)
{
    return rq.http.headers.get("Accept-Language").starts_with("pl") ? mail::Language::pl : mail::Language::en;
}

}  // namespace

Task<std::string> email_of(web::Request& rq) { co_return co_await rq.db.one<Email>(sql::email_get{}, pg::NoArgs{}); }

Task<void> notify(web::Request& rq, mail::FactorChange change)
{
    auto email = co_await email_of(rq);
    co_await notify(rq, change, std::move(email));
}

Task<void> notify(web::Request& rq, mail::FactorChange change, std::string email)
{
    co_await rq.db.begin();
    mail::Letter letter{Email(std::move(email)), language_of(rq), mail::SecondFactorChanged{change, rq.http.remote_address, now()}};
    co_await mail::send(rq.db.transaction(), rq.services.get<KeyRing>(), std::move(letter));
}

}  // namespace mz::identity
