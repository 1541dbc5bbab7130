#pragma once
#include "core/text.hpp"
#include "scim/resources.hpp"

namespace mz::scim {

// What is kept of a user. Pure: no HTTP, no SQL.
struct Attributes {
    std::string user_name;
    std::optional<std::string> external_id;
    std::optional<std::string> given_name;
    std::optional<std::string> family_name;
    std::optional<std::string> formatted;
    std::optional<std::string> display_name;
    Email email;
    bool active = true;

    bool operator==(Attributes const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Attributes, (), (user_name, external_id, given_name, family_name, formatted, display_name, email, active))

// Everything as POST and PUT say it; what they leave out is gone, `active` is true. The e-mail address is that of type work, else the
// primary one, else the first, else the user name. 400 `invalidValue` where there is none.
Attributes attributes_of(ScimUserWrite const& user);

// PATCH, in order. Attributes that are not kept are passed over; 400 `invalidSyntax`, `invalidPath`, `invalidValue` or `noTarget` for what
// makes no sense.
Attributes patched(Attributes attributes, std::vector<ScimOperation> const& operations);

// What a person is called on the console's pages, never empty.
std::string shown_name(Attributes const& attributes);

// What PATCH does to a group. `members` are the ids as they were sent.
struct GroupChange {
    std::optional<std::string> display_name;
    std::optional<std::optional<std::string>> external_id;
    struct Step {
        enum class Kind { add, remove, remove_all } kind = Kind::add;
        std::vector<std::string> members;
    };
    std::vector<Step> steps;  // in order; a replacement is remove_all and add
};
GroupChange group_change(std::vector<ScimOperation> const& operations);

// A group's name, 400 `invalidValue` where it is missing or too long.
std::string group_name(std::optional<std::string> const& name);

// 400 `invalidValue` where an optional text is longer than it may be or has control characters; an empty one is none.
std::optional<std::string> kept_text(std::optional<std::string> text, std::string_view attribute);

}  // namespace mz::scim
