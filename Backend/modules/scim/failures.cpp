#include "scim/failures.hpp"

#include "scim/scim.hpp"
#include "scim_sql.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace mz::scim {
namespace {

constexpr std::size_t longest_subject = 300;  // as the table has it

struct Note {
    std::string operation;
    std::string subject;
    int status = 0;
    std::string detail;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(Note, (), (operation, subject, status, detail, now))

struct Forget {
    std::string operation;
    std::string subject;
    Timestamp before;
};
BOOST_DESCRIBE_STRUCT(Forget, (), (operation, subject, before))

// Bytes that are no text are replaced, so that whatever was sent can be kept.
std::string kept(std::string subject)
{
    if (subject.size() > longest_subject || utf8_length(subject) == std::string::npos) {
        subject.resize(std::min(subject.size(), longest_subject));
        for (auto& c : subject) {
            if (static_cast<unsigned char>(c) >= 0x80) c = '?';
        }
    }
    return subject;
}

}  // namespace

Task<void> forget_failure(web::Request& rq, web::Tx& tx, std::string subject)
{
    auto const days = std::chrono::days(rq.services.get<Scim>().settings.scim_failure_days);
    Forget const args{rq.db.audit().operation, kept(std::move(subject)), now() - days};
    co_await tx.run(sql::scim_failure_forget{}, args);
}

Task<void> note_failure(web::Request& rq, std::string subject, Problem problem)
{
    // What is not there is no failure to a directory: it goes on to make it.
    if (problem.failure == Failure::not_found || problem.failure == Failure::internal || problem.failure == Failure::unavailable) co_return;
    auto db = rq.db.another();
    auto const reason = problem.type.empty() ? problem.detail : problem.type;
    db.audit().outcome = web::AuditOutcome::failed;
    db.audit().changes = boost::json::serialize(boost::json::object{{"reason", reason}});
    auto detail = problem.detail;
    for (auto const& error : problem.errors) detail += " " + error.pointer + " " + error.detail + ".";
    Note const note{db.audit().operation, kept(std::move(subject)), http_status(problem.failure), std::move(detail), now()};
    co_await db.all<std::string>(sql::scim_failure_note{}, note);
}

}  // namespace mz::scim
