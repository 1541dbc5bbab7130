#include "identity/test_cloud.hpp"

#include "net/test_client.hpp"

#include <algorithm>
#include <thread>

namespace mz::identity::test {
namespace {

constexpr auto owner = "owner@alder.example";
constexpr auto firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0";

class sessions : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        cloud = std::make_unique<TestCloud>();
        alder = cloud->make_tenant("Alder");
        by_owner = cloud->token(owner);
    }
    static void TearDownTestSuite() { cloud.reset(); }

    static std::string access_of(Answer const& answer)
    {
        EXPECT_EQ(answer.status, 200) << answer.body;
        return std::string(answer.json().at("access_token").as_string());
    }
    static Answer log_in_with(std::string const& email, std::string const& cookie)
    {
        testing::Exchange exchange{
            "POST", "/api/v1/auth/login", bj::serialize(bj::object{{"email", email}, {"password", pass_phrase}}), {}};
        exchange.headers = {{"Content-Type", "application/json"}, {"User-Agent", firefox}};
        if (!cookie.empty()) exchange.headers["Cookie"] = cookie;
        return testing::exchange(cloud->server->port(), exchange);
    }
    static bj::array list(std::string const& by) { return cloud->get("/api/v1/me/sessions", by).json().at("items").as_array(); }
    static std::string current(bj::array const& items)
    {
        auto const found = std::ranges::find_if(items, [](auto const& item) { return item.at("current").as_bool(); });
        return found == items.end() ? "" : std::string(found->at("id").as_string());
    }

    static inline std::unique_ptr<TestCloud> cloud;
    static inline licensing::TenantDocument alder;
    static inline std::string by_owner;
};

// A WebSocket of a signed-in person that says nothing and waits for the other side to close.
class Socket : public net::TestClient {
public:
    Socket(std::uint16_t port, std::string const& token) : TestClient(port)
    {
        send("GET " + std::string(live_path) + "?token=" + token +
             " HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
             "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        EXPECT_TRUE(receive_until("\r\n\r\n").starts_with("HTTP/1.1 101"));
    }
    // The code of the close frame; 0 where none comes within ten seconds.
    int closed()
    {
        auto const frame = receive_exactly(4);
        if (frame.size() < 4 || static_cast<std::uint8_t>(frame[0]) != 0x88) return 0;
        return static_cast<std::uint8_t>(frame[2]) * 256 + static_cast<std::uint8_t>(frame[3]);
    }
};

TEST_F(sessions, show_the_device_the_address_and_how_long_they_last)
{
    cloud->make_user(by_owner, "seen@alder.example", "agent");
    auto const access = access_of(log_in_with("seen@alder.example", ""));
    auto const items = list(access);
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(items[0].at("device"), "Firefox, Linux");
    EXPECT_EQ(items[0].at("address"), "127.0.0.1");
    EXPECT_EQ(items[0].at("tenant_name"), "Alder");
    EXPECT_EQ(items[0].at("current"), true);
    EXPECT_LT(items[0].at("idle_at").as_string(), items[0].at("expires_at").as_string());
}

TEST_F(sessions, one_ends_and_the_others_stay)
{
    cloud->make_user(by_owner, "several@alder.example", "agent");
    auto const here = cloud->token("several@alder.example");
    auto const there = cloud->token("several@alder.example");
    auto const third = cloud->token("several@alder.example");
    ASSERT_EQ(list(here).size(), 3U);
    EXPECT_EQ(cloud->call("DELETE", "/api/v1/me/sessions/" + current(list(there)), {}, here).status, 204);
    EXPECT_EQ(cloud->get("/api/v1/me", there).status, 401);
    EXPECT_EQ(cloud->get("/api/v1/me", third).status, 200);
    EXPECT_EQ(cloud->call("POST", "/api/v1/me/sessions/end-others", {}, here).status, 204);
    EXPECT_EQ(cloud->get("/api/v1/me", third).status, 401);
    EXPECT_EQ(list(here).size(), 1U);
    auto const foreign = cloud->call("DELETE", "/api/v1/me/sessions/" + current(list(by_owner)), {}, here);
    EXPECT_EQ(foreign.status, 404) << "somebody else's session does not exist";
}

TEST_F(sessions, are_those_of_all_tenants_of_the_person)
{
    auto const birch = cloud->make_tenant("Birch");
    cloud->make_user(by_owner, "both@alder.example", "agent");
    auto const in_alder = cloud->token("both@alder.example");
    bj::object const body{{"email", "both@alder.example"}, {"display_name", "Both"}, {"role", "auditor"}};
    auto const invited = cloud->call("POST", "/api/v1/users", body, cloud->token("owner@birch.example"));
    EXPECT_EQ(cloud->set_up(std::string(invited.json().at("setup_token").as_string())).status, 204);
    bj::object const into{{"email", "both@alder.example"}, {"password", pass_phrase}, {"tenant_id", birch.tenant.id.to_string()}};
    auto const in_birch = access_of(cloud->call("POST", "/api/v1/auth/login", into));
    EXPECT_EQ(list(in_alder).size(), 2U);
    EXPECT_EQ(cloud->call("POST", "/api/v1/me/sessions/end-others", {}, in_birch).status, 204);
    EXPECT_EQ(cloud->get("/api/v1/me", in_alder).status, 401);
}

TEST_F(sessions, an_administrator_sees_and_ends_those_of_a_user)
{
    auto const id = cloud->make_user(by_owner, "watched@alder.example", "agent");
    auto const access = cloud->token("watched@alder.example");
    cloud->token("watched@alder.example");
    auto const path = "/api/v1/users/" + id + "/sessions";
    EXPECT_EQ(cloud->get(path, access).status, 403) << "an agent may not look at others";
    auto const items = cloud->get(path, by_owner).json().at("items").as_array();
    ASSERT_EQ(items.size(), 2U);
    EXPECT_EQ(cloud->call("POST", path + "/end", {{"session_id", items[0].at("id")}}, by_owner).status, 204);
    EXPECT_EQ(cloud->get(path, by_owner).json().at("items").as_array().size(), 1U);
    EXPECT_EQ(cloud->call("POST", path + "/end", {}, by_owner).status, 204);
    EXPECT_EQ(cloud->get("/api/v1/me", access).status, 401);

    cloud->make_user(by_owner, "deputy@alder.example", "admin");
    auto const owner_id = std::string(cloud->get("/api/v1/me", by_owner).json().at("id").as_string());
    auto const too_high = cloud->call("POST", "/api/v1/users/" + owner_id + "/sessions/end", {}, cloud->token("deputy@alder.example"));
    EXPECT_EQ(too_high.status, 403);
}

TEST_F(sessions, a_sign_in_from_a_new_browser_is_told_by_letter)
{
    auto const email = "told@alder.example";
    cloud->make_user(by_owner, email, "agent");
    EXPECT_EQ(log_in_with(email, "").status, 200);
    EXPECT_EQ(cloud->letters<mail::NewSignIn>(email).size(), 0U) << "the very first is no news";
    EXPECT_EQ(log_in_with(email, "").status, 200);
    auto const letters = cloud->letters<mail::NewSignIn>(email);
    ASSERT_EQ(letters.size(), 1U);
    EXPECT_EQ(letters[0].device, "Firefox, Linux");
    EXPECT_EQ(letters[0].place, "127.0.0.1");
}

// All cookies of an answer, as a browser would send them back.
std::string cookies_of(std::uint16_t port, std::string const& email)
{
    net::TestClient client(port);
    auto const body = bj::serialize(bj::object{{"email", email}, {"password", pass_phrase}});
    client.send("POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: " +
                std::to_string(body.size()) + "\r\n\r\n" + body);
    auto const answer = client.response();
    std::string out;
    for (std::size_t at = 0; (at = answer.find("Set-Cookie: ", at)) != std::string::npos;) {
        at += 12;
        out += (out.empty() ? "" : "; ") + answer.substr(at, answer.find(';', at) - at);
    }
    return out;
}

TEST_F(sessions, a_browser_that_signed_in_before_is_known_until_the_password_changes)
{
    auto const email = "known@alder.example";
    cloud->make_user(by_owner, email, "agent");
    auto const cookies = cookies_of(cloud->server->port(), email);
    EXPECT_NE(cookies.find("monozu_browser_"), std::string::npos) << cookies;
    auto const access = access_of(log_in_with(email, cookies));
    EXPECT_EQ(cloud->letters<mail::NewSignIn>(email).size(), 0U);
    bj::object const change{{"current_password", pass_phrase}, {"new_password", "seven quiet wagons of plum"}};
    EXPECT_EQ(cloud->call("POST", "/api/v1/me/password", change, access).status, 204);
    bj::object const back{{"current_password", "seven quiet wagons of plum"}, {"new_password", pass_phrase}};
    EXPECT_EQ(cloud->call("POST", "/api/v1/me/password", back, access).status, 204);
    EXPECT_EQ(log_in_with(email, cookies).status, 200);
    EXPECT_EQ(cloud->letters<mail::NewSignIn>(email).size(), 1U);
}

TEST_F(sessions, the_browser_of_an_account_gets_in_while_strangers_are_kept_out)
{
    auto const email = "besieged@alder.example";
    cloud->make_user(by_owner, email, "agent");
    auto const cookies = cookies_of(cloud->server->port(), email);
    int refused = 0;
    for (int i = 0; i < 12; ++i) refused += cloud->log_in(email, "guess").status == 429;
    EXPECT_GT(refused, 0);
    EXPECT_EQ(cloud->log_in(email).status, 429) << "even with the password, from here";
    EXPECT_EQ(log_in_with(email, cookies).status, 200);
}

TEST_F(sessions, when_somebody_was_last_seen_is_written_once_in_a_while)
{
    auto const id = cloud->make_user(by_owner, "busy@alder.example", "agent");
    auto const access = cloud->token("busy@alder.example");
    auto const seen = [&] { return cloud->value("select last_seen_at from identity.memberships where person_id = '" + id + "'"); };
    auto const first = seen();
    cloud->get("/api/v1/me", access);
    EXPECT_EQ(seen(), first);
    auto connection = cloud->database.connect_superuser();
    connection.run("update identity.memberships set last_seen_at = last_seen_at - interval '2 minutes' where person_id = '" + id + "'");
    cloud->get("/api/v1/me", access);
    EXPECT_GT(seen(), first);
    EXPECT_NE(cloud->get("/api/v1/users/" + id, by_owner).json().at("last_seen_at"), nullptr);
}

TEST(session_settings, whatever_ends_a_session_takes_effect_within_ten_seconds)
{
    EXPECT_LT(Settings{}.session_check_seconds + web::AppSettings{}.websocket_check_seconds, 10);
}

TEST_F(sessions, a_socket_closes_when_its_session_ends)
{
    cloud->make_user(by_owner, "live1@alder.example", "auditor");
    auto const access = cloud->token("live1@alder.example");
    Socket socket(cloud->server->port(), access);
    EXPECT_EQ(cloud->call("DELETE", "/api/v1/me/sessions/" + current(list(access)), {}, access).status, 204);
    EXPECT_EQ(socket.closed(), 4401);
}

TEST_F(sessions, a_socket_closes_when_its_person_is_deactivated)
{
    auto const id = cloud->make_user(by_owner, "live2@alder.example", "auditor");
    Socket socket(cloud->server->port(), cloud->token("live2@alder.example"));
    EXPECT_EQ(cloud->call("PATCH", "/api/v1/users/" + id, {{"active", false}}, by_owner).status, 200);
    EXPECT_EQ(socket.closed(), 4401);
}

TEST_F(sessions, a_socket_closes_when_the_role_lost_the_permission)
{
    auto const id = cloud->make_user(by_owner, "live3@alder.example", "auditor");
    auto const access = cloud->token("live3@alder.example");
    Socket socket(cloud->server->port(), access);
    EXPECT_EQ(cloud->call("PATCH", "/api/v1/users/" + id, {{"role", "agent"}}, by_owner).status, 200);
    EXPECT_EQ(socket.closed(), 4401);
    EXPECT_EQ(cloud->get("/api/v1/me", access).status, 200) << "the session itself goes on";
}

TEST_F(sessions, a_socket_closes_when_its_tenant_is_suspended)
{
    auto cedar = cloud->make_tenant("Cedar");
    Socket socket(cloud->server->port(), cloud->token("owner@cedar.example"));
    cedar.revision = 2;
    cedar.tenant.status = licensing::TenantStatus::suspended;
    ASSERT_EQ(cloud->push(cedar).status, 200);
    EXPECT_EQ(socket.closed(), 4401);
}

}  // namespace
}  // namespace mz::identity::test
