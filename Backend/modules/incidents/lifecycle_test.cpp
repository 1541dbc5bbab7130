#include "lifecycle.hpp"
#include "priority.hpp"

#include <gtest/gtest.h>

#include <array>

namespace mz::incidents {
namespace {

TEST(priority, follows_the_matrix_of_impact_and_urgency)
{
    EXPECT_EQ(priority_of(Level::high, Level::high), Priority::critical);
    EXPECT_EQ(priority_of(Level::high, Level::medium), Priority::high);
    EXPECT_EQ(priority_of(Level::medium, Level::high), Priority::high);
    EXPECT_EQ(priority_of(Level::medium, Level::medium), Priority::medium);
    EXPECT_EQ(priority_of(Level::high, Level::low), Priority::medium);
    EXPECT_EQ(priority_of(Level::low, Level::high), Priority::medium);
    EXPECT_EQ(priority_of(Level::medium, Level::low), Priority::low);
    EXPECT_EQ(priority_of(Level::low, Level::low), Priority::low);
}

TEST(priority, never_falls_when_impact_or_urgency_rises)
{
    constexpr std::array levels{Level::low, Level::medium, Level::high};
    for (auto const level : levels) {
        EXPECT_LE(priority_of(level, Level::low), priority_of(level, Level::medium));
        EXPECT_LE(priority_of(level, Level::medium), priority_of(level, Level::high));
        EXPECT_LE(priority_of(Level::low, level), priority_of(Level::medium, level));
        EXPECT_LE(priority_of(Level::medium, level), priority_of(Level::high, level));
    }
}

TEST(lifecycle, assigning_starts_the_work_and_unassigning_stops_it)
{
    EXPECT_EQ(next(IncidentStatus::open, Action::assign), IncidentStatus::in_progress);
    EXPECT_EQ(next(IncidentStatus::in_progress, Action::assign), IncidentStatus::in_progress);
    EXPECT_EQ(next(IncidentStatus::in_progress, Action::unassign), IncidentStatus::open);
}

TEST(lifecycle, goes_from_open_over_resolved_to_closed_and_back)
{
    EXPECT_EQ(next(IncidentStatus::open, Action::start), IncidentStatus::in_progress);
    EXPECT_EQ(next(IncidentStatus::in_progress, Action::resolve), IncidentStatus::resolved);
    EXPECT_EQ(next(IncidentStatus::open, Action::resolve), IncidentStatus::resolved);
    EXPECT_EQ(next(IncidentStatus::resolved, Action::close), IncidentStatus::closed);
    EXPECT_EQ(next(IncidentStatus::closed, Action::reopen), IncidentStatus::open);
    EXPECT_EQ(next(IncidentStatus::resolved, Action::reopen_assigned), IncidentStatus::in_progress);
}

TEST(lifecycle, what_is_not_resolved_is_neither_closed_nor_reopened)
{
    for (auto const status : {IncidentStatus::open, IncidentStatus::in_progress}) {
        EXPECT_FALSE(next(status, Action::close));
        EXPECT_FALSE(next(status, Action::reopen));
        EXPECT_FALSE(next(status, Action::reopen_assigned));
    }
}

TEST(lifecycle, what_is_over_is_only_closed_or_reopened)
{
    for (auto const action : {Action::start, Action::pause, Action::assign, Action::unassign, Action::edit, Action::resolve}) {
        EXPECT_FALSE(next(IncidentStatus::resolved, action));
        EXPECT_FALSE(next(IncidentStatus::closed, action));
    }
    EXPECT_FALSE(next(IncidentStatus::closed, Action::close));
}

}  // namespace
}  // namespace mz::incidents
