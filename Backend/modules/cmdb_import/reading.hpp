#pragma once
#include "import.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

// Records out of a file that arrives in parts. Pure. Text is UTF-8; what is wrong is thrown as Problem(bad_request) that names the record.
namespace mz::cmdb_import {

struct ReadingLimits {
    std::size_t columns = 200;
    std::size_t cell_bytes = 4000;
};

// How much of `text` is whole records; the rest begins one that goes on in the next part.
std::size_t whole_records(ImportFormat format, std::string_view text);

// What a header's cells are separated by: ',', ';' or tab, whichever there is most of outside of quotes.
char delimiter_of(std::string_view header);

// RFC 4180, with any of the delimiters, CRLF or LF, and a byte order mark passed over. Empty lines are no records.
std::vector<std::vector<std::string>> csv_records(std::string_view text, char delimiter);

// The names of the columns; refused where one is empty or stands there twice, because nobody could say what is meant.
std::vector<std::string> csv_columns(std::string_view text, char delimiter, ReadingLimits limits);

// {"<column>": "<text>"}, without the empty ones.
using Cells = std::map<std::string, std::string>;

// A row and what is wrong with it as a row; its cells are what could be read.
struct ReadRow {
    Cells cells;
    std::string problem;
};

std::vector<ReadRow> csv_rows(std::string_view text, char delimiter, std::vector<std::string> const& columns, ReadingLimits limits);

// One object a line. Values become text as mapping.hpp reads it: numbers and booleans as they are written, lists joined by ";".
std::vector<ReadRow> json_rows(std::string_view text, ReadingLimits limits);

}  // namespace mz::cmdb_import
