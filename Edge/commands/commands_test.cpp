#include "commands/ledger.hpp"
#include "commands/runner.hpp"
#include "spool/file.hpp"
#include "testing/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <fstream>

namespace mz::edge {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

class Commands : public ::testing::Test {
protected:
    Commands() { settings.edge_command_snap = folder / "snap"; }

    static Command command(std::string name, std::string args = "{}")
    {
        return {Uuid::v7(), std::move(name), {std::move(args)}, now() + 60s};
    }

    void make_snap(std::string const& script)
    {
        std::ofstream(folder / "snap") << "#!/bin/sh\n" << script << "\n";
        fs::permissions(folder / "snap", fs::perms::owner_all);
    }

    CommandResult run(Command what)
    {
        asio::io_context io;
        auto const collect = []() -> Task<CommandResult> { co_return CommandResult{ResultStatus::succeeded, 0, "collected"}; };
        auto const discover = [](std::string network, std::string method) -> Task<CommandResult> {
            co_return CommandResult{ResultStatus::succeeded, 0, method + " of " + network};
        };
        CommandRunner runner(io, settings, {collect, collect, discover});
        CommandResult out;
        auto const task = [&]() -> Task<void> { out = co_await runner.run(what); };
        asio::co_spawn(io, task, asio::detached);
        io.run();
        return out;
    }

    mz::testing::TemporaryFolder const temporary{"edge-commands"};
    fs::path const folder = temporary.path();
    CommandSettings settings;
};

TEST_F(Commands, a_command_is_known_once_and_goes_through_its_states)
{
    Ledger ledger(folder / "c", 10);
    auto const first = command("collect_now");
    auto const second = command("restart_agent");
    EXPECT_TRUE(ledger.add(first));
    EXPECT_TRUE(ledger.add(second));
    EXPECT_FALSE(ledger.add(first));
    ASSERT_EQ(ledger.received().size(), 2U);
    EXPECT_EQ(ledger.received()[0].id, first.id);
    ledger.start(first.id);
    ledger.finish(first.id, {ResultStatus::succeeded, 0, "done"});
    EXPECT_EQ(ledger.received().size(), 1U);
    ASSERT_EQ(ledger.unreported().size(), 1U);
    ledger.report(first.id);
    EXPECT_TRUE(ledger.unreported().empty());
    EXPECT_FALSE(ledger.add(first)) << "delivered again after it was reported";
}

TEST_F(Commands, after_a_crash_what_was_started_has_failed_and_what_was_not_is_still_to_run)
{
    auto const started = command("update_snap");
    auto const waiting = command("collect_now");
    auto const finished = command("collect_now");
    {
        Ledger ledger(folder / "c", 10);
        for (auto const& each : {started, waiting, finished}) ledger.add(each);
        ledger.start(started.id);
        ledger.start(finished.id);
        ledger.finish(finished.id, {ResultStatus::succeeded, 0, "done"});
    }
    Ledger ledger(folder / "c", 10);
    ASSERT_EQ(ledger.received().size(), 1U);
    EXPECT_EQ(ledger.received()[0].id, waiting.id);
    auto const results = ledger.unreported();
    ASSERT_EQ(results.size(), 2U);
    EXPECT_EQ(results[0].second.status, ResultStatus::failed);
    EXPECT_TRUE(results[0].second.output.starts_with("interrupted"));
    EXPECT_EQ(results[1].second.output, "done");
    EXPECT_FALSE(ledger.add(started));
}

TEST_F(Commands, old_commands_are_forgotten_but_none_that_is_not_reported)
{
    Ledger ledger(folder / "c", 3);
    auto const open = command("collect_now");
    ledger.add(open);
    for (int i = 0; i < 10; ++i) {
        auto const each = command("collect_now");
        ledger.add(each);
        ledger.start(each.id);
        ledger.finish(each.id, {});
        ledger.report(each.id);
    }
    EXPECT_EQ(std::distance(fs::directory_iterator(folder / "c"), fs::directory_iterator()), 4);
    EXPECT_EQ(ledger.received().size(), 1U);
}

TEST_F(Commands, a_machine_without_snapd_says_so)
{
    auto const result = run(command("update_snap", R"({"name":"monozu-edge"})"));
    EXPECT_EQ(result.status, ResultStatus::failed);
    EXPECT_EQ(result.output, "snapd is not installed on this machine");
}

TEST_F(Commands, snap_is_run_without_a_shell_and_its_code_and_output_are_the_result)
{
    make_snap("echo \"$# $@\"; echo oops >&2; exit 3");
    auto result = run(command("update_snap", R"({"name":"monozu-edge"})"));
    EXPECT_EQ(result.status, ResultStatus::failed);
    EXPECT_EQ(result.exit_code, 3);
    EXPECT_EQ(result.output, "2 refresh monozu-edge\noops\n");
    make_snap("echo $#");
    result = run(command("update_snap"));
    EXPECT_EQ(result.status, ResultStatus::succeeded);
    EXPECT_EQ(result.output, "1\n");
}

TEST_F(Commands, arguments_that_are_no_snap_names_never_reach_the_command_line)
{
    make_snap("touch " + (folder / "ran").string());
    for (auto const* args : {R"({"name":"--all"})", R"({"name":"a;b"})", R"({"name":"a b"})", R"({"name":"../x"})", R"({"name":7})",
                             R"({"other":"x"})", "[]", "7"}) {
        EXPECT_EQ(run(command("update_snap", args)).status, ResultStatus::failed) << args;
    }
    EXPECT_EQ(run(command("collect_now", R"({"x":1})")).status, ResultStatus::failed);
    EXPECT_FALSE(fs::exists(folder / "ran"));
    EXPECT_TRUE(is_snap_name("core22"));
    EXPECT_TRUE(is_snap_name("monozu-edge_two"));
}

TEST_F(Commands, output_and_time_are_bounded_and_children_do_not_survive)
{
    settings.edge_command_max_output_bytes = 1000;
    make_snap("yes | head -c 100000");
    auto const long_output = run(command("update_snap"));
    EXPECT_EQ(long_output.status, ResultStatus::succeeded);
    EXPECT_LT(long_output.output.size(), 1100U);
    settings.edge_command_timeout_seconds = 1;
    make_snap("sleep 100 & echo $! > " + (folder / "child").string() + "; wait");
    auto const start = std::chrono::steady_clock::now();
    auto const slow = run(command("update_snap"));
    EXPECT_LT(std::chrono::steady_clock::now() - start, 5s);
    EXPECT_EQ(slow.status, ResultStatus::failed);
    EXPECT_NE(slow.output.find("stopped after 1 s"), std::string::npos);
    ::usleep(50'000);
    auto const child = read_file(folder / "child")->substr(0, read_file(folder / "child")->find('\n'));
    auto const status = read_file("/proc/" + child + "/stat");
    EXPECT_TRUE(!status || status->find(") Z ") != std::string::npos);
}

TEST_F(Commands, unknown_commands_fail_and_others_answer)
{
    EXPECT_EQ(run(command("format_disk")).status, ResultStatus::failed);
    EXPECT_EQ(run(command("collect_now")).output, "collected");
    EXPECT_EQ(run(command("collect_inventory")).output, "collected");
    EXPECT_EQ(run(command("collect_inventory", R"({"section":"disks"})")).status, ResultStatus::failed);
    EXPECT_EQ(run(command("discover_network", R"({"network":"10.0.0.0/24","method":"hosts"})")).output, "hosts of 10.0.0.0/24");
    EXPECT_EQ(run(command("discover_network", R"({"network":"10.0.0.0/24","rate":"9"})")).status, ResultStatus::failed);
    EXPECT_EQ(run(command("restart_agent", "null")).status, ResultStatus::succeeded);
}

}  // namespace
}  // namespace mz::edge
