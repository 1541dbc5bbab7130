#pragma once
#include <prometheus/registry.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace prometheus {
class Counter;
class Gauge;
class Histogram;
}  // namespace prometheus

namespace mz::web {

// The process's numbers, rendered at /metrics in Prometheus' text format.
class Metrics {
public:
    Metrics();
    ~Metrics();

    prometheus::Registry& registry() { return *registry_; }
    prometheus::Counter& counter(std::string const& name, std::string const& help, std::map<std::string, std::string> const& labels = {});
    prometheus::Gauge& gauge(std::string const& name, std::string const& help, std::map<std::string, std::string> const& labels = {});
    prometheus::Histogram& latency(std::string const& name, std::string const& help, std::map<std::string, std::string> const& labels = {});
    // A gauge that is asked for its value when /metrics is read.
    void watch(std::string const& name, std::string const& help, std::function<double()> value);

    std::string render() const;

private:
    struct Watched;
    std::shared_ptr<prometheus::Registry> registry_;
    std::unique_ptr<Watched> watched_;
};

}  // namespace mz::web
