#pragma once
#include "core/problem.hpp"

#include <string>
#include <string_view>

namespace mz::oidc {

// The problems of this library; `check` becomes the member of that name. None of the texts may hold a token, a code or a secret.
Problem discovery_failed(std::string_view check, std::string detail, Failure failure = Failure::unprocessable);
Problem sign_in_refused_for(std::string_view check, std::string detail);
Problem token_refused(std::string_view check, std::string detail, Failure failure = Failure::unprocessable);
Problem id_token_invalid(std::string_view check, std::string detail);

// A text of somebody else's as it may stand in a detail: printable ASCII without quotes, shortened.
std::string harmless(std::string_view text);
// The number by which Entra's documentation explains an error, as " (AADSTS50105)"; empty where the description has none.
std::string entra_number(std::string_view description);

}  // namespace mz::oidc
