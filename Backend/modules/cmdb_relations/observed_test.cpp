#include "observed.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace mz::cmdb_relations {
namespace {

Uuid id(std::uint8_t number)
{
    Uuid out;
    out.bytes[15] = number;
    return out;
}
Said said(char const* type, std::uint8_t from, std::uint8_t to) { return {type, id(from), id(from), id(to), id(to)}; }
Timestamp at(int second) { return Timestamp{1'700'000'000'000'000 + second * 1'000'000LL}; }

// What a source has said so far, as the table keeps it.
class Table {
public:
    void take(int second, std::vector<Said> const& words, std::vector<Uuid> const& complete_for = {})
    {
        auto const change = difference(words, rows_, complete_for, at(second), cmdb_model::Model::built_in());
        for (auto& row : rows_) {
            if (std::ranges::find(change.end, row.id) != change.end.end()) row.ended_at = at(second);
            if (std::ranges::find(change.seen_again, row.id) != change.seen_again.end()) row.seen_at = std::max(row.seen_at, at(second));
        }
        for (auto const& begun : change.begin) {
            Known row;
            static_cast<Said&>(row) = begun;
            row.id = id(static_cast<std::uint8_t>(100 + rows_.size()));
            row.seen_at = at(second);
            rows_.push_back(row);
        }
    }
    std::string living() const
    {
        std::vector<std::string> out;
        for (auto const& row : rows_) {
            if (!row.ended_at)
                out.push_back(row.type_key + std::to_string(row.from_record.bytes[15]) + "-" + std::to_string(row.to_record.bytes[15]));
        }
        std::ranges::sort(out);
        std::string all;
        for (auto const& one : out) all += one + " ";
        return all;
    }

private:
    std::vector<Known> rows_;
};

TEST(observed, what_is_said_twice_begins_once)
{
    Table table;
    table.take(1, {said("runs_on", 1, 2), said("runs_on", 1, 2)});
    table.take(2, {said("runs_on", 1, 2)});
    EXPECT_EQ(table.living(), "runs_on1-2 ");
}

TEST(observed, silence_ends_only_where_the_source_has_said_everything)
{
    Table table;
    table.take(1, {said("runs_on", 1, 2), said("runs_on", 3, 4), said("uses", 5, 1)});
    table.take(2, {});
    EXPECT_EQ(table.living(), "runs_on1-2 runs_on3-4 uses5-1 ");
    table.take(3, {}, {id(1)});
    EXPECT_EQ(table.living(), "runs_on3-4 ") << "at either end";
}

TEST(observed, a_later_place_takes_the_earlier_ones_place)
{
    Table table;
    table.take(1, {said("located_in", 1, 8)});
    table.take(3, {said("located_in", 1, 9)});
    EXPECT_EQ(table.living(), "located_in1-9 ");
    table.take(2, {said("located_in", 1, 7)});
    EXPECT_EQ(table.living(), "located_in1-9 ") << "what comes late is older";
}

TEST(observed, words_in_another_order_come_to_the_same)
{
    struct Word {
        int second;
        std::vector<Said> words;
        std::vector<Uuid> complete_for;
    };
    std::array<Word, 4> words{Word{1, {said("located_in", 1, 8), said("uses", 1, 2)}, {}}, Word{2, {said("located_in", 1, 9)}, {}},
                              Word{3, {said("uses", 1, 3)}, {}}, Word{4, {said("located_in", 1, 7)}, {}}};
    std::array<std::size_t, 4> order{0, 1, 2, 3};
    do {
        Table table;
        for (auto const place : order) table.take(words[place].second, words[place].words, words[place].complete_for);
        EXPECT_EQ(table.living(), "located_in1-7 uses1-2 uses1-3 ");
    } while (std::ranges::next_permutation(order).found);
}

}  // namespace
}  // namespace mz::cmdb_relations
