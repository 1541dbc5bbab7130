#include "json/read.hpp"

namespace mz::json {

std::string Path::pointer() const
{
    if (parent == nullptr) return "";
    std::string out = parent->pointer();
    out += '/';
    if (key.data() == nullptr) return out + std::to_string(index);
    for (char const c : key) {
        if (c == '~') out += "~0";
        else if (c == '/') out += "~1";
        else out += c;
    }
    return out;
}

void Errors::add(Path const& at, std::string detail) { all_.push_back({at.pointer(), std::move(detail)}); }

}  // namespace mz::json
