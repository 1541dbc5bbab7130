#pragma once
#include "core/secret.hpp"
#include "operators/operator.hpp"

#include <string>

namespace mz::management {

struct NewOperator {
    std::string email;
    std::string display_name;  // empty: the first part of the address
    operators::Role role = operators::Role::viewer;
    Secret<std::string> password;
};

// Makes an operator, with an audit row; blocking. Throws Problem: conflict where the address is taken, bad_request for an address or a
// password that will not do.
void create_operator(Secret<std::string> const& database_url, NewOperator const& wanted);

}  // namespace mz::management
