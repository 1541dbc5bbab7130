#include "audit_chain/chain.hpp"

#include "core/crypto.hpp"

#include <gtest/gtest.h>

namespace mz::audit_chain {
namespace {

Entry sample()
{
    Entry entry;
    entry.tenant_id = *Uuid::parse("019a0000-0000-7000-8000-000000000001");
    entry.id = *Uuid::parse("019a0000-0000-7000-8000-000000000002");
    entry.at = *Timestamp::parse("2026-11-22T04:19:00.123456Z");
    entry.actor_kind = "user";
    entry.operation = "incident_update";
    entry.changes = json::Raw{R"({"title": "a"})"};
    entry.outcome = "done";
    return entry;
}

KeyRing ring(std::initializer_list<char> letters)
{
    std::vector<Secret<std::string>> keys;
    for (char const letter : letters) keys.emplace_back(std::string(32, letter));
    return KeyRing(std::move(keys));
}

TEST(chain, the_canonical_form_is_names_and_values_with_their_lengths)
{
    using namespace std::string_literals;
    auto const expected =
        "\0\0\0\x09tenant_id\0\0\0\x24"
        "019a0000-0000-7000-8000-000000000001"
        "\0\0\0\x02id\0\0\0\x24"
        "019a0000-0000-7000-8000-000000000002"
        "\0\0\0\x02"
        "at\0\0\0\x1b"
        "2026-11-22T04:19:00.123456Z"
        "\0\0\0\x0a"
        "actor_kind\0\0\0\x04user\0\0\0\x09operation\0\0\0\x0fincident_update\0\0\0\x07"
        "changes\0\0\0\x0e{\"title\": \"a\"}\0\0\0\x07outcome\0\0\0\x04"
        "done"s;
    EXPECT_EQ(canonical(sample()), expected);
}

TEST(chain, a_value_never_passes_for_another_fields_or_for_a_part_of_one)
{
    auto one = sample();
    one.request_id = "ab";
    one.remote_address = "c";
    auto other = sample();
    other.request_id = "a";
    other.remote_address = "bc";
    EXPECT_NE(canonical(one), canonical(other));
    auto empty = sample();
    empty.request_id = "";
    EXPECT_NE(canonical(empty), canonical(sample())) << "empty is not null";
}

TEST(chain, a_link_depends_on_all_that_it_covers)
{
    auto const at = sample().at;
    auto const hash = link_hash(origin(), 1, at, sample());
    EXPECT_NE(hash, link_hash(Bytes(std::string(32, 'x')), 1, at, sample()));
    EXPECT_NE(hash, link_hash(origin(), 2, at, sample()));
    EXPECT_NE(hash, link_hash(origin(), 1, at + std::chrono::microseconds(1), sample()));
    EXPECT_EQ(hash, link_hash(origin(), 1, at, sample()));
}

TEST(chain, a_head_is_signed_by_any_key_of_the_ring_and_by_no_other)
{
    Head head;
    head.tenant_id = sample().tenant_id;
    head.seq = 7;
    sign(head, ring({'a'}));
    EXPECT_TRUE(is_signed(head, ring({'a'})));
    EXPECT_TRUE(is_signed(head, ring({'b', 'a'})));
    EXPECT_FALSE(is_signed_currently(head, ring({'b', 'a'})));
    EXPECT_FALSE(is_signed(head, ring({'b'})));
    head.seq = 6;
    EXPECT_FALSE(is_signed(head, ring({'a'})));
}

}  // namespace
}  // namespace mz::audit_chain
