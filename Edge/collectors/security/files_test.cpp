#include "collectors/security/files.hpp"
#include "testing/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>

#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace mz::edge {
namespace {

namespace fs = std::filesystem;

class WatchedFiles : public ::testing::Test {
protected:
    WatchedFiles()
    {
        fs::create_directories(folder + "/ssh");
        write("passwd", "root");
        write("ssh/sshd_config", "Port 22");
        settings.edge_watch_paths = {folder + "/passwd", folder + "/sudoers", folder + "/ssh"};
    }

    void write(std::string const& name, std::string const& text) { std::ofstream(folder + "/" + name) << text; }

    mz::testing::TemporaryFolder const temporary{"edge-files"};
    std::string const folder = temporary.path().string();
    WatchSettings settings;
};

TEST_F(WatchedFiles, the_first_scan_ever_only_takes_note)
{
    FileMonitor monitor(settings, {});
    EXPECT_TRUE(monitor.scan().empty());
    EXPECT_TRUE(monitor.changed());
    EXPECT_EQ(monitor.baseline().files.size(), 3U);
    EXPECT_EQ(monitor.baseline().files.at(folder + "/passwd").sha256, "4813494d137e1631bba301d5acab6e7bb7aa74ce1185d456565ef51d737677b2");
    EXPECT_TRUE(monitor.scan().empty());
    EXPECT_FALSE(monitor.changed());
}

TEST_F(WatchedFiles, changes_creations_removals_and_permissions_are_told_apart_and_told_once)
{
    FileMonitor monitor(settings, {});
    monitor.scan();
    write("passwd", "root2");
    write("sudoers", "all");
    fs::remove(folder + "/ssh/sshd_config");
    fs::permissions(folder + "/ssh", fs::perms::owner_all);
    auto const alerts = monitor.scan();
    ASSERT_EQ(alerts.size(), 4U);
    EXPECT_EQ(alerts[0].alert.rule, "watched-file-changed");
    EXPECT_EQ(alerts[0].alert.title, folder + "/passwd was changed");
    EXPECT_EQ(alerts[0].alert.severity, Severity::medium);
    EXPECT_EQ(alerts[1].alert.rule, "watched-file-permissions-changed");
    EXPECT_EQ(alerts[2].alert.rule, "watched-file-created");
    EXPECT_EQ(alerts[2].alert.severity, Severity::high) << "sudoers";
    EXPECT_EQ(alerts[3].alert.rule, "watched-file-removed");
    EXPECT_FALSE(alerts[3].changes.at(0).state);
    auto const detail = boost::json::parse(alerts[0].alert.detail.text);
    EXPECT_NE(detail.at("before").at("sha256"), detail.at("after").at("sha256"));
    EXPECT_FALSE(detail.at("while_agent_was_stopped").as_bool());
    EXPECT_TRUE(monitor.scan().empty());
}

TEST_F(WatchedFiles, a_change_that_keeps_size_and_time_is_still_seen)
{
    FileMonitor monitor(settings, {});
    monitor.scan();
    auto const time = fs::last_write_time(folder + "/passwd");
    write("passwd", "ROOT");
    fs::last_write_time(folder + "/passwd", time);
    EXPECT_EQ(monitor.scan().size(), 1U);
}

TEST_F(WatchedFiles, what_changed_while_the_agent_was_stopped_is_noticed)
{
    FileMonitor before(settings, {});
    before.scan();
    write("ssh/sshd_config", "Port 23");
    FileMonitor after(settings, before.baseline());
    auto const alerts = after.scan();
    ASSERT_EQ(alerts.size(), 1U);
    EXPECT_EQ(alerts[0].alert.severity, Severity::high);
    EXPECT_TRUE(boost::json::parse(alerts[0].alert.detail.text).at("while_agent_was_stopped").as_bool());
}

TEST_F(WatchedFiles, a_path_newly_watched_or_no_longer_watched_is_no_change)
{
    FileMonitor before(settings, {});
    before.scan();
    write("group", "g");
    settings.edge_watch_paths = {folder + "/group", folder + "/ssh/"};
    FileMonitor after(settings, before.baseline());
    EXPECT_TRUE(after.scan().empty());
    EXPECT_EQ(after.baseline().files.count(folder + "/passwd"), 0U);
    write("group", "changed");
    EXPECT_EQ(after.scan().size(), 1U);
}

TEST_F(WatchedFiles, a_file_that_everyone_may_write_is_critical)
{
    FileMonitor monitor(settings, {});
    monitor.scan();
    fs::permissions(folder + "/passwd", fs::perms(0666));
    auto const alerts = monitor.scan();
    ASSERT_EQ(alerts.size(), 1U);
    EXPECT_EQ(alerts[0].alert.severity, Severity::critical);
    EXPECT_EQ(alerts[0].alert.title, "The mode of " + folder + "/passwd was changed from 0644 to 0666");
}

TEST_F(WatchedFiles, a_link_or_a_pipe_in_a_files_place_is_a_change_and_holds_nothing_up)
{
    FileMonitor monitor(settings, {});
    monitor.scan();
    fs::remove(folder + "/passwd");
    fs::create_symlink("/dev/zero", folder + "/passwd");
    fs::remove(folder + "/ssh/sshd_config");
    ASSERT_EQ(::mkfifo((folder + "/ssh/sshd_config").c_str(), 0600), 0);
    EXPECT_EQ(monitor.scan().size(), 2U);
}

TEST_F(WatchedFiles, many_changes_at_once_become_one_alert_and_what_editors_leave_none)
{
    FileMonitor monitor(settings, {});
    monitor.scan();
    write("ssh/.sshd_config.swp", "x");
    EXPECT_TRUE(monitor.scan().empty());
    for (int i = 0; i < 100; ++i) write("ssh/key" + std::to_string(i), "k");
    auto const alerts = monitor.scan();
    ASSERT_EQ(alerts.size(), 1U);
    EXPECT_EQ(alerts[0].alert.title, "100 watched files were changed at once");
    EXPECT_EQ(alerts[0].changes.size(), 100U);
    EXPECT_TRUE(monitor.scan().empty());
}

}  // namespace
}  // namespace mz::edge
