#include "drawing.hpp"

#include "core/problem.hpp"

#include <hpdf.h>
#include <qrencode.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace mz::cmdb_labels {
namespace {

constexpr double points_of_a_millimetre = 72.0 / 25.4;
constexpr double margin = 1.8;         // millimetres inside a label
constexpr double gap = 2.0;            // between the code and the text
constexpr double largest_code = 26.0;  // more is no easier to scan, and takes the place of text
constexpr int quiet_modules = 2;       // white around a code besides the margin; the paper's own white makes up the rest of the four
constexpr double title_points = 10;
constexpr double smallest_title_points = 7;
constexpr double line_points = 7;
constexpr double leading = 1.25;  // from one line to the next, in heights of the letters
constexpr std::size_t title_lines = 2;
constexpr auto ellipsis = "\u2026";

float points(double millimetres) { return static_cast<float>(millimetres * points_of_a_millimetre); }

// libharu keeps one error a document; it is looked at through this, and thrown where it matters.
void on_error(HPDF_STATUS, HPDF_STATUS, void*) {}

struct Document {
    Document() : handle(HPDF_New(on_error, nullptr)) {}
    ~Document() { HPDF_Free(handle); }
    Document(Document const&) = delete;
    Document& operator=(Document const&) = delete;

    void require(std::string const& what) const
    {
        if (auto const error = HPDF_GetError(handle); error != HPDF_OK)
            throw Problem(Failure::unavailable, "labels cannot be drawn: " + what + " (" + std::to_string(error) + ")");
    }

    HPDF_Doc handle;
};

struct Pen {
    HPDF_Page page;
    HPDF_Font plain;
    HPDF_Font bold;
};

// Where whole characters end, from the longest to the shortest: a cut must not go through one.
std::size_t shorter(std::string const& text, std::size_t length)
{
    while (length > 0 && (static_cast<unsigned char>(text[--length]) & 0xC0U) == 0x80U) {
    }
    return length;
}

// As much of the text as fits into the width.
std::string fitting(Pen const& pen, std::string text, double width)
{
    if (HPDF_Page_TextWidth(pen.page, text.c_str()) <= width) return text;
    for (auto length = shorter(text, text.size()); length > 0; length = shorter(text, length)) {
        auto cut = text.substr(0, length) + ellipsis;
        if (HPDF_Page_TextWidth(pen.page, cut.c_str()) <= width) return cut;
    }
    return ellipsis;
}

// The text in at most two lines, broken where there is a space, a hyphen, a dot or a slash.
std::vector<std::string> broken(Pen const& pen, std::string const& text, double width)
{
    std::vector<std::string> out;
    std::string rest = text;
    while (out.size() + 1 < title_lines && HPDF_Page_TextWidth(pen.page, rest.c_str()) > width) {
        std::size_t end = rest.size();
        do {
            end = end == 0 ? std::string::npos : rest.find_last_of(" -./_", end - 1);
            if (end == std::string::npos) break;
        } while (HPDF_Page_TextWidth(pen.page, rest.substr(0, end + 1).c_str()) > width);
        if (end == std::string::npos) break;
        out.push_back(rest.substr(0, end + 1));
        rest.erase(0, end + 1);
    }
    out.push_back(std::move(rest));
    return out;
}

void draw_code(Pen const& pen, std::string const& text, double left, double top, double side)
{
    std::unique_ptr<QRcode, decltype(&QRcode_free)> const code(QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), QRcode_free);
    if (!code) throw Problem(Failure::unprocessable, "the address is too long for a QR code");
    auto const module = side / (code->width + (2 * quiet_modules));
    for (int row = 0; row < code->width; ++row) {
        // Modules that lie beside each other are one bar: fewer objects, and no hairlines between them.
        for (int column = 0; column < code->width;) {
            auto const dark = [&](int at) { return at < code->width && (code->data[(row * code->width) + at] & 1U) != 0; };
            int end = column;
            while (dark(end)) ++end;
            if (end > column) {
                HPDF_Page_Rectangle(pen.page, points(left + ((column + quiet_modules) * module)),
                                    static_cast<float>(top) - points((row + 1 + quiet_modules) * module), points((end - column) * module),
                                    points(module));
            }
            column = end + 1;
        }
    }
    HPDF_Page_Fill(pen.page);
}

// `top` is in points from the page's lower edge, as PDF counts; the rest is in millimetres.
void draw_text(Pen const& pen, Label const& label, double left, double top, double width, double height)
{
    auto const wide = static_cast<double>(points(width));
    auto size = title_points;
    std::vector<std::string> title;
    for (;; size -= 0.5) {
        HPDF_Page_SetFontAndSize(pen.page, pen.bold, static_cast<float>(size));
        title = broken(pen, label.title, wide);
        auto const fits = [&](std::string const& line) { return HPDF_Page_TextWidth(pen.page, line.c_str()) <= wide; };
        if (size <= smallest_title_points || std::ranges::all_of(title, fits)) break;
    }
    auto y = top;
    auto const bottom = top - points(height);
    auto const write = [&](HPDF_Font font, double letters, std::string const& text) {
        y -= letters * leading;
        if (y < bottom) return;
        HPDF_Page_SetFontAndSize(pen.page, font, static_cast<float>(letters));
        auto const shown = fitting(pen, text, wide);
        HPDF_Page_BeginText(pen.page);
        HPDF_Page_TextOut(pen.page, points(left), static_cast<float>(y), shown.c_str());
        HPDF_Page_EndText(pen.page);
    };
    for (auto const& line : title) write(pen.bold, size, line);
    y -= line_points * 0.25;
    for (auto const& line : label.lines) write(pen.plain, line_points, line);
}

void draw_label(Pen const& pen, Sheet const& sheet, Label const& label, Place const& at)
{
    auto const side = std::min(largest_code, std::min(sheet.label_height, sheet.label_width) - (2 * margin));
    auto const top = points(sheet.page_height) - points(at.y + margin);
    draw_code(pen, label.code, at.x + margin, top, side);
    auto const text_left = margin + side + gap;
    auto const text_width = sheet.label_width - text_left - margin;
    if (text_width > 0) draw_text(pen, label, at.x + text_left, top, text_width, sheet.label_height - (2 * margin));
}

std::string bytes_of(Document const& document)
{
    HPDF_SaveToStream(document.handle);
    document.require("the document");
    std::string out(HPDF_GetStreamSize(document.handle), '\0');
    auto size = static_cast<HPDF_UINT32>(out.size());
    HPDF_ReadFromStream(document.handle, reinterpret_cast<HPDF_BYTE*>(out.data()), &size);
    out.resize(size);
    return out;
}

}  // namespace

std::string draw(Sheet const& sheet, std::vector<Label> const& labels, std::size_t skip, Fonts const& fonts)
{
    Document const document;
    HPDF_UseUTFEncodings(document.handle);
    HPDF_SetCompressionMode(document.handle, HPDF_COMP_ALL);
    auto const font = [&](std::string const& file) {
        auto const* const name = HPDF_LoadTTFontFromFile(document.handle, file.c_str(), HPDF_TRUE);
        document.require("the font " + file);
        return HPDF_GetFont(document.handle, name, "UTF-8");
    };
    Pen pen{nullptr, font(fonts.plain), font(fonts.bold)};
    std::size_t pages = 0;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        auto const at = place(sheet, i + skip);
        if (at.page >= pages) {
            pen.page = HPDF_AddPage(document.handle);
            HPDF_Page_SetWidth(pen.page, points(sheet.page_width));
            HPDF_Page_SetHeight(pen.page, points(sheet.page_height));
            ++pages;
        }
        draw_label(pen, sheet, labels[i], at);
    }
    return bytes_of(document);
}

}  // namespace mz::cmdb_labels
