#pragma once
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace mz::net {

// Expands a compressed body while it arrives, so that no more than `max_bytes` of it ever exist.
class BodyDecoder {
public:
    virtual ~BodyDecoder() = default;
    // Appends what `part` expands to. Throws Refusal: 413 past the limit, 400 for data that is not what it says.
    virtual void write(std::string_view part, std::string& out) = 0;
    // Throws Refusal{400} where the data ended too soon.
    virtual void finish() = 0;
};

// For one Content-Encoding: gzip, x-gzip or zstd; nullptr for identity. Throws Refusal{415} for others.
std::unique_ptr<BodyDecoder> make_body_decoder(std::string_view encoding, std::size_t max_bytes);

}  // namespace mz::net
