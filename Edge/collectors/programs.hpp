#pragma once
#include "core/task.hpp"

#include <boost/describe.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace mz::edge {

struct ProgramSettings {
    std::int64_t edge_program_timeout_seconds = 60;  // for a program that tells about the machine
    std::size_t edge_program_max_output_bytes = 8 * 1024 * 1024;
};
BOOST_DESCRIBE_STRUCT(ProgramSettings, (), (edge_program_timeout_seconds, edge_program_max_output_bytes))

// What a program said. A machine need not have it: that is another thing than one that failed, of which nothing can be concluded.
struct Answer {
    bool missing = false;
    int exit_code = 0;
    std::string output;

    bool well() const { return !missing && exit_code == 0; }
};

// Runs the programs that tell about the machine: without a shell, behind everything else that runs, for a limited time.
class Programs {
public:
    Programs(asio::io_context& io, ProgramSettings settings) : io_(io), settings_(settings) {}

    // Says once that a program is missing, and each time that one had to be stopped. An answer that was cut off counts as failed.
    Task<Answer> ask(std::vector<std::string> arguments, std::optional<std::chrono::seconds> timeout = {});

private:
    asio::io_context& io_;
    ProgramSettings settings_;
    std::set<std::string> missing_;
};

}  // namespace mz::edge
