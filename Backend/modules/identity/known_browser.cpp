#include "identity/known_browser.hpp"

#include "core/crypto.hpp"
#include "core/key_ring.hpp"
#include "core/problem.hpp"
#include "identity/sign_in.hpp"
#include "json/read.hpp"
#include "json/write.hpp"

namespace mz::identity {
namespace {

constexpr auto purpose = "known browser";
constexpr std::size_t name_digits = 12;

struct Known {
    Uuid browser;
    Uuid person;
    Timestamp password_changed_at;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(Known, (), (browser, person, password_changed_at, at))

// A cookie that an earlier version of this program wrote may say something else; its browser is a stranger then.
std::optional<Known> read(std::string const& text)
{
    try {
        return json::read_text<Known>(text);
    } catch (Problem const&) {
        return std::nullopt;
    }
}

// One cookie a person, so that people who share a browser do not make each other strangers.
web::RefreshCookie cookie_of(SignIn const& sign_in, Uuid const& person)
{
    auto cookie = sign_in.cookie;
    cookie.name = "monozu_browser_" + hex(sha256(person.to_string())).substr(0, name_digits);
    return cookie;
}

}  // namespace

std::optional<Uuid> known_browser(web::Request& rq, BrowserOf whom)
{
    auto const& sign_in = rq.services.get<SignIn>();
    auto const value = cookie_of(sign_in, whom.person).read(rq.http.headers);
    auto const sealed = base64url_decode(value.value_or(""));
    if (!sealed) return std::nullopt;
    auto const text = rq.services.get<KeyRing>().open(*sealed, purpose);
    if (!text) return std::nullopt;
    auto const known = read(*text);
    if (!known) return std::nullopt;
    bool const fresh = known->at > now() - std::chrono::hours(24) * sign_in.settings.known_browser_days;
    bool const same = known->person == whom.person && known->password_changed_at == whom.password_changed_at.value_or(Timestamp{});
    return fresh && same ? std::optional(known->browser) : std::nullopt;
}

void remember_browser(web::Request& rq, BrowserOf whom)
{
    auto const& sign_in = rq.services.get<SignIn>();
    Known const known{known_browser(rq, whom).value_or(Uuid::v7()), whom.person, whom.password_changed_at.value_or(Timestamp{}), now()};
    auto const sealed = rq.services.get<KeyRing>().seal(json::write(known), purpose);
    cookie_of(sign_in, whom.person).set(rq.headers, base64url(sealed), std::chrono::hours(24) * sign_in.settings.known_browser_days);
}

}  // namespace mz::identity
