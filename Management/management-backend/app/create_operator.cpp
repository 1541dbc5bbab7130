#include "app/create_operator.hpp"

#include "core/clock.hpp"
#include "core/crypto.hpp"
#include "core/problem.hpp"
#include "factors/password_policy.hpp"
#include "operators_sql.hpp"
#include "pg/bind.hpp"
#include "pg/blocking.hpp"
#include "pg/registry.hpp"

namespace mz::management {
namespace {

struct Row {
    Uuid id;
    std::string email;
    std::string display_name;
    std::string role;
    std::string password_hash;
    Timestamp now;
    Uuid audit_id;
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, email, display_name, role, password_hash, now, audit_id))

}  // namespace

void create_operator(Secret<std::string> const& database_url, NewOperator const& wanted)
{
    if (!is_email(wanted.email)) throw Problem::invalid("/email", "must be an e-mail address");
    auto const weakness = factors::weakness_of(wanted.password.reveal(), {wanted.email.substr(0, wanted.email.find('@')), "monozu"});
    if (weakness) throw Problem(Failure::bad_request, "the password on standard input " + weakness->advice);
    Row row;
    row.id = Uuid::v7();
    row.email = lower_ascii(wanted.email);
    row.display_name = wanted.display_name.empty() ? row.email.substr(0, row.email.find('@')) : wanted.display_name;
    row.role = operators::to_string(wanted.role);
    row.password_hash = password::hash(wanted.password);
    row.now = now();
    row.audit_id = Uuid::v7();
    pg::registered<operators::sql::operator_create, void>();
    pg::Blocking connection(database_url);
    connection.run(std::string(operators::sql::operator_create::text), pg::bind<operators::sql::operator_create>(row));
}

}  // namespace mz::management
