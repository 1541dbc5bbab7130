#pragma once
#include "sheet.hpp"

#include <string>
#include <vector>

namespace mz::cmdb_labels {

struct Label {
    std::string code;                // what the QR code says
    std::string title;               // in bold, on up to two lines
    std::vector<std::string> lines;  // below it, as many as fit
};

struct Fonts {
    std::string plain;  // files
    std::string bold;
};

// A PDF with the labels in their order, the first one `skip` places after the beginning of the first sheet, because sheets get used up in
// parts. Text that is too long for its label is set smaller, and then cut with an ellipsis; a label that is as high as it is wide shows the
// code alone. Throws Problem(unavailable) where a font cannot be read.
std::string draw(Sheet const& sheet, std::vector<Label> const& labels, std::size_t skip, Fonts const& fonts);

}  // namespace mz::cmdb_labels
