#include "references.hpp"

#include "cmdb_import_sql.hpp"
#include "json/write.hpp"

#include <map>
#include <set>
#include <utility>

namespace mz::cmdb_import {
namespace {

struct Names {
    std::vector<std::string> names;
};
BOOST_DESCRIBE_STRUCT(Names, (), (names))

struct Named {
    Uuid id;
    std::string name;
    std::string class_key;
};
BOOST_DESCRIBE_STRUCT(Named, (), (id, name, class_key))

}  // namespace

Task<void> resolve(pg::Transaction& tx, std::vector<Understood*> rows, Model const& model)
{
    std::set<std::string> wanted;
    for (auto const* row : rows) {
        for (auto const& reference : row->references) wanted.insert(reference.name);
    }
    if (wanted.empty()) co_return;
    Names const names{{wanted.begin(), wanted.end()}};
    std::multimap<std::string, Named> known;
    for (auto& ci : co_await tx.all<Named>(sql::reference_find{}, names)) known.emplace(ci.name, std::move(ci));
    for (auto* row : rows) {
        for (auto const& reference : row->references) {
            auto const [first, last] = known.equal_range(reference.name);
            std::vector<Uuid> fitting;
            for (auto at = first; at != last; ++at) {
                if (model.is_a(at->second.class_key, reference.class_key)) fitting.push_back(at->second.id);
            }
            if (fitting.size() == 1) {
                row->observation.attributes[reference.attribute] = json::Raw{json::write(fitting.front())};
            } else {
                auto const* const why =
                    fitting.empty() ? "names nothing that is in the CMDB" : "names more than one configuration item; give its id";
                row->problems.push_back({reference.column, why});
            }
        }
    }
}

}  // namespace mz::cmdb_import
