#include "identity/passwords.hpp"

#include "core/crypto.hpp"
#include "core/key_ring.hpp"
#include "factors/password_policy.hpp"
#include "identity/attempts.hpp"
#include "identity/breached.hpp"
#include "identity/known_browser.hpp"
#include "identity/managed.hpp"
#include "identity/people.hpp"
#include "identity/sessions.hpp"
#include "identity_sql.hpp"
#include "mail/mail.hpp"

namespace mz::identity {
namespace {

constexpr auto product_word = "monozu";
constexpr std::size_t longest_token = 100;

struct ResetRequest {
    Uuid new_id;
    Email email;
    std::optional<mail::Language> language;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(ResetRequest, (), (new_id, email, language, now))

struct TokenFind {
    Bytes hash;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(TokenFind, (), (hash, now))

struct TokenFound {
    Uuid person_id;
    Email email;
    std::optional<mail::Language> language;
    std::optional<Uuid> tenant_id;
    std::vector<std::string> names;
};
BOOST_DESCRIBE_STRUCT(TokenFound, (), (person_id, email, language, tenant_id, names))

struct ResetComplete {
    Bytes hash;
    std::string password_hash;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(ResetComplete, (), (hash, password_hash, now))

struct Change {
    std::string old_hash;
    std::string new_hash;
    Uuid session_id;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(Change, (), (old_hash, new_hash, session_id, now))

Problem reset_link_used()
{
    return Problem(Failure::unprocessable, "reset-token-invalid", "This link has been used or has run out; ask for a new one.");
}

Problem not_allowed(factors::Weakness const& weakness, std::string pointer)
{
    auto problem = Problem::invalid(std::move(pointer), weakness.advice);
    problem.type = weakness.type;
    return problem;
}

// Tells the person, so that they notice when it was not them. In the request's transaction.
Task<void> tell_of_change(web::Request& rq, Email to, std::optional<mail::Language> language)
{
    mail::Letter letter{std::move(to), language.value_or(mail::Language::en), mail::PasswordChanged{rq.http.remote_address, now()}};
    co_await mail::send(rq.db.transaction(), rq.services.get<KeyRing>(), std::move(letter));
}

}  // namespace

Task<void> require_good_password(web::Request& rq, Secret<std::string> password, std::vector<std::string> names, std::string pointer)
{
    names.emplace_back(product_word);
    if (auto const weakness = factors::weakness_of(password.reveal(), names)) throw not_allowed(*weakness, std::move(pointer));
    bool const known = co_await rq.services.get<Breached>().knows(std::move(password));
    if (!known) co_return;
    factors::Weakness const breached{
        "password-breached", "is known from a breach of some other service, so guessers try it; choose one that you use nowhere else"};
    throw not_allowed(breached, std::move(pointer));
}

Task<web::Accepted> password_forgot(web::Request& rq, web::Body<PasswordForgot> body)
{
    auto& requests = rq.services.get<SignIn>().reset_requests;
    requests.check(rq.http.remote_address);
    requests.failed(rq.http.remote_address);
    ResetRequest const request{Uuid::v7(), body->email, body->language, now()};
    co_await rq.db.one<Uuid>(sql::reset_request{}, request);
    co_return web::Accepted{};
}

Task<void> password_reset(web::Request& rq, web::Body<PasswordReset> body)
{
    TokenFind const find{sha256(body->token.reveal().substr(0, longest_token)), now()};
    auto const found = co_await rq.db.maybe<TokenFound>(sql::reset_token_find{}, find);
    if (!found || !found->tenant_id) throw reset_link_used();
    auto names = found->names;
    names.push_back(local_part(found->email));
    co_await require_good_password(rq, body->password, std::move(names), "/password");
    auto const hash = co_await rq.services.get<SignIn>().passwords.hash(body->password);

    rq.become(person_in(*found->tenant_id, found->person_id));
    rq.audit_target(found->person_id);
    co_await rq.db.begin();
    ResetComplete const complete{find.hash, hash, now()};
    auto const completed = co_await rq.db.maybe<Uuid>(sql::reset_complete{}, complete);
    if (!completed) throw reset_link_used();
    co_await tell_of_change(rq, found->email, found->language);
}

Task<void> password_change(web::Request& rq, web::Body<PasswordChange> body)
{
    co_await require_own_account(rq);
    auto& sign_in = rq.services.get<SignIn>();
    ByPerson const by_person{*rq.caller.id};
    auto const account = co_await rq.db.one<Account>(sql::account_get{}, by_person);
    LoginFind const find{account.email, rq.http.remote_address};
    auto const person = co_await rq.db.one<LoginPerson>(sql::login_person_find{}, find);
    // Whoever has the session is treated like a browser that is known: a stolen one must not be a way to guess without end.
    Attempt const attempt{account.email, rq.http.remote_address, rq.caller.session, true};
    sign_in.attempts.check(attempt);
    auto const old_hash = person.password_hash.value_or("");
    bool const good = co_await sign_in.passwords.verify(old_hash, body->current_password);
    if (!good) {
        sign_in.attempts.failed(attempt);
        auto problem = Problem::invalid("/current_password", "is not your present password");
        problem.type = "wrong-password";
        throw problem;
    }
    sign_in.attempts.succeeded(attempt);
    co_await require_good_password(rq, body->new_password, names_of(account), "/new_password");
    auto const new_hash = co_await sign_in.passwords.hash(body->new_password);

    rq.audit_target(*rq.caller.id);
    co_await rq.db.begin();
    Change const change{old_hash, new_hash, *rq.caller.session, now()};
    co_await rq.db.one<Uuid>(sql::password_change{}, change);
    remember_browser(rq, {*rq.caller.id, change.now});
    co_await tell_of_change(rq, account.email, account.language);
}

}  // namespace mz::identity
