#pragma once
#include "core/clock.hpp"
#include "core/text.hpp"
#include "core/uuid.hpp"
#include "mail/mail.hpp"
#include "web/caller.hpp"

#include <boost/describe.hpp>

#include <optional>
#include <string>
#include <vector>

namespace mz::identity {

// Rows about persons that several of this module's files read.

struct ByPerson {
    Uuid person_id;
};
BOOST_DESCRIBE_STRUCT(ByPerson, (), (person_id))

struct LoginFind {
    Email email;
    std::string remote_address;
};
BOOST_DESCRIBE_STRUCT(LoginFind, (), (email, remote_address))

struct LoginPerson {
    Uuid id;
    std::optional<std::string> password_hash;
    std::optional<Timestamp> password_changed_at;
    bool known_address = false;
};
BOOST_DESCRIBE_STRUCT(LoginPerson, (), (id, password_hash, password_changed_at, known_address))

struct Account {
    Email email;
    std::optional<mail::Language> language;
    std::string display_name;
    std::string tenant_name;
};
BOOST_DESCRIBE_STRUCT(Account, (), (email, language, display_name, tenant_name))

inline std::string local_part(Email const& email) { return email.substr(0, email.find('@')); }

// What a password of this person must not be made of.
inline std::vector<std::string> names_of(Account const& account)
{
    return {account.display_name, account.tenant_name, local_part(account.email)};
}

// A tenant is entered, but nobody is known to act yet: what is read is that tenant's, what is written leaves no audit row.
inline web::Caller nobody_in(Uuid tenant)
{
    web::Caller caller;
    caller.tenant = tenant;
    return caller;
}

// Somebody whose one-time link says who they are, and who may do nothing else.
inline web::Caller person_in(Uuid tenant, Uuid person)
{
    auto caller = nobody_in(tenant);
    caller.kind = web::ActorKind::user;
    caller.id = person;
    return caller;
}

}  // namespace mz::identity
