#include "net/body_decoder.hpp"

#include "core/text.hpp"
#include "net/refusal.hpp"

#include <zlib.h>
#include <zstd.h>

#include <array>
#include <new>

namespace mz::net {
namespace {

constexpr std::size_t step_bytes = 32 * 1024;
constexpr int zstd_max_window_log = 23;  // 8 MiB, what RFC 8878 asks every decoder to support; larger windows only cost memory

void append(std::string& out, char const* data, std::size_t size, std::size_t max_bytes)
{
    if (size > max_bytes - out.size()) throw Refusal{413, "The expanded body is larger than this service accepts."};
    out.append(data, size);
}

class GzipDecoder final : public BodyDecoder {
public:
    explicit GzipDecoder(std::size_t max_bytes) : max_bytes_(max_bytes)
    {
        if (inflateInit2(&stream_, 15 + 16) != Z_OK) throw std::bad_alloc();
    }
    ~GzipDecoder() override { inflateEnd(&stream_); }
    GzipDecoder(GzipDecoder const&) = delete;
    GzipDecoder& operator=(GzipDecoder const&) = delete;

    void write(std::string_view part, std::string& out) override
    {
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(part.data()));
        stream_.avail_in = static_cast<uInt>(part.size());
        std::array<char, step_bytes> step;
        do {
            if (state_ == State::between_members && stream_.avail_in > 0) {
                inflateReset(&stream_);
                state_ = State::inside;
            }
            stream_.next_out = reinterpret_cast<Bytef*>(step.data());
            stream_.avail_out = static_cast<uInt>(step.size());
            int const result = inflate(&stream_, Z_NO_FLUSH);
            if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR) throw Refusal{400, "The body is not valid gzip."};
            append(out, step.data(), step.size() - stream_.avail_out, max_bytes_);
            if (result == Z_STREAM_END) state_ = State::between_members;
        } while (stream_.avail_in > 0 || stream_.avail_out == 0);
    }

    void finish() override
    {
        if (state_ != State::between_members) throw Refusal{400, "The gzip body ends too soon."};
    }

private:
    enum class State { inside, between_members };  // RFC 1952: a body may be several members, one after the other
    std::size_t max_bytes_;
    State state_ = State::inside;
    z_stream stream_{};
};

class ZstdDecoder final : public BodyDecoder {
public:
    explicit ZstdDecoder(std::size_t max_bytes) : max_bytes_(max_bytes), stream_(ZSTD_createDStream())
    {
        if (!stream_) throw std::bad_alloc();
        ZSTD_DCtx_setParameter(stream_.get(), ZSTD_d_windowLogMax, zstd_max_window_log);
    }

    void write(std::string_view part, std::string& out) override
    {
        ZSTD_inBuffer in{part.data(), part.size(), 0};
        std::array<char, step_bytes> step;
        bool full = false;
        while (in.pos < in.size || full) {
            ZSTD_outBuffer to{step.data(), step.size(), 0};
            auto const result = ZSTD_decompressStream(stream_.get(), &to, &in);
            if (ZSTD_isError(result)) throw Refusal{400, "The body is not valid zstd, or needs a window above 8 MiB."};
            append(out, step.data(), to.pos, max_bytes_);
            complete_ = result == 0;
            full = to.pos == to.size && !complete_;
        }
    }

    void finish() override
    {
        if (!complete_) throw Refusal{400, "The zstd body ends too soon."};
    }

private:
    struct Free {
        void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
    };
    std::size_t max_bytes_;
    bool complete_ = false;
    std::unique_ptr<ZSTD_DStream, Free> stream_;
};

}  // namespace

std::unique_ptr<BodyDecoder> make_body_decoder(std::string_view encoding, std::size_t max_bytes)
{
    auto const name = lower_ascii(encoding);
    if (name.empty() || name == "identity") return nullptr;
    if (name == "gzip" || name == "x-gzip") return std::make_unique<GzipDecoder>(max_bytes);
    if (name == "zstd") return std::make_unique<ZstdDecoder>(max_bytes);
    throw Refusal{415, "This Content-Encoding is not supported; use gzip or zstd."};
}

}  // namespace mz::net
