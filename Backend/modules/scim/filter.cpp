#include "scim/filter.hpp"

#include "core/text.hpp"
#include "json/value.hpp"
#include "scim/protocol.hpp"

#include <algorithm>

namespace mz::scim {
namespace {

bool is_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '$';
}

// Reads the pieces of a filter from left to right; each of them is empty where something else stands there.
class Scanner {
public:
    explicit Scanner(std::string_view text) : rest_(text) {}

    void skip_spaces() { rest_.remove_prefix(std::min(rest_.find_first_not_of(' '), rest_.size())); }
    bool done() const { return rest_.empty(); }
    bool take(char c)
    {
        if (!rest_.starts_with(c)) return false;
        rest_.remove_prefix(1);
        return true;
    }
    // A name in lower case, without the schema before it: that is the part up to its last colon.
    std::string name()
    {
        std::size_t length = 0;
        while (length < rest_.size() && (is_name(rest_[length]) || rest_[length] == ':' || rest_[length] == '.')) ++length;
        auto text = lower_ascii(rest_.substr(0, length));
        rest_.remove_prefix(length);
        return text.starts_with("urn:") ? text.substr(text.rfind(':') + 1) : text;
    }
    std::string word()
    {
        skip_spaces();
        std::size_t length = 0;
        while (length < rest_.size() && is_name(rest_[length])) ++length;
        auto text = lower_ascii(rest_.substr(0, length));
        rest_.remove_prefix(length);
        return text;
    }
    // A JSON string, true or false, as text.
    std::optional<std::string> value()
    {
        skip_spaces();
        if (!rest_.starts_with('"')) {
            auto text = word();
            if (text == "true" || text == "false") return text;
            return std::nullopt;
        }
        std::size_t end = 1;
        while (end < rest_.size() && rest_[end] != '"') end += rest_[end] == '\\' ? 2 : 1;
        if (end >= rest_.size()) return std::nullopt;
        auto const parsed = json::parse(rest_.substr(0, end + 1));
        rest_.remove_prefix(end + 1);
        return std::string(parsed.as_string());
    }

private:
    std::string_view rest_;
};

std::optional<Comparison> comparison_in_brackets(Scanner& scanner)
{
    scanner.skip_spaces();
    Comparison inner;
    inner.attribute = scanner.name();
    if (inner.attribute.empty() || scanner.word() != "eq") return std::nullopt;
    auto value = scanner.value();
    scanner.skip_spaces();
    if (!value || !scanner.take(']')) return std::nullopt;
    inner.value = std::move(*value);
    return inner;
}

Problem unsupported(std::span<std::string_view const> attributes)
{
    std::string names;
    for (auto const name : attributes) names += (names.empty() ? "" : ", ") + std::string(name);
    return refuse("invalidFilter", "Supported are comparisons such as " + std::string(attributes.front()) +
                                       " eq \"value\", joined by and, each attribute once. Attributes: " + names + ".");
}

// An attribute of a filter with what is in brackets taken away: only which e-mail address is meant, and there is one.
std::optional<std::string> compared_attribute(Scanner& scanner)
{
    auto name = scanner.name();
    if (scanner.take('[')) {
        auto const which = comparison_in_brackets(scanner);
        if (!which) return std::nullopt;
        if (which->attribute == "value") return std::nullopt;
        name += scanner.name();
    }
    return name;
}

}  // namespace

std::vector<Comparison> parse_filter(std::string_view text, std::span<std::string_view const> attributes)
{
    std::vector<Comparison> out;
    Scanner scanner(text);
    scanner.skip_spaces();
    while (true) {
        auto const name = compared_attribute(scanner);
        auto const known = std::ranges::find_if(attributes, [&](auto attribute) { return name && lower_ascii(attribute) == *name; });
        if (known == attributes.end() || scanner.word() != "eq") throw unsupported(attributes);
        auto value = scanner.value();
        if (!value || std::ranges::find(out, *known, &Comparison::attribute) != out.end()) throw unsupported(attributes);
        out.push_back({std::string(*known), std::move(*value)});
        scanner.skip_spaces();
        if (scanner.done()) return out;
        if (scanner.word() != "and") throw unsupported(attributes);
        scanner.skip_spaces();
    }
}

AttributePath parse_path(std::string_view text)
{
    auto const bad = [&] { return refuse("invalidPath", "\"" + std::string(text) + "\" is not the path of an attribute."); };
    AttributePath path;
    Scanner scanner(text);
    auto name = scanner.name();
    auto const dot = name.find('.');
    path.attribute = name.substr(0, dot);
    if (dot != std::string::npos) path.sub = name.substr(dot + 1);
    if (path.attribute.empty()) throw bad();
    if (scanner.take('[')) {
        path.which = comparison_in_brackets(scanner);
        if (!path.which) throw bad();
        if (scanner.take('.')) path.sub = scanner.name();
    }
    if (!scanner.done()) throw bad();
    return path;
}

}  // namespace mz::scim
