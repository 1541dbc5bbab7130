#include "database_link.hpp"

#include "core/problem.hpp"
#include "pg/error.hpp"

#include <libpq-fe.h>

#include <poll.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace mz::ingest {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view copy_header = "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0"sv;
constexpr std::string_view copy_trailer = "\377\377"sv;
// libpq copies what it is given into its own buffer, which never shrinks again.
constexpr std::size_t copy_slice = 64 * 1024;

constexpr char const* privileges = R"sql(
select rolsuper or pg_has_role(c.relowner, 'member')
from pg_roles, pg_class c
where rolname = current_user and c.oid = 'ingest.ingest_events'::regclass
)sql";

}  // namespace

void DatabaseLink::Close::operator()(pg_conn* connection) const { PQfinish(connection); }

DatabaseLink::DatabaseLink(Secret<std::string> const& url, std::chrono::milliseconds limit)
{
    connect(url.reveal(), limit);
    auto const answer = run(privileges, {}, Clock::now() + limit);
    if (answer.rows() != 1 || answer.value(0, 0) != "\0"sv) {
        throw UnsafeRole("the role of INGEST_DATABASE_URL is a superuser or owns the tables; it must be one that may only insert");
    }
}

void DatabaseLink::connect(std::string const& url, std::chrono::milliseconds limit)
{
    auto const deadline = Clock::now() + limit;
    auto const options = "-c statement_timeout=" + std::to_string(limit.count());
    std::array<char const*, 5> const keywords{"dbname", "application_name", "client_encoding", "options", nullptr};
    std::array<char const*, 5> const values{url.c_str(), "ingestor", "UTF8", options.c_str(), nullptr};
    connection_.reset(PQconnectStartParams(keywords.data(), values.data(), 1));
    auto state = PQstatus(connection_.get()) == CONNECTION_BAD ? PGRES_POLLING_FAILED : PGRES_POLLING_WRITING;
    for (; state != PGRES_POLLING_OK; state = PQconnectPoll(connection_.get())) {
        if (state == PGRES_POLLING_FAILED) throw std::runtime_error(PQerrorMessage(connection_.get()));
        wait(state == PGRES_POLLING_READING ? POLLIN : POLLOUT, deadline);
    }
    PQsetnonblocking(connection_.get(), 1);
    PQsetNoticeProcessor(connection_.get(), [](void*, char const*) {}, nullptr);
}

bool DatabaseLink::usable() const { return !broken_ && PQstatus(connection_.get()) == CONNECTION_OK; }

bool DatabaseLink::in_transaction() const { return PQtransactionStatus(connection_.get()) != PQTRANS_IDLE; }

pg::Result DatabaseLink::run(std::string const& statement, pg::Params const& params, Clock::time_point deadline)
{
    std::vector<char const*> values;
    for (auto const& param : params) values.push_back(param ? param->c_str() : nullptr);
    constexpr int binary = 1;
    if (PQsendQueryParams(connection_.get(), statement.c_str(), static_cast<int>(values.size()), nullptr, values.data(), nullptr, nullptr,
                          binary) == 0) {
        broken_ = true;
        throw pg::database_away();
    }
    pg::Result last;
    while (auto result = next_result(deadline)) last = std::move(*result);
    auto const status = PQresultStatus(last.raw());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail(last);
    return last;
}

void DatabaseLink::script(std::string const& statements, std::span<Rows const> copies, Clock::time_point deadline)
{
    if (PQsendQuery(connection_.get(), statements.c_str()) == 0) {
        broken_ = true;
        throw pg::database_away();
    }
    std::size_t next = 0;
    std::optional<pg::Result> failed;
    while (auto result = next_result(deadline)) {
        auto const status = PQresultStatus(result->raw());
        if (status == PGRES_COPY_IN) feed(copies[next++], deadline);
        else if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && !failed) failed = std::move(*result);
    }
    if (failed) fail(*failed);
}

void DatabaseLink::fail(pg::Result const& result) const
{
    if (PQstatus(connection_.get()) != CONNECTION_OK || result.raw() == nullptr) throw pg::database_away();
    throw pg::problem_of(result.raw());
}

void DatabaseLink::feed(Rows const& rows, Clock::time_point deadline)
{
    if (!put(copy_header, deadline)) return;
    for (auto piece : rows) {
        for (; !piece.empty(); piece.remove_prefix(std::min(copy_slice, piece.size()))) {
            if (!put(piece.substr(0, copy_slice), deadline)) return;
        }
    }
    if (put(copy_trailer, deadline) && PQputCopyEnd(connection_.get(), nullptr) == 1) flush(deadline);
}

// False where the server has given up on this COPY already; the error is the next result.
bool DatabaseLink::put(std::string_view bytes, Clock::time_point deadline)
{
    for (;;) {
        int const sent = PQputCopyData(connection_.get(), bytes.data(), static_cast<int>(bytes.size()));
        if (sent < 0) return false;
        flush(deadline);
        if (sent > 0) return true;
    }
}

void DatabaseLink::flush(Clock::time_point deadline)
{
    for (;;) {
        int const left = PQflush(connection_.get());
        if (left == 0) return;
        if (left < 0) {
            broken_ = true;
            throw pg::database_away();
        }
        // The server may have to say something before it reads on.
        wait(POLLIN | POLLOUT, deadline);
        if (PQconsumeInput(connection_.get()) == 0) {
            broken_ = true;
            throw pg::database_away();
        }
    }
}

std::optional<pg::Result> DatabaseLink::next_result(Clock::time_point deadline)
{
    flush(deadline);
    while (PQisBusy(connection_.get()) != 0) {
        wait(POLLIN, deadline);
        if (PQconsumeInput(connection_.get()) == 0) {
            broken_ = true;
            throw pg::database_away();
        }
    }
    auto* const raw = PQgetResult(connection_.get());
    if (raw == nullptr) return std::nullopt;
    return pg::Result(raw);
}

void DatabaseLink::wait(short events, Clock::time_point deadline)
{
    for (;;) {
        auto const left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
        if (left > 0) {
            pollfd watched{.fd = PQsocket(connection_.get()), .events = events, .revents = 0};
            int const ready = poll(&watched, 1, static_cast<int>(left));
            if (ready > 0) return;
            if (ready < 0 && errno == EINTR) continue;
        }
        broken_ = true;
        throw Problem::unavailable("The database takes too long to answer.", std::chrono::seconds(1));
    }
}

}  // namespace mz::ingest
