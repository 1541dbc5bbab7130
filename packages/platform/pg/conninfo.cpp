#include "pg/conninfo.hpp"

#include <libpq-fe.h>

#include <errno.h>
#include <memory>
#include <stdexcept>
#include <vector>

namespace mz::pg {

Conninfo::Conninfo(Secret<std::string> const& url)
{
    char* error = nullptr;
    std::unique_ptr<PQconninfoOption, void (*)(PQconninfoOption*)> const options(PQconninfoParse(url.reveal().c_str(), &error),
                                                                                 &PQconninfoFree);
    if (error != nullptr) PQfreemem(error);
    if (!options) throw std::invalid_argument("the database url cannot be read");
    for (auto const* option = options.get(); option->keyword != nullptr; ++option) {
        if (option->val != nullptr) values_[option->keyword] = option->val;
    }
    set("client_encoding", "UTF8");
    set_default("fallback_application_name", program_invocation_short_name);
    // A peer that vanished without a word is noticed after this many milliseconds.
    set_default("tcp_user_timeout", "10000");
}

void Conninfo::add_session_settings(PoolSettings const& settings)
{
    if (!settings.database_named_prepares) return;
    auto& options = values_["options"];
    // Row-level security makes the planner expect hardly a row of a tenant, and then it sorts the whole tenant rather than read one page in
    // the order of an index. It still sorts where no index has the order.
    options += " -c enable_sort=off";
    // A sort that is not wanted and yet needed counts as so dear that PostgreSQL would compile every such statement first, for a second.
    options += " -c jit=off";
    options += " -c plan_cache_mode=force_generic_plan -c timezone=UTC -c statement_timeout=" +
               std::to_string(settings.database_statement_milliseconds);
}

Secret<std::string> Conninfo::to_string() const
{
    std::string out;
    for (auto const& [key, value] : values_) {
        out += (out.empty() ? "" : " ") + key + "='";
        for (char const c : value) {
            if (c == '\'' || c == '\\') out += '\\';
            out += c;
        }
        out += '\'';
    }
    return Secret<std::string>(std::move(out));
}

template <class Open>
pg_conn* Conninfo::open(Open connect_with) const
{
    std::vector<char const*> keys;
    std::vector<char const*> values;
    for (auto const& [key, value] : values_) {
        keys.push_back(key.c_str());
        values.push_back(value.c_str());
    }
    keys.push_back(nullptr);
    values.push_back(nullptr);
    auto* connection = connect_with(keys.data(), values.data(), 0);
    if (connection == nullptr) throw std::bad_alloc();
    return connection;
}

pg_conn* Conninfo::start() const { return open(&PQconnectStartParams); }
pg_conn* Conninfo::connect() const { return open(&PQconnectdbParams); }

}  // namespace mz::pg
