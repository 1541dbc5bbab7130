#pragma once
#include "cmdb/cmdb.hpp"
#include "jobs/runner.hpp"
#include "web/route.hpp"

#include <vector>

namespace mz::cmdb_import {

// Named settings, read from the environment in upper case. A worker's services hold them.
struct ImportSettings {
    int ci_import_rows_most = 200000;
    int ci_import_columns_most = 200;
    int ci_import_cell_bytes_most = 4000;
    int ci_import_portion = 500;        // rows of one transaction
    int ci_import_lease_seconds = 120;  // after which another process takes an import over whose job died
    int ci_import_poll_seconds = 30;
};
BOOST_DESCRIBE_STRUCT(ImportSettings, (),
                      (ci_import_rows_most, ci_import_columns_most, ci_import_cell_bytes_most, ci_import_portion, ci_import_lease_seconds,
                       ci_import_poll_seconds))

std::vector<web::Route> routes();

// Checks, carries out and undoes imports, a portion at a time.
jobs::Job job(ImportSettings settings, cmdb::CmdbSettings cmdb);

}  // namespace mz::cmdb_import
