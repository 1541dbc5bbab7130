#include "web/metrics.hpp"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/text_serializer.h>

#include <mutex>
#include <utility>
#include <vector>

namespace mz::web {

struct Metrics::Watched {
    std::mutex mutex;
    std::vector<std::pair<prometheus::Gauge*, std::function<double()>>> all;
};

Metrics::Metrics() : registry_(std::make_shared<prometheus::Registry>()), watched_(std::make_unique<Watched>()) {}
Metrics::~Metrics() = default;

prometheus::Counter& Metrics::counter(std::string const& name, std::string const& help, std::map<std::string, std::string> const& labels)
{
    return prometheus::BuildCounter().Name(name).Help(help).Register(*registry_).Add(labels);
}

prometheus::Gauge& Metrics::gauge(std::string const& name, std::string const& help, std::map<std::string, std::string> const& labels)
{
    return prometheus::BuildGauge().Name(name).Help(help).Register(*registry_).Add(labels);
}

prometheus::Histogram& Metrics::latency(std::string const& name, std::string const& help, std::map<std::string, std::string> const& labels)
{
    static prometheus::Histogram::BucketBoundaries const seconds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
    return prometheus::BuildHistogram().Name(name).Help(help).Register(*registry_).Add(labels, seconds);
}

void Metrics::watch(std::string const& name, std::string const& help, std::function<double()> value)
{
    auto& created = gauge(name, help);
    std::scoped_lock const lock(watched_->mutex);
    watched_->all.emplace_back(&created, std::move(value));
}

std::string Metrics::render() const
{
    {
        std::scoped_lock const lock(watched_->mutex);
        for (auto const& [gauge, value] : watched_->all) gauge->Set(value());
    }
    return prometheus::TextSerializer().Serialize(registry_->Collect());
}

}  // namespace mz::web
