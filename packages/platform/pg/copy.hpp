#pragma once
#include "core/clock.hpp"
#include "core/uuid.hpp"
#include "pg/blocking.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace mz::pg {

// Rows in the form that `copy .. from stdin (format binary)` takes: row(n), then n fields in the order of the columns, each of exactly the
// column's type. Knows no connection, so an io thread fills it and a writer thread sends it.
class CopyRows {
public:
    void row(std::int16_t fields);
    void null();
    void boolean(bool value);
    void int16(std::int16_t value);
    void int32(std::int32_t value);
    void int64(std::int64_t value);
    void float64(double value);
    void uuid(Uuid const& value);
    void timestamp(Timestamp value);
    void text(std::string_view value);  // text, varchar, json and enums; must not contain NUL
    void bytes(std::string_view value);

    std::string_view data() const { return data_; }
    std::size_t rows() const { return rows_; }
    bool empty() const { return rows_ == 0; }
    void reserve(std::size_t bytes) { data_.reserve(bytes); }
    void clear();  // keeps the memory

private:
    template <class T>
    void append(T value);
    void length(std::int32_t bytes) { append(bytes); }

    std::string data_;
    std::size_t rows_ = 0;
};

// A writer's connection: several COPYs and statements in one transaction.
//   writer.begin();
//   writer.copy("copy ingest.ingest_events (tenant_id, ..) from stdin (format binary)", batches);
//   writer.run("insert into ..", params);
//   writer.commit();
class BinaryCopy : public Blocking {
public:
    using Blocking::Blocking;

    // Every piece is what CopyRows::data() returned; all of them make one COPY. Returns how many rows PostgreSQL took.
    long copy(std::string const& statement, std::span<std::string_view const> pieces);
};

}  // namespace mz::pg
