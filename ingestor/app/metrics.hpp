#pragma once
#include "pipeline/batch.hpp"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

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

    // A gauge that is asked for its value when /metrics is read.
    void watch(std::string const& name, std::string const& help, std::function<std::size_t()> value);

    // Prometheus' text format.
    std::string render();

private:
    static constexpr std::array statuses{204, 400, 401, 403, 415, 422, 429, 500, 503};

    prometheus::Counter& counter(std::string const& name, std::string const& help, prometheus::Labels const& labels = {});
    prometheus::Histogram& histogram(std::string const& name, std::string const& help, prometheus::Histogram::BucketBoundaries bounds);

    prometheus::Registry registry_;
    std::mutex mutex_;
    std::vector<std::pair<prometheus::Gauge*, std::function<std::size_t()>>> watched_;
    std::map<int, prometheus::Counter*> answered_;
    std::map<Kind, prometheus::Counter*> events_;
    prometheus::Counter& bytes_;
    prometheus::Counter& repeated_;
    prometheus::Histogram& commit_;
    prometheus::Histogram& group_;
};

}  // namespace mz::ingest
