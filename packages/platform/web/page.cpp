#include "web/page.hpp"

#include "core/crypto.hpp"
#include "json/read.hpp"
#include "json/write.hpp"

namespace mz::web {
namespace {

struct Position {
    std::string value;
    Uuid id;
};
BOOST_DESCRIBE_STRUCT(Position, (), (value, id))

}  // namespace

std::string Cursor::encode() const { return base64url(json::write(Position{value, id})); }

Cursor Cursor::decode(std::string const& text)
{
    try {
        if (auto const json = base64url_decode(text)) {
            auto position = json::read_text<Position>(*json);
            return {std::move(position.value), position.id};
        }
    } catch (Problem const&) {
        // Reported below: what is inside a cursor is nobody's business.
    }
    throw Problem::invalid("?after", "is not a cursor of this list; start again without it");
}

}  // namespace mz::web
