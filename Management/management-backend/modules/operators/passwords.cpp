#include "operators/passwords.hpp"

#include "core/crypto.hpp"
#include "factors/password_policy.hpp"
#include "operators/sessions.hpp"
#include "operators_sql.hpp"

namespace mz::operators {
namespace {

constexpr auto product_word = "monozu";
constexpr std::size_t longest_token = 100;

struct SetupFind {
    Bytes hash;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(SetupFind, (), (hash, now))

struct SetupFound {
    Uuid id;
    Email email;
    std::string display_name;
};
BOOST_DESCRIBE_STRUCT(SetupFound, (), (id, email, display_name))

struct SetupComplete {
    Bytes hash;
    std::string password_hash;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(SetupComplete, (), (hash, password_hash, now))

struct PasswordRow {
    std::string password_hash;
    Email email;
    std::string display_name;
};
BOOST_DESCRIBE_STRUCT(PasswordRow, (), (password_hash, email, display_name))

struct Change {
    std::string old_hash;
    std::string new_hash;
};
BOOST_DESCRIBE_STRUCT(Change, (), (old_hash, new_hash))

Problem link_used()
{
    return Problem(Failure::unprocessable, "setup-token-invalid", "This link has been used or has run out; ask an owner for a new one.");
}

std::vector<std::string> names_of(std::string const& display_name, std::string const& email)
{
    std::vector<std::string> names{email.substr(0, email.find('@'))};
    for (std::size_t from = 0; from < display_name.size();) {
        auto const end = std::min(display_name.find(' ', from), display_name.size());
        names.push_back(display_name.substr(from, end - from));
        from = end + 1;
    }
    return names;
}

}  // namespace

void require_good_password(Secret<std::string> const& password, std::vector<std::string> names, std::string pointer)
{
    names.emplace_back(product_word);
    auto const weakness = factors::weakness_of(password.reveal(), names);
    if (!weakness) return;
    auto problem = Problem::invalid(std::move(pointer), weakness->advice);
    problem.type = weakness->type;
    throw problem;
}

Task<void> set_up(web::Request& rq, web::Body<AccountSetup> body)
{
    SetupFind const find{sha256(body->token.reveal().substr(0, longest_token)), now()};
    auto const found = co_await rq.db.maybe<SetupFound>(sql::setup_find{}, find);
    if (!found) throw link_used();
    require_good_password(body->password, names_of(found->display_name, found->email), "/password");
    auto const hash = co_await rq.services.get<SignIn>().passwords.hash(body->password);

    web::Caller caller;
    caller.kind = web::ActorKind::user;
    caller.id = found->id;
    rq.become(std::move(caller));
    rq.audit_target(found->id);
    co_await rq.db.begin();
    SetupComplete const complete{find.hash, hash, now()};
    auto const completed = co_await rq.db.maybe<Uuid>(sql::setup_complete{}, complete);
    if (!completed) throw link_used();
    SessionsEnd const ending{found->id, "password_changed", complete.now};
    co_await end_sessions(rq.db.transaction(), ending);
}

Task<void> password_change(web::Request& rq, web::Body<PasswordChange> body)
{
    auto& sign_in = rq.services.get<SignIn>();
    auto const row = co_await rq.db.one<PasswordRow>(sql::password_get{}, pg::NoArgs{});
    auto const key = "password " + rq.caller.id->to_string();
    sign_in.throttle.check(key);
    bool const good = co_await sign_in.passwords.verify(row.password_hash, body->current_password);
    if (!good) {
        sign_in.throttle.failed(key);
        auto problem = Problem::invalid("/current_password", "is not your present password");
        problem.type = "wrong-password";
        throw problem;
    }
    sign_in.throttle.succeeded(key);
    require_good_password(body->new_password, names_of(row.display_name, row.email), "/new_password");
    auto const new_hash = co_await sign_in.passwords.hash(body->new_password);

    rq.audit_target(*rq.caller.id);
    co_await rq.db.begin();
    Change const change{row.password_hash, new_hash};
    auto const changed = co_await rq.db.maybe<Uuid>(sql::password_change{}, change);
    if (!changed) throw Problem(Failure::conflict, "Your password was changed meanwhile.");
    SessionsEnd const ending{*rq.caller.id, "password_changed", now(), std::nullopt, rq.caller.session};
    co_await end_sessions(rq.db.transaction(), ending);
}

}  // namespace mz::operators
