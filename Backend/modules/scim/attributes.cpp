#include "scim/attributes.hpp"

#include "json/write.hpp"
#include "scim/filter.hpp"
#include "scim/protocol.hpp"

#include <algorithm>

namespace mz::scim {
namespace {

using json::bj::value;

constexpr std::size_t longest_text = 256;
constexpr std::size_t longest_shown_name = 200;

enum class Op { add, replace, remove };

// Entra writes Add, Replace and Remove; the standard in lower case.
Op op_of(ScimOperation const& operation)
{
    auto const word = lower_ascii(operation.op);
    if (word == "add") return Op::add;
    if (word == "replace") return Op::replace;
    if (word == "remove") return Op::remove;
    throw refuse("invalidSyntax", "\"" + operation.op + "\" is no operation; there are add, replace and remove.");
}

value value_of(ScimOperation const& operation) { return operation.value ? json::parse(operation.value->text) : value(); }

std::string_view view(json::bj::string const& text) { return {text.data(), text.size()}; }

// One text, however it is wrapped: "x", {"value": "x"} or an array of one of these. None for null.
std::optional<std::string> text_of(value const& v, std::string_view attribute)
{
    if (v.is_null()) return std::nullopt;
    if (v.is_string()) return std::string(view(v.get_string()));
    if (v.is_bool()) return v.get_bool() ? "true" : "false";
    if (v.is_array() && v.get_array().size() == 1) return text_of(v.get_array().front(), attribute);
    if (v.is_object()) {
        if (auto const* inner = v.get_object().if_contains("value")) return text_of(*inner, attribute);
    }
    throw refuse("invalidValue", "The value of " + std::string(attribute) + " must be a text.");
}

// Entra sends the booleans of old provisioning jobs as "True" and "False".
bool truth_of(value const& v)
{
    auto const word = lower_ascii(text_of(v, "active").value_or(""));
    if (word == "true") return true;
    if (word == "false") return false;
    throw refuse("invalidValue", "The value of active must be true or false.");
}

Email email_of(std::string_view text)
{
    if (!is_email(text)) throw refuse("invalidValue", "\"" + std::string(text) + "\" is not an e-mail address.");
    return Email(lower_ascii(text));
}

std::string user_name_of(std::optional<std::string> const& text)
{
    auto name = kept_text(text, "userName");
    if (!name) throw refuse("invalidValue", "A user has a userName.");
    return std::move(*name);
}

std::string text_member(json::bj::object const& object, std::string_view name)
{
    auto const* member = object.if_contains(json::bj::string_view(name.data(), name.size()));
    return member != nullptr && member->is_string() ? std::string(view(member->get_string())) : std::string();
}

// The address of an `emails` value: of type work, else the primary one, else the first.
std::optional<std::string> address_of(value const& v)
{
    if (v.is_string()) return std::string(view(v.get_string()));
    if (!v.is_array()) return text_of(v, "emails");
    value const* chosen = nullptr;
    int best = -1;
    for (auto const& email : v.get_array()) {
        int rank = 0;
        if (email.is_object()) {
            auto const* primary = email.get_object().if_contains("primary");
            if (primary != nullptr && primary->is_bool() && primary->get_bool()) rank = 1;
            if (text_member(email.get_object(), "type") == "work") rank = 2;
        }
        if (rank > best) {
            best = rank;
            chosen = &email;
        }
    }
    return chosen == nullptr ? std::nullopt : text_of(*chosen, "emails");
}

std::optional<std::string>* name_part(Attributes& attributes, std::string_view part)
{
    if (part == "givenname") return &attributes.given_name;
    if (part == "familyname") return &attributes.family_name;
    if (part == "formatted") return &attributes.formatted;
    return nullptr;
}

void set_name(Attributes& attributes, std::string const& part, value const& v)
{
    if (part.empty() && v.is_object()) {
        for (auto const& member : v.get_object())
            set_name(attributes, lower_ascii(std::string_view(member.key().data(), member.key().size())), member.value());
    } else if (auto* text = name_part(attributes, part)) {
        *text = kept_text(text_of(v, "name." + part), "name." + part);
    }
}

// The only address that is kept is the one at work; a change to another of them changes nothing here.
bool means_other_address(AttributePath const& path)
{
    return path.which && path.which->attribute == "type" && lower_ascii(path.which->value) != "work";
}

void set(Attributes& attributes, AttributePath const& path, value const& v)
{
    auto const& name = path.attribute;
    if (name == "username") attributes.user_name = user_name_of(text_of(v, "userName"));
    else if (name == "externalid") attributes.external_id = kept_text(text_of(v, "externalId"), "externalId");
    else if (name == "displayname") attributes.display_name = kept_text(text_of(v, "displayName"), "displayName");
    else if (name == "active") attributes.active = truth_of(v);
    else if (name == "name") set_name(attributes, path.sub, v);
    else if (name == "emails" && (path.sub.empty() || path.sub == "value") && !means_other_address(path)) {
        if (auto const address = address_of(v)) attributes.email = email_of(*address);
    }
}

void remove(Attributes& attributes, AttributePath const& path)
{
    auto const& name = path.attribute;
    if (name == "username" || (name == "emails" && !means_other_address(path))) {
        throw refuse("invalidValue", "A user has a userName and an e-mail address.");
    }
    if (name == "externalid") attributes.external_id.reset();
    else if (name == "displayname") attributes.display_name.reset();
    else if (name == "active") attributes.active = true;
    else if (name == "name" && path.sub.empty()) {
        attributes.given_name.reset();
        attributes.family_name.reset();
        attributes.formatted.reset();
    } else if (name == "name") {
        if (auto* text = name_part(attributes, path.sub)) text->reset();
    }
}

std::vector<std::string> member_ids(value const& v)
{
    std::vector<std::string> out;
    if (v.is_array()) {
        for (auto const& member : v.get_array()) {
            if (auto id = text_of(member, "members")) out.push_back(std::move(*id));
        }
    } else if (auto id = text_of(v, "members")) out.push_back(std::move(*id));
    return out;
}

void change_members(GroupChange& change, Op op, AttributePath const& path, value const& v)
{
    using Kind = GroupChange::Step::Kind;
    if (op == Op::remove) {
        if (path.which && path.which->attribute == "value") change.steps.push_back({Kind::remove, {path.which->value}});
        else if (v.is_null()) change.steps.push_back({Kind::remove_all, {}});
        else change.steps.push_back({Kind::remove, member_ids(v)});
        return;
    }
    if (op == Op::replace) change.steps.push_back({Kind::remove_all, {}});
    change.steps.push_back({Kind::add, member_ids(v)});
}

void change_group(GroupChange& change, Op op, AttributePath const& path, value const& v)
{
    if (path.attribute == "members") return change_members(change, op, path, v);
    if (path.attribute == "displayname") change.display_name = group_name(op == Op::remove ? std::nullopt : text_of(v, "displayName"));
    if (path.attribute == "externalid") {
        change.external_id = op == Op::remove ? std::nullopt : kept_text(text_of(v, "externalId"), "externalId");
    }
}

// Calls `apply(op, path, value)` for each change: an operation without a path has an object whose members are paths.
template <class Apply>
void each_change(std::vector<ScimOperation> const& operations, Apply const& apply)
{
    for (auto const& operation : operations) {
        auto const op = op_of(operation);
        auto const v = value_of(operation);
        if (operation.path && !operation.path->empty()) {
            apply(op, parse_path(*operation.path), v);
            continue;
        }
        if (op == Op::remove) throw refuse("noTarget", "An operation that removes something says what by its path.");
        if (!v.is_object()) throw refuse("invalidSyntax", "An operation without a path has an object as its value.");
        for (auto const& member : v.get_object())
            apply(op, parse_path(std::string_view(member.key().data(), member.key().size())), member.value());
    }
}

}  // namespace

std::optional<std::string> kept_text(std::optional<std::string> text, std::string_view attribute)
{
    if (!text || text->empty()) return std::nullopt;
    if (utf8_length(*text) > longest_text || has_control_characters(*text)) {
        throw refuse("invalidValue", std::string(attribute) + " has at most " + std::to_string(longest_text) +
                                         " characters, none of them control characters.");
    }
    return text;
}

std::string group_name(std::optional<std::string> const& name)
{
    auto kept = kept_text(name, "displayName");
    if (!kept) throw refuse("invalidValue", "A group has a displayName.");
    return std::move(*kept);
}

Attributes attributes_of(ScimUserWrite const& user)
{
    Attributes out;
    out.user_name = user_name_of(user.userName);
    out.external_id = kept_text(user.externalId, "externalId");
    out.display_name = kept_text(user.displayName, "displayName");
    if (user.name) {
        out.given_name = kept_text(user.name->givenName, "name.givenName");
        out.family_name = kept_text(user.name->familyName, "name.familyName");
        out.formatted = kept_text(user.name->formatted, "name.formatted");
    }
    if (user.active) out.active = truth_of(json::parse(user.active->text));
    std::optional<std::string> address;
    if (user.emails) address = address_of(json::parse(json::write(*user.emails)));
    if (!address && !is_email(out.user_name)) {
        throw refuse("invalidValue", "A user has an e-mail address: emails[type eq \"work\"], or a userName that is one.");
    }
    out.email = email_of(address.value_or(out.user_name));
    return out;
}

Attributes patched(Attributes attributes, std::vector<ScimOperation> const& operations)
{
    each_change(operations, [&](Op op, AttributePath const& path, value const& v) {
        if (op == Op::remove) remove(attributes, path);
        else set(attributes, path, v);
    });
    return attributes;
}

GroupChange group_change(std::vector<ScimOperation> const& operations)
{
    GroupChange change;
    each_change(operations, [&](Op op, AttributePath const& path, value const& v) { change_group(change, op, path, v); });
    return change;
}

std::string shown_name(Attributes const& attributes)
{
    auto joined = attributes.given_name.value_or("");
    if (attributes.family_name) joined += (joined.empty() ? "" : " ") + *attributes.family_name;
    auto name = attributes.display_name.value_or(attributes.formatted.value_or(joined));
    if (name.find_first_not_of(' ') == std::string::npos) name = attributes.email.substr(0, attributes.email.find('@'));
    while (utf8_length(name) > longest_shown_name) {
        name.pop_back();
        while (utf8_length(name) == std::string::npos) name.pop_back();
    }
    return name;
}

}  // namespace mz::scim
