// What becomes of CIs when a tenant changes its model, through the routes of both modules.
#include "test_cmdb.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <memory>

namespace mz::cmdb {
namespace {

using backend::test::Answer;
using backend::test::Backend;
using backend::test::text;
namespace bj = boost::json;

std::vector<web::Route> both()
{
    auto all = routes();
    std::ranges::move(cmdb_model::routes(), std::back_inserter(all));
    return all;
}

class model_change : public ::testing::Test {
protected:
    static Backend& backend()
    {
        static Backend one(both(), [](net::Worker, web::Services& services) {
            services.add(std::make_shared<CmdbSettings>());
            services.add(model_user(CmdbSettings()));
        });
        return one;
    }

    Answer send(std::string method, std::string path, bj::value const& body = bj::object())
    {
        return backend().send(std::move(method), "/api/v1/" + path, body, {{"Authorization", "Bearer " + token}});
    }
    bj::value done(int status, Answer const& answer)
    {
        EXPECT_EQ(answer.status, status) << answer.body;
        return answer.body.empty() ? bj::value() : answer.json();
    }
    void attribute(std::string const& key, std::string const& of)
    {
        done(201, send("POST", "ci-attributes", bj::object{{"key", key}, {"class_key", of}, {"name", key}, {"type", "text"}}));
    }
    std::string create(std::string const& name, std::string const& of, bj::object const& attributes)
    {
        bj::object const body{{"class_key", of}, {"name", name}, {"attributes", attributes}};
        return text(done(201, send("POST", "cis", body)), "id");
    }
    bj::value get(std::string const& id) { return done(200, backend().get("/api/v1/cis/" + id, token)); }
    bj::value value(std::string const& id, char const* key)
    {
        auto const ci = get(id);
        auto const& attributes = ci.at("attributes").as_object();
        return attributes.contains(key) ? attributes.at(key) : bj::value("(none)");
    }

    Uuid tenant = backend().make_tenant();
    std::string token =
        Backend::token(tenant, backend().make_person(tenant, "Ada"), "cis:read cis:write cis:delete cis:merge ci-classes:write");
};

TEST_F(model_change, values_are_converted_and_what_does_not_fit_is_cleared_with_a_word_in_the_history)
{
    attribute("height", "hardware");
    auto const four = create("four", "server", {{"height", "4"}});
    auto const tall = create("tall", "server", {{"height", "tall"}});
    bj::object change{{"type", "number"}, {"unit", "U"}};
    auto const shown = done(200, send("POST", "ci-attributes/height/preview", change));
    EXPECT_EQ(shown.at("cis"), 2);
    EXPECT_EQ(shown.at("converted"), 1);
    EXPECT_EQ(shown.at("misfits"), 1);
    EXPECT_EQ(shown.at("sample").at(0).at("name"), "tall");
    EXPECT_EQ(shown.at("sample").at(0).at("problem"), "must be a number");
    done(409, send("PATCH", "ci-attributes/height", change));
    EXPECT_EQ(value(four, "height"), "4") << "a refused change does nothing";
    change["misfits"] = "clear";
    done(200, send("PATCH", "ci-attributes/height", change));
    EXPECT_EQ(value(four, "height"), 4);
    EXPECT_EQ(value(tall, "height"), "(none)");
    EXPECT_EQ(
        backend().value("select number_key from cmdb.ci_values where attribute = 'height' and tenant_id = '" + tenant.to_string() + "'"),
        "4");
    EXPECT_EQ(backend().value("select attributes->>'height' || ' ' || (select cause from cmdb.ci_history where ci_id = '" + tall +
                              "' and version = 2) from cmdb.ci_history where version = 1 and ci_id = '" + tall + "'"),
              "tall model_changed");
}

TEST_F(model_change, an_attribute_that_goes_away_takes_its_values_along)
{
    attribute("stand", "hardware");
    auto const one = create("one", "server", {{"stand", "A"}, {"hostname", "one"}});
    done(409, send("DELETE", "ci-attributes/stand"));
    done(204, send("DELETE", "ci-attributes/stand?misfits=clear"));
    EXPECT_EQ(value(one, "stand"), "(none)");
    EXPECT_EQ(value(one, "hostname"), "one");
}

TEST_F(model_change, a_class_that_goes_away_leaves_its_cis_to_the_class_above)
{
    done(201, send("POST", "ci-classes", bj::object{{"key", "kiosk"}, {"parent_key", "workstation"}, {"name", "Kiosk"}}));
    attribute("stand", "kiosk");
    auto const one = create("one", "kiosk", {{"stand", "A"}, {"hostname", "one"}});
    auto const shown = done(200, send("POST", "ci-classes/kiosk/preview", bj::object{{"remove", true}}));
    EXPECT_EQ(shown.at("cis"), 1);
    EXPECT_EQ(shown.at("sample").at(0).at("attribute"), "stand");
    done(204, send("DELETE", "ci-classes/kiosk?misfits=clear"));
    EXPECT_EQ(get(one).at("class_key"), "workstation");
    EXPECT_EQ(value(one, "stand"), "(none)");
    EXPECT_EQ(value(one, "hostname"), "one");
}

TEST_F(model_change, what_is_there_more_than_once_cannot_be_made_unique)
{
    attribute("stand", "hardware");
    create("one", "server", {{"stand", "A"}});
    create("two", "server", {{"stand", "A"}});
    bj::object const change{{"is_unique", true}, {"misfits", "clear"}};
    auto const refused = done(409, send("PATCH", "ci-attributes/stand", change));
    EXPECT_EQ(refused.at("preview").at("sample").at(0).at("problem"), "is there more than once");
}

TEST_F(model_change, other_identifiers_make_other_things_the_same)
{
    auto const seen = [](char const* key) {
        return bj::object{{"key", key}, {"class_key", "printer"}, {"attributes", bj::object{{"hostname", "p1"}}}};
    };
    bj::array const observations{seen("a"), seen("b")};
    auto const before = done(200, send("POST", "ci-observations", bj::object{{"observations", observations}})).at("items");
    EXPECT_NE(before.at(0).at("ci_id"), before.at(1).at("ci_id"));
    bj::array identifiers;
    identifiers.emplace_back(bj::array{"hostname"});
    done(200, send("PUT", "ci-rules/printer", bj::object{{"identifiers", identifiers}}));
    EXPECT_EQ(backend().value("select count(*) from cmdb.cis where live and tenant_id = '" + tenant.to_string() + "'"), "1");
    done(204, send("DELETE", "ci-rules/printer"));
    EXPECT_EQ(backend().value("select count(*) from cmdb.cis where live and tenant_id = '" + tenant.to_string() + "'"), "2");
}

TEST_F(model_change, other_people_are_believed_at_once)
{
    auto const id = create("one", "printer", {{"owner", nullptr}, {"serial_number", "S-77"}, {"model", "by hand"}});
    bj::object const said{
        {"key", "x"}, {"class_key", "printer"}, {"attributes", bj::object{{"serial_number", "S-77"}, {"model", "by program"}}}};
    bj::array list;
    list.emplace_back(said);
    done(200, send("POST", "ci-observations", bj::object{{"observations", list}}));
    EXPECT_EQ(value(id, "model"), "by hand");
    bj::object const rules{{"precedence", bj::object{{"model", bj::array{"api", "manual"}}}}};
    done(200, send("PUT", "ci-rules/printer", rules));
    EXPECT_EQ(value(id, "model"), "by program");
}

}  // namespace
}  // namespace mz::cmdb
