#include "mail/render.hpp"

#include "json/traits.hpp"
#include "mail_templates.hpp"

#include <fmt/format.h>
#include <kainjow/mustache.hpp>

#include <array>
#include <chrono>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace mz::mail {
namespace {

namespace mustache = kainjow::mustache;

// One line of a letter's template is one block of the letter; what it begins with says which:
//   Subject: ..    # heading    [action](link)    | detail | value    > small print    anything else is a paragraph
// A line that comes out empty is left out. Blocks are told apart before values are put in, so a value cannot become one.
enum class Block { heading, paragraph, action, detail, small };
BOOST_DESCRIBE_ENUM(Block, heading, paragraph, action, detail, small)

struct Part {
    Block block = Block::paragraph;
    std::string text;
    std::string beside;  // an action's link, a detail's label
};

constexpr std::string_view subject_word = "Subject: ";

std::string_view template_of(std::string_view name)
{
    for (auto const& file : templates::files) {
        if (file.name == name) return file.text;
    }
    throw std::logic_error("there is no template " + std::string(name));
}

std::string filled(std::string_view text, mustache::data const& values, bool html)
{
    mustache::mustache form{std::string(text)};
    if (!html) form.set_custom_escape([](std::string const& value) { return value; });
    auto out = form.render(values);
    if (!form.is_valid()) throw std::logic_error("a template is malformed: " + form.error_message());
    return out;
}

// People's names may hold line breaks; a letter's lines and headers may not be broken by them.
std::string one_line(std::string_view text)
{
    std::string out;
    for (char const c : text) out += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
    return out;
}

class Values {
public:
    Values(Content const& content, Language language, std::string const& app) : data_(mustache::data::type::object)
    {
        data_.set("app", app);
        std::visit(
            [&](auto const& said) {
                boost::mp11::mp_for_each<json::Members<std::remove_cvref_t<decltype(said)>>>(
                    [&](auto member) { add(member.name, said.*member.pointer, language, app); });
            },
            content);
    }
    mustache::data const& data() const { return data_; }

private:
    template <class T>
    void add(std::string const& name, T const& value, Language language, std::string const& app)
    {
        if constexpr (std::same_as<T, Timestamp>) data_.set(name, in_words(value, language));
        else if constexpr (json::DescribedEnum<T>) data_.set(boost::describe::enum_to_string(value, ""), true);
        else if (name == "path") data_.set("link", app + one_line(value));
        else data_.set(name, one_line(value));
    }

    mustache::data data_;
};

Part part_of(std::string_view line, mustache::data const& values)
{
    auto const fill = [&](std::string_view text) { return filled(text, values, false); };
    if (line.starts_with("# ")) return {Block::heading, fill(line.substr(2)), ""};
    if (line.starts_with("> ")) return {Block::small, fill(line.substr(2)), ""};
    if (line.starts_with("| ")) {
        auto const bar = line.find(" | ", 2);
        return {Block::detail, fill(line.substr(bar + 3)), fill(line.substr(2, bar - 2))};
    }
    auto const middle = line.find("](");
    if (line.starts_with('[') && line.ends_with(')') && middle != std::string_view::npos) {
        return {Block::action, fill(line.substr(1, middle - 1)), fill(line.substr(middle + 2, line.size() - middle - 3))};
    }
    return {Block::paragraph, fill(line), ""};
}

std::string text_of(std::vector<Part> const& parts, std::string const& app)
{
    std::string out;
    std::optional<Block> before;
    for (auto const& part : parts) {
        if (before && !(*before == Block::detail && part.block == Block::detail)) out += '\n';
        if (part.block == Block::action) out += part.text + ":\n" + part.beside + "\n";
        else if (part.block == Block::detail) out += part.beside + ": " + part.text + "\n";
        else out += part.text + "\n";
        before = part.block;
    }
    return out + "\n-- \nMonozu Cloud\n" + app + "\n";
}

std::string html_of(std::vector<Part> const& parts, Rendered const& letter, Language language, std::string const& app)
{
    mustache::data blocks{mustache::data::type::list};
    for (auto const& part : parts) {
        mustache::data block{mustache::data::type::object};
        block.set(boost::describe::enum_to_string(part.block, ""), true);
        block.set("text", part.text);
        block.set(part.block == Block::action ? "link" : "label", part.beside);
        blocks.push_back(block);
    }
    mustache::data values{mustache::data::type::object};
    values.set("language", boost::describe::enum_to_string(language, ""));
    values.set("subject", letter.subject);
    values.set("app", app);
    values.set("blocks", blocks);
    return filled(template_of("layout.html"), values, true);
}

}  // namespace

std::string in_words(Timestamp at, Language language)
{
    using Months = std::array<std::string_view, 12>;
    static constexpr Months english{"January", "February", "March",     "April",   "May",      "June",
                                    "July",    "August",   "September", "October", "November", "December"};
    static constexpr Months polish{"stycznia", "lutego",   "marca",    "kwietnia",     "maja",      "czerwca",
                                   "lipca",    "sierpnia", "września", "października", "listopada", "grudnia"};
    std::chrono::sys_time<std::chrono::microseconds> const time{std::chrono::microseconds(at.microseconds)};
    auto const day = std::chrono::floor<std::chrono::days>(time);
    std::chrono::year_month_day const date(day);
    std::chrono::hh_mm_ss const clock(time - day);
    auto const& months = language == Language::pl ? polish : english;
    return fmt::format("{} {} {}, {:02}:{:02} UTC", static_cast<unsigned>(date.day()), months.at(static_cast<unsigned>(date.month()) - 1),
                       static_cast<int>(date.year()), clock.hours().count(), clock.minutes().count());
}

Rendered render(Content const& content, Language language, std::string const& app)
{
    auto const name =
        fmt::format("{}.{}", boost::describe::enum_to_string(kind_of(content), ""), boost::describe::enum_to_string(language, ""));
    Values const values(content, language, app);
    Rendered letter;
    std::vector<Part> parts;
    auto left = template_of(name);
    while (!left.empty()) {
        auto const end = left.find('\n');
        auto const line = left.substr(0, end);
        left.remove_prefix(end == std::string_view::npos ? left.size() : end + 1);
        if (line.starts_with(subject_word)) letter.subject = filled(line.substr(subject_word.size()), values.data(), false);
        else if (auto part = part_of(line, values.data()); !part.text.empty()) parts.push_back(std::move(part));
    }
    letter.text = text_of(parts, app);
    letter.html = html_of(parts, letter, language, app);
    return letter;
}

}  // namespace mz::mail
