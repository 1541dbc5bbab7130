#pragma once
#include <boost/describe.hpp>

#include <cstddef>
#include <span>
#include <string_view>

namespace mz::cmdb_labels {

// Labels as they are sold. All lengths are millimetres; `left` and `top` are of the first label, a pitch is from one label to the next.
struct Sheet {
    std::string_view key;
    std::string_view name;
    double page_width;
    double page_height;
    double label_width;
    double label_height;
    int columns;
    int rows;
    double left;
    double top;
    double column_pitch;
    double row_pitch;

    std::size_t per_page() const { return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows); }
};

std::span<Sheet const> sheets();
// nullptr where there is none.
Sheet const* find_sheet(std::string_view key);

// Where label number `index` goes, row by row from the top left corner of page 0; `x` and `y` are of the label's top left corner, from the
// page's.
struct Place {
    std::size_t page;
    double x;
    double y;
};
Place place(Sheet const& sheet, std::size_t index);

}  // namespace mz::cmdb_labels
