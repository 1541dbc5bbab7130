#include "cmdb.hpp"
#include "cmdb_sql.hpp"
#include "settle.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace mz::cmdb {
namespace {

using cmdb_model::ModelChange;
using cmdb_model::Touched;

constexpr long long looked_at_together = 1000;  // records of one statement
constexpr std::size_t settled_together = 250;   // records whose CIs are worked out anew at once

struct Wanted {
    Uuid after;
    std::vector<std::string> classes;
    std::vector<std::string> attributes;
    long long limit = looked_at_together;
};
BOOST_DESCRIBE_STRUCT(Wanted, (), (after, classes, attributes, limit))

struct Row {
    Uuid id;
    Uuid ci_id;
    std::string name;
    std::string class_key;
    json::Raw attributes;
    Timestamp seen_at;
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, ci_id, name, class_key, attributes, seen_at))

struct Unique {
    std::vector<std::string> attributes;
};
BOOST_DESCRIBE_STRUCT(Unique, (), (attributes))

struct Shared {
    Uuid ci_id;
    std::string name;
    std::string attribute;
    json::Raw value;
};
BOOST_DESCRIBE_STRUCT(Shared, (), (ci_id, name, attribute, value))

bool concerns(ModelChange const& change, std::string const& attribute)
{
    return change.attributes.empty() || change.attributes.contains(attribute);
}

// Whether the change can make other records recognise each other.
bool touches_identity(ModelChange const& change)
{
    if (change.identification) return true;
    for (auto const& class_key : change.classes) {
        for (auto const& together : change.before->identifiers_of(class_key)) {
            if (std::ranges::any_of(together, [&](auto const& attribute) { return change.attributes.contains(attribute); })) return true;
        }
    }
    return false;
}

// Brings what one source says into the model after the change.
void convert(Record& record, ModelChange const& change)
{
    for (auto word = record.words.begin(); word != record.words.end();) {
        auto& [attribute, said] = *word;
        auto converted = concerns(change, attribute) ? change.converted(record.class_key, attribute, said.value) : said.value;
        if (converted) said.value = std::move(*converted);
        word = converted ? std::next(word) : record.words.erase(word);
    }
    record.class_key = change.class_after(record.class_key);
}

class Counting {
public:
    explicit Counting(ModelChange const& change) : change_(change) {}

    void look_at(Row const& row)
    {
        cis_.insert(row.ci_id);
        for (auto const& [attribute, word] : read_words(row.attributes, row.seen_at)) {
            if (!concerns(change_, attribute)) continue;
            auto const converted = change_.converted(row.class_key, attribute, word.value);
            if (!converted) misfit({row.ci_id, row.name, attribute, json::Raw{text_of(word.value)}, converted.error()});
            else if (*converted != word.value) converted_.insert(row.ci_id);
        }
    }
    void misfit(cmdb_model::Misfit misfit)
    {
        auto const known = [&](auto const& each) { return each.ci_id == misfit.ci_id && each.attribute == misfit.attribute; };
        misfits_.insert(misfit.ci_id);
        auto& sample = touched_.sample;
        if (sample.size() < cmdb_model::misfits_shown && std::ranges::none_of(sample, known)) sample.push_back(std::move(misfit));
    }
    Touched take()
    {
        touched_.cis = static_cast<std::int64_t>(cis_.size());
        touched_.converted = static_cast<std::int64_t>(converted_.size());
        touched_.misfits = static_cast<std::int64_t>(misfits_.size());
        return std::move(touched_);
    }

private:
    ModelChange const& change_;
    Touched touched_;
    std::set<Uuid> cis_;
    std::set<Uuid> converted_;
    std::set<Uuid> misfits_;
};

Wanted wanted_by(ModelChange const& change)
{
    Wanted wanted;
    wanted.classes = change.classes;
    wanted.attributes.assign(change.attributes.begin(), change.attributes.end());
    return wanted;
}

class Follower : public cmdb_model::ModelUser {
public:
    explicit Follower(CmdbSettings settings) : settings_(settings) {}

    Task<Touched> touched(web::Tx& tx, Uuid, ModelChange change) override
    {
        Counting counting(change);
        auto wanted = wanted_by(change);
        while (true) {
            auto const rows = co_await tx.all<Row>(sql::model_record_list{}, wanted);
            for (auto const& row : rows) counting.look_at(row);
            if (std::cmp_less(rows.size(), wanted.limit)) break;
            wanted.after = rows.back().id;
        }
        if (!change.made_unique.empty()) {
            Unique const unique{{change.made_unique.begin(), change.made_unique.end()}};
            for (auto const& shared : co_await tx.all<Shared>(sql::model_shared_values{}, unique)) {
                counting.misfit({shared.ci_id, shared.name, shared.attribute, shared.value, "is there more than once"});
            }
        }
        co_return counting.take();
    }

    Task<void> migrate(web::Tx& tx, Uuid tenant, ModelChange change) override
    {
        auto const model = co_await cmdb_model::model(tx, tenant);
        bool const identity = touches_identity(change);
        if (identity) co_await lock_identities(tx);
        auto wanted = wanted_by(change);
        wanted.limit = settled_together;
        while (true) {
            auto const rows = co_await tx.all<Row>(sql::model_record_list{}, wanted);
            if (!rows.empty()) co_await settle_rows(tx, model, change, rows, identity);
            if (std::cmp_less(rows.size(), wanted.limit)) co_return;
            wanted.after = rows.back().id;
        }
    }

private:
    Task<void> settle_rows(web::Tx& tx, std::shared_ptr<Model const> model, ModelChange change, std::vector<Row> rows, bool identity)
    {
        Seeds seeds;
        std::vector<Uuid> cis;
        for (auto const& row : rows) {
            seeds.records.push_back(row.id);
            cis.push_back(row.ci_id);
            Record after;
            after.class_key = row.class_key;
            after.words = read_words(row.attributes, row.seen_at);
            convert(after, change);
            if (auto identifiers = identifiers_of(after, *model); !identifiers.empty()) seeds.identifiers.push_back(std::move(identifiers));
        }
        auto scene = identity ? co_await gather(tx, model, std::move(seeds), settings_.cmdb_component_most)
                              : co_await gather_cis(tx, model, std::move(cis));
        std::set<std::string> const classes(change.classes.begin(), change.classes.end());
        for (auto& [id, record] : scene.records) {
            if (!classes.contains(record.class_key)) continue;
            convert(record, change);
            record.identifiers = identifiers_of(record, *model);
        }
        Change const cause{Cause::model_changed, std::nullopt, true};
        co_await settle(tx, std::move(scene), cause);
    }

    CmdbSettings settings_;
};

}  // namespace

std::shared_ptr<cmdb_model::ModelUser> model_user(CmdbSettings settings) { return std::make_shared<Follower>(settings); }

}  // namespace mz::cmdb
