#pragma once
#include "cmdb.hpp"
#include "pg/transaction.hpp"
#include "test_backend.hpp"
#include "test_world.hpp"
#include "testing/run_task.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

// The module on a database of its own, for tests that call it and tests that ask its routes.
namespace mz::cmdb::test {

class Cmdb {
public:
    Cmdb()
        : backend(routes(), [](net::Worker, web::Services& services) { services.add(std::make_shared<CmdbSettings>()); }),
          pool(std::make_unique<pg::Pool>(io, backend.database.url("monozu_app"), pg::PoolSettings{}))
    {
    }
    ~Cmdb()
    {
        pool.reset();
        io.restart();
        io.poll();
    }

    // Runs `work(tx)` in a transaction of the tenant.
    template <class Work>
    auto in(Uuid tenant, Work work)
    {
        return testing::run_task(io, transaction(tenant, std::move(work)));
    }

    // One observation each, in this order, each in a transaction of its own or all in one.
    std::vector<Observed> see(Uuid tenant, std::vector<Seen> const& all)
    {
        return in(tenant, [tenant, all](web::Tx& tx) { return take(tx, tenant, all); });
    }

    std::string value(std::string const& query) { return backend.value(query); }
    std::vector<std::string> lines(std::string const& query)
    {
        auto const result = backend.superuser.run(query);
        std::vector<std::string> out;
        for (int row = 0; row < result.rows(); ++row) out.emplace_back(result.value(row, 0));
        return out;
    }

    backend::test::Backend backend;
    asio::io_context io;
    std::unique_ptr<pg::Pool> pool;

private:
    template <class Work>
    auto transaction(Uuid tenant, Work work) -> decltype(work(std::declval<web::Tx&>()))
    {
        auto lease = co_await pool->acquire();
        pg::Entry const entry{tenant, std::nullopt};
        web::Tx tx(std::move(lease), entry);
        auto out = co_await work(tx);
        co_await tx.commit();
        co_return std::move(out);
    }

    static Task<std::vector<Observed>> take(web::Tx& tx, Uuid tenant, std::vector<Seen> all)
    {
        std::vector<Observed> out;
        // What one source says together is taken in together.
        for (std::size_t begin = 0; begin < all.size();) {
            SourceOf of{all[begin].source, all[begin].source_key, all[begin].source_key, std::nullopt};
            auto const from = co_await source(tx, std::move(of));
            std::vector<Observation> part;
            auto end = begin;
            for (; end < all.size() && all[end].source_key == all[begin].source_key; ++end) part.push_back(observation(all[end]));
            auto const taken = co_await observe(tx, tenant, from, std::move(part));
            out.insert(out.end(), taken.begin(), taken.end());
            begin = end;
        }
        co_return out;
    }

    static Observation observation(Seen const& seen)
    {
        Observation out{seen.key, seen.saying.class_key, seen.saying.at, {}, seen.saying.complete};
        for (auto const& [attribute, value] : seen.saying.values) out.attributes.emplace(attribute, json::Raw{text_of(value)});
        return out;
    }
};

}  // namespace mz::cmdb::test
