#include "audit_chain/chain.hpp"

#include "core/crypto.hpp"
#include "pg/bind.hpp"

#include <boost/mp11.hpp>

#include <string_view>

namespace mz::audit_chain {
namespace {

constexpr std::string_view form = "monozu-audit-1";
constexpr std::string_view head_purpose = "audit chain head";
constexpr std::size_t hash_length = 32;

void append_text(std::string& out, std::string_view text)
{
    constexpr int bits = 8;
    for (int byte = 3; byte >= 0; --byte) out += static_cast<char>(text.size() >> (byte * bits));
    out += text;
}

void append(std::string& out, std::string_view name, std::string_view value)
{
    append_text(out, name);
    append_text(out, value);
}

template <class T>
void append_members(std::string& out, T const& row, std::string_view without = {})
{
    boost::mp11::mp_for_each<json::Members<T>>([&](auto member) {
        if (member.name == without) return;
        if (auto const text = pg::to_text(row.*member.pointer)) append(out, member.name, *text);
    });
}

std::string text_of(Head const& head)
{
    std::string out;
    append_members(out, head, "mac");
    return out;
}

}  // namespace

Bytes origin() { return Bytes(std::string(hash_length, '\0')); }

std::string canonical(Entry const& entry)
{
    std::string out;
    append_members(out, entry);
    return out;
}

Bytes link_hash(Bytes const& previous, std::int64_t seq, Timestamp sealed_at, Entry const& entry)
{
    std::string out;
    append(out, "form", form);
    append(out, "previous", previous);
    append(out, "seq", std::to_string(seq));
    append(out, "sealed_at", sealed_at.to_string());
    append_members(out, entry);
    return sha256(out);
}

void sign(Head& head, KeyRing const& keys) { head.mac = keys.mac(text_of(head), head_purpose); }

bool is_signed(Head const& head, KeyRing const& keys) { return keys.verifies(head.mac, text_of(head), head_purpose); }

bool is_signed_currently(Head const& head, KeyRing const& keys)
{
    return equal_constant_time(head.mac, keys.mac(text_of(head), head_purpose));
}

}  // namespace mz::audit_chain
