#include "identity/display_name.hpp"

#include <string_view>

namespace mz::identity {

DisplayName display_name_of(Email const& email)
{
    auto const local = std::string_view(email).substr(0, email.find('@'));
    std::string name;
    bool starts_word = true;
    for (char const c : local.substr(0, local.find('+'))) {
        if (c == '.' || c == '_' || c == '-') {
            starts_word = true;
            continue;
        }
        if (starts_word && !name.empty()) name += ' ';
        name += starts_word && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        starts_word = false;
    }
    return DisplayName(name.empty() ? std::string(local) : name);
}

}  // namespace mz::identity
