#include "pg/blocking.hpp"

#include "core/log.hpp"
#include "pg/conninfo.hpp"
#include "pg/error.hpp"

#include <libpq-fe.h>

#include <vector>

namespace mz::pg {
namespace {

Result checked(Result result)
{
    auto const status = PQresultStatus(result.raw());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY) throw problem_of(result.raw());
    return result;
}

void log_notice(void*, char const* message) { log::info("database notice", {{"message", message}}); }

}  // namespace

Blocking::Blocking(Secret<std::string> const& url, std::chrono::milliseconds statement_timeout) : connection_(nullptr, &PQfinish)
{
    Conninfo conninfo(url);
    conninfo.set_default("connect_timeout", "5");
    connection_.reset(conninfo.connect());
    if (!is_open()) {
        log::warn("the database cannot be reached", {{"why", PQerrorMessage(connection_.get())}});
        throw database_away();
    }
    PQsetNoticeProcessor(connection_.get(), &log_notice, nullptr);
    if (statement_timeout.count() > 0) script("set statement_timeout = " + std::to_string(statement_timeout.count()));
}

Result Blocking::run(std::string const& text, Params const& params)
{
    constexpr int binary = 1;
    std::vector<char const*> values;
    for (auto const& param : params) {
        if (param && param->find('\0') != std::string::npos)
            throw Problem(Failure::bad_request, "Text must not contain the character NUL.");
        values.push_back(param ? param->c_str() : nullptr);
    }
    auto const count = static_cast<int>(values.size());
    return checked(Result(PQexecParams(raw(), text.c_str(), count, nullptr, values.data(), nullptr, nullptr, binary)));
}

Result Blocking::describe(std::string const& text)
{
    checked(Result(PQprepare(raw(), "", text.c_str(), 0, nullptr)));
    return checked(Result(PQdescribePrepared(raw(), "")));
}

void Blocking::script(std::string const& text) { checked(Result(PQexec(raw(), text.c_str()))); }

void Blocking::commit()
{
    auto const result = checked(Result(PQexec(raw(), "commit")));
    if (result.command() != "COMMIT") throw Problem(Failure::internal, "a transaction with a failed statement was committed");
}

bool Blocking::is_open() const { return PQstatus(connection_.get()) == CONNECTION_OK; }

bool Blocking::in_transaction() const
{
    auto const status = PQtransactionStatus(connection_.get());
    return status == PQTRANS_INTRANS || status == PQTRANS_INERROR;
}

}  // namespace mz::pg
