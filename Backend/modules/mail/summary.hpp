#pragma once
#include "core/uuid.hpp"
#include "mail/letter.hpp"
#include "web/page.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace mz::mail {

enum class State { queued, sent, failed };
BOOST_DESCRIBE_ENUM(State, queued, sent, failed)

struct LetterState {
    Uuid id;
    LetterKind kind = LetterKind::invitation;
    Language language = Language::en;
    State state = State::queued;
    std::int32_t attempts = 0;
    std::optional<Timestamp> next_attempt_at;
    std::optional<std::string> last_error;
    std::optional<Timestamp> valid_until;  // of the link in it
    Timestamp created_at;
    std::optional<Timestamp> sent_at;
};
BOOST_DESCRIBE_STRUCT(LetterState, (), (id, kind, language, state, attempts, next_attempt_at, last_error, valid_until, created_at, sent_at))

// What became of one letter. What it says is nobody's business but its reader's.
struct LetterSummary : LetterState {
    std::optional<Email> to;  // null where the key that sealed it has gone
};
BOOST_DESCRIBE_STRUCT(LetterSummary, (LetterState), (to))

struct LetterFilter : web::ListQuery {
    std::optional<State> state;
};
BOOST_DESCRIBE_STRUCT(LetterFilter, (web::ListQuery), (state))

struct LetterPath {
    Uuid id;
};
BOOST_DESCRIBE_STRUCT(LetterPath, (), (id))

}  // namespace mz::mail
