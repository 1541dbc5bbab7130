#include "collectors/programs.hpp"

#include "agent/process.hpp"
#include "core/log.hpp"
#include "spool/event.hpp"

#include <system_error>

namespace mz::edge {
namespace {

constexpr int no_exit_code = -1;

}  // namespace

Task<Answer> Programs::ask(std::vector<std::string> arguments, std::optional<std::chrono::seconds> timeout)
{
    auto const program = arguments.at(0);
    auto const limit = timeout.value_or(std::chrono::seconds(settings_.edge_program_timeout_seconds));
    std::optional<Outcome> outcome;
    try {
        outcome =
            co_await run_process(io_, std::move(arguments), limit, settings_.edge_program_max_output_bytes, Errors::discard, Priority::low);
    } catch (std::system_error const& error) {
        // One that this user may not run is none either.
        bool const none = error.code() == std::errc::no_such_file_or_directory || error.code() == std::errc::permission_denied;
        if (!none) throw;
        if (missing_.insert(program).second) log::info("this machine does not have a program that tells about it", {{"program", program}});
        co_return Answer{true, 0, {}};
    }
    bool const whole = !outcome->timed_out && !outcome->truncated;
    if (!whole) log::warn("a program was stopped", {{"program", program}, {"late", outcome->timed_out}, {"long", outcome->truncated}});
    co_return Answer{false, whole ? outcome->exit_code : no_exit_code, std::move(outcome->output)};
}

}  // namespace mz::edge
