#include "list_csv.hpp"

#include "list_order.hpp"

#include <memory>

namespace mz::cmdb {

using namespace web;

namespace {

// The text of the CI's field of that name; empty where there is no such field.
std::optional<std::string> field_of(Ci const& ci, std::string_view name)
{
    std::optional<std::string> out;
    boost::mp11::mp_for_each<json::Members<Ci>>([&](auto member) {
        if (name == member.name) out = csv::text_of(ci.*member.pointer);
    });
    return out;
}

void require_columns(std::vector<Text<1, 50>> const& columns, Model const& model)
{
    std::vector<FieldError> errors;
    for (auto const& column : columns) {
        if (field_of(Ci(), column) || model.find_attribute(column) != nullptr) continue;
        errors.push_back({"?columns", std::string(column) + " is neither a field of a CI nor an attribute"});
    }
    if (!errors.empty()) throw Problem::invalid(std::move(errors));
}

void append_header(std::string& out, std::vector<Text<1, 50>> const& columns)
{
    for (auto const& column : columns) {
        if (&column != &columns.front()) out += ',';
        csv::append_cell(out, column);
    }
    out += "\r\n";
}

void append_row(std::string& out, Ci const& ci, std::vector<Text<1, 50>> const& columns)
{
    auto const attributes = json::parse(ci.attributes.text);
    for (auto const& column : columns) {
        if (&column != &columns.front()) out += ',';
        if (auto const field = field_of(ci, column)) csv::append_cell(out, *field);
        else if (auto const* value = attributes.as_object().if_contains(std::string_view(column)))
            csv::append_cell(out, cmdb_model::written(*value));
    }
    out += "\r\n";
}

}  // namespace

Route with_columns(Route list)
{
    auto const plain = std::move(list.call);
    list.call = [plain](Request& rq, Input const& input) -> Task<Reply> {  // NOLINT(*-capturing-lambda-coroutines)
        auto const asked = detail::argument<Query<CiListQuery>>(rq, input);
        if (asked->columns.empty() || detail::form_of(rq.http) != detail::ListForm::csv) co_return co_await plain(rq, input);
        auto const model = co_await cmdb_model::model(rq.db);
        require_columns(asked->columns, *model);
        rq.require_step_up();
        co_await detail::audit_export(rq, detail::ListForm::csv);
        Reply reply;
        reply.content_type = detail::content_type_of(detail::ListForm::csv);
        auto const state = std::make_shared<detail::ExportState>(rq, input);
        reply.stream = [state](std::string& part) -> Task<bool> {  // NOLINT(*-capturing-lambda-coroutines)
            auto const with = detail::next_page(state->input, state->after);
            auto query = detail::argument<Query<CiListQuery>>(state->rq, with);
            auto const columns = query->columns;
            if (!state->started) append_header(part, columns);
            state->started = true;
            auto const page = co_await ci_list(state->rq, std::move(query));
            for (auto const& ci : page.items) append_row(part, ci, columns);
            state->after = page.next;
            co_return page.next.has_value();
        };
        co_return reply;
    };
    return list;
}

}  // namespace mz::cmdb
