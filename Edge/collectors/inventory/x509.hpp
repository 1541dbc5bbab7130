#pragma once
#include <openssl/types.h>

#include <string>

namespace mz::edge::facts {

std::string der_of(X509 const* certificate);

}  // namespace mz::edge::facts
