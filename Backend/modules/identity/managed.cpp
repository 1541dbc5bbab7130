#include "identity/managed.hpp"

#include "core/key_ring.hpp"
#include "core/log.hpp"
#include "identity/people.hpp"
#include "identity_sql.hpp"
#include "json/write.hpp"
#include "mail/mail.hpp"

#include <algorithm>

namespace mz::identity {
namespace {

struct BySession {
    Uuid session_id;
};
BOOST_DESCRIBE_STRUCT(BySession, (), (session_id))

struct ByConnection {
    Uuid connection_id;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(ByConnection, (), (connection_id, now))

struct At {
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(At, (), (now))

struct PersonAt {
    Uuid person_id;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(PersonAt, (), (person_id, now))

struct Rule {
    Uuid id;
    std::string name;
    bool break_glass = false;
};
BOOST_DESCRIBE_STRUCT(Rule, (), (id, name, break_glass))

struct ConnectionChoice {
    Uuid id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(ConnectionChoice, (), (id, name))

struct OwnerRow : Owner {
    std::optional<mail::Language> language;
};
BOOST_DESCRIBE_STRUCT(OwnerRow, (Owner), (language))

struct People {
    std::vector<Uuid> people;
};
BOOST_DESCRIBE_STRUCT(People, (), (people))

}  // namespace

Task<std::optional<Uuid>> provider_of_session(web::Request& rq)
{
    if (!rq.caller.session) co_return std::nullopt;
    BySession const by_session{*rq.caller.session};
    auto const found = co_await rq.db.maybe<std::optional<Uuid>>(sql::session_provider{}, by_session);
    co_return found ? *found : std::nullopt;
}

Task<void> require_own_account(web::Request& rq)
{
    auto const provider = co_await provider_of_session(rq);
    if (!provider) co_return;
    throw Problem(
        Failure::forbidden, "managed-by-organisation",
        "Your organisation signed you in, and this belongs to you in every organisation; sign in with your own password to change it.");
}

Task<OwnSignIn> require_own_sign_in(web::Request& rq)
{
    auto const rule = co_await rq.db.maybe<Rule>(sql::sign_in_rule{}, pg::NoArgs{});
    if (!rule) co_return OwnSignIn::allowed;
    if (rule->break_glass) co_return OwnSignIn::break_glass;
    Problem problem(Failure::forbidden, "sso-required", "This organization takes the word of its own sign-in service: " + rule->name + ".");
    ConnectionChoice const connection{rule->id, rule->name};
    problem.members.push_back({"connection", json::write(connection)});
    throw problem;
}

Task<void> tell_of_break_glass(web::Request& rq)
{
    log::warn("signed in without the enforced provider", {{"request_id", rq.http.id}, {"person", rq.caller.id.value_or(Uuid{})}});
    rq.db.audit().changes = R"({"break_glass":true})";
    auto const owners = co_await rq.db.all<OwnerRow>(sql::break_glass_list{}, pg::NoArgs{});
    auto const who = std::ranges::find_if(owners, [&](auto const& owner) { return owner.id == rq.caller.id; });
    if (who == owners.end()) co_return;
    for (auto const& owner : owners) {
        mail::Letter letter{owner.email, owner.language.value_or(mail::Language::en),
                            mail::BreakGlassUsed{who->display_name, rq.http.remote_address, now()}};
        co_await mail::send(rq.db.transaction(), rq.services.get<KeyRing>(), std::move(letter));
    }
}

Task<MembershipOfPerson> membership_by_provider(web::Request& rq, Uuid person)
{
    ByPerson const by_person{person};
    auto const found = co_await rq.db.maybe<MembershipOfPerson>(sql::membership_by_provider{}, by_person);
    if (!found) throw Problem(Failure::forbidden, "sso-not-a-member", "You are not a user of this organization, or not any more.");
    require_active(*found);
    co_return *found;
}

Task<std::vector<Owner>> owner_list(web::Request& rq)
{
    auto const rows = co_await rq.db.all<OwnerRow>(sql::break_glass_list{}, pg::NoArgs{});
    std::vector<Owner> out(rows.begin(), rows.end());
    co_return out;
}

Task<void> put_break_glass(web::Request& rq, web::Tx& tx, std::vector<Uuid> people)
{
    auto const owners = co_await owner_list(rq);
    for (auto const& person : people) {
        auto const is_owner = std::ranges::any_of(owners, [&](auto const& owner) { return owner.id == person; });
        if (!is_owner) throw Problem::invalid("/people", "may name active owners alone");
    }
    People const args{std::move(people)};
    co_await tx.run(sql::break_glass_put{}, args);
    co_await require_break_glass(tx);
}

Task<void> require_break_glass(web::Tx& tx)
{
    bool const missing = co_await tx.one<bool>(sql::break_glass_missing{}, pg::NoArgs{});
    if (!missing) co_return;
    throw Problem(Failure::conflict, "break-glass-needed",
                  "While single sign-on is enforced, an active owner with a password must be able to sign in without it.");
}

Task<void> end_sessions_of_connection(web::Tx& tx, Uuid connection)
{
    ByConnection const args{connection, now()};
    co_await tx.run(sql::sessions_end_of_connection{}, args);
}

Task<void> end_sessions_of_passwords(web::Tx& tx)
{
    At const at{now()};
    co_await tx.run(sql::sessions_end_of_passwords{}, at);
}

Task<void> accept_by_provider(web::Tx& tx, Uuid person)
{
    PersonAt const args{person, now()};
    co_await tx.maybe<Uuid>(sql::membership_accept{}, args);
    co_await tx.run(sql::invitation_end{}, args);
}

}  // namespace mz::identity
