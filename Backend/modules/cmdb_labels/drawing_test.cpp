#include "drawing.hpp"

#include "cmdb_labels.hpp"
#include "core/problem.hpp"
#include "testing/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

namespace mz::cmdb_labels {
namespace {

Fonts fonts()
{
    LabelSettings const settings;
    return {settings.ci_label_font, settings.ci_label_bold_font};
}

// What a program prints.
std::string output_of(std::string const& command)
{
    std::unique_ptr<FILE, int (*)(FILE*)> const pipe(popen((command + " 2>/dev/null").c_str(), "r"), pclose);
    std::string out;
    std::array<char, 4096> part{};
    while (auto const got = std::fread(part.data(), 1, part.size(), pipe.get())) out.append(part.data(), got);
    return out;
}

struct Printed {
    explicit Printed(std::string const& pdf)
    {
        std::ofstream(folder.path() / "labels.pdf", std::ios::binary) << pdf;
        file = (folder.path() / "labels.pdf").string();
    }
    std::string text() const { return output_of("pdftotext -layout " + file + " -"); }
    std::string info() const { return output_of("pdfinfo " + file); }
    // What a scanner reads that is held over one place, at the resolution of an office printer.
    std::string code_at(Sheet const& sheet, Place const& at) const
    {
        constexpr int dots_per_inch = 300;
        auto const dots = [](double millimetres) { return std::to_string(static_cast<int>(millimetres / 25.4 * dots_per_inch)); };
        auto const page = std::to_string(at.page + 1);
        output_of("pdftoppm -r " + std::to_string(dots_per_inch) + " -gray -singlefile -f " + page + " -x " + dots(at.x) + " -y " +
                  dots(at.y) + " -W " + dots(sheet.label_width) + " -H " + dots(sheet.label_height) + " " + file + " " + file);
        return output_of("zbarimg --quiet --raw " + file + ".pgm");
    }

    testing::TemporaryFolder folder{"labels"};
    std::string file;
};

std::vector<Label> labels(std::size_t count)
{
    std::vector<Label> out;
    for (std::size_t i = 0; i < count; ++i) {
        auto const number = std::to_string(i);
        out.push_back({"https://cloud.example/cmdb/items/019b76da-a800-709b-988a-" + std::string(12 - number.size(), '0') + number,
                       "srv-" + number,
                       {"A-" + number, "SN" + number}});
    }
    return out;
}

TEST(labels, a_scanner_reads_the_code_at_every_corner_of_every_size)
{
    for (auto const& sheet : sheets()) {
        auto const some = labels(2 * sheet.per_page());
        Printed const printed(draw(sheet, some, 0, fonts()));
        for (auto const index : {std::size_t{0}, sheet.per_page() / 2, sheet.per_page() - 1, some.size() - 1}) {
            EXPECT_EQ(printed.code_at(sheet, place(sheet, index)), some[index].code + "\n") << sheet.key << " " << index;
        }
    }
}

TEST(labels, polish_letters_arrive_and_long_text_is_cut)
{
    std::vector<Label> const some{{"https://cloud.example/1", "Zażółć gęślą jaźń", {"Kraków, ul. Długa 1", std::string(300, 'w')}}};
    auto const text = Printed(draw(*find_sheet("a4_2x7"), some, 0, fonts())).text();
    EXPECT_NE(text.find("Zażółć gęślą"), std::string::npos) << text;
    EXPECT_NE(text.find("Kraków, ul. Długa 1"), std::string::npos) << text;
    EXPECT_NE(text.find("www\u2026"), std::string::npos) << text;
    EXPECT_EQ(text.find(std::string(300, 'w')), std::string::npos) << text;
}

TEST(labels, used_up_places_are_skipped_and_pages_follow)
{
    auto const& sheet = *find_sheet("a4_3x7");
    EXPECT_NE(Printed(draw(sheet, labels(21), 0, fonts())).info().find("Pages:           1"), std::string::npos);
    EXPECT_NE(Printed(draw(sheet, labels(21), 1, fonts())).info().find("Pages:           2"), std::string::npos);
}

TEST(labels, every_place_lies_on_its_page)
{
    for (auto const& sheet : sheets()) {
        for (std::size_t i = 0; i < 2 * sheet.per_page(); ++i) {
            auto const at = place(sheet, i);
            EXPECT_EQ(at.page, i / sheet.per_page());
            EXPECT_LE(at.x + sheet.label_width, sheet.page_width + 0.01) << sheet.key << " " << i;
            EXPECT_LE(at.y + sheet.label_height, sheet.page_height + 0.01) << sheet.key << " " << i;
        }
    }
}

TEST(labels, a_font_that_is_not_there_is_named)
{
    try {
        draw(*find_sheet("roll_62x29"), labels(1), 0, {"/nonexistent.ttf", "/nonexistent.ttf"});
        FAIL() << "drawn without a font";
    } catch (Problem const& problem) {
        EXPECT_NE(problem.detail.find("/nonexistent.ttf"), std::string::npos) << problem.detail;
    }
}

}  // namespace
}  // namespace mz::cmdb_labels
