#include "identity/test_cloud.hpp"

#include <future>

namespace mz::identity::test {
namespace {

class places : public ::testing::Test {
protected:
    void SetUp() override
    {
        alder = cloud.make_tenant("Alder");
        by_owner = cloud.token("owner@alder.example");
    }

    // Pushes the licence again with room for this many people.
    void allow(int users)
    {
        alder.license->limits["users"] = users;
        alder.revision += 1;
        EXPECT_EQ(cloud.push(alder).status, 200);
    }
    Answer add(std::string const& name) const
    {
        return cloud.call("POST", "/api/v1/users", {{"email", name + "@alder.example"}, {"display_name", name}, {"role", "agent"}},
                          by_owner);
    }
    Answer set_active(std::string const& id, bool active) const
    {
        return cloud.call("PATCH", "/api/v1/users/" + id, {{"active", active}}, by_owner);
    }
    std::string active() const { return cloud.value("select count(*) from identity.memberships where active"); }

    TestCloud cloud;
    licensing::TenantDocument alder;
    std::string by_owner;
};

TEST_F(places, no_more_users_are_added_than_the_licence_allows_whoever_comes_first)
{
    allow(3);
    std::vector<std::future<Answer>> attempts;
    for (int i = 0; i < 6; ++i) attempts.push_back(std::async(std::launch::async, [&, i] { return add("agent" + std::to_string(i)); }));
    int added = 0;
    for (auto& attempt : attempts) {
        auto const answer = attempt.get();
        added += answer.status == 201;
        if (answer.status == 201) continue;
        EXPECT_EQ(answer.status, 409);
        EXPECT_EQ(type_of(answer), "urn:monozu:problem:licence-limit-reached") << answer.body;
    }
    EXPECT_EQ(added, 2) << "the owner has the third place";
    EXPECT_EQ(active(), "3");
    allow(4);
    EXPECT_EQ(add("later").status, 201);
}

TEST_F(places, a_place_is_free_again_when_somebody_is_deactivated)
{
    allow(2);
    auto const first = cloud.make_user(by_owner, "first@alder.example", "agent");
    EXPECT_EQ(set_active(first, false).status, 200);
    auto const second = add("second");
    ASSERT_EQ(second.status, 201) << second.body;
    auto const again = set_active(first, true);
    EXPECT_EQ(again.status, 409);
    EXPECT_EQ(type_of(again), "urn:monozu:problem:licence-limit-reached");
    EXPECT_EQ(active(), "2");
}

TEST_F(places, a_lower_limit_puts_nobody_out)
{
    allow(5);
    auto const first = cloud.make_user(by_owner, "first@alder.example", "agent");
    allow(1);
    EXPECT_EQ(active(), "2");
    EXPECT_EQ(cloud.log_in("first@alder.example").status, 200);
    EXPECT_EQ(cloud.call("PATCH", "/api/v1/users/" + first, {{"display_name", "Renamed"}, {"active", true}}, by_owner).status, 200);
    EXPECT_EQ(add("second").status, 409);
}

}  // namespace
}  // namespace mz::identity::test
