#pragma once
#include <string>
#include <string_view>

namespace mz::web {

// The API reference at /api/docs: one page of plain HTML, made from the OpenAPI document alone, with an anchor for every operation and
// every schema. It needs no script, and its style sheet is `reference_style` at /api/docs/style.css. Throws on a document that openapi()
// did not make.
std::string reference_page(std::string_view openapi_document);
extern std::string_view const reference_style;

}  // namespace mz::web
