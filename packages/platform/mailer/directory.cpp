#include "mailer/ways.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

namespace mz::mailer {
namespace {

constexpr int owner_only = 0600;  // letters hold one-time links

[[noreturn]] void fail(std::string const& what) { throw std::system_error(errno, std::generic_category(), what); }

class File {
public:
    explicit File(std::filesystem::path const& path) : fd_(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, owner_only))
    {
        if (fd_ < 0) fail("cannot make a file in the mail directory");
    }
    ~File() { ::close(fd_); }
    File(File const&) = delete;
    File& operator=(File const&) = delete;

    void write(std::string_view text) const
    {
        while (!text.empty()) {
            auto const written = ::write(fd_, text.data(), text.size());
            if (written < 0 && errno != EINTR) fail("cannot write to the mail directory");
            if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
        }
        if (::fsync(fd_) != 0) fail("cannot write to the mail directory");
    }

private:
    int fd_;
};

class Directory : public Transport {
public:
    explicit Directory(TransportSettings settings) : directory_(std::move(settings.mail_directory)) {}
    std::string_view name() const override { return "directory"; }

    Task<Attempt> send(Message message) override
    {
        Attempt attempt;
        try {
            write(message);
            attempt.outcome = Outcome::delivered;
        } catch (std::system_error const& error) {
            attempt.error = error.what();
        }
        co_return attempt;
    }

private:
    // Readers of the directory look at *.eml, and see whole letters only.
    void write(Message const& message) const
    {
        std::filesystem::create_directories(directory_);
        auto const unfinished = directory_ / ("." + message.idempotency_key + ".unfinished");
        File(unfinished).write(to_mime(message));
        std::filesystem::rename(unfinished, directory_ / (message.idempotency_key + ".eml"));
    }

    std::filesystem::path directory_;
};

}  // namespace

std::unique_ptr<Transport> make_directory(TransportSettings settings) { return std::make_unique<Directory>(std::move(settings)); }

}  // namespace mz::mailer
