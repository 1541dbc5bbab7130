#pragma once
#include <boost/asio/buffer.hpp>

#include <algorithm>
#include <cstring>
#include <string_view>
#include <vector>

namespace mz::net {

// Bytes that have arrived and were not used yet, in one piece.
class ReadBuffer {
public:
    std::string_view data() const { return {storage_.data() + begin_, end_ - begin_}; }
    std::size_t size() const { return end_ - begin_; }
    bool empty() const { return begin_ == end_; }

    // Room for at least `bytes` more. What `data` returned before is no longer valid.
    boost::asio::mutable_buffer prepare(std::size_t bytes)
    {
        if (begin_ > 0) {
            std::memmove(storage_.data(), storage_.data() + begin_, size());
            end_ -= begin_;
            begin_ = 0;
        }
        if (storage_.size() - end_ < bytes) storage_.resize(end_ + bytes);
        return {storage_.data() + end_, storage_.size() - end_};
    }
    void commit(std::size_t bytes) { end_ += bytes; }
    void consume(std::size_t bytes) { begin_ += std::min(bytes, size()); }

    // Gives back the memory a large request needed.
    void shrink(std::size_t bytes)
    {
        if (storage_.size() <= bytes || size() > bytes) return;
        prepare(0);
        storage_.resize(bytes);
        storage_.shrink_to_fit();
    }

private:
    std::vector<char> storage_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
};

}  // namespace mz::net
