// Which records are of the same thing, and what they say together: by example, and by replaying random worlds in random orders.
#include "identify.hpp"
#include "test_world.hpp"
#include "values.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace mz::cmdb {
namespace {

using test::Seen;
using test::World;

Model const& model() { return Model::built_in(); }

Timestamp at(int minute) { return Timestamp{1'700'000'000'000'000 + 60'000'000LL * minute}; }

Record record(SourceKind kind, std::string key, std::string class_key, std::map<std::string, json::bj::value> values, int minute = 0)
{
    Record out;
    out.id = Uuid::v7();
    out.source_id = Uuid::v7();
    out.source_kind = kind;
    out.source_key = "source";
    out.key = std::move(key);
    Saying saying{std::move(class_key), at(minute), std::move(values), false};
    absorb(out, saying);
    out.identifiers = identifiers_of(out, model());
    return out;
}

// The groups by their records' keys, as people would write them down.
std::string groups(std::vector<Record> const& records, std::vector<Decision> const& decisions = {})
{
    std::string out;
    for (auto const& group : partition(records, model(), decisions).groups) {
        out += out.empty() ? "" : " | ";
        for (std::size_t i = 0; i < group.size(); ++i) out += (i == 0 ? "" : " ") + records[group[i]].key;
    }
    return out;
}

Decision decide(Record const& a, Record const& b, Verdict verdict) { return {std::min(a.id, b.id), std::max(a.id, b.id), verdict}; }

constexpr auto mac_1 = "02:00:00:00:00:01";
constexpr auto mac_2 = "02:00:00:00:00:02";

TEST(identify, records_with_a_serial_number_in_common_are_one_thing_however_it_is_written)
{
    std::vector<Record> const records{record(SourceKind::appliance, "a", "computer", {{"serial_number", "ABC"}}),
                                      record(SourceKind::import, "b", "server", {{"serial_number", "abc"}}),
                                      record(SourceKind::import, "c", "server", {{"serial_number", "abd"}})};
    EXPECT_EQ(groups(records), "a b | c");
}

TEST(identify, what_is_connected_through_a_third_is_one_thing)
{
    std::vector<Record> const records{
        record(SourceKind::appliance, "a", "computer", {{"serial_number", "1"}, {"mac_addresses", {mac_1}}}),
        record(SourceKind::discovery, "b", "hardware", {{"mac_addresses", {mac_1, mac_2}}}),
        record(SourceKind::import, "c", "computer", {{"mac_addresses", {mac_2}}, {"fqdn", "c.example.org"}}),
    };
    EXPECT_EQ(groups(records), "a b c");
}

TEST(identify, a_stronger_identifier_that_differs_keeps_apart_and_is_proposed_with_the_reason)
{
    std::vector<Record> const records{record(SourceKind::appliance, "a", "computer", {{"serial_number", "1"}, {"mac_addresses", {mac_1}}}),
                                      record(SourceKind::appliance, "b", "computer", {{"serial_number", "2"}, {"mac_addresses", {mac_1}}})};
    auto const parts = partition(records, model(), {});
    EXPECT_EQ(groups(records), "a | b");
    ASSERT_EQ(parts.conflicts.size(), 1U);
    EXPECT_EQ(parts.conflicts[0].reasons, (std::vector<Reason>{{"mac_addresses", mac_1, "serial_number", {"1", "2"}}}));
}

TEST(identify, classes_that_exclude_each_other_keep_apart)
{
    std::vector<Record> const records{record(SourceKind::appliance, "a", "server", {{"fqdn", "x.example.org"}}),
                                      record(SourceKind::discovery, "b", "printer", {{"fqdn", "x.example.org"}}),
                                      record(SourceKind::import, "c", "hardware", {{"fqdn", "x.example.org"}})};
    auto const parts = partition(records, model(), {});
    EXPECT_EQ(groups(records), "a c | b");
    ASSERT_EQ(parts.conflicts.size(), 1U);
    EXPECT_EQ(parts.conflicts[0].reasons[0].against, "class_key");
}

TEST(identify, people_have_the_last_word)
{
    std::vector<Record> const records{record(SourceKind::appliance, "a", "computer", {{"serial_number", "1"}, {"fqdn", "x.example.org"}}),
                                      record(SourceKind::appliance, "b", "computer", {{"serial_number", "1"}, {"fqdn", "x.example.org"}}),
                                      record(SourceKind::import, "c", "printer", {})};
    EXPECT_EQ(groups(records), "a b | c");
    EXPECT_EQ(groups(records, {decide(records[0], records[1], Verdict::distinct)}), "a | b | c");
    EXPECT_TRUE(partition(records, model(), {decide(records[0], records[1], Verdict::distinct)}).conflicts.empty());
    EXPECT_EQ(groups(records, {decide(records[1], records[2], Verdict::same)}), "a b c");
    EXPECT_EQ(groups(records, {decide(records[0], records[1], Verdict::same)}), "a b | c");
}

TEST(identify, a_rule_of_several_attributes_needs_all_of_them)
{
    auto const whole =
        record(SourceKind::import, "a", "location", {{"name", "Room 1"}, {"parent_location", "0190f000-0000-7000-8000-000000000001"}});
    ASSERT_EQ(whole.identifiers.size(), 1U);
    EXPECT_EQ(whole.identifiers[0].kind, "name+parent_location");
    EXPECT_EQ(whole.identifiers[0].value.substr(0, 10), R"(["room 1",)");
    EXPECT_TRUE(record(SourceKind::import, "b", "location", {{"name", "Room 1"}}).identifiers.empty());
}

TEST(values, a_word_is_believed_by_precedence_then_freshness_then_time)
{
    auto person = record(SourceKind::manual, "p", "computer", {{"hostname", "wrong"}, {"criticality", "high"}}, 3);
    auto appliance = record(SourceKind::appliance, "a", "server", {{"hostname", "right"}, {"criticality", "low"}}, 1);
    auto older = record(SourceKind::appliance, "b", "server", {{"hostname", "old"}}, 0);
    auto state = state_of({&person, &appliance, &older}, model());
    EXPECT_EQ(state.class_key, "server");
    EXPECT_EQ(text_of(state.attributes.at("hostname")), R"("right")");
    EXPECT_EQ(text_of(state.attributes.at("criticality")), R"("high")");
    EXPECT_EQ(state.sources.at("hostname").source_id, appliance.source_id);
    appliance.stale = true;
    state = state_of({&person, &appliance, &older}, model());
    EXPECT_EQ(text_of(state.attributes.at("hostname")), R"("old")");
    EXPECT_FALSE(state.stale);
    older.stale = true;
    EXPECT_TRUE(state_of({&person, &appliance, &older}, model()).stale);
}

TEST(values, what_a_person_clears_stays_empty)
{
    auto const person = record(SourceKind::manual, "p", "computer", {{"criticality", nullptr}});
    auto const import = record(SourceKind::import, "i", "computer", {{"criticality", "high"}}, 5);
    EXPECT_FALSE(state_of({&person, &import}, model()).attributes.contains("criticality"));
}

TEST(values, a_thing_without_a_name_is_called_by_what_it_has)
{
    auto named = record(SourceKind::import, "key-7", "computer", {{"serial_number", "S-9"}});
    EXPECT_EQ(state_of({&named}, model()).name, "S-9");
    named.words["hostname"] = {"web", at(0)};
    EXPECT_EQ(state_of({&named}, model()).name, "web");
    named.words["name"] = {"Web server", at(0)};
    EXPECT_EQ(state_of({&named}, model()).name, "Web server");
    auto const nameless = record(SourceKind::import, "key-7", "computer", {});
    EXPECT_EQ(state_of({&nameless}, model()).name, "key-7");
}

// What follows from some observations, without ids: each group with its records, class, name, status and attributes, and what is proposed.
struct Replayed {
    std::vector<Record> records;
    std::vector<Decision> decisions;
    Partition parts;

    std::string content(std::size_t i) const
    {
        auto const& of = records[i];
        return of.source_key + "/" + of.key;
    }
    std::set<std::string> told() const
    {
        std::set<std::string> out;
        std::vector<std::string> names;
        for (auto const& group : parts.groups) {
            std::string text;
            std::vector<Record const*> members;
            for (auto const place : group) {
                text += content(place) + " ";
                members.push_back(&records[place]);
            }
            names.push_back(text);
            auto const state = state_of(members, model());
            text += state.class_key + " " + state.name + " " + boost::describe::enum_to_string(state.status, "") + " " +
                    state.seen_at.to_string();
            for (auto const& [attribute, value] : state.attributes) text += " " + attribute + "=" + text_of(value);
            out.insert(std::move(text));
        }
        for (auto const& conflict : parts.conflicts) {
            std::string text = std::min(names[conflict.a], names[conflict.b]) + "? " + std::max(names[conflict.a], names[conflict.b]);
            for (auto const& reason : conflict.reasons) text += reason.kind + "=" + reason.value + " against " + reason.against + "; ";
            out.insert(std::move(text));
        }
        return out;
    }
    std::set<std::set<std::string>> grouped() const
    {
        std::set<std::set<std::string>> out;
        for (auto const& group : parts.groups) {
            std::set<std::string> members;
            for (auto const place : group) members.insert(content(place));
            out.insert(std::move(members));
        }
        return out;
    }
    std::vector<Record> members(Group const& group) const
    {
        std::vector<Record> out;
        for (auto const place : group) out.push_back(records[place]);
        return out;
    }
    void again() { parts = partition(records, model(), decisions); }
};

using Choice = std::tuple<std::string, std::string, Verdict>;  // two records by their content

Replayed replay(std::vector<Seen> const& observations, std::vector<Choice> const& choices)
{
    Replayed out;
    for (auto const& seen : observations) {
        auto found = std::ranges::find_if(
            out.records, [&](Record const& record) { return std::tie(record.source_kind, record.source_key, record.key) == seen.whose(); });
        if (found == out.records.end()) {
            Record made;
            made.id = Uuid::v7();
            made.source_kind = seen.source;
            made.source_key = seen.source_key;
            made.key = seen.key;
            found = out.records.insert(found, std::move(made));
        }
        absorb(*found, seen.saying);
    }
    for (auto& record : out.records) record.identifiers = identifiers_of(record, model());
    auto const named = [&](std::string const& content) {
        for (std::size_t i = 0; i < out.records.size(); ++i) {
            if (out.content(i) == content) return &out.records[i];
        }
        return static_cast<Record*>(nullptr);
    };
    for (auto const& [a, b, verdict] : choices) out.decisions.push_back(decide(*named(a), *named(b), verdict));
    out.again();
    return out;
}

std::vector<Choice> choices_in(World& world, std::vector<Seen> const& observations)
{
    std::vector<Choice> out;
    std::set<std::pair<std::string, std::string>> taken;
    for (auto left = world.pick(4); left > 0; --left) {
        auto const& one = observations[world.pick(observations.size())];
        auto const& other = observations[world.pick(observations.size())];
        auto const pair = std::minmax({one.source_key + "/" + one.key, other.source_key + "/" + other.key});
        if (pair.first == pair.second || !taken.insert(pair).second) continue;
        out.emplace_back(pair.first, pair.second, world.chance(50) ? Verdict::same : Verdict::distinct);
    }
    return out;
}

constexpr unsigned worlds = 1000;
constexpr int orders = 3;

TEST(identify, observations_replayed_in_any_order_and_with_repeats_give_the_same_things)
{
    std::size_t replays = 0;
    std::size_t joined = 0;
    std::size_t proposed = 0;
    for (unsigned seed = 0; seed < worlds; ++seed) {
        World world(seed);
        auto observations = world.observations();
        auto const choices = choices_in(world, observations);
        auto const first = replay(observations, choices);
        auto const expected = first.told();
        joined += first.records.size() - first.parts.groups.size();
        proposed += first.parts.conflicts.size();
        for (int order = 0; order < orders; ++order, ++replays) {
            auto again = observations;
            for (auto more = world.pick(4); more > 0; --more) again.push_back(observations[world.pick(observations.size())]);
            std::ranges::shuffle(again, world.random());
            ASSERT_EQ(replay(again, choices).told(), expected) << "seed " << seed;
        }
    }
    // Worlds in which nothing ever happens would prove nothing.
    EXPECT_GT(joined, worlds);
    EXPECT_GT(proposed, worlds / 4);
    RecordProperty("replays", static_cast<int>(replays));
    std::cout << worlds << " worlds, " << replays << " replays, " << joined << " records joined, " << proposed << " duplicates proposed\n";
}

TEST(identify, a_merge_taken_back_leaves_exactly_what_was_before)
{
    std::size_t merges = 0;
    for (unsigned seed = 0; seed < worlds; ++seed) {
        World world(seed);
        auto const observations = world.observations();
        auto state = replay(observations, choices_in(world, observations));
        if (state.parts.groups.size() < 2) continue;
        auto const before = state.grouped();
        auto const a = state.members(state.parts.groups[0]);
        auto const b = state.members(state.parts.groups[1 + world.pick(state.parts.groups.size() - 1)]);
        auto const kept = *std::ranges::min_element(a, {}, &Record::id);
        auto const other = *std::ranges::min_element(b, {}, &Record::id);

        auto const merge = decide(kept, other, Verdict::same);
        std::erase_if(state.decisions,
                      [&](auto const& each) { return each.record_a == merge.record_a && each.record_b == merge.record_b; });
        state.decisions.push_back(merge);
        state.again();
        ASSERT_EQ(state.grouped().size(), before.size() - 1) << "seed " << seed;

        auto together = a;
        together.insert(together.end(), b.begin(), b.end());
        std::set<Uuid> leaving;
        for (auto const place : other_side(state.records, model(), state.decisions, kept.id, other.id))
            leaving.insert(state.records[place].id);
        for (auto const& one : together) {
            for (auto const& two : together) {
                if (!leaving.contains(one.id) || leaving.contains(two.id)) continue;
                auto const verdict = decide(one, two, Verdict::distinct);
                std::erase_if(state.decisions,
                              [&](auto const& each) { return each.record_a == verdict.record_a && each.record_b == verdict.record_b; });
                state.decisions.push_back(verdict);
            }
        }
        state.again();
        ASSERT_EQ(state.grouped(), before) << "seed " << seed;
        ++merges;
    }
    EXPECT_GT(merges, worlds / 2);
    std::cout << merges << " merges taken back\n";
}

TEST(identify, what_identifiers_made_one_can_be_taken_apart)
{
    std::size_t parted = 0;
    for (unsigned seed = 0; seed < worlds; ++seed) {
        World world(seed);
        auto const observations = world.observations();
        auto state = replay(observations, choices_in(world, observations));
        auto const group = std::ranges::find_if(state.parts.groups, [](Group const& each) { return each.size() > 1; });
        if (group == state.parts.groups.end()) continue;
        auto const members = state.members(*group);
        auto const& kept = *std::ranges::min_element(members, {}, &Record::id);
        auto const& other = *std::ranges::max_element(members, {}, &Record::id);
        std::set<Uuid> leaving;
        for (auto const place : other_side(state.records, model(), state.decisions, kept.id, other.id))
            leaving.insert(state.records[place].id);
        ASSERT_TRUE(leaving.contains(other.id) && !leaving.contains(kept.id)) << "seed " << seed;
        for (auto const& one : members) {
            for (auto const& two : members) {
                if (!leaving.contains(one.id) || leaving.contains(two.id)) continue;
                auto const verdict = decide(one, two, Verdict::distinct);
                std::erase_if(state.decisions,
                              [&](auto const& each) { return each.record_a == verdict.record_a && each.record_b == verdict.record_b; });
                state.decisions.push_back(verdict);
            }
        }
        state.again();
        for (auto const& each : state.parts.groups) {
            bool left = false;
            bool stayed = false;
            bool third = false;
            for (auto const place : each) {
                auto const& id = state.records[place].id;
                bool const member = std::ranges::find(members, id, &Record::id) != members.end();
                third |= !member;
                left |= member && leaving.contains(id);
                stayed |= member && !leaving.contains(id);
            }
            // A third thing, which a person merged, may have room for either side now.
            ASSERT_FALSE(left && stayed && !third) << "seed " << seed;
        }
        ++parted;
    }
    EXPECT_GT(parted, worlds / 4);
    std::cout << parted << " things taken apart\n";
}

TEST(record, a_complete_observation_takes_back_what_it_leaves_out)
{
    Saying const first{"computer", at(0), {{"hostname", "a"}, {"fqdn", "a.example.org"}}, false};
    Saying const whole{"computer", at(2), {{"hostname", "b"}}, true};
    Saying const late{"computer", at(1), {{"model", "x"}}, false};
    Saying const later{"computer", at(3), {{"model", "y"}}, false};
    std::vector<Saying> sayings{first, whole, late, later};
    std::ranges::sort(sayings, {}, &Saying::at);
    std::set<std::string> outcomes;
    std::vector<std::size_t> order{0, 1, 2, 3};
    do {
        Record out;
        for (auto const place : order) absorb(out, sayings[place]);
        outcomes.insert(written(out.words, out.seen_at).text);
    } while (std::ranges::next_permutation(order).found);
    EXPECT_EQ(outcomes, (std::set<std::string>{R"({"hostname":{"v":"b","t":"2023-11-14T22:15:20.000000Z"},"model":{"v":"y"}})"}));
}

TEST(record, words_come_back_as_they_were_stored)
{
    auto const before = record(SourceKind::api, "a", "server", {{"cpu_count", 2.0}, {"memory_bytes", 1.5}, {"name", nullptr}}, 7);
    auto words = before.words;
    words["hostname"] = {"x", at(3)};
    auto const again = read_words(written(words, before.seen_at), before.seen_at);
    EXPECT_EQ(written(again, before.seen_at).text, written(words, before.seen_at).text);
    EXPECT_EQ(again.at("hostname").at, at(3));
    EXPECT_EQ(again.at("cpu_count").at, at(7));
    EXPECT_TRUE(again.at("cpu_count").value.is_int64());
}

}  // namespace
}  // namespace mz::cmdb
