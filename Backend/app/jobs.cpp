#include "app/jobs.hpp"

namespace mz::backend {

std::vector<jobs::Job> all_jobs(Settings const& settings) { return cmdb::jobs(settings); }

}  // namespace mz::backend
