#include "cmdb_model.hpp"

#include "test_backend.hpp"

namespace mz::cmdb_model {
namespace {

namespace bj = boost::json;
using backend::test::Backend;
using backend::test::text;

// Keeps no values, but says that it does, and remembers what it was asked to do.
class Values : public ModelUser {
public:
    Task<Touched> touched(web::Tx&, Uuid, ModelChange change) override
    {
        asked.push_back(change);
        co_return answer;
    }
    Task<void> migrate(web::Tx& tx, Uuid tenant, ModelChange change) override
    {
        auto const in_force = co_await model(tx, tenant);
        seen_attributes = in_force->attributes().size();
        migrated.push_back(change);
    }

    Touched answer;
    std::vector<ModelChange> asked;
    std::vector<ModelChange> migrated;
    std::size_t seen_attributes = 0;
};

class cmdb_model : public ::testing::Test {
protected:
    static Backend& backend()
    {
        static Backend one(routes(), [](net::Worker, web::Services& services) { services.add(std::shared_ptr<ModelUser>(values())); });
        return one;
    }
    static std::shared_ptr<Values> values()
    {
        static auto const one = std::make_shared<Values>();
        return one;
    }
    void SetUp() override { *values() = Values(); }

    bj::object read() { return backend().get("/api/v1/ci-model", token).json().as_object(); }
    bj::value make_class(std::string const& key, std::string const& parent)
    {
        auto const answer = backend().post("/api/v1/ci-classes", token, bj::object{{"key", key}, {"parent_key", parent}, {"name", key}});
        EXPECT_EQ(answer.status, 201) << answer.body;
        return answer.json();
    }
    bj::value make_attribute(std::string const& key, std::string const& of, std::string const& type, bj::object more = {})
    {
        more["key"] = key;
        more["class_key"] = of;
        more["name"] = key;
        more["type"] = type;
        auto const answer = backend().post("/api/v1/ci-attributes", token, more);
        EXPECT_EQ(answer.status, 201) << answer.body;
        return answer.json();
    }
    testing::Answer send(std::string method, std::string path, bj::value const& body, std::string version = "")
    {
        std::map<std::string, std::string> headers{{"Authorization", "Bearer " + token}};
        if (!version.empty()) headers["If-Match"] = '"' + version + '"';
        return backend().send(std::move(method), std::move(path), body, std::move(headers));
    }
    std::string pointers(testing::Answer const& answer)
    {
        std::string out;
        auto const json = answer.json();
        if (!json.as_object().contains("errors")) return "no errors: " + answer.body;
        for (auto const& error : json.at("errors").as_array()) out += (out.empty() ? "" : " ") + text(error, "pointer");
        return out;
    }
    // Each of these identifies alone.
    static bj::object rules(std::initializer_list<char const*> attributes)
    {
        bj::array identifiers;
        for (auto const* attribute : attributes) identifiers.emplace_back(bj::array{attribute});
        return {{"identifiers", std::move(identifiers)}};
    }
    static bj::object const* find(bj::object const& model, char const* list, char const* by, std::string const& key)
    {
        for (auto const& each : model.at(list).as_array()) {
            if (each.at(by) == bj::value(key)) return &each.as_object();
        }
        return nullptr;
    }

    Uuid tenant = backend().make_tenant();
    Uuid person = backend().make_person(tenant, "Ada");
    std::string token = Backend::token(tenant, person, "cis:read ci-classes:write");
};

TEST_F(cmdb_model, a_tenant_begins_with_the_built_in_model)
{
    auto const model = read();
    EXPECT_EQ(model.at("version"), 0);
    EXPECT_EQ(model.at("classes").as_array().size(), Model::built_in().classes().size());
    EXPECT_EQ(find(model, "classes", "key", "server")->at("built_in"), true);
    EXPECT_EQ(find(model, "transitions", "from", "disposed")->at("to"), bj::array{"retired"});
}

TEST_F(cmdb_model, what_a_tenant_adds_is_its_own)
{
    make_class("kiosk", "workstation");
    make_attribute("stand", "kiosk", "text", {{"pattern", "[A-Z]+"}, {"default_value", "  A "}});
    auto const model = read();
    EXPECT_GT(model.at("version").to_number<std::int64_t>(), 0);
    EXPECT_EQ(find(model, "classes", "key", "kiosk")->at("built_in"), false);
    EXPECT_EQ(find(model, "attributes", "key", "stand")->at("default_value"), "A");
    auto const other = backend().make_tenant();
    auto const theirs = backend().get("/api/v1/ci-model", Backend::token(other, person, "cis:read")).json().as_object();
    EXPECT_EQ(find(theirs, "classes", "key", "kiosk"), nullptr);
    EXPECT_EQ(backend()
                  .send("PATCH", "/api/v1/ci-classes/kiosk", bj::object{{"name", "x"}},
                        {{"Authorization", "Bearer " + Backend::token(other, person, "ci-classes:write")}})
                  .status,
              404);
    EXPECT_EQ(values()->asked.size(), 0U) << "what is new touches nothing";
}

TEST_F(cmdb_model, a_change_shows_at_once_and_leaves_a_record)
{
    make_class("kiosk", "workstation");
    auto const before = read().at("version").to_number<std::int64_t>();
    EXPECT_EQ(send("PATCH", "/api/v1/ci-classes/kiosk", bj::object{{"name", "Kiosk"}, {"icon", "monitor"}}, "1").status, 200);
    EXPECT_EQ(send("PATCH", "/api/v1/ci-classes/kiosk", bj::object{{"name", "Stand"}}, "1").status, 412);
    auto const model = read();
    EXPECT_GT(model.at("version").to_number<std::int64_t>(), before);
    EXPECT_EQ(find(model, "classes", "key", "kiosk")->at("name"), "Kiosk");
    EXPECT_EQ(backend().value("select changes->'after'->>'name' from audit.entries where operation = 'ci_class_update' and tenant_id = '" +
                              tenant.to_string() + "'"),
              "Kiosk");
}

TEST_F(cmdb_model, what_is_built_in_stays)
{
    EXPECT_EQ(send("PATCH", "/api/v1/ci-classes/server", bj::object{{"name", "x"}}).status, 409);
    EXPECT_EQ(send("DELETE", "/api/v1/ci-classes/server", {}).status, 409);
    EXPECT_EQ(send("PATCH", "/api/v1/ci-attributes/name", bj::object{{"name", "x"}}).status, 409);
    EXPECT_EQ(send("DELETE", "/api/v1/relation-types/runs_on", {}).status, 409);
    EXPECT_EQ(send("DELETE", "/api/v1/ci-classes/nothing", {}).status, 404);
    EXPECT_EQ(send("DELETE", "/api/v1/ci-rules/computer", {}).status, 404);
}

TEST_F(cmdb_model, keys_are_new_words_of_a_plain_form)
{
    auto const try_class = [&](char const* key) {
        return backend().post("/api/v1/ci-classes", token, bj::object{{"key", key}, {"parent_key", "ci"}, {"name", "x"}}).status;
    };
    for (auto const* key : {"server", "Kiosk", "1st", "a-b", "a b", "_a"}) EXPECT_EQ(try_class(key), 422) << key;
    auto const try_attribute = [&](char const* key) {
        return backend()
            .post("/api/v1/ci-attributes", token, bj::object{{"key", key}, {"class_key", "ci"}, {"name", "x"}, {"type", "text"}})
            .status;
    };
    for (auto const* key : {"name", "version", "class", "id", "Stand"}) EXPECT_EQ(try_attribute(key), 422) << key;
}

TEST_F(cmdb_model, classes_form_a_tree)
{
    make_class("kiosk", "workstation");
    make_class("small_kiosk", "kiosk");
    EXPECT_EQ(pointers(send("PATCH", "/api/v1/ci-classes/kiosk", bj::object{{"parent_key", "small_kiosk"}})), "/parent_key");
    EXPECT_EQ(pointers(send("PATCH", "/api/v1/ci-classes/kiosk", bj::object{{"parent_key", "kiosk"}})), "/parent_key");
    EXPECT_EQ(pointers(send("PATCH", "/api/v1/ci-classes/kiosk", bj::object{{"parent_key", "nothing"}})), "/parent_key");
    auto const kept = send("DELETE", "/api/v1/ci-classes/kiosk", {});
    EXPECT_EQ(kept.status, 409);
    EXPECT_NE(kept.body.find("small_kiosk"), std::string::npos);
}

TEST_F(cmdb_model, an_attribute_says_only_what_its_type_knows)
{
    auto const refused = [&](bj::object body) {
        body["key"] = "wrong";
        body["name"] = "Wrong";
        if (!body.contains("class_key")) body["class_key"] = "ci";
        return pointers(backend().post("/api/v1/ci-attributes", token, body));
    };
    EXPECT_EQ(refused({{"type", "text"}, {"class_key", "nothing"}}), "/class_key");
    EXPECT_EQ(refused({{"type", "text"}, {"pattern", "["}}), "/pattern");
    EXPECT_EQ(refused({{"type", "number"}, {"pattern", "a"}}), "/pattern");
    EXPECT_EQ(refused({{"type", "enumeration"}}), "/choices");
    EXPECT_EQ(refused({{"type", "enumeration"}, {"choices", bj::array{"a", "A"}}}), "/choices/1");
    EXPECT_EQ(refused({{"type", "enumeration"}, {"choices", bj::array{"a;b"}}}), "/choices/0");
    EXPECT_EQ(refused({{"type", "text"}, {"choices", bj::array{"a"}}}), "/choices");
    EXPECT_EQ(refused({{"type", "reference"}}), "/reference_class");
    EXPECT_EQ(refused({{"type", "reference"}, {"reference_class", "nothing"}}), "/reference_class");
    EXPECT_EQ(refused({{"type", "text"}, {"unit", "kg"}}), "/unit");
    EXPECT_EQ(refused({{"type", "list"}, {"element_type", "number"}}), "/element_type");
    EXPECT_EQ(refused({{"type", "ip"}, {"element_type", "ip"}}), "/element_type");
    EXPECT_EQ(refused({{"type", "boolean"}, {"is_unique", true}}), "/is_unique");
    EXPECT_EQ(refused({{"type", "ip"}, {"default_value", "here"}}), "/default_value");
    EXPECT_EQ(refused({{"type", "text"}, {"is_unique", true}, {"default_value", "x"}}), "/default_value");
}

TEST_F(cmdb_model, a_change_of_type_shows_what_it_takes_away_and_asks_first)
{
    make_attribute("rack_height", "hardware", "text");
    values()->answer = {3, 1, 2, {{Uuid::v7(), "srv-1", "rack_height", json::Raw{"\"tall\""}, "must be a number"}}};
    bj::object const change{{"type", "number"}, {"unit", "U"}};
    auto const shown = send("POST", "/api/v1/ci-attributes/rack_height/preview", change).json();
    EXPECT_EQ(shown.at("misfits"), 2);
    EXPECT_EQ(shown.at("sample").at(0).at("value"), "tall");
    auto const refused = send("PATCH", "/api/v1/ci-attributes/rack_height", change);
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(refused.json().at("preview").at("misfits"), 2);
    EXPECT_TRUE(values()->migrated.empty());
    auto agreed = change;
    agreed["misfits"] = "clear";
    EXPECT_EQ(send("PATCH", "/api/v1/ci-attributes/rack_height", agreed).status, 200);
    ASSERT_EQ(values()->migrated.size(), 1U);
    auto const& migration = values()->migrated.front();
    EXPECT_EQ(migration.attributes, std::set<std::string>{"rack_height"});
    EXPECT_EQ(migration.classes, Model::built_in().with_descendants("hardware"));
    EXPECT_EQ(*migration.converted("server", "rack_height", "42"), bj::value(42));
    EXPECT_FALSE(migration.converted("server", "rack_height", "tall"));
}

TEST_F(cmdb_model, a_change_of_words_alone_touches_nothing)
{
    make_attribute("stand", "hardware", "text");
    EXPECT_EQ(send("PATCH", "/api/v1/ci-attributes/stand", bj::object{{"name", "Stand"}, {"required", true}}).status, 200);
    EXPECT_TRUE(values()->asked.empty());
    EXPECT_TRUE(values()->migrated.empty());
}

TEST_F(cmdb_model, what_is_made_unique_must_be_so_already)
{
    make_attribute("stand", "hardware", "text");
    values()->answer.misfits = 1;
    bj::object const change{{"is_unique", true}, {"misfits", "clear"}};
    EXPECT_EQ(send("PATCH", "/api/v1/ci-attributes/stand", change).status, 409);
    EXPECT_EQ(values()->asked.back().made_unique, std::set<std::string>{"stand"});
}

TEST_F(cmdb_model, an_attribute_that_is_taken_away_takes_its_values_along_only_when_told_to)
{
    make_attribute("stand", "hardware", "text");
    values()->answer = {1, 0, 1, {}};
    EXPECT_EQ(send("DELETE", "/api/v1/ci-attributes/stand", {}).status, 409);
    EXPECT_EQ(send("DELETE", "/api/v1/ci-attributes/stand?misfits=clear", {}).status, 204);
    EXPECT_EQ(find(read(), "attributes", "key", "stand"), nullptr);
    ASSERT_EQ(values()->migrated.size(), 1U);
    EXPECT_EQ(values()->seen_attributes, Model::built_in().attributes().size()) << "the new model is in force when values are migrated";
    EXPECT_FALSE(values()->migrated.front().converted("server", "stand", "x"));
}

TEST_F(cmdb_model, an_attribute_that_identifies_cannot_be_taken_away)
{
    make_attribute("inventory_no", "hardware", "text");
    EXPECT_EQ(send("PUT", "/api/v1/ci-rules/hardware", rules({"inventory_no"})).status, 200);
    auto const kept = send("DELETE", "/api/v1/ci-attributes/inventory_no?misfits=clear", {});
    EXPECT_EQ(kept.status, 409);
    EXPECT_NE(kept.body.find("hardware"), std::string::npos);
    EXPECT_EQ(send("DELETE", "/api/v1/ci-rules/hardware", {}).status, 204);
    EXPECT_EQ(send("DELETE", "/api/v1/ci-attributes/inventory_no", {}).status, 204);
}

TEST_F(cmdb_model, a_class_that_is_taken_away_leaves_its_cis_to_the_class_above)
{
    make_class("kiosk", "workstation");
    make_attribute("stand", "kiosk", "text");
    make_class("gadget", "ci");
    values()->answer = {2, 0, 0, {}};
    EXPECT_EQ(send("DELETE", "/api/v1/ci-classes/gadget", {}).status, 409) << "the class above has no CIs of its own";
    EXPECT_EQ(send("DELETE", "/api/v1/ci-classes/kiosk", {}).status, 204);
    ASSERT_EQ(values()->migrated.size(), 1U);
    EXPECT_EQ(values()->migrated.front().class_after("kiosk"), "workstation");
    EXPECT_FALSE(values()->migrated.front().converted("kiosk", "stand", "x"));
    EXPECT_TRUE(values()->migrated.front().converted("kiosk", "hostname", "x"));
    EXPECT_EQ(find(read(), "attributes", "key", "stand"), nullptr);
}

TEST_F(cmdb_model, a_class_that_moves_loses_what_only_its_old_ancestors_had)
{
    make_class("kiosk", "workstation");
    auto const shown = send("POST", "/api/v1/ci-classes/kiosk/preview", bj::object{{"parent_key", "printer"}});
    ASSERT_EQ(shown.status, 200) << shown.body;
    ASSERT_EQ(values()->asked.size(), 1U);
    auto const& change = values()->asked.front();
    EXPECT_FALSE(change.converted("kiosk", "kernel", "6.1"));
    EXPECT_TRUE(change.converted("kiosk", "serial_number", "S1"));
    EXPECT_TRUE(change.identification);
    EXPECT_EQ(send("PUT", "/api/v1/ci-rules/kiosk", rules({"machine_id"})).status, 200);
    EXPECT_EQ(send("PATCH", "/api/v1/ci-classes/kiosk", bj::object{{"parent_key", "printer"}}).status, 409);
}

TEST_F(cmdb_model, rules_of_the_tenant_replace_those_of_the_class)
{
    auto const put = [&](bj::object const& body) { return send("PUT", "/api/v1/ci-rules/printer", body); };
    EXPECT_EQ(pointers(put(rules({"kernel"}))), "/identifiers/0");
    EXPECT_EQ(pointers(put(rules({"prints_color"}))), "/identifiers/0");
    EXPECT_EQ(pointers(put(rules({"fqdn", "fqdn"}))), "/identifiers/1");
    EXPECT_EQ(pointers(put({{"precedence", bj::object{{"name", bj::array{"manual", "manual"}}}}})), "/precedence/name");
    EXPECT_EQ(pointers(put({})), "");
    bj::object const order{{"precedence", bj::object{{"name", bj::array{"import", "manual"}}}}};
    ASSERT_EQ(put(order).status, 200);
    ASSERT_EQ(put(order).status, 200);
    auto const model = read();
    auto const& stored = *find(model, "rules", "class_key", "printer");
    EXPECT_EQ(stored.at("built_in"), false);
    EXPECT_EQ(stored.at("version"), 2);
    EXPECT_EQ(values()->migrated.size(), 2U);
    EXPECT_EQ(values()->migrated.front().classes, std::vector<std::string>{"printer"});
    EXPECT_EQ(send("PUT", "/api/v1/ci-rules/nothing", order).status, 404);
}

TEST_F(cmdb_model, relation_types_are_added_and_taken_away)
{
    bj::object const type{
        {"key", "cools"}, {"name", "cools"}, {"reverse_name", "is cooled by"}, {"impact", "to_on_from"}, {"to_class", "hardware"}};
    ASSERT_EQ(backend().post("/api/v1/relation-types", token, type).status, 201);
    EXPECT_EQ(backend().post("/api/v1/relation-types", token, type).status, 422);
    EXPECT_EQ(send("PATCH", "/api/v1/relation-types/cools", bj::object{{"impact", "both"}}, "1").status, 200);
    auto const model = read();
    auto const& stored = *find(model, "relation_types", "key", "cools");
    EXPECT_EQ(stored.at("impact"), "both");
    EXPECT_EQ(stored.at("cardinality"), "many_to_many");
    EXPECT_EQ(send("DELETE", "/api/v1/relation-types/cools", {}, "1").status, 412);
    EXPECT_EQ(send("DELETE", "/api/v1/relation-types/cools", {}, "2").status, 204);
}

// A change that is rolled back must not leave its model behind in the memory of a thread.
TEST_F(cmdb_model, a_refused_change_is_not_seen_by_anybody)
{
    make_attribute("stand", "hardware", "text");
    values()->answer.misfits = 1;
    for (int i = 0; i < 4; ++i) EXPECT_EQ(send("DELETE", "/api/v1/ci-attributes/stand", {}).status, 409);
    for (int i = 0; i < 4; ++i) EXPECT_NE(find(read(), "attributes", "key", "stand"), nullptr);
}

TEST_F(cmdb_model, only_who_may_changes_the_model)
{
    auto const reader = Backend::token(tenant, person, "cis:read cis:write");
    bj::object const body{{"key", "kiosk"}, {"parent_key", "ci"}, {"name", "x"}};
    EXPECT_EQ(backend().post("/api/v1/ci-classes", reader, body).status, 403);
    EXPECT_EQ(backend().get("/api/v1/ci-model", Backend::token(tenant, person, "incidents:read")).status, 403);
}

}  // namespace
}  // namespace mz::cmdb_model
