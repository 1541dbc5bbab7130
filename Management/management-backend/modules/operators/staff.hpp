#pragma once
#include "json/value.hpp"
#include "operators/operator.hpp"
#include "operators/session_list.hpp"
#include "web/route.hpp"

#include <optional>
#include <string>

namespace mz::operators {

using DisplayName = Text<1, 200>;

// A member of the vendor's staff. `pending` until they have chosen a password with their one-time link.
struct Operator {
    Uuid id;
    Email email;
    DisplayName display_name;
    Role role = Role::viewer;
    bool active = true;
    bool pending = false;
    bool provided = false;  // by the identity provider, which names them and gives the role
    bool second_factor = false;
    std::optional<Timestamp> last_login_at;
    Timestamp created_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Operator, (),
                      (id, email, display_name, role, active, pending, provided, second_factor, last_login_at, created_at, version))

struct OperatorFilter : web::ListQuery {
    std::optional<Role> role;
    std::optional<bool> active;
    std::optional<Text<1, 100>> q;  // a part of the name or of the e-mail address
};
BOOST_DESCRIBE_STRUCT(OperatorFilter, (web::ListQuery), (role, active, q))

struct OperatorPath {
    Uuid id;
};
BOOST_DESCRIBE_STRUCT(OperatorPath, (), (id))

struct OperatorCreate {
    Email email;
    DisplayName display_name;
    Role role = Role::viewer;
};
BOOST_DESCRIBE_STRUCT(OperatorCreate, (), (email, display_name, role))

// A one-time link for choosing a password. It is shown this once, and nobody sends it: Management has no mail.
struct OperatorLink {
    std::string setup_url;
    Timestamp setup_expires_at;
};
BOOST_DESCRIBE_STRUCT(OperatorLink, (), (setup_url, setup_expires_at))

struct OperatorCreated : OperatorLink {
    Operator account;
};
BOOST_DESCRIBE_STRUCT(OperatorCreated, (OperatorLink), (account))

struct OperatorPatch {
    json::Patched<DisplayName> display_name;
    json::Patched<Role> role;
    json::Patched<bool> active;
};
BOOST_DESCRIBE_STRUCT(OperatorPatch, (), (display_name, role, active))

struct OperatorSessionsEnd {
    std::optional<Uuid> session_id;  // all of them where none is named
};
BOOST_DESCRIBE_STRUCT(OperatorSessionsEnd, (), (session_id))

Task<web::Page<Operator>> operator_list(web::Request& rq, web::Query<OperatorFilter> filter);
Task<Operator> operator_get(web::Request& rq, web::Path<OperatorPath> path);
Task<web::Created<OperatorCreated>> operator_create(web::Request& rq, web::Body<OperatorCreate> body, web::Tx& tx);
// Nobody gives a role with rights that they lack, nor changes whoever has one. The last owner who could sign in without an identity
// provider stays one: 409 `last-owner`. A change of role or standing asks for a fresh proof of who asks.
Task<Operator> operator_update(web::Request& rq, web::Path<OperatorPath> path, web::Body<OperatorPatch> body, web::Tx& tx);
// A new link in place of the one before. The password there is stays good until the link is used.
Task<OperatorLink> operator_link(web::Request& rq, web::Path<OperatorPath> path, web::Tx& tx);
// For somebody who has lost everything: all second factors go, and the sessions with them.
Task<void> operator_factors_reset(web::Request& rq, web::Path<OperatorPath> path, web::Tx& tx);

Task<web::Page<OpenSession>> operator_session_list(web::Request& rq, web::Path<OperatorPath> path);
Task<void> operator_sessions_end(web::Request& rq, web::Path<OperatorPath> path, web::Body<OperatorSessionsEnd> body, web::Tx& tx);

}  // namespace mz::operators
