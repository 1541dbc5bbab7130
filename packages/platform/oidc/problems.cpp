#include "oidc/problems.hpp"

#include "oidc/relying_party.hpp"

#include <array>
#include <utility>

namespace mz::oidc {
namespace {

constexpr std::size_t longest_quotation = 200;

Problem problem(Failure failure, std::string type, std::string_view check, std::string detail)
{
    Problem out(failure, std::move(type), std::move(detail));
    out.members.push_back({"check", '"' + std::string(check) + '"'});
    return out;
}

struct Meaning {
    std::string_view error;
    std::string_view words;
};
// RFC 6749, 4.1.2.1, and OpenID Connect Core, 3.1.2.6.
constexpr std::array meanings{
    Meaning{
        "access_denied",
        "The provider did not let this person in, or they turned back. Is the person, or a group of theirs, assigned to the application?"},
    Meaning{"login_required", "The provider wants the person to sign in there first."},
    Meaning{"interaction_required", "The provider wants something more of the person. Begin again."},
    Meaning{"consent_required", "An administrator at the provider has to grant the application access to openid, profile and email."},
    Meaning{"unauthorized_client", "The application is not allowed to sign people in. Look at its registration."},
    Meaning{"invalid_request", "The provider does not accept the request. Is the redirect address registered there?"},
    Meaning{"invalid_scope", "The provider does not give openid, profile and email to this application."},
    Meaning{"server_error", "The provider has a fault of its own. Try again later."},
    Meaning{"temporarily_unavailable", "The provider is too busy. Try again later."},
};

}  // namespace

Problem discovery_failed(std::string_view check, std::string detail, Failure failure)
{
    return problem(failure, "oidc-discovery-failed", check, std::move(detail));
}

Problem sign_in_refused_for(std::string_view check, std::string detail)
{
    return problem(Failure::unprocessable, "oidc-sign-in-refused", check, std::move(detail));
}

Problem token_refused(std::string_view check, std::string detail, Failure failure)
{
    return problem(failure, "oidc-token-refused", check, std::move(detail));
}

Problem id_token_invalid(std::string_view check, std::string detail)
{
    return problem(Failure::unprocessable, "oidc-id-token-invalid", check, std::move(detail));
}

Problem sign_in_refused(std::string_view error, std::string_view description)
{
    auto const number = entra_number(description);
    for (auto const& [name, words] : meanings) {
        if (error == name) return sign_in_refused_for(name, std::string(words) + number);
    }
    return sign_in_refused_for("error", "The provider refused the sign-in." + number);
}

std::string harmless(std::string_view text)
{
    std::string out;
    for (char const c : text.substr(0, longest_quotation)) out += c > ' ' && c < '\x7f' && c != '"' && c != '\\' && c != '<' ? c : '?';
    if (text.empty()) return "(nothing)";
    return text.size() > longest_quotation ? out + ".." : out;
}

std::string entra_number(std::string_view description)
{
    constexpr std::string_view prefix = "AADSTS";
    constexpr std::size_t most_digits = 10;
    auto const at = description.find(prefix);
    if (at == std::string_view::npos) return {};
    auto const rest = description.substr(at + prefix.size());
    auto const digits = rest.substr(0, rest.find_first_not_of("0123456789")).substr(0, most_digits);
    return digits.empty() ? std::string() : " (" + std::string(prefix) + std::string(digits) + ")";
}

}  // namespace mz::oidc
