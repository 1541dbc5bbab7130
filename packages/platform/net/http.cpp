#include "net/http.hpp"

#include <algorithm>

namespace mz::net {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

bool same_name(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

std::string_view to_string(Method method)
{
    switch (method) {
        case Method::get: return "GET";
        case Method::head: return "HEAD";
        case Method::post: return "POST";
        case Method::put: return "PUT";
        case Method::patch: return "PATCH";
        case Method::del: return "DELETE";
        case Method::options: return "OPTIONS";
        case Method::other: break;
    }
    return "OTHER";
}

std::optional<std::string_view> Headers::find(std::string_view name) const
{
    for (auto const& field : fields_)
        if (same_name(field.first, name)) return field.second;
    return std::nullopt;
}

void Headers::add(std::string name, std::string value)
{
    constexpr std::size_t usual = 8;
    if (fields_.empty()) fields_.reserve(usual);
    fields_.emplace_back(std::move(name), std::move(value));
}

void Headers::set(std::string name, std::string value)
{
    std::erase_if(fields_, [&](auto const& field) { return same_name(field.first, name); });
    add(std::move(name), std::move(value));
}

}  // namespace mz::net
