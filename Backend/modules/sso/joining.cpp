#include "sso/joining.hpp"

#include "identity/identity.hpp"
#include "json/write.hpp"
#include "sso_sql.hpp"

#include <algorithm>

namespace mz::sso {
namespace {

constexpr std::size_t longest_name = 200;  // characters of a column

struct ByIdentity {
    Uuid connection_id;
    std::string issuer;
    std::string subject;
};
BOOST_DESCRIBE_STRUCT(ByIdentity, (), (connection_id, issuer, subject))

struct ByEmail {
    Uuid connection_id;
    Email email;
};
BOOST_DESCRIBE_STRUCT(ByEmail, (), (connection_id, email))

struct MemberRow {
    Uuid person_id;
    bool active = true;
    identity::Source source = identity::Source::hand;
    Role role = Role::auditor;
    std::optional<Uuid> role_id;
    bool pending = false;  // has no password
    bool invited = false;  // and has not accepted yet
    bool linked = false;   // to an account at the provider
};
BOOST_DESCRIBE_STRUCT(MemberRow, (), (person_id, active, source, role, role_id, pending, invited, linked))

struct NewIdentity : ByIdentity {
    Uuid person_id;
    std::string username;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(NewIdentity, (ByIdentity), (person_id, username, now))

std::string domain_of(Email const& email) { return email.substr(email.find('@') + 1); }

std::string shortened(std::string text)
{
    while (utf8_length(text) > longest_name) text.pop_back();
    return text;
}

bool answers_for(ConnectionRow const& connection, Email const& email)
{
    return std::ranges::find(connection.domains, domain_of(email)) != connection.domains.end();
}

// A provider says `email`. A directory of Entra's says a user name besides, whose domain it has verified, which is the better word where it
// is an address that the connection answers for.
Email email_of(ConnectionRow const& connection, oidc::Identity const& who)
{
    Email const username(lower_ascii(who.username));
    bool const better = !who.tid.empty() && !who.email_verified && is_email(username) && answers_for(connection, username);
    return better ? username : Email(who.email);
}

// What the provider says of the address, before anybody here is looked for by it. At Entra it is the directory's own, whose administrators
// give it; `domains` keeps guests of other organisations out.
std::optional<Verdict> objection(ConnectionRow const& connection, oidc::Identity const& who, Email const& email)
{
    if (email.empty()) return Verdict::email_missing;
    if (!answers_for(connection, email)) return Verdict::email_elsewhere;
    if (who.tid.empty() && !who.email_verified) return Verdict::email_unverified;
    return std::nullopt;
}

void weigh_role(Judgement& out, ConnectionRow const& connection, std::optional<MemberRow> const& member)
{
    // Only whom the provider made a user has the role that it says; what somebody here decided stands.
    bool const follows = !member || member->source == identity::Source::sso;
    if (!follows) {
        out.mapping.reset();
        out.role = member->role;
        out.role_id = member->role_id;
        return;
    }
    out.role = out.mapping ? out.mapping->role : connection.role;
    out.role_id = out.mapping ? out.mapping->role_id : connection.role_id;
    out.role_changes = member && member->role != Role::owner && (member->role != out.role || member->role_id != out.role_id);
    if (!member || member->role != Role::owner) return;
    out.role = Role::owner;
    out.role_id.reset();
}

Problem refused(Judgement const& judgement)
{
    char const* detail = "You are not a user of this organization; ask an administrator to invite you.";
    switch (judgement.verdict) {
        case Verdict::deactivated: detail = "Your account in this organization is deactivated."; break;
        case Verdict::email_missing: detail = "Your organisation's sign-in service did not say your e-mail address."; break;
        case Verdict::email_unverified: detail = "Your organisation's sign-in service does not vouch for your e-mail address."; break;
        case Verdict::email_elsewhere: detail = "Your e-mail address is not of a domain that this sign-in is for."; break;
        case Verdict::taken: detail = "The user with your e-mail address signs in with another account of your organisation's."; break;
        default: break;
    }
    Problem problem(Failure::forbidden, "sso-refused", detail);
    problem.members.push_back({"verdict", json::write(judgement.verdict)});
    return problem;
}

Task<void> give_role(web::Request& rq, web::Tx& tx, Judgement judgement)
{
    identity::UserPatch patch;
    patch.role = {true, judgement.role};
    patch.role_id = {true, judgement.role_id};
    co_await identity::change_provisioned(rq, tx, identity::PersonId(*judgement.person), identity::Source::sso, patch);
}

}  // namespace

std::optional<RoleMapping> mapping_for(std::vector<RoleMapping> const& mappings, oidc::Identity const& who)
{
    auto const fits = [&](RoleMapping const& mapping) {
        auto const& values = mapping.claim == Claim::roles ? who.roles : who.groups;
        return std::ranges::find(values, std::string(mapping.value)) != values.end();
    };
    auto const found = std::ranges::find_if(mappings, fits);
    return found == mappings.end() ? std::nullopt : std::optional(*found);
}

std::string subject_of(oidc::Identity const& who) { return who.tid.empty() || who.oid.empty() ? who.subject : who.tid + " " + who.oid; }

Task<Judgement> judge(web::Request& rq, ConnectionRow connection, oidc::Identity who)
{
    Judgement out;
    out.subject = subject_of(who);
    out.email = email_of(connection, who);
    auto const mappings = co_await mappings_of(rq, connection.id);
    out.mapping = mapping_for(mappings, who);
    ByIdentity const by_identity{connection.id, who.issuer, out.subject};
    auto member = co_await rq.db.maybe<MemberRow>(sql::member_find_by_identity{}, by_identity);
    bool const known = member.has_value();
    if (!known) {
        if (auto const verdict = objection(connection, who, out.email)) {
            out.verdict = *verdict;
            co_return out;
        }
        ByEmail const by_email{connection.id, out.email};
        member = co_await rq.db.maybe<MemberRow>(sql::member_find_by_email{}, by_email);
    }
    if (member) out.person = member->person_id;
    out.accepts_invitation = member && member->invited && member->pending;
    weigh_role(out, connection, member);
    if (member && !member->active) out.verdict = Verdict::deactivated;
    else if (known) out.verdict = Verdict::known;
    else if (member) out.verdict = member->linked ? Verdict::taken : Verdict::member;
    else out.verdict = connection.joining == Joining::everybody ? Verdict::joins : Verdict::not_a_member;
    co_return out;
}

Task<Uuid> let_in(web::Request& rq, ConnectionRow connection, oidc::Identity who, Judgement judgement)
{
    bool const joins = judgement.verdict == Verdict::joins;
    bool const links = joins || judgement.verdict == Verdict::member;
    if (!links && judgement.verdict != Verdict::known) {
        rq.audit_refusal({*rq.caller.tenant, judgement.person, "sso-refused", web::AuditOutcome::failed});
        throw refused(judgement);
    }
    auto apart = rq.db.another();
    apart.enter(rq.caller.tenant, web::ActorKind::system, std::nullopt);
    apart.audit().changes = "{\"verdict\":" + json::write(judgement.verdict) + ",\"role\":" + json::write(judgement.role) + "}";
    co_await apart.begin();
    auto& tx = apart.transaction();
    if (joins) {
        auto const name = who.name.empty() ? std::string(identity::display_name_of(judgement.email)) : shortened(who.name);
        identity::Newcomer newcomer{judgement.email, identity::DisplayName(name), judgement.role, judgement.role_id, identity::Source::sso};
        judgement.person = co_await identity::provision(rq, tx, std::move(newcomer));
    }
    if (judgement.role_changes) co_await give_role(rq, tx, judgement);
    if (judgement.accepts_invitation) co_await identity::accept_by_provider(tx, *judgement.person);
    NewIdentity identity;
    identity.connection_id = connection.id;
    identity.issuer = who.issuer;
    identity.subject = judgement.subject;
    identity.person_id = *judgement.person;
    identity.username = shortened(who.username);
    identity.now = now();
    co_await tx.run(sql::identity_seen{}, identity);
    apart.audit().target = judgement.person;
    co_await apart.commit(links || judgement.role_changes || judgement.accepts_invitation);
    co_return *judgement.person;
}

}  // namespace mz::sso
