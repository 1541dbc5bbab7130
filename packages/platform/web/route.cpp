#include "web/route.hpp"

#include <boost/json/serialize.hpp>

namespace mz::web {

void Request::become(Caller established)
{
    caller = std::move(established);
    db.enter(caller.tenant, caller.kind, caller.id);
}

void Request::check_version(std::int64_t version) const
{
    auto const wanted = http.headers.find("If-Match");
    if (!wanted || *wanted == "*") return;
    if (*wanted == '"' + std::to_string(version) + '"') return;
    throw Problem(Failure::precondition_failed, "version-changed",
                  "Somebody changed this meanwhile; read it again and repeat your change.");
}

void Request::require_step_up() const
{
    if (!proof_since || caller.kind != ActorKind::user) return;
    if (caller.proved_at && *caller.proved_at >= *proof_since) return;
    throw Problem(Failure::forbidden, "step-up-required", "Confirm that it is you, then repeat the request.");
}

Route topic(std::string path, Permission permission, std::string operation, std::string summary, std::string name, Replay replay)
{
    Route out{Verb::get, std::move(path), permission, std::move(operation), std::move(summary)};
    out.topic = std::move(name);
    out.replay = std::move(replay);
    return out;
}

namespace detail {
namespace {

constexpr auto export_page_size = "1000";

net::Request without_body(net::Request const& of)
{
    net::Request out;
    out.method = of.method;
    out.path = of.path;
    out.id = of.id;
    out.remote_address = of.remote_address;
    return out;
}

}  // namespace

ListForm form_of(net::Request const& request)
{
    auto const accepted = request.headers.get("Accept");
    if (accepted.starts_with("text/csv")) return ListForm::csv;
    return accepted.starts_with("application/x-ndjson") ? ListForm::json_lines : ListForm::page;
}

std::string upload_told(std::string_view media_type, std::size_t bytes)
{
    return json::bj::serialize(json::bj::object{{"media_type", media_type}, {"bytes", bytes}});
}

std::string content_type_of(ListForm form) { return form == ListForm::csv ? "text/csv; charset=utf-8" : "application/x-ndjson"; }

Task<void> audit_export(Request& rq, ListForm form)
{
    json::bj::object query;
    for (auto const& [name, value] : rq.http.query) query[name] = value;
    auto& entry = rq.db.audit();
    entry.operation += ".export";
    entry.changes = json::bj::serialize(json::bj::object{{"format", form == ListForm::csv ? "csv" : "json-lines"}, {"query", query}});
    co_await rq.db.write_audit();
}

Input next_page(Input const& input, std::optional<std::string> const& after)
{
    Input out = input;
    std::erase_if(out.query, [](auto const& parameter) {
        return parameter.first == "after" || parameter.first == "limit" || parameter.first == "count";
    });
    out.query.emplace_back("limit", export_page_size);
    if (after) out.query.emplace_back("after", *after);
    return out;
}

ExportState::ExportState(Request const& of, Input const& with)
    : http(without_body(of.http)), db(of.db.another()), rq{of.caller, db, http, of.services, {}}, input(with)
{
    input.body = &http.body;
    input.content_type = {};
}

}  // namespace detail

}  // namespace mz::web
