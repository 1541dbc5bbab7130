#include "web/user_agent.hpp"

#include <gtest/gtest.h>

namespace mz::web {
namespace {

TEST(user_agent, names_the_browser_and_the_system)
{
    EXPECT_EQ(device_of("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36"),
              "Chrome, Windows");
    EXPECT_EQ(device_of("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0"),
              "Edge, Windows");
    EXPECT_EQ(device_of("Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0"), "Firefox, Linux");
    EXPECT_EQ(
        device_of("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile/15E148 Safari/604.1"),
        "Safari, iPhone");
    EXPECT_EQ(device_of("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/131.0.0.0 Mobile Safari/537.36"), "Chrome, Android");
    EXPECT_EQ(device_of("Mozilla/5.0 (Macintosh; Intel Mac OS X 14_7) AppleWebKit/605.1.15 Version/18.1 Safari/605.1.15"), "Safari, macOS");
}

TEST(user_agent, a_program_is_called_what_it_calls_itself)
{
    EXPECT_EQ(device_of("curl/7.88.1"), "curl");
    EXPECT_EQ(device_of(""), "");
}

}  // namespace
}  // namespace mz::web
