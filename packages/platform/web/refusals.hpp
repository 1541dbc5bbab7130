#pragma once
#include "pg/connection.hpp"
#include "web/audit.hpp"

#include <chrono>
#include <memory>
#include <string>
#include <unordered_map>

namespace mz::net {
class Background;
}

namespace mz::web {

// Writes what was refused to the audit log, each row in a transaction of its own and beside the answer: nobody learns from the time that an
// answer takes whether there was something to write, and a database that is away refuses no better or worse. One caller fills at most
// `per_minute` rows a minute; what they try beyond that is counted and summed up in one row when the minute is over. A server that drains
// has all of it written first. One for each worker.
class Refusals : public std::enable_shared_from_this<Refusals> {
public:
    Refusals(asio::io_context& io, std::shared_ptr<pg::Pool> pool, int per_minute);

    // `entry` says who, what and from where; its `changes` become the reason.
    void note(AuditEntry entry, std::string reason);

private:
    struct Minute {
        std::chrono::steady_clock::time_point ends;
        int written = 0;
        long more = 0;
    };
    static Task<void> write(std::shared_ptr<Refusals> self, AuditEntry entry);
    static Task<void> sum_up(std::shared_ptr<Refusals> self, std::string key, AuditEntry entry, std::string reason);
    void forget_past();

    net::Background& background_;
    std::shared_ptr<pg::Pool> pool_;
    int per_minute_;
    std::unordered_map<std::string, Minute> minutes_;
};

}  // namespace mz::web
