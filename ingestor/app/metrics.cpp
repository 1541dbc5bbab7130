#include "metrics.hpp"

#include <prometheus/text_serializer.h>

namespace mz::ingest {

Metrics::Metrics()
    : bytes_(counter("ingest_body_bytes_total", "Bytes of stored bodies, after decompression.")),
      repeated_(counter("ingest_repeated_batches_total", "Batches that were stored before under the same Idempotency-Key.")),
      commit_(histogram("ingest_commit_seconds", "How long a transaction of the writers took.",
                        {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10})),
      group_(histogram("ingest_group_batches", "Batches in one transaction.", {1, 2, 4, 8, 16, 32}))
{
    for (int const status : statuses) {
        answered_[status] = &counter("ingest_requests_total", "Answers to POST /v1/ingest.", {{"status", std::to_string(status)}});
    }
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Kind>>(
        [&](auto e) { events_[e.value] = &counter("ingest_events_total", "Events that were stored.", {{"kind", e.name}}); });
}

prometheus::Counter& Metrics::counter(std::string const& name, std::string const& help, prometheus::Labels const& labels)
{
    return prometheus::BuildCounter().Name(name).Help(help).Register(registry_).Add(labels);
}

prometheus::Histogram& Metrics::histogram(std::string const& name, std::string const& help, prometheus::Histogram::BucketBoundaries bounds)
{
    return prometheus::BuildHistogram().Name(name).Help(help).Register(registry_).Add({}, std::move(bounds));
}

void Metrics::answered(int status)
{
    if (auto const found = answered_.find(status); found != answered_.end()) found->second->Increment();
}

void Metrics::stored(KindCounts const& events, std::size_t body_bytes)
{
    for (auto const& [kind, count] : events) events_.at(kind)->Increment(static_cast<double>(count));
    bytes_.Increment(static_cast<double>(body_bytes));
}

void Metrics::committed(std::size_t batches, std::chrono::steady_clock::duration took)
{
    commit_.Observe(std::chrono::duration<double>(took).count());
    group_.Observe(static_cast<double>(batches));
}

void Metrics::watch(std::string const& name, std::string const& help, std::function<std::size_t()> value)
{
    std::scoped_lock const lock(mutex_);
    watched_.emplace_back(&prometheus::BuildGauge().Name(name).Help(help).Register(registry_).Add({}), std::move(value));
}

std::string Metrics::render()
{
    std::scoped_lock const lock(mutex_);
    for (auto const& [gauge, value] : watched_) gauge->Set(static_cast<double>(value()));
    return prometheus::TextSerializer().Serialize(registry_.Collect());
}

}  // namespace mz::ingest
