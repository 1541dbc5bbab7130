#include "operators/challenge.hpp"

#include "core/crypto.hpp"
#include "core/key_ring.hpp"
#include "factors/factors.hpp"
#include "json/read.hpp"
#include "json/write.hpp"
#include "operators_sql.hpp"

namespace mz::operators {
namespace {

constexpr auto sealed_for = "factor-challenge";

struct Spending {
    Bytes hash;
    Timestamp expires_at;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(Spending, (), (hash, expires_at, now))

Problem over() { return Problem(Failure::forbidden, "challenge-over", "This took too long or has been done already; start again."); }

}  // namespace

std::string issue(web::Request& rq, Challenge challenge)
{
    challenge.nonce = Uuid::v7();
    challenge.expires_at = now() + std::chrono::seconds(rq.services.get<factors::Factors>().settings.factor_challenge_seconds);
    return base64url(rq.services.get<KeyRing>().seal(json::write(challenge), sealed_for));
}

Challenge open_challenge(web::Request& rq, std::string const& text, Purpose purpose)
{
    auto const sealed = base64url_decode(text);
    auto const plain = sealed ? rq.services.get<KeyRing>().open(*sealed, sealed_for) : std::nullopt;
    if (!plain) throw over();
    auto challenge = json::read_text<Challenge>(*plain);
    if (challenge.purpose != purpose || challenge.expires_at <= now()) throw over();
    return challenge;
}

Task<void> spend(web::Request& rq, std::string text, Timestamp expires_at)
{
    Spending const spending{sha256(text), expires_at, now()};
    auto const spent = co_await rq.db.maybe<Bytes>(sql::challenge_spend{}, spending);
    if (!spent) throw over();
}

}  // namespace mz::operators
