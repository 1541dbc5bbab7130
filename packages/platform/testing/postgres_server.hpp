#pragma once
#include "core/secret.hpp"

#include <sys/types.h>
#include <filesystem>
#include <string>

namespace mz::testing {

// A PostgreSQL of the test's own, for tests that kill, freeze and restart it. Reached by a socket in a temporary folder only; the superuser
// is `postgres` and the server asks for no password. Everything is gone when it goes out of scope.
class PostgresServer {
public:
    PostgresServer();  // started, about a second for initdb
    ~PostgresServer();
    PostgresServer(PostgresServer const&) = delete;
    PostgresServer& operator=(PostgresServer const&) = delete;

    Secret<std::string> url() const;

    void start();   // returns when it is ready
    void stop();    // SIGINT: sessions end with a message
    void kill();    // kill -9 of the server and every session, as when the machine loses power
    void freeze();  // SIGSTOP of all of them, as when the machine hangs
    void thaw();

private:
    void signal_all(int signal);

    std::filesystem::path folder_;
    pid_t pid_ = -1;
};

}  // namespace mz::testing
