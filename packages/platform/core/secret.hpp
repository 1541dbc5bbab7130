#pragma once
#include <ostream>
#include <string>
#include <utility>

namespace mz {

// A value that must not be printed. Whoever needs it says so by calling reveal().
template <class T = std::string>
class Secret {
public:
    Secret() = default;
    explicit Secret(T value) : value_(std::move(value)) {}
    T const& reveal() const { return value_; }

private:
    T value_{};
};

template <class T>
std::ostream& operator<<(std::ostream& out, Secret<T> const&)
{
    return out << "<redacted>";
}

}  // namespace mz
