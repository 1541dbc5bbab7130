#include "web/idempotency.hpp"

#include "core/crypto.hpp"
#include "core/sealed_box.hpp"
#include "web_sql.hpp"

namespace mz::web {
namespace {

constexpr std::size_t max_key_length = 255;

// Management's operators have no tenant; their keys live under the nil UUID.
struct Address {
    Uuid tenant;
    Uuid actor_id;
    std::string operation;
    std::string key;
};
BOOST_DESCRIBE_STRUCT(Address, (), (tenant, actor_id, operation, key))

struct Claim : Address {
    Bytes fingerprint;
};
BOOST_DESCRIBE_STRUCT(Claim, (Address), (fingerprint))

struct Claimed {
    std::string key;
};
BOOST_DESCRIBE_STRUCT(Claimed, (), (key))

struct Kept {
    Bytes fingerprint;
    std::optional<int> status;
    std::optional<std::string> body;
};
BOOST_DESCRIBE_STRUCT(Kept, (), (fingerprint, status, body))

struct Keep : Address {
    int status = 0;
    std::string body;
};
BOOST_DESCRIBE_STRUCT(Keep, (Address), (status, body))

// The key itself is never stored. Its hash finds the row, and it opens the answer, which may hold a secret that is shown this once.
Address address_of(Caller const& caller, std::string operation, std::string const& key)
{
    return {caller.tenant.value_or(Uuid{}), caller.id.value_or(Uuid{}), std::move(operation), hex(sha256(key))};
}

}  // namespace

std::optional<std::string> Idempotency::key_of(Route const& route, net::Request const& http)
{
    auto const field = http.headers.find("Idempotency-Key");
    if (!field || !route.creates) return std::nullopt;
    auto key = *field;
    // The draft has it as a quoted string, everyday practice without quotes; both are the same key.
    if (key.size() >= 2 && key.front() == '"' && key.back() == '"') key = key.substr(1, key.size() - 2);
    if (key.empty() || key.size() > max_key_length || has_control_characters(key)) {
        throw Problem(Failure::bad_request, "Idempotency-Key must have 1 to 255 printable characters.");
    }
    return std::string(key);
}

Bytes Idempotency::fingerprint(net::Request const& http) { return sha256(http.path + '\n' + http.body); }

Task<std::optional<Reply>> Idempotency::claim(Db& db, Caller caller, std::string operation, std::string key, Bytes fingerprint)
{
    Claim claim;
    static_cast<Address&>(claim) = address_of(caller, operation, key);
    claim.fingerprint = fingerprint;
    auto const claimed = co_await db.transaction().all<Claimed>(sql::idempotency_claim{}, claim);
    if (!claimed.empty()) co_return std::nullopt;
    auto const address = static_cast<Address>(claim);
    auto const kept = co_await db.transaction().one<Kept>(sql::idempotency_find{}, address);
    if (kept.fingerprint != fingerprint) {
        throw Problem(Failure::unprocessable, "idempotency-key-reused",
                      "This Idempotency-Key was used for another request; choose a new one.");
    }
    Reply reply;
    reply.status = kept.status.value_or(201);
    auto const box = base64_decode(kept.body.value_or(""));
    auto body = box ? open_sealed(*box, key) : std::nullopt;
    if (!body) throw Problem(Failure::internal, "a kept answer cannot be opened");
    reply.body = std::move(*body);
    co_return reply;
}

Task<void> Idempotency::keep(Db& db, Caller caller, std::string operation, std::string key, Reply reply)
{
    Keep keep;
    static_cast<Address&>(keep) = address_of(caller, std::move(operation), key);
    keep.status = reply.status;
    keep.body = base64(seal(reply.body, key));
    co_await db.transaction().run(sql::idempotency_keep{}, keep);
}

}  // namespace mz::web
