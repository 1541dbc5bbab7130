#include "sso/test_sso.hpp"

namespace mz::sso::test {
namespace {

TEST_F(single_sign_on, a_user_is_found_by_their_address_once_and_known_from_then_on)
{
    connect();
    auto const id = cloud.make_user(owner, "ann@alder.example", "auditor");
    auto const first = me(token_of(sign_in("ann")));
    EXPECT_EQ(text(first, "id"), id);
    EXPECT_EQ(text(first.at("managed_by"), "name"), "Alder ID");
    // Names and addresses change at the provider; who it is does not.
    auto const renamed = me(token_of(sign_in("ann", {{"email", "someone@elsewhere.example"}})));
    EXPECT_EQ(text(renamed, "id"), id);
    EXPECT_EQ(text(renamed, "email"), "ann@alder.example");
    // Nor does anybody else become them by having the address.
    auto const other = sign_in("ann", {{"sub", "sub-other"}});
    EXPECT_EQ(other.status, 403);
    EXPECT_EQ(text(other.json(), "verdict"), "taken");
}

TEST_F(single_sign_on, whoever_is_new_becomes_a_user_with_the_role_that_the_provider_says)
{
    let_everybody_join({bj::object{{"claim", "roles"}, {"value", "Auditors"}, {"role", "auditor"}},
                        bj::object{{"claim", "groups"}, {"value", "g-1"}, {"role", "security_analyst"}}});
    auto const role = [&](bj::object const& more) { return me(token_of(sign_in("new", more))).at("roles").at(0); };
    EXPECT_EQ(role({{"groups", bj::array{"g-1"}}}), "security_analyst");
    EXPECT_EQ(role({{"groups", bj::array{"g-1"}}, {"roles", bj::array{"Auditors"}}}), "auditor");
    EXPECT_EQ(role({}), "agent");
    EXPECT_EQ(cloud.value("select source from identity.memberships m join identity.persons p on p.id = m.person_id "
                          "where p.email = 'new@alder.example'"),
              "sso");
}

TEST_F(single_sign_on, a_role_that_somebody_gave_by_hand_stays)
{
    let_everybody_join({bj::object{{"claim", "roles"}, {"value", "Admins"}, {"role", "admin"}}});
    cloud.make_user(owner, "ann@alder.example", "auditor");
    EXPECT_EQ(me(token_of(sign_in("ann", {{"roles", bj::array{"Admins"}}}))).at("roles").at(0), "auditor");
    EXPECT_EQ(me(token_of(sign_in("owner", {{"roles", bj::array{"Admins"}}}))).at("roles").at(0), "owner");
}

TEST_F(single_sign_on, nobody_joins_where_only_users_may_sign_in)
{
    connect();
    auto const refused = sign_in("stranger");
    EXPECT_EQ(refused.status, 403);
    EXPECT_EQ(type_of(refused), problem("sso-refused"));
    EXPECT_EQ(text(refused.json(), "verdict"), "not_a_member");
    EXPECT_EQ(cloud.value("select count(*) from identity.persons where email = 'stranger@alder.example'"), "0");
}

TEST_F(single_sign_on, an_address_is_believed_only_where_the_provider_vouches_for_it_and_the_connection_answers_for_it)
{
    let_everybody_join();
    auto const verdict = [&](bj::object const& more) {
        auto const refused = sign_in("new", more);
        EXPECT_EQ(refused.status, 403) << refused.body;
        return text(refused.json(), "verdict");
    };
    EXPECT_EQ(verdict({{"email_verified", false}}), "email_unverified");
    EXPECT_EQ(verdict({{"email", "new@birch.example"}}), "email_elsewhere");
    EXPECT_EQ(verdict({{"email", ""}}), "email_missing");
}

TEST_F(single_sign_on, a_directory_of_entra_is_asked_by_the_platforms_own_application_and_answers_for_itself_alone)
{
    auto const directory = Uuid::v7().to_string();
    create({{"kind", "entra"}, {"name", "Alder Entra"}, {"directory_id", directory}, {"domains", bj::array{"alder.example"}}});
    auto const ann = [&](bj::object const& more = {}) {
        bj::object claims{{"iss", provider.issuer_of(directory)},
                          {"tid", directory},
                          {"oid", "ef1d2f0c-8d30-4f6a-9d7e-0a1b2c3d4e5f"},
                          {"preferred_username", "Ann@alder.example"},
                          {"email", "ann@elsewhere.example"},
                          {"email_verified", false}};
        for (auto const& [name, value] : more) claims[name] = value;
        return person("ann", std::move(claims));
    };
    auto const tested = test(ann());
    ASSERT_EQ(tested.status, 200) << tested.body;
    ASSERT_TRUE(tested.json().at("good").as_bool()) << tested.body;
    ASSERT_EQ(patch({{"enabled", true}, {"joining", "everybody"}, {"role", "agent"}}).status, 200);

    auto const first = me(token_of(finish(start("ann@alder.example"), ann())));
    EXPECT_EQ(text(first, "email"), "ann@alder.example");
    // `sub` is another for each application; the directory and the object in it are not.
    auto const again = me(token_of(finish(start("ann@alder.example"), ann({{"sub", "another"}}))));
    EXPECT_EQ(text(again, "id"), text(first, "id"));

    auto const other = Uuid::v7().to_string();
    auto const foreign = finish(start("ann@alder.example"), ann({{"tid", other}, {"iss", provider.issuer_of(other)}}));
    EXPECT_EQ(foreign.status, 422) << foreign.body;
    EXPECT_EQ(type_of(foreign), problem("oidc-id-token-invalid"));
}

TEST_F(single_sign_on, whoever_is_deactivated_stays_out)
{
    let_everybody_join();
    auto const id = text(me(token_of(sign_in("ann"))), "id");
    EXPECT_EQ(cloud.call("PATCH", "/api/v1/users/" + id, {{"active", false}}, owner).status, 200);
    auto const refused = sign_in("ann");
    EXPECT_EQ(refused.status, 403);
    EXPECT_EQ(text(refused.json(), "verdict"), "deactivated");
}

TEST_F(single_sign_on, a_sign_in_is_finished_once_by_the_browser_that_began_it_and_in_time)
{
    let_everybody_join();
    auto const browser = start("ann@alder.example");
    auto stranger = browser;
    stranger.cookie.clear();
    EXPECT_EQ(type_of(finish(stranger, person("ann"))), problem("sso-other-browser"));
    stranger.cookie = start("ann@alder.example").cookie;
    EXPECT_EQ(type_of(finish(stranger, person("ann"))), problem("sso-attempt-over"));
    EXPECT_EQ(finish(browser, person("ann")).status, 200);
    EXPECT_EQ(type_of(finish(browser, person("ann"))), problem("sso-attempt-over"));

    auto const late = start("ann@alder.example");
    cloud.database.connect_superuser().run("update sso.attempts set expires_at = now() - interval '1 second'");
    EXPECT_EQ(type_of(finish(late, person("ann"))), problem("sso-attempt-over"));

    // What fails at the provider is used up as well.
    auto const forged = start("ann@alder.example");
    EXPECT_EQ(type_of(finish(forged, person("ann", {{"nonce", "another"}}))), problem("oidc-id-token-invalid"));
    EXPECT_EQ(type_of(finish(forged, person("ann"))), problem("sso-attempt-over"));
}

TEST_F(single_sign_on, a_domain_that_nobody_answers_for_is_unknown_and_one_of_several_is_chosen)
{
    connect();
    EXPECT_EQ(type_of(post("auth/sso/start", {{"email", "ann@birch.example"}})), problem("sso-unknown"));
    EXPECT_EQ(type_of(post("auth/sso/start", {{"connection_id", Uuid::v7().to_string()}})), problem("sso-unknown"));
    EXPECT_EQ(post("auth/sso/start", {}).status, 400);
    EXPECT_EQ(post("auth/sso/start", {{"connection_id", connection}}).status, 200);
    connect();
    auto const several = post("auth/sso/start", {{"email", "ann@alder.example"}});
    EXPECT_EQ(several.status, 409);
    EXPECT_EQ(several.json().at("connections").as_array().size(), 2);
}

TEST_F(single_sign_on, its_session_is_good_for_its_tenant_alone_and_touches_nothing_else_of_the_person)
{
    let_everybody_join();
    // A person whom another tenant knows, with a password and a session there.
    auto const birch = cloud.make_tenant("Birch");
    auto const elsewhere = cloud.token(birch.owner.email);
    EXPECT_EQ(patch({{"domains", bj::array{"alder.example", "birch.example"}}}).status, 200);
    auto const token = token_of(finish(start("owner@birch.example"), person("owner", {{"email", "owner@birch.example"}})));
    EXPECT_EQ(me(token).at("tenants").as_array().size(), 1);
    EXPECT_EQ(text(me(token), "id"), text(me(elsewhere), "id"));

    bj::object const to_birch{{"tenant_id", birch.tenant.id.to_string()}};
    EXPECT_EQ(type_of(post("auth/switch", to_birch, token)), problem("sso-session-of-one-tenant"));
    bj::object const password{{"current_password", identity::test::pass_phrase}, {"new_password", "quite another pass phrase"}};
    EXPECT_EQ(type_of(post("me/password", password, token)), problem("managed-by-organisation"));
    EXPECT_EQ(post("me/recovery-codes", {}, token).status, 403);
    EXPECT_EQ(cloud.get("/api/v1/me/sessions", token).json().at("items").as_array().size(), 1);
    EXPECT_EQ(post("me/sessions/end-others", {}, token).status, 204);
    EXPECT_EQ(cloud.get("/api/v1/me", elsewhere).status, 200);
    // Nor has the provider's word made them a member whom their own password lets in.
    EXPECT_EQ(me(cloud.token(birch.owner.email)).at("tenants").as_array().size(), 1);
}

TEST_F(single_sign_on, the_policy_asks_for_a_second_factor_that_the_provider_has_not_seen)
{
    let_everybody_join();
    bj::object const policy{{"second_factor", "everybody"}, {"roles", bj::array{}}};
    EXPECT_EQ(cloud.call("PUT", "/api/v1/security-policy", policy, owner).status, 200);
    EXPECT_EQ(type_of(sign_in("ann")), problem("provider-second-factor-required"));
    EXPECT_EQ(sign_in("ann", {{"amr", bj::array{"pwd", "mfa"}}}).status, 200);
    EXPECT_EQ(patch({{"trusts_second_factor", true}}).status, 200);
    EXPECT_EQ(sign_in("ann").status, 200);
}

TEST_F(single_sign_on, a_session_is_proved_once_more_by_the_provider_just_now_and_by_the_same_person)
{
    let_everybody_join();
    auto const token = token_of(sign_in("ann"));
    auto const again = [&](bj::object const& claims) {
        auto const browser = under(post("auth/sso/step-up", {}, token));
        EXPECT_EQ(FakeProvider::parameter(browser.url, "prompt"), "login");
        EXPECT_EQ(FakeProvider::parameter(browser.url, "max_age"), "0");
        return finish(browser, claims, "auth/sso/step-up/finish", token);
    };
    auto const seconds = now().microseconds / 1'000'000;
    EXPECT_EQ(type_of(again(person("ann"))), problem("sso-not-fresh"));
    EXPECT_EQ(type_of(again(person("ann", {{"auth_time", seconds - 3600}}))), problem("sso-not-fresh"));
    EXPECT_EQ(type_of(again(person("bob", {{"auth_time", seconds}}))), problem("sso-somebody-else"));
    EXPECT_EQ(again(person("ann", {{"auth_time", seconds}})).status, 200);
    EXPECT_EQ(type_of(post("auth/sso/step-up", {}, owner)), problem("sso-not-this-session"));
    auto const offer = cloud.get("/api/v1/auth/step-up/challenge", token).json();
    EXPECT_EQ(offer.at("sso"), true);
    EXPECT_TRUE(offer.at("methods").as_array().empty());
    EXPECT_EQ(type_of(post("auth/step-up", {{"password", "x"}}, token)), problem("managed-by-organisation"));
}

TEST_F(single_sign_on, logging_out_goes_on_to_the_provider)
{
    let_everybody_join();
    auto const signed_in = sign_in("ann");
    auto const out = cloud.with_cookie("/api/v1/auth/logout", identity::test::cookie_of(signed_in));
    EXPECT_EQ(out.status, 200);
    auto const url = text(out.json(), "end_session_url");
    EXPECT_TRUE(url.starts_with(provider.issuer() + "/end?")) << url;
    EXPECT_EQ(FakeProvider::parameter(url, "post_logout_redirect_uri"), "http://app.example/login");
}

}  // namespace
}  // namespace mz::sso::test
