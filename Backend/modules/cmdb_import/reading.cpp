#include "reading.hpp"

#include "core/problem.hpp"
#include "core/text.hpp"

#include <csv.h>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <array>
#include <set>

namespace mz::cmdb_import {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string_view without_mark(std::string_view text)
{
    return text.starts_with(byte_order_mark) ? text.substr(byte_order_mark.size()) : text;
}

struct Parser {
    Parser(char delimiter)
    {
        if (csv_init(&handle, CSV_STRICT | CSV_STRICT_FINI | CSV_EMPTY_IS_NULL) != 0) throw Problem(Failure::internal, "no CSV parser");
        csv_set_delim(&handle, static_cast<unsigned char>(delimiter));
    }
    ~Parser() { csv_free(&handle); }
    Parser(Parser const&) = delete;
    Parser& operator=(Parser const&) = delete;

    csv_parser handle{};
    std::vector<std::vector<std::string>> records;
    std::vector<std::string> record;
};

void end_cell(void* text, std::size_t size, void* parser)
{
    static_cast<Parser*>(parser)->record.emplace_back(static_cast<char const*>(text), text == nullptr ? 0 : size);
}

void end_record(int, void* parser)
{
    auto& self = *static_cast<Parser*>(parser);
    self.records.push_back(std::move(self.record));
    self.record.clear();
}

// What keeps a cell from being stored; empty where nothing does.
std::string wrong_with(std::string const& text, ReadingLimits limits)
{
    if (text.size() > limits.cell_bytes) return "is longer than " + std::to_string(limits.cell_bytes) + " bytes";
    if (utf8_length(text) == std::string::npos) return "is not UTF-8; save the file as UTF-8";
    if (has_control_characters(text)) return "has characters that nobody can see";
    return {};
}

void add(ReadRow& row, std::string const& column, std::string text, ReadingLimits limits)
{
    if (text.empty()) return;
    if (auto wrong = wrong_with(text, limits); !wrong.empty()) {
        if (row.problem.empty()) row.problem = column + " " + wrong;
    } else {
        row.cells.emplace(column, std::move(text));
    }
}

std::string text_of(json::bj::value const& value)
{
    if (value.is_null()) return {};
    if (auto const* const text = value.if_string()) return std::string(*text);
    auto const* const list = value.if_array();
    if (list == nullptr) return json::bj::serialize(value);
    std::string out;
    for (auto const& element : *list) {
        if (!out.empty()) out += ';';
        out += text_of(element);
    }
    return out;
}

ReadRow json_row(std::string_view line, ReadingLimits limits)
{
    ReadRow row;
    try {
        auto const value = json::parse(line);
        auto const* const object = value.if_object();
        if (object == nullptr) return {{}, "is no JSON object"};
        if (object->size() > limits.columns) return {{}, "has more than " + std::to_string(limits.columns) + " members"};
        for (auto const& [name, member] : *object) add(row, std::string(name), text_of(member), limits);
    } catch (Problem const& problem) {
        row.problem = problem.detail;
    }
    return row;
}

}  // namespace

std::size_t whole_records(ImportFormat format, std::string_view text)
{
    if (format == ImportFormat::json_lines) return text.rfind('\n') + 1;  // npos + 1 is 0
    // A line end is the end of a record where the quotes before it come in pairs.
    std::size_t whole = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"') quoted = !quoted;
        else if (text[i] == '\n' && !quoted) whole = i + 1;
    }
    return whole;
}

char delimiter_of(std::string_view header)
{
    constexpr std::array candidates{',', ';', '\t'};
    std::array<std::size_t, candidates.size()> found{};
    bool quoted = false;
    for (auto const c : header) {
        if (c == '"') quoted = !quoted;
        if (c == '\n' && !quoted) break;
        if (auto const at = std::ranges::find(candidates, c); at != candidates.end() && !quoted)
            ++found[static_cast<std::size_t>(at - candidates.begin())];
    }
    return candidates[static_cast<std::size_t>(std::ranges::max_element(found) - found.begin())];
}

std::vector<std::vector<std::string>> csv_records(std::string_view text, char delimiter)
{
    Parser parser(delimiter);
    text = without_mark(text);
    auto const read = csv_parse(&parser.handle, text.data(), text.size(), end_cell, end_record, &parser);
    bool const ended = read == text.size() && csv_fini(&parser.handle, end_cell, end_record, &parser) == 0;
    if (!ended) {
        throw Problem(Failure::bad_request, "record " + std::to_string(parser.records.size() + 1) +
                                                " of this part is no CSV: a quote stands where none may be, or is not closed");
    }
    return std::move(parser.records);
}

std::vector<std::string> csv_columns(std::string_view text, char delimiter, ReadingLimits limits)
{
    auto records = csv_records(text, delimiter);
    if (records.empty()) throw Problem(Failure::bad_request, "The file has no header that names its columns.");
    auto& columns = records.front();
    if (columns.size() > limits.columns)
        throw Problem(Failure::bad_request, "The file has more than " + std::to_string(limits.columns) + " columns.");
    std::set<std::string> seen;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        auto const place = "Column " + std::to_string(i + 1);
        if (columns[i].empty()) throw Problem(Failure::bad_request, place + " has no name in the header.");
        if (auto const wrong = wrong_with(columns[i], limits); !wrong.empty())
            throw Problem(Failure::bad_request, place + " " + wrong + ".");
        if (!seen.insert(columns[i]).second) throw Problem(Failure::bad_request, "Two columns are called " + columns[i] + ".");
    }
    return std::move(columns);
}

std::vector<ReadRow> csv_rows(std::string_view text, char delimiter, std::vector<std::string> const& columns, ReadingLimits limits)
{
    std::vector<ReadRow> out;
    for (auto& record : csv_records(text, delimiter)) {
        ReadRow row;
        if (record.size() > columns.size()) {
            row.problem = "has " + std::to_string(record.size()) + " cells, the header has " + std::to_string(columns.size());
        }
        for (std::size_t i = 0; i < std::min(record.size(), columns.size()); ++i) add(row, columns[i], std::move(record[i]), limits);
        out.push_back(std::move(row));
    }
    return out;
}

std::vector<ReadRow> json_rows(std::string_view text, ReadingLimits limits)
{
    std::vector<ReadRow> out;
    text = without_mark(text);
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size());
        auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (!line.empty()) out.push_back(json_row(line, limits));
    }
    return out;
}

}  // namespace mz::cmdb_import
