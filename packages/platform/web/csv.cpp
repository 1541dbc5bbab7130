#include "web/csv.hpp"

#include <algorithm>
#include <charconv>

namespace mz::web::csv {
namespace {

bool is_number(std::string_view text)
{
    double number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size();
}

}  // namespace

void append_cell(std::string& out, std::string_view text)
{
    constexpr std::string_view starts_formula = "=+-@\t\r";
    bool const formula = !text.empty() && starts_formula.find(text.front()) != std::string_view::npos && !is_number(text);
    bool const quoted = text.find_first_of("\",\r\n") != std::string_view::npos;
    if (!quoted) {
        if (formula) out += '\'';
        out += text;
        return;
    }
    out += '"';
    if (formula) out += '\'';
    for (char const c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

}  // namespace mz::web::csv
