#pragma once
#include "json/traits.hpp"
#include "json/write.hpp"

#include <string>
#include <string_view>

namespace mz::web::csv {

// RFC 4180 with CRLF. A cell that a spreadsheet would take for a formula gets an apostrophe in front.
void append_cell(std::string& out, std::string_view text);

template <class Row>
void append_header(std::string& out)
{
    bool first = true;
    boost::mp11::mp_for_each<json::Members<Row>>([&](auto member) {
        if (!first) out += ',';
        first = false;
        out += member.name;
    });
    out += "\r\n";
}

template <class T>
std::string text_of(T const& value)
{
    if constexpr (json::Optional<T>) return value ? text_of(*value) : "";
    else if constexpr (std::convertible_to<T const&, std::string_view> && !std::same_as<T, Bytes>) return std::string(value);
    else {
        auto text = json::write(value);
        bool const quoted = text.size() >= 2 && text.front() == '"';
        return quoted ? text.substr(1, text.size() - 2) : text;
    }
}

template <class Row>
void append_row(std::string& out, Row const& row)
{
    bool first = true;
    boost::mp11::mp_for_each<json::Members<Row>>([&](auto member) {
        if (!first) out += ',';
        first = false;
        append_cell(out, text_of(row.*member.pointer));
    });
    out += "\r\n";
}

}  // namespace mz::web::csv
