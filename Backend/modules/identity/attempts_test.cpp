#include "identity/attempts.hpp"

#include "core/clock.hpp"
#include "core/problem.hpp"

#include <gtest/gtest.h>

namespace mz::identity {
namespace {

Timestamp fake_time{1'000'000'000};

class attempts : public ::testing::Test {
protected:
    attempts()
    {
        set_clock([] { return fake_time; });
    }
    ~attempts() override { set_clock(nullptr); }

    // How many wrong passwords were looked at before the first one was not.
    int guess(Attempt const& attempt, int most = 1000)
    {
        for (int i = 0; i < most; ++i) {
            if (!allowed(attempt)) return i;
            guard.failed(attempt);
        }
        return most;
    }
    bool allowed(Attempt const& attempt)
    {
        try {
            guard.check(attempt);
            return true;
        } catch (Problem const& problem) {
            EXPECT_EQ(problem.failure, Failure::too_many_requests);
            EXPECT_TRUE(problem.retry_after);
            return false;
        }
    }
    static Attempt stranger(int i) { return {"ann@example.org", "192.0.2." + std::to_string(i), std::nullopt, false}; }

    web::ThrottleSettings const pair{.login_failures = 10, .login_failure_seconds = 30, .login_throttle_entries = 1000};
    AccountSettings const settings;
    Attempts guard{pair, settings};
};

TEST_F(attempts, one_account_from_one_address_has_ten)
{
    EXPECT_EQ(guess(stranger(1)), 10);
    EXPECT_TRUE(allowed({"bob@example.org", "192.0.2.1", std::nullopt, false}));
    fake_time = fake_time + std::chrono::seconds(30);
    EXPECT_EQ(guess(stranger(1)), 1) << "waiting is enough";
}

TEST_F(attempts, a_list_of_stolen_passwords_tried_from_one_address_is_slowed_down)
{
    int tried = 0;
    for (int i = 0; i < 100; ++i) tried += guess({std::to_string(i) + "@example.org", "192.0.2.1", std::nullopt, false}, 1);
    EXPECT_EQ(tried, settings.login_address_failures);
    EXPECT_TRUE(allowed({"100@example.org", "192.0.2.2", std::nullopt, false}));
}

TEST_F(attempts, many_machines_cannot_guess_one_account_and_cannot_lock_its_owner_out)
{
    int tried = 0;
    for (int i = 0; i < 100; ++i) tried += guess(stranger(i), 1);
    EXPECT_EQ(tried, settings.login_account_failures);
    EXPECT_FALSE(allowed(stranger(200))) << "a stranger waits, whatever the address";

    EXPECT_TRUE(allowed({"ann@example.org", "198.51.100.7", Uuid::v7(), false})) << "the owner's browser, wherever it is";
    EXPECT_TRUE(allowed({"ann@example.org", "198.51.100.8", std::nullopt, true})) << "an address that the account is used from";
    fake_time = fake_time + std::chrono::seconds(settings.login_account_failure_seconds);
    EXPECT_TRUE(allowed(stranger(200))) << "nor is anybody locked out for good";
}

TEST_F(attempts, a_stolen_browser_cookie_is_no_way_to_guess_without_end)
{
    auto const browser = Uuid::v7();
    int tried = 0;
    for (int i = 0; i < 100; ++i) tried += guess({"ann@example.org", "192.0.2." + std::to_string(i), browser, false}, 1);
    EXPECT_EQ(tried, pair.login_failures);
    EXPECT_TRUE(allowed(stranger(200))) << "its failures do not count against others";
}

TEST_F(attempts, a_success_forgives_what_failed_before_from_there)
{
    EXPECT_EQ(guess(stranger(1), 9), 9);
    guard.succeeded(stranger(1));
    EXPECT_EQ(guess(stranger(1)), 10);
}

}  // namespace
}  // namespace mz::identity
