#include "identity/breached.hpp"

#include "net/server.hpp"
#include "net/test_client.hpp"
#include "testing/run_task.hpp"

#include <gtest/gtest.h>

#include <boost/asio/basic_waitable_timer.hpp>

#include <atomic>
#include <mutex>

namespace mz::identity {
namespace {

using Timer = asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>, Executor>;

// As the service answers: the second line is that of `known`, the last is that of "padding only", and has a count of nought.
constexpr auto known = "password";
constexpr auto lines =
    "1D2DA4053E34E76F6576ED1DA63134B5E2A:2\r\n1E4C9B93F3F0682250B6CF8331B7EE68FD8:52256179\r\nA4AB838EDF0892E859BFA0D7DD12EB550A7:0";

class breached : public ::testing::Test {
protected:
    breached()
        : server_({}, [this](net::Worker worker) -> net::Handler {
              return [this, &io = worker.io](net::Request& rq) { return answer(io, rq); };
          })
    {
        server_.start();
    }

    Task<net::Response> answer(asio::io_context& io, net::Request& request)
    {
        if (slow_) {
            Timer timer(io, std::chrono::seconds(1));
            co_await timer.async_wait(use_task);
        }
        {
            std::scoped_lock const lock(mutex_);
            asked_ = request.path + " " + std::string(request.headers.get("Add-Padding"));
        }
        net::Response response;
        response.status = status_;
        response.body = lines;
        co_return response;
    }

    bool knows(std::string const& password)
    {
        BreachSettings settings{"http://127.0.0.1:" + std::to_string(server_.port()), 200};
        asio::io_context io;
        Breached list(io, settings);
        return testing::run_task(io, list.knows(Secret<std::string>(password)));
    }

    std::mutex mutex_;
    std::string asked_;
    std::atomic<bool> slow_ = false;
    std::atomic<int> status_ = 200;
    net::Server server_;
};

TEST_F(breached, five_digits_leave_and_the_rest_is_compared_here)
{
    EXPECT_TRUE(knows(known));
    EXPECT_EQ(asked_, "/range/5BAA6 true");
    EXPECT_FALSE(knows("unheard"));
}

TEST_F(breached, what_is_there_for_padding_was_never_seen)
{
    EXPECT_FALSE(knows("padding only"));
    EXPECT_EQ(asked_, "/range/FB977 true");
}

TEST_F(breached, nobody_waits_for_a_list_that_is_away)
{
    slow_ = true;
    auto const since = std::chrono::steady_clock::now();
    EXPECT_FALSE(knows(known));
    EXPECT_LT(std::chrono::steady_clock::now() - since, std::chrono::milliseconds(900));
    slow_ = false;
    status_ = 503;
    EXPECT_FALSE(knows(known));
}

TEST_F(breached, nobody_is_asked_where_no_list_is_configured)
{
    asio::io_context io;
    Breached list(io, {});
    EXPECT_FALSE(testing::run_task(io, list.knows(Secret<std::string>(known))));
    EXPECT_EQ(asked_, "");
}

}  // namespace
}  // namespace mz::identity
