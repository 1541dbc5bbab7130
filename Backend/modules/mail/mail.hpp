#pragma once
#include "core/key_ring.hpp"
#include "mail/letter.hpp"
#include "web/route.hpp"

#include <vector>

namespace mz::mail {

// What became of the tenant's letters. Needs the service KeyRing.
std::vector<web::Route> routes();

// Writes the letter to the outbox in the caller's own transaction, of the tenant that `tx` has entered: it goes out if and only if that
// transaction is committed. Returns the letter's id.
//   co_await mail::send(tx, rq.services.get<KeyRing>(), mail::Letter{email, mail::Language::pl, mail::PasswordReset{path, valid_until}});
Task<Uuid> send(web::Tx& tx, KeyRing const& keys, Letter letter);

}  // namespace mz::mail
