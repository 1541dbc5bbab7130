#include "cmdb_labels.hpp"

#include "cmdb_labels_sql.hpp"
#include "cmdb_model/cmdb_model.hpp"
#include "core/text.hpp"
#include "drawing.hpp"
#include "sheet.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace mz::cmdb_labels {
namespace {

using namespace web;

// Lengths in millimetres.
struct SheetShown {
    std::string key;
    std::string name;
    double page_width = 0;
    double page_height = 0;
    double label_width = 0;
    double label_height = 0;
    int columns = 1;
    int rows = 1;
};
BOOST_DESCRIBE_STRUCT(SheetShown, (), (key, name, page_width, page_height, label_width, label_height, columns, rows))

struct SheetList {
    std::vector<SheetShown> items;
};
BOOST_DESCRIBE_STRUCT(SheetList, (), (items))

// `lines` are keys of attributes whose values stand below the name; `skip` is how many labels of the first sheet are used up.
struct LabelOrder {
    std::vector<Uuid> ids;
    std::string sheet;
    std::optional<std::vector<std::string>> lines;
    std::optional<Int<0, 200>> skip;
};
BOOST_DESCRIBE_STRUCT(LabelOrder, (), (ids, sheet, lines, skip))

struct LabelArgs {
    std::vector<Uuid> ids;
};
BOOST_DESCRIBE_STRUCT(LabelArgs, (), (ids))

struct Labelled {
    Uuid id;
    std::string name;
    json::bj::value attributes;
};
BOOST_DESCRIBE_STRUCT(Labelled, (), (id, name, attributes))

constexpr auto usual_lines = {"asset_tag", "serial_number"};
constexpr std::size_t most_lines = 4;

// The value as a person reads it; empty where there is none.
std::string shown(json::bj::value const& attributes, std::string const& key)
{
    auto const* const value = attributes.is_object() ? attributes.get_object().if_contains(key) : nullptr;
    if (value == nullptr || value->is_null()) return {};
    if (auto const* const text = value->if_string()) return std::string(*text);
    auto const* const list = value->if_array();
    if (list == nullptr) return json::bj::serialize(*value);
    std::string out;
    for (auto const& element : *list) {
        if (!out.empty()) out += ", ";
        out += element.is_string() ? std::string(element.get_string()) : json::bj::serialize(element);
    }
    return out;
}

Label label_of(Labelled const& ci, std::vector<std::string> const& lines, std::string const& app_url)
{
    Label label{app_url + "/cmdb/items/" + ci.id.to_string(), ci.name, {}};
    for (auto const& key : lines) {
        if (auto line = shown(ci.attributes, key); !line.empty()) label.lines.push_back(std::move(line));
    }
    return label;
}

void check(LabelOrder const& order, Labels const& labels, cmdb_model::Model const& model)
{
    std::vector<FieldError> errors;
    auto const most = static_cast<std::size_t>(labels.settings.ci_labels_most);
    if (order.ids.empty() || order.ids.size() > most) errors.push_back({"/ids", "must have 1 to " + std::to_string(most) + " elements"});
    if (find_sheet(order.sheet) == nullptr) {
        std::string known;
        for (auto const& sheet : sheets()) known.append(known.empty() ? "" : ", ").append(sheet.key);
        errors.push_back({"/sheet", "must be one of " + known});
    }
    if (order.lines) {
        if (order.lines->size() > most_lines) errors.push_back({"/lines", "must have at most " + std::to_string(most_lines) + " elements"});
        for (std::size_t i = 0; i < order.lines->size(); ++i) {
            if (model.find_attribute((*order.lines)[i]) == nullptr)
                errors.push_back({"/lines/" + std::to_string(i), "is no attribute of the CMDB"});
        }
    }
    if (!errors.empty()) throw Problem::invalid(std::move(errors));
}

Task<SheetList> sheet_list(Request&)
{
    SheetList out;
    for (auto const& sheet : sheets()) {
        out.items.push_back({std::string(sheet.key), std::string(sheet.name), sheet.page_width, sheet.page_height, sheet.label_width,
                             sheet.label_height, sheet.columns, sheet.rows});
    }
    co_return out;
}

// In the order in which they were asked for, an item as often as it was named.
Task<File<Pdf>> print(Request& rq, Body<LabelOrder> order)
{
    auto const& labels = rq.services.get<Labels>();
    auto const model = co_await cmdb_model::model(rq.db);
    check(order.value, labels, *model);
    LabelArgs const args{order->ids};
    auto const found = co_await rq.db.all<Labelled>(sql::label_list{}, args);
    std::map<Uuid, Labelled const*> by_id;
    for (auto const& ci : found) by_id.emplace(ci.id, &ci);
    auto const lines = order->lines.value_or(std::vector<std::string>(usual_lines.begin(), usual_lines.end()));
    std::vector<Label> out;
    for (auto const& id : order->ids) {
        auto const ci = by_id.find(id);
        if (ci == by_id.end()) throw Problem(Failure::not_found, "There is no configuration item " + id.to_string() + ".");
        out.push_back(label_of(*ci->second, lines, labels.app_url));
    }
    auto const skip = static_cast<std::size_t>(order->skip.value_or(0));
    auto const& settings = labels.settings;
    Fonts const fonts{settings.ci_label_font, settings.ci_label_bold_font};
    co_return File<Pdf>{"labels.pdf", draw(*find_sheet(order->sheet), out, skip, fonts)};
}

}  // namespace

std::vector<Route> routes()
{
    constexpr Permission read{"cis:read"};
    std::vector<Route> all;
    all.push_back(route(Verb::get, "/api/v1/ci-label-sheets", read, "ci_label_sheet_list", "List the sizes of labels", sheet_list));
    all.push_back(route(Verb::post, "/api/v1/ci-labels", read, "ci_label_print", "Print labels with QR codes", print));
    return all;
}

}  // namespace mz::cmdb_labels
