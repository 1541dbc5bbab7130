#pragma once
#include "core/clock.hpp"
#include "core/text.hpp"

#include <boost/describe.hpp>

#include <string>
#include <variant>

namespace mz::mail {

enum class Language { en, pl };
BOOST_DESCRIBE_ENUM(Language, en, pl)

// What a letter says. A `path` is the page of the SPA that its link opens, with the one-time token: "/setup#token=.."; the SPA's origin
// is put in front when the letter goes out. Texts are plain: templates escape them.

struct Invitation {
    std::string inviter;       // a person's name
    std::string organization;  // the tenant's name
    std::string path;
    Timestamp valid_until;
};
BOOST_DESCRIBE_STRUCT(Invitation, (), (inviter, organization, path, valid_until))

struct PasswordReset {
    std::string path;
    Timestamp valid_until;
};
BOOST_DESCRIBE_STRUCT(PasswordReset, (), (path, valid_until))

struct PasswordChanged {
    std::string place;  // where from, as the sessions page says it: an address, a city
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(PasswordChanged, (), (place, at))

struct NewSignIn {
    std::string device;  // "Firefox on Windows"
    std::string place;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(NewSignIn, (), (device, place, at))

enum class FactorChange { authenticator_added, authenticator_removed, passkey_added, passkey_removed, recovery_codes_renewed, reset };
BOOST_DESCRIBE_ENUM(FactorChange, authenticator_added, authenticator_removed, passkey_added, passkey_removed, recovery_codes_renewed, reset)

struct SecondFactorChanged {
    FactorChange change = FactorChange::authenticator_added;  // `reset`: an administrator took all of them away
    std::string place;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(SecondFactorChanged, (), (change, place, at))

// In place of a new password, for whom only the organization's own sign-in counts.
struct PasswordManaged {
    std::string organization;
    std::string path;
};
BOOST_DESCRIBE_STRUCT(PasswordManaged, (), (organization, path))

// To every owner: one of them got in without the provider that is enforced.
struct BreakGlassUsed {
    std::string person;
    std::string place;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(BreakGlassUsed, (), (person, place, at))

// In the order of Content's alternatives.
enum class LetterKind {
    invitation,
    password_reset,
    password_changed,
    new_sign_in,
    second_factor_changed,
    password_managed,
    break_glass_used
};
BOOST_DESCRIBE_ENUM(LetterKind, invitation, password_reset, password_changed, new_sign_in, second_factor_changed, password_managed,
                    break_glass_used)
using Content = std::variant<Invitation, PasswordReset, PasswordChanged, NewSignIn, SecondFactorChanged, PasswordManaged, BreakGlassUsed>;

struct Letter {
    Email to;
    Language language = Language::en;
    Content content;
};

inline LetterKind kind_of(Content const& content) { return static_cast<LetterKind>(content.index()); }

}  // namespace mz::mail
