#include "oidc/address.hpp"

#include <curl/curl.h>

#include <memory>
#include <new>
#include <optional>

namespace mz::oidc {
namespace {

struct Release {
    void operator()(CURLU* url) const { curl_url_cleanup(url); }
    void operator()(char* text) const { curl_free(text); }
};
using Url = std::unique_ptr<CURLU, Release>;
using Part = std::unique_ptr<char, Release>;

Url parsed(std::string_view text)
{
    Url url(curl_url());
    if (!url) throw std::bad_alloc();
    bool const good =
        text.find('\0') == std::string_view::npos && curl_url_set(url.get(), CURLUPART_URL, std::string(text).c_str(), 0) == CURLUE_OK;
    return good ? std::move(url) : nullptr;
}

std::optional<std::string> part(Url const& url, CURLUPart what)
{
    char* text = nullptr;
    if (!url || curl_url_get(url.get(), what, &text, 0) != CURLUE_OK) return std::nullopt;
    Part const owned(text);
    return std::string(owned.get());
}

}  // namespace

bool is_address(std::string_view text)
{
    auto const url = parsed(text);
    auto const scheme = part(url, CURLUPART_SCHEME);
    bool const web = scheme == "https" || scheme == "http";
    return web && part(url, CURLUPART_HOST) && !part(url, CURLUPART_USER) && !part(url, CURLUPART_PASSWORD) &&
           !part(url, CURLUPART_FRAGMENT);
}

bool is_https(std::string_view text) { return is_address(text) && part(parsed(text), CURLUPART_SCHEME) == "https"; }

std::string path_of(std::string_view text) { return part(parsed(text), CURLUPART_PATH).value_or(""); }

bool has_query(std::string_view text) { return text.find('?') != std::string_view::npos; }

std::string escaped(std::string_view text)
{
    if (text.empty()) return {};
    Part const out(curl_easy_escape(nullptr, text.data(), static_cast<int>(text.size())));
    if (!out) throw std::bad_alloc();
    return out.get();
}

std::string form(Parameters const& parameters)
{
    std::string out;
    for (auto const& [name, value] : parameters) {
        if (value.empty()) continue;
        if (!out.empty()) out += '&';
        out += escaped(name) + '=' + escaped(value);
    }
    return out;
}

std::string with_query(std::string_view url, Parameters const& parameters)
{
    return std::string(url) + (has_query(url) ? '&' : '?') + form(parameters);
}

}  // namespace mz::oidc
