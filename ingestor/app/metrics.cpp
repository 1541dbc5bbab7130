#include "metrics.hpp"

#include <string>

namespace mz::ingest {

Metrics::Metrics()
    : bytes_(all_.counter("ingest_body_bytes_total", "Bytes of stored bodies, after decompression.")),
      repeated_(all_.counter("ingest_repeated_batches_total", "Batches that were stored before under the same Idempotency-Key.")),
      commit_(all_.latency("ingest_commit_seconds", "How long a transaction of the writers took.")),
      group_(prometheus::BuildHistogram()
                 .Name("ingest_group_batches")
                 .Help("Batches in one transaction.")
                 .Register(all_.registry())
                 .Add({}, prometheus::Histogram::BucketBoundaries{1, 2, 4, 8, 16, 32}))
{
    for (int const status : statuses) {
        answered_[status] = &all_.counter("ingest_requests_total", "Answers to POST /v1/ingest.", {{"status", std::to_string(status)}});
    }
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Kind>>(
        [&](auto e) { events_[e.value] = &all_.counter("ingest_events_total", "Events that were stored.", {{"kind", e.name}}); });
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

}  // namespace mz::ingest
