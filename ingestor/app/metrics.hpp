#pragma once
#include "pipeline/batch.hpp"
#include "web/metrics.hpp"

#include <prometheus/counter.h>
#include <prometheus/histogram.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <map>

namespace mz::ingest {

using KindCounts = std::map<Kind, std::size_t>;

// What /metrics shows. Counters are atomic: every thread adds to the same ones.
class Metrics {
public:
    Metrics();

    void answered(int status);
    void stored(KindCounts const& events, std::size_t body_bytes);
    void repeated() { repeated_.Increment(); }
    void committed(std::size_t batches, std::chrono::steady_clock::duration took);

    web::Metrics& all() { return all_; }

private:
    static constexpr std::array statuses{204, 400, 401, 403, 404, 405, 415, 422, 429, 500, 503};

    web::Metrics all_;
    std::map<int, prometheus::Counter*> answered_;
    std::map<Kind, prometheus::Counter*> events_;
    prometheus::Counter& bytes_;
    prometheus::Counter& repeated_;
    prometheus::Histogram& commit_;
    prometheus::Histogram& group_;
};

}  // namespace mz::ingest
