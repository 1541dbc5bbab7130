#include "list_query.hpp"

#include "keys.hpp"
#include "list_conditions.hpp"
#include "words.hpp"

#include <algorithm>
#include <ranges>

namespace mz::cmdb {
namespace {

constexpr int number_bit = 8;  // where the bits of numbers begin; those of texts are below, of words above
constexpr int word_bit = 16;
constexpr int cell_bit = 24;
constexpr int stale_bit = 25;

std::vector<CiStatus> every_status()
{
    std::vector<CiStatus> all;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<CiStatus>>([&](auto one) { all.push_back(one.value); });
    return all;
}

std::vector<std::string> every_class(Model const& model)
{
    std::vector<std::string> all;
    for (auto const& one : model.classes()) {
        if (!one.abstract) all.push_back(one.key);
    }
    return all;
}

// The classes and everything below them; none where that is every class.
std::vector<std::string> classes_of(Model const& model, CiSelection const& selection, std::vector<FieldError>& errors)
{
    std::vector<std::string> all;
    for (auto const& key : selection.class_key) {
        auto const below = model.with_descendants(key);
        if (below.empty()) errors.push_back({"?class_key", std::string(key) + " is no class of this CMDB"});
        all.insert(all.end(), below.begin(), below.end());
    }
    std::ranges::sort(all);
    all.erase(std::ranges::unique(all).begin(), all.end());
    if (all.size() == model.classes().size()) all.clear();
    return all;
}

Drive drive_of(Drive::Kind kind)
{
    Drive drive;
    drive.kind = kind;
    return drive;
}

void add_condition(Wanted& wanted, Condition condition)
{
    auto& args = wanted.args;
    args.attribute.push_back(std::move(condition.attribute));
    args.kind.push_back(std::move(condition.kind));
    args.negated.push_back(condition.negated);
    args.low.push_back(std::move(condition.low));
    args.high.push_back(std::move(condition.high));
    args.besides.push_back(std::move(condition.besides));
    args.least.push_back(condition.least);
    args.most.push_back(condition.most);
    if (condition.drive) wanted.drives.push_back(std::move(*condition.drive));
}

}  // namespace

void Wanted::require_unset(std::string attribute)
{
    Condition condition;
    condition.attribute = std::move(attribute);
    condition.kind = "has";
    condition.negated = true;
    add_condition(*this, std::move(condition));
}

std::vector<std::string> words_asked(std::string_view q)
{
    std::vector<std::string> words;
    for (auto const part : std::views::split(q, ' ')) {
        auto const found = words_of(std::string_view(part));
        if (found.empty()) continue;
        auto const longest = std::ranges::max_element(found, {}, &std::string::size);
        if (std::ranges::find(words, *longest) == words.end()) words.push_back(*longest);
    }
    return words;
}

Wanted wanted(std::shared_ptr<Model const> model, CiSelection const& selection)
{
    Wanted out;
    std::vector<FieldError> errors;
    out.args.class_key = classes_of(*model, selection, errors);
    out.args.status = selection.status;
    out.args.stale = selection.stale;
    auto const filters = joined(selection.filter);
    for (auto const& filter : filters) {
        if (auto condition = condition_of(*model, filter)) add_condition(out, std::move(*condition));
        else errors.push_back({"?filter", condition.error()});
    }
    auto const words = selection.q ? words_asked(*selection.q) : std::vector<std::string>();
    if (filters.size() > conditions_most) errors.push_back({"?filter", "takes up to " + std::to_string(conditions_most) + " conditions"});
    if (selection.q && words.empty()) errors.push_back({"?q", "must have a letter or a digit"});
    if (words.size() > conditions_most) errors.push_back({"?q", "takes up to " + std::to_string(conditions_most) + " words"});
    if (!errors.empty()) throw Problem::invalid(std::move(errors));
    for (auto const& word : words) {
        out.args.word.push_back(word);
        out.args.word_end.push_back(word + std::string(last_character));
        auto drive = drive_of(Drive::Kind::word);
        drive.low = word;
        drive.high = out.args.word_end.back();
        out.drives.push_back(std::move(drive));
    }
    if (!out.args.class_key.empty() || !out.args.status.empty()) out.drives.push_back(drive_of(Drive::Kind::cell));
    if (out.args.stale == true) out.drives.push_back(drive_of(Drive::Kind::stale));
    out.model = std::move(model);
    return out;
}

ListArgs with_cells(ListArgs args, Model const& model)
{
    args.cell_class = args.class_key.empty() ? every_class(model) : args.class_key;
    args.cell_status = args.status.empty() ? every_status() : args.status;
    return args;
}

ListArgs driven(ListArgs args, std::span<Drive const> drives)
{
    bool cells = false;
    for (auto const& drive : drives) {
        switch (drive.kind) {
            case Drive::Kind::text:
                args.bits |= 1 << args.text_attribute.size();
                args.text_attribute.push_back(drive.attribute);
                args.text_low.push_back(drive.low);
                args.text_high.push_back(drive.high);
                break;
            case Drive::Kind::number:
                args.bits |= 1 << (number_bit + args.number_attribute.size());
                args.number_attribute.push_back(drive.attribute);
                args.number_low.push_back(drive.least);
                args.number_high.push_back(drive.most);
                break;
            case Drive::Kind::word:
                args.bits |= 1 << (word_bit + args.word_low.size());
                args.word_low.push_back(drive.low);
                args.word_high.push_back(drive.high);
                break;
            case Drive::Kind::cell:
                args.bits |= 1 << cell_bit;
                cells = true;
                break;
            case Drive::Kind::stale:
                args.bits |= 1 << stale_bit;
                args.stale_drives = true;
                break;
        }
    }
    if (!cells) {
        args.cell_class.clear();
        args.cell_status.clear();
    }
    return args;
}

ListArgs driven_by_value(ListArgs args, Drive const& drive)
{
    args.drive_attribute = drive.attribute;
    args.drive_text = drive.low;
    args.drive_number = drive.least;
    return args;
}

void require_past(Wanted const& wanted, CiSelection const& selection)
{
    std::vector<FieldError> errors;
    if (selection.q) errors.push_back({"?q", "cannot be asked of the past"});
    if (selection.stale) errors.push_back({"?stale", "cannot be asked of the past"});
    for (std::size_t i = 0; i < wanted.args.kind.size(); ++i) {
        if (wanted.args.kind[i].starts_with("key"))
            errors.push_back({"?filter", "of " + wanted.args.attribute[i] + " only eq, ne, set and unset can be asked of the past"});
    }
    if (!errors.empty()) throw Problem::invalid(std::move(errors));
}

}  // namespace mz::cmdb
