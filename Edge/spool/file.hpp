#pragma once
#include <sys/types.h>

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace mz::edge {

// An owned file descriptor.
class Fd {
public:
    Fd() = default;
    explicit Fd(int number) : number_(number) {}
    Fd(Fd&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Fd& operator=(Fd&& other) noexcept
    {
        std::swap(number_, other.number_);
        return *this;
    }
    ~Fd() { reset(); }

    int get() const { return number_; }
    explicit operator bool() const { return number_ >= 0; }
    int release() { return std::exchange(number_, -1); }
    void reset();

private:
    int number_ = -1;
};

// What goes wrong with a file is thrown as std::system_error that names the path.
[[noreturn]] void throw_errno(std::string const& what, std::filesystem::path const& path);
Fd open_file(std::filesystem::path const& path, int flags, mode_t mode = 0600);
void write_all(Fd const& file, std::string_view data, std::filesystem::path const& path);
void sync_file(Fd const& file, std::filesystem::path const& path);
void sync_folder(std::filesystem::path const& folder);

// The contents, or nothing where the file does not exist. Reads at most `max_bytes`; /proc, whose files have no size, is fine.
std::optional<std::string> read_file(std::filesystem::path const& path, std::size_t max_bytes = 64 * 1024 * 1024);

// Readers see the old contents or the new, also after a power cut: written aside, synced, renamed, folder synced.
void write_atomically(std::filesystem::path const& path, std::string_view contents, mode_t mode = 0600);
// As above without the syncs, for what may be lost by a power cut.
void replace_file(std::filesystem::path const& path, std::string_view contents, mode_t mode = 0600);

}  // namespace mz::edge
