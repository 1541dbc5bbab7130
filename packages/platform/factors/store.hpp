#pragma once
#include "core/clock.hpp"
#include "core/task.hpp"
#include "core/text.hpp"
#include "core/uuid.hpp"
#include "factors/webauthn.hpp"

#include <boost/describe.hpp>

#include <optional>
#include <vector>

namespace mz::factors {

using PasskeyName = Text<1, 100>;

struct KeptTotp {
    Bytes secret;  // sealed for totp::sealed_for
    Timestamp created_at;
    std::optional<Timestamp> last_used_at;
};
BOOST_DESCRIBE_STRUCT(KeptTotp, (), (secret, created_at, last_used_at))

struct TotpPut {
    Bytes secret;  // sealed
    std::int64_t step = 0;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(TotpPut, (), (secret, step, now))

struct TotpUse {
    std::int64_t step = 0;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(TotpUse, (), (step, now))

struct CodeUse {
    Bytes hash;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(CodeUse, (), (hash, now))

struct CodesCreate {
    std::vector<Bytes> hashes;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(CodesCreate, (), (hashes, now))

struct ByCredential {
    Bytes credential_id;
};
BOOST_DESCRIBE_STRUCT(ByCredential, (), (credential_id))

struct KeptPasskey {
    Uuid id;
    Bytes public_key;
    webauthn::Algorithm algorithm = webauthn::Algorithm::es256;
    std::int64_t sign_count = 0;
};
BOOST_DESCRIBE_STRUCT(KeptPasskey, (), (id, public_key, algorithm, sign_count))

struct PasskeyUse {
    Uuid id;
    std::int64_t sign_count = 0;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(PasskeyUse, (), (id, sign_count, now))

struct PasskeyCreate {
    Uuid id;
    Bytes credential_id;
    Bytes public_key;
    webauthn::Algorithm algorithm = webauthn::Algorithm::es256;
    std::int64_t sign_count = 0;
    bool backed_up = false;
    PasskeyName name;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(PasskeyCreate, (), (id, credential_id, public_key, algorithm, sign_count, backed_up, name, now))

// The factors of one person, in a service's own tables and in the transaction of the request that asks.
class Store {
public:
    virtual ~Store() = default;
    virtual Uuid person() const = 0;

    virtual Task<std::optional<KeptTotp>> totp() = 0;
    virtual Task<void> put_totp(TotpPut put) = 0;                  // in place of the one there was
    virtual Task<bool> use_totp(TotpUse use) = 0;                  // false where a code of this step or a later one was taken before
    virtual Task<bool> use_recovery_code(CodeUse use) = 0;         // false where there is none such, or it has been used
    virtual Task<void> put_recovery_codes(CodesCreate codes) = 0;  // in place of those there were
    virtual Task<std::optional<KeptPasskey>> passkey(ByCredential credential) = 0;
    virtual Task<std::vector<Bytes>> credentials() = 0;
    virtual Task<void> create_passkey(PasskeyCreate passkey) = 0;
    virtual Task<bool> use_passkey(PasskeyUse use) = 0;  // false where its counter has not grown meanwhile
    // Notes that there may be a copy of it: outside of the request's transaction, which is about to fail.
    virtual Task<void> suspect_passkey(PasskeyUse use) = 0;
};

}  // namespace mz::factors
