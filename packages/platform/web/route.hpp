#pragma once
#include "net/http.hpp"
#include "web/caller.hpp"
#include "web/csv.hpp"
#include "web/db.hpp"
#include "web/extract.hpp"
#include "web/page.hpp"
#include "web/services.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

namespace mz::web {

// What a handler gets. It does the domain's work only: it never begins, commits, authorizes or serializes.
struct Request {
    Caller caller;
    Db& db;
    net::Request& http;
    Services& services;
    net::Headers headers;                    // added to the answer
    std::optional<Timestamp> proof_since{};  // what `require_step_up` compares with; empty in a service that asks nobody

    // For the routes that establish who acts by themselves (log-in, registration, signed webhooks): everything after this call runs
    // as that caller, under that caller's tenant.
    void become(Caller established);
    // Refuses with 412 where the request has an If-Match other than this version.
    void check_version(std::int64_t version) const;
    // For a dangerous act: refuses with 403 `step-up-required` a person whose last proof of who they are is too old. A program's key is
    // its proof, each time. A route whose every call is dangerous says `.step_up()` instead.
    void require_step_up() const;
    // What the audit row names as the thing acted on; by default the path's {id}, else the answer's id.
    void audit_target(Uuid target) { db.audit().target = target; }
    // What the audit row says was changed, instead of the request's body: the members that differ, before and after.
    template <class T>
    void audit_change(T const& before, T const& after)
    {
        if (auto changes = detail::changed(before, after)) db.audit().changes = std::move(changes);
    }
    // For the log although the request fails. Whatever a known caller is refused with 403 is written without this.
    void audit_refusal(Refusal refusal) { refusals.push_back(std::move(refusal)); }

    std::vector<Refusal> refusals{};
};

enum class Verb { get, post, put, patch, del };

// Answers with 201 instead of 200.
template <class T>
struct Created {
    T value;
};

// Answers with 202 and nothing else: whatever comes of it, the caller does not learn it here.
struct Accepted {};

// Answers with what is no JSON: a sheet of labels, a calendar. Browsers offer it under `name`, which is letters, digits, '-', '_' and '.'.
template <class Media>
struct File {
    std::string name;
    std::string bytes;
};

// The answer of a route before it is put on the wire.
struct Reply {
    int status = 200;
    std::string content_type = "application/json";
    std::string body;
    std::optional<std::int64_t> version;  // becomes the ETag
    net::BodySource stream;
};

// A WebSocket topic: what a connection missed, as messages ready to send.
using Replay = std::function<Task<std::vector<std::string>>(Request& rq, std::optional<Uuid> after)>;

// How the routes of another standard speak JSON: under a media type of its own, and with errors of its own. Bodies may still come as
// application/json. One for each such standard, kept for as long as the program runs.
struct Dialect {
    std::string_view media_type;
    net::Response (*problem)(Problem const& problem, net::Request const& request);
    // The schema of such an error, for OpenAPI.
    json::bj::value (*describe_problem)(json::Components& components);
};

struct Route {
    Verb verb = Verb::get;
    std::string path;  // "/api/v1/incidents/{id}"
    Permission permission;
    std::string operation;  // "incident_create": the operationId, the audit row's operation, the client's method
    std::string summary;
    bool creates = false;      // answers 201, takes Idempotency-Key
    bool transaction = false;  // the handler asked for a Tx
    bool dangerous = false;    // asks for a fresh proof of who the person is
    std::string topic{};       // set for WebSocket routes
    Replay replay{};
    Dialect const* dialect = nullptr;  // where it is not the product's own

    std::function<Task<Reply>(Request& rq, Input const& input)> call{};
    // Adds parameters, requestBody and responses to an OpenAPI operation.
    std::function<void(json::bj::object& operation, json::Components& components)> describe{};

    bool writes() const { return verb != Verb::get; }

    // Marks the route as a dangerous act: a caller whose last proof is too old gets 403 `step-up-required` before the handler runs.
    Route step_up() &&
    {
        dangerous = true;
        return std::move(*this);
    }

    Route speaks(Dialect const& spoken) &&
    {
        dialect = &spoken;
        return std::move(*this);
    }
};

namespace detail {

template <class T>
constexpr bool is_page = false;
template <class T>
constexpr bool is_page<Page<T>> = true;
template <class T>
constexpr bool is_created = false;
template <class T>
constexpr bool is_created<Created<T>> = true;
template <class T>
constexpr std::string_view file_type = "";
template <class Media>
constexpr std::string_view file_type<File<Media>> = Media::media_type;

template <class T>
Reply reply_of(T const& value, Request& rq)
{
    if constexpr (is_created<T>) {
        auto reply = reply_of(value.value, rq);
        reply.status = 201;
        return reply;
    } else if constexpr (std::same_as<T, Accepted>) {
        Reply reply;
        reply.status = 202;
        reply.content_type.clear();
        return reply;
    } else if constexpr (!file_type<T>.empty()) {
        Reply reply;
        reply.content_type = file_type<T>;
        reply.body = value.bytes;
        rq.headers.set("Content-Disposition", "attachment; filename=\"" + value.name + "\"");
        return reply;
    } else {
        Reply reply;
        json::write(reply.body, value);
        if constexpr (requires { value.version; }) reply.version = value.version;
        if constexpr (requires {
                          { value.id } -> std::convertible_to<Uuid const&>;
                      }) {
            if (!rq.db.audit().target) rq.db.audit().target = value.id;
        }
        return reply;
    }
}

// What the audit log says of an upload: not the whole of it.
std::string upload_told(std::string_view media_type, std::size_t bytes);

// An argument is taken from the request, or is the transaction that the handler asked for.
template <class A>
A argument(Request& rq, Input const& input)
{
    if constexpr (std::same_as<A, Tx&>) return rq.db.transaction();
    else {
        auto extracted = Source<A>::extract(input);
        if constexpr (requires { extracted.media_type; }) {
            rq.db.audit().changes = upload_told(extracted.media_type, extracted.text.size());
        } else {
            if constexpr (requires { extracted.value.id; } && std::same_as<A, Path<decltype(extracted.value)>>) {
                if constexpr (std::derived_from<std::remove_cvref_t<decltype(extracted.value.id)>, Uuid>)
                    rq.db.audit().target = extracted.value.id;
            }
            if constexpr (std::same_as<A, Body<decltype(extracted.value)>>) rq.db.audit().changes = redacted(extracted.value);
        }
        return extracted;
    }
}

template <class A>
void describe_argument(json::bj::array& parameters, json::bj::value& body, json::Components& components)
{
    if constexpr (!std::same_as<A, Tx&>) Source<A>::describe(parameters, body, components);
}

template <class R>
void describe_response(json::bj::object& responses, json::Components& components)
{
    json::bj::object response;
    char const* status = "200";
    if constexpr (std::is_void_v<R>) {
        status = "204";
        response["description"] = "Done.";
    } else if constexpr (std::same_as<R, Accepted>) {
        status = "202";
        response["description"] = "Accepted.";
    } else if constexpr (is_created<R>) {
        status = "201";
        response["description"] = "Created.";
        response["content"] = {{"application/json", {{"schema", json::schema<decltype(R::value)>(components, json::Direction::response)}}}};
    } else if constexpr (!file_type<R>.empty()) {
        response["description"] = "Done.";
        response["content"] = content_of({file_type<R>}, {{"type", "string"}, {"format", "binary"}});
    } else {
        response["description"] = "Done.";
        json::bj::object content{{"application/json", {{"schema", json::schema<R>(components, json::Direction::response)}}}};
        if constexpr (is_page<R>) {
            content["text/csv"] = json::bj::object{{"schema", {{"type", "string"}}}};
            content["application/x-ndjson"] = json::bj::object{{"schema", {{"type", "string"}}}};
        }
        response["content"] = std::move(content);
    }
    responses[status] = std::move(response);
}

// How a list is asked for: Accept says text/csv or application/x-ndjson for all of it as a stream; anything else is a page of JSON.
enum class ListForm { page, csv, json_lines };
ListForm form_of(net::Request const& request);
std::string content_type_of(ListForm form);
// `input` with another cursor and the largest page size, for the next part of an export.
Input next_page(Input const& input, std::optional<std::string> const& after);
// Writes the audit row of an export: `<operation>.export`, with what was asked for.
Task<void> audit_export(Request& rq, ListForm form);

// What an export needs after the handler has returned: its own copy of the request, and a database view of the same tenant.
struct ExportState {
    ExportState(Request const& of, Input const& with);
    net::Request http;
    Db db;
    Request rq;
    Input input;
    std::optional<std::string> after;
    bool started = false;
};

template <class Row>
void append_exported(std::string& out, Row const& row, ListForm form)
{
    if (form == ListForm::csv) return csv::append_row(out, row);
    json::write(out, row);
    out += '\n';
}

// Streams every page of a list, asking the handler again with the cursor of the page before. The response owns the source until it is sent.
template <class T, class... A>
Task<Reply> export_reply(Request& rq, Input const& input, ListForm form, Task<Page<T>> (*handler)(Request&, A...))
{
    rq.require_step_up();                               // an export carries away at once what pages show in parts
    (void)std::tuple<A...>(argument<A>(rq, input)...);  // what does not fit is refused before anything is written
    co_await audit_export(rq, form);
    Reply reply;
    reply.content_type = content_type_of(form);
    auto const state = std::make_shared<ExportState>(rq, input);
    reply.stream = [state, handler, form](std::string& part) -> Task<bool> {  // NOLINT(*-capturing-lambda-coroutines)
        if (!state->started && form == ListForm::csv) csv::append_header<T>(part);
        state->started = true;
        auto const with = next_page(state->input, state->after);
        auto const page = co_await handler(state->rq, argument<A>(state->rq, with)...);
        for (auto const& item : page.items) append_exported(part, item, form);
        state->after = page.next;
        co_return page.next.has_value();
    };
    co_return reply;
}

}  // namespace detail

// One line per endpoint: everything that OpenAPI needs is deduced from the handler's signature. A Route outlives every call of it.
template <class R, class... A>
Route route(Verb verb, std::string path, Permission permission, std::string operation, std::string summary,
            Task<R> (*handler)(Request&, A...))
{
    Route out{verb, std::move(path), permission, std::move(operation), std::move(summary)};
    out.creates = detail::is_created<R>;
    out.transaction = (std::same_as<A, Tx&> || ...);
    out.call = [handler](Request& rq, Input const& input) -> Task<Reply> {  // NOLINT(*-capturing-lambda-coroutines)
        if constexpr (std::is_void_v<R>) {
            co_await handler(rq, detail::argument<A>(rq, input)...);
            Reply reply;
            reply.status = 204;
            co_return reply;
        } else {
            if constexpr (detail::is_page<R>) {
                auto const form = detail::form_of(rq.http);
                if (form != detail::ListForm::page) co_return co_await detail::export_reply(rq, input, form, handler);
            }
            auto answer = co_await handler(rq, detail::argument<A>(rq, input)...);
            co_return detail::reply_of(answer, rq);
        }
    };
    out.describe = [](json::bj::object& operation_object, json::Components& components) {
        json::bj::array parameters;
        json::bj::value body;
        json::bj::object responses;
        (detail::describe_argument<A>(parameters, body, components), ...);
        detail::describe_response<R>(responses, components);
        if (!parameters.empty()) operation_object["parameters"] = std::move(parameters);
        if (!body.is_null()) operation_object["requestBody"] = {{"required", true}, {"content", body}};
        operation_object["responses"] = std::move(responses);
    };
    return out;
}

// A WebSocket at `path`, whose connections get what is published to `topic` for their tenant.
Route topic(std::string path, Permission permission, std::string operation, std::string summary, std::string name, Replay replay);

}  // namespace mz::web
