#pragma once
#include <gtest/gtest.h>

#include <stdlib.h>

#include <filesystem>
#include <stdexcept>
#include <string>

namespace mz::testing {

// An empty folder of a test's own, removed with everything in it; a test that has failed keeps it, to be looked at.
class TemporaryFolder {
public:
    explicit TemporaryFolder(std::string const& name)
    {
        auto pattern = (std::filesystem::temp_directory_path() / ("monozu-" + name + "-XXXXXX")).string();
        if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("cannot make " + pattern);
        path_ = pattern;
    }
    ~TemporaryFolder()
    {
        std::error_code ignored;
        if (!::testing::Test::HasFailure()) std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(TemporaryFolder const&) = delete;
    TemporaryFolder& operator=(TemporaryFolder const&) = delete;

    std::filesystem::path const& path() const { return path_; }
    operator std::filesystem::path const&() const { return path_; }  // NOLINT(google-explicit-constructor)
    std::filesystem::path operator/(std::string_view name) const { return path_ / name; }

private:
    std::filesystem::path path_;
};

}  // namespace mz::testing
