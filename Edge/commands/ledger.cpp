#include "commands/ledger.hpp"

#include "core/log.hpp"
#include "core/problem.hpp"
#include "json/read.hpp"
#include "json/write.hpp"
#include "spool/file.hpp"

#include <algorithm>
#include <system_error>

namespace mz::edge {

namespace fs = std::filesystem;

Ledger::Ledger(fs::path folder, std::size_t history) : folder_(std::move(folder)), history_(history)
{
    fs::create_directories(folder_);
    for (auto const& file : fs::directory_iterator(folder_)) {
        if (file.path().extension() != ".json") continue;
        try {
            auto entry = json::read_text<CommandEntry>(read_file(file.path()).value_or(""));
            entries_.emplace(entry.command.id, std::move(entry));
        } catch (Problem const& problem) {
            log::error("cannot read what became of a command", {{"file", file.path().string()}, {"reason", problem.what()}});
        }
    }
    for (auto const& [id, entry] : entries_) {
        if (entry.state != CommandState::started) continue;
        log::warn("a command was interrupted", {{"command", entry.command.command}, {"id", id}});
        finish(id, {ResultStatus::failed, {}, "interrupted: the agent stopped while the command was running"});
    }
}

bool Ledger::add(Command command)
{
    auto const id = command.id;
    if (entries_.contains(id)) return false;
    CommandEntry entry{std::move(command), CommandState::received, {}};
    save(entry);
    entries_.emplace(id, std::move(entry));
    return true;
}

void Ledger::start(Uuid id)
{
    auto& entry = entries_.at(id);
    entry.state = CommandState::started;
    save(entry);
}

void Ledger::finish(Uuid id, CommandResult result)
{
    auto& entry = entries_.at(id);
    entry.state = CommandState::finished;
    entry.result = std::move(result);
    save(entry);
}

void Ledger::report(Uuid id)
{
    auto& entry = entries_.at(id);
    entry.state = CommandState::reported;
    save(entry);
    forget_the_oldest();
}

std::vector<Command> Ledger::received() const
{
    std::vector<Command> out;
    for (auto const& [id, entry] : entries_) {
        if (entry.state == CommandState::received) out.push_back(entry.command);
    }
    return out;
}

std::vector<std::pair<Uuid, CommandResult>> Ledger::unreported() const
{
    std::vector<std::pair<Uuid, CommandResult>> out;
    for (auto const& [id, entry] : entries_) {
        if (entry.state == CommandState::finished && entry.result) out.emplace_back(id, *entry.result);
    }
    return out;
}

void Ledger::save(CommandEntry const& entry) const
{
    write_atomically(folder_ / (entry.command.id.to_string() + ".json"), json::write(entry));
}

void Ledger::forget_the_oldest()
{
    auto const reported = [](auto const& entry) { return entry.second.state == CommandState::reported; };
    for (auto count = static_cast<std::size_t>(std::ranges::count_if(entries_, reported)); count > history_; --count) {
        auto const oldest = std::ranges::find_if(entries_, reported);
        std::error_code ignored;
        fs::remove(folder_ / (oldest->first.to_string() + ".json"), ignored);
        entries_.erase(oldest);
    }
}

}  // namespace mz::edge
