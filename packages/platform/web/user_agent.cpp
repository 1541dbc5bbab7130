#include "web/user_agent.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace mz::web {
namespace {

using Sign = std::pair<std::string_view, std::string_view>;

// In this order, because each browser also claims to be those below it.
constexpr std::array<Sign, 8> browsers{{{"Edg", "Edge"},
                                        {"OPR/", "Opera"},
                                        {"SamsungBrowser/", "Samsung Internet"},
                                        {"Firefox/", "Firefox"},
                                        {"FxiOS/", "Firefox"},
                                        {"CriOS/", "Chrome"},
                                        {"Chrome/", "Chrome"},
                                        {"Safari/", "Safari"}}};
constexpr std::array<Sign, 7> systems{{{"iPhone", "iPhone"},
                                       {"iPad", "iPad"},
                                       {"Android", "Android"},
                                       {"Windows", "Windows"},
                                       {"Mac OS X", "macOS"},
                                       {"CrOS", "ChromeOS"},
                                       {"Linux", "Linux"}}};
constexpr std::size_t longest_program_name = 40;

std::string_view find(auto const& signs, std::string_view text)
{
    auto const found = std::ranges::find_if(signs, [&](Sign const& sign) { return text.find(sign.first) != std::string_view::npos; });
    return found == signs.end() ? std::string_view{} : found->second;
}

}  // namespace

std::string device_of(std::string_view user_agent)
{
    auto const browser = find(browsers, user_agent);
    auto const system = find(systems, user_agent);
    if (!browser.empty() && !system.empty()) return std::string(browser) + ", " + std::string(system);
    if (!browser.empty()) return std::string(browser);
    return std::string(user_agent.substr(0, std::min(user_agent.find_first_of(" /"), longest_program_name)));
}

}  // namespace mz::web
