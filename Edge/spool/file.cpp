#include "spool/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace mz::edge {
namespace {

void replace(std::filesystem::path const& path, std::string_view contents, mode_t mode, bool durably)
{
    auto aside = path;
    aside += ".new";
    auto const file = open_file(aside, O_WRONLY | O_CREAT | O_TRUNC, mode);
    // A file left by a crash keeps its old mode otherwise.
    if (::fchmod(file.get(), mode) != 0) throw_errno("cannot set the mode of", aside);
    write_all(file, contents, aside);
    if (durably) sync_file(file, aside);
    if (::rename(aside.c_str(), path.c_str()) != 0) throw_errno("cannot replace", path);
}

}  // namespace

void Fd::reset()
{
    if (number_ >= 0) ::close(number_);
    number_ = -1;
}

void throw_errno(std::string const& what, std::filesystem::path const& path)
{
    throw std::system_error(errno, std::generic_category(), what + " " + path.string());
}

Fd open_file(std::filesystem::path const& path, int flags, mode_t mode)
{
    Fd file(::open(path.c_str(), flags | O_CLOEXEC, mode));
    if (!file) throw_errno("cannot open", path);
    return file;
}

void write_all(Fd const& file, std::string_view data, std::filesystem::path const& path)
{
    while (!data.empty()) {
        auto const written = ::write(file.get(), data.data(), data.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) throw_errno("cannot write", path);
        data.remove_prefix(static_cast<std::size_t>(written));
    }
}

void sync_file(Fd const& file, std::filesystem::path const& path)
{
    if (::fdatasync(file.get()) != 0) throw_errno("cannot sync", path);
}

void sync_folder(std::filesystem::path const& folder)
{
    auto const file = open_file(folder, O_RDONLY | O_DIRECTORY);
    if (::fsync(file.get()) != 0) throw_errno("cannot sync", folder);
}

std::optional<std::string> read_file(std::filesystem::path const& path, std::size_t max_bytes)
{
    Fd const file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file && errno == ENOENT) return std::nullopt;
    if (!file) throw_errno("cannot open", path);
    constexpr std::size_t step = 16 * 1024;
    std::string out;
    while (out.size() < max_bytes) {
        auto const before = out.size();
        out.resize(std::min(before + step, max_bytes));
        auto const got = ::read(file.get(), out.data() + before, out.size() - before);
        if (got < 0 && errno != EINTR) throw_errno("cannot read", path);
        out.resize(before + (got > 0 ? static_cast<std::size_t>(got) : 0));
        if (got == 0) break;
    }
    return out;
}

void write_atomically(std::filesystem::path const& path, std::string_view contents, mode_t mode)
{
    replace(path, contents, mode, true);
    sync_folder(path.parent_path());
}

void replace_file(std::filesystem::path const& path, std::string_view contents, mode_t mode) { replace(path, contents, mode, false); }

}  // namespace mz::edge
