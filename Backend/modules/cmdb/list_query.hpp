#pragma once
#include "cmdb_model/cmdb_model.hpp"
#include "list.hpp"

#include <memory>
#include <span>

// From what somebody asks for to what the statements of the lists take. Pure.
namespace mz::cmdb {

using cmdb_model::Model;

inline constexpr std::size_t conditions_most = 8;  // on attributes, and as many words
inline constexpr std::int64_t few_cis = 500;       // so many are found first and sorted then
inline constexpr std::int64_t walk_most = 1000;    // CIs that a walk along an order looks at before it gives up

// A condition that an index answers: a stretch of an attribute's values or of the words, or classes and states.
struct Drive {
    enum class Kind { text, number, word, cell, stale };
    Kind kind = Kind::text;
    std::string attribute;
    std::string low;
    std::string high;
    double least = 0;
    double most = 0;
    bool whole = false;  // one value, and the index knows everything about it: nothing is left to check
};

// All parameters of all statements of the lists (sql/ci_list*.sql).
struct ListArgs : web::ListQuery {
    // What a CI is checked against.
    std::vector<std::string> class_key;
    std::vector<CiStatus> status;
    std::optional<bool> stale;
    std::vector<std::string> attribute;
    std::vector<std::string> kind;
    std::vector<bool> negated;
    std::vector<std::optional<std::string>> low;
    std::vector<std::optional<std::string>> high;
    std::vector<std::optional<std::string>> besides;
    std::vector<std::optional<double>> least;
    std::vector<std::optional<double>> most;
    std::vector<std::string> word;
    std::vector<std::string> word_end;
    // What drives.
    std::vector<std::string> text_attribute;
    std::vector<std::string> text_low;
    std::vector<std::string> text_high;
    std::vector<std::string> number_attribute;
    std::vector<double> number_low;
    std::vector<double> number_high;
    std::vector<std::string> word_low;
    std::vector<std::string> word_high;
    std::vector<std::string> cell_class;
    std::vector<CiStatus> cell_status;
    bool stale_drives = false;
    int bits = 0;
    std::int64_t few = few_cis + 1;
    std::optional<std::int64_t> budget;
    std::string drive_attribute;
    std::string drive_text;
    double drive_number = 0;
    // The order by an attribute.
    std::string order_by;
    std::string from_text;
    std::string to_text;
    double from_number = 0;
    double to_number = 0;
    std::optional<std::string> past_key;
    std::optional<std::string> past_name;
    std::optional<Uuid> past_id;
    std::optional<Timestamp> as_of;
};
BOOST_DESCRIBE_STRUCT(ListArgs, (web::ListQuery),
                      (class_key, status, stale, attribute, kind, negated, low, high, besides, least, most, word, word_end, text_attribute,
                       text_low, text_high, number_attribute, number_low, number_high, word_low, word_high, cell_class, cell_status,
                       stale_drives, bits, few, budget, drive_attribute, drive_text, drive_number, order_by, from_text, to_text,
                       from_number, to_number, past_key, past_name, past_id, as_of))

struct Wanted {
    std::shared_ptr<Model const> model;
    ListArgs args;  // the checks, and the page that is asked for
    std::vector<Drive> drives;

    bool checks_attributes() const { return !args.attribute.empty() || !args.word.empty(); }
    bool checks() const { return checks_attributes() || !args.class_key.empty() || !args.status.empty() || args.stale.has_value(); }
    // With another check: that an attribute has no value.
    void require_unset(std::string attribute);
};

// What stands between spaces, each as the whole word that it begins; without doubles.
std::vector<std::string> words_asked(std::string_view q);

// Throws Problem(bad_request) that names each class and each filter that is wrong, and what is allowed instead.
Wanted wanted(std::shared_ptr<Model const> model, CiSelection const& selection);

// `args` with these drives alone.
ListArgs driven(ListArgs args, std::span<Drive const> drives);
// With a drive that is one value.
ListArgs driven_by_value(ListArgs args, Drive const& drive);
// With the cells of classes and states that are asked for.
ListArgs with_cells(ListArgs args, Model const& model);

// Which conditions may be asked of the past: those that look at the CI's own row.
void require_past(Wanted const& wanted, CiSelection const& selection);

}  // namespace mz::cmdb
