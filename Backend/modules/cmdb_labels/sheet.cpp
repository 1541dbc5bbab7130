#include "sheet.hpp"

#include <algorithm>

namespace mz::cmdb_labels {
namespace {

constexpr double a4_width = 210;
constexpr double a4_height = 297;

// The sizes that office suites and printers' drivers list under these numbers.
constexpr Sheet all[] = {
    {"a4_3x7", "A4, 3 x 7, 63.5 x 38.1 mm (L7160)", a4_width, a4_height, 63.5, 38.1, 3, 7, 7.2, 15.1, 66.0, 38.1},
    {"a4_2x7", "A4, 2 x 7, 99.1 x 38.1 mm (L7163)", a4_width, a4_height, 99.1, 38.1, 2, 7, 4.6, 15.1, 101.6, 38.1},
    {"a4_3x8", "A4, 3 x 8, 64 x 33.9 mm (L7159)", a4_width, a4_height, 64.0, 33.9, 3, 8, 6.5, 12.9, 66.5, 33.9},
    {"a4_5x13", "A4, 5 x 13, 38.1 x 21.2 mm (L7651)", a4_width, a4_height, 38.1, 21.2, 5, 13, 4.7, 10.9, 40.6, 21.2},
    {"roll_62x29", "Roll, 62 x 29 mm", 62, 29, 62, 29, 1, 1, 0, 0, 62, 29},
    {"roll_54x25", "Roll, 54 x 25 mm", 54, 25, 54, 25, 1, 1, 0, 0, 54, 25},
    {"roll_89x36", "Roll, 89 x 36 mm", 89, 36, 89, 36, 1, 1, 0, 0, 89, 36},
    {"roll_25x25", "Roll, 25 x 25 mm, the code alone", 25, 25, 25, 25, 1, 1, 0, 0, 25, 25},
};

}  // namespace

std::span<Sheet const> sheets() { return all; }

Sheet const* find_sheet(std::string_view key)
{
    auto const* const found = std::ranges::find(all, key, &Sheet::key);
    return found == std::end(all) ? nullptr : found;
}

Place place(Sheet const& sheet, std::size_t index)
{
    auto const columns = static_cast<std::size_t>(sheet.columns);
    auto const on_page = index % sheet.per_page();
    return {index / sheet.per_page(), sheet.left + (static_cast<double>(on_page % columns) * sheet.column_pitch),
            sheet.top + (static_cast<double>(on_page / columns) * sheet.row_pitch)};
}

}  // namespace mz::cmdb_labels
