#include "testing/http.hpp"

#include "core/text.hpp"

#include <boost/json/parse.hpp>

#include <curl/curl.h>

#include <memory>

namespace mz::testing {
namespace {

constexpr long timeout_seconds = 90;

std::size_t take_body(char* data, std::size_t size, std::size_t count, void* target)
{
    static_cast<std::string*>(target)->append(data, size * count);
    return size * count;
}

std::size_t take_header(char* data, std::size_t size, std::size_t count, void* target)
{
    std::string_view line(data, size * count);
    if (auto const colon = line.find(':'); colon != std::string_view::npos) {
        auto value = line.substr(colon + 1);
        while (!value.empty() && (value.front() == ' ')) value.remove_prefix(1);
        while (!value.empty() && (value.back() == '\r' || value.back() == '\n')) value.remove_suffix(1);
        (*static_cast<std::map<std::string, std::string>*>(target))[lower_ascii(line.substr(0, colon))] = std::string(value);
    }
    return size * count;
}

}  // namespace

boost::json::value Answer::json() const
{
    boost::system::error_code error;
    auto parsed = boost::json::parse(body, error);
    return error ? boost::json::value(nullptr) : parsed;
}

Answer exchange(std::uint16_t port, Exchange request)
{
    std::unique_ptr<CURL, void (*)(CURL*)> const curl(curl_easy_init(), &curl_easy_cleanup);
    Answer answer;
    auto const url = "http://127.0.0.1:" + std::to_string(port) + request.path;
    curl_slist* list = curl_slist_append(nullptr, "Expect:");
    for (auto const& [name, value] : request.headers) list = curl_slist_append(list, (name + ": " + value).c_str());
    std::unique_ptr<curl_slist, void (*)(curl_slist*)> const headers(list, &curl_slist_free_all);
    curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_PATH_AS_IS, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_CUSTOMREQUEST, request.method.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, timeout_seconds);
    curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
    if (request.method == "HEAD") curl_easy_setopt(curl.get(), CURLOPT_NOBODY, 1L);
    if (!request.body.empty() || request.method == "POST" || request.method == "PATCH") {
        curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
        curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, request.body.c_str());
    }
    curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, &take_body);
    curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &answer.body);
    curl_easy_setopt(curl.get(), CURLOPT_HEADERFUNCTION, &take_header);
    curl_easy_setopt(curl.get(), CURLOPT_HEADERDATA, &answer.headers);
    if (curl_easy_perform(curl.get()) == CURLE_OK) {
        long status = 0;
        curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
        answer.status = static_cast<int>(status);
    }
    return answer;
}

Answer call(std::uint16_t port, std::string method, std::string path, std::string token, std::string json_body)
{
    Exchange request{std::move(method), std::move(path), std::move(json_body), {}};
    if (!token.empty()) request.headers["Authorization"] = "Bearer " + token;
    if (!request.body.empty()) request.headers["Content-Type"] = "application/json";
    return exchange(port, std::move(request));
}

}  // namespace mz::testing
