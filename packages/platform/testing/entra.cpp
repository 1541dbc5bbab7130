#include "testing/entra.hpp"

#include <boost/json/parse.hpp>

#include <curl/curl.h>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <stdexcept>

namespace mz::testing {
namespace {

constexpr long timeout_seconds = 30;
constexpr int most_steps = 20;  // of one way through the provider

// Node as a child process. It ends when its standard input does, even where this process dies.
class Child {
public:
    explicit Child(std::vector<std::string> const& options)
    {
        std::array<int, 2> in{};
        std::array<int, 2> out{};
        if (::pipe2(in.data(), O_CLOEXEC) != 0 || ::pipe2(out.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
        std::vector<char const*> arguments{TESTING_NODE, TESTING_ENTRA};
        for (auto const& option : options) arguments.push_back(option.c_str());
        arguments.push_back(nullptr);
        process_ = ::fork();
        if (process_ == 0) {
            ::dup2(in[0], STDIN_FILENO);
            ::dup2(out[1], STDOUT_FILENO);
            ::execv(TESTING_NODE, const_cast<char* const*>(arguments.data()));
            ::_exit(127);
        }
        ::close(in[0]);
        ::close(out[1]);
        stdin_ = in[1];
        stdout_ = ::fdopen(out[0], "r");
    }
    ~Child()
    {
        ::close(stdin_);
        ::waitpid(process_, nullptr, 0);
        std::fclose(stdout_);
    }
    Child(Child const&) = delete;
    Child& operator=(Child const&) = delete;

    std::string line() const
    {
        std::string out;
        for (int c = 0; (c = std::fgetc(stdout_)) != EOF && c != '\n';) out += static_cast<char>(c);
        if (out.empty()) throw std::runtime_error("tools/entra does not start; is Node installed (./monozu test does that)?");
        return out;
    }

private:
    pid_t process_ = 0;
    int stdin_ = -1;
    std::FILE* stdout_ = nullptr;
};

// A browser without scripts.
class Browser {
public:
    struct Page {
        int status = 0;
        std::string location;  // of a redirection, absolute
        std::string body;
    };

    Browser() : curl_(curl_easy_init(), &curl_easy_cleanup) { curl_easy_setopt(curl_.get(), CURLOPT_COOKIEFILE, ""); }

    void forget() const { curl_easy_setopt(curl_.get(), CURLOPT_COOKIELIST, "ALL"); }

    // A POST where there is a form.
    Page open(std::string const& url, std::string const* form = nullptr) const
    {
        Page page;
        auto* const curl = curl_.get();
        curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
        curl_easy_setopt(curl, CURLOPT_TIMEOUT, timeout_seconds);
        curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &Browser::take);
        curl_easy_setopt(curl, CURLOPT_WRITEDATA, &page.body);
        if (form != nullptr) curl_easy_setopt(curl, CURLOPT_COPYPOSTFIELDS, form->c_str());
        else curl_easy_setopt(curl, CURLOPT_HTTPGET, 1L);
        if (curl_easy_perform(curl) != CURLE_OK) throw std::runtime_error("the provider gave no answer to " + url);
        long status = 0;
        curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
        char const* location = nullptr;
        curl_easy_getinfo(curl, CURLINFO_REDIRECT_URL, &location);
        page.status = static_cast<int>(status);
        page.location = location != nullptr ? location : "";
        return page;
    }

private:
    static std::size_t take(char const* data, std::size_t size, std::size_t count, void* target)
    {
        static_cast<std::string*>(target)->append(data, size * count);
        return size * count;
    }

    std::unique_ptr<CURL, void (*)(CURL*)> curl_;
};

// What stands between the two in the text; empty where it is not there.
std::string between(std::string const& text, std::string_view before, std::string_view after)
{
    auto const start = text.find(before);
    if (start == std::string::npos) return {};
    auto const from = start + before.size();
    return text.substr(from, text.find(after, from) - from);
}

}  // namespace

struct Entra::Impl {
    explicit Impl(std::vector<std::string> const& options) : child(options), ready(boost::json::parse(child.line()).as_object()) {}

    std::string text(std::string_view name) const { return std::string(ready.at(name).as_string()); }

    // Follows redirections within the provider; `answer` gives the form to send for a page, which ends the way where it is empty.
    template <class Answer>
    std::string follow(std::string url, Answer answer) const
    {
        std::string form;
        bool post = false;
        for (int step = 0; step < most_steps; ++step) {
            auto const page = browser.open(url, post ? &form : nullptr);
            post = page.location.empty();
            if (post) {
                form = answer(page.body, url);
                if (form.empty()) throw std::runtime_error("the provider stays at " + url + ": " + page.body);
            } else {
                url = page.location;
                if (!url.starts_with(text("origin"))) return url;
            }
        }
        throw std::runtime_error("the provider leads nowhere from " + url);
    }

    Child child;
    boost::json::object ready;
    Browser browser;
};

Entra::Entra(std::vector<std::string> const& options)
    : impl_(std::make_unique<Impl>(options)),
      origin(impl_->text("origin")),
      issuer(impl_->text("issuer")),
      any_issuer(impl_->text("any_issuer")),
      tenant(impl_->text("tenant")),
      client_id(impl_->text("client_id")),
      client_secret(impl_->text("client_secret"))
{
}

Entra::~Entra() = default;

std::string Entra::sign_in(std::string const& url, std::string_view username)
{
    impl_->browser.forget();
    std::string person;
    for (auto const& each : impl_->ready.at("people").as_array()) {
        if (each.at("username").as_string() == username) person = each.at("oid").as_string().c_str();
    }
    if (person.empty() && !username.empty()) throw std::runtime_error("the provider knows nobody of that name");
    return impl_->follow(url, [&](std::string const& page, std::string const&) {
        return page.find("name=\"person\"") == std::string::npos ? std::string() : "person=" + person;
    });
}

std::string Entra::sign_out(std::string const& url)
{
    return impl_->follow(url, [](std::string const& page, std::string& at) {
        auto const xsrf = between(page, "name=\"xsrf\" value=\"", "\"");
        at = between(page, "action=\"", "\"");
        return xsrf.empty() ? xsrf : "logout=yes&xsrf=" + xsrf;
    });
}

std::string Entra::rotate()
{
    std::string const nothing;
    auto const page = Browser().open(origin + "/control/rotate", &nothing);
    return boost::json::parse(page.body).at("kid").as_string().c_str();
}

void Entra::misbehave(std::string_view wanted)
{
    std::string const body(wanted);
    if (Browser().open(origin + "/control/misbehave", &body).status != 200) throw std::runtime_error("the provider cannot misbehave so");
}

std::string Entra::parameter(std::string_view url, std::string_view name)
{
    auto const query = std::string(url.substr(std::min(url.find('?'), url.size())));
    for (char const lead : {'?', '&'}) {
        auto const value = between(query, lead + std::string(name) + "=", "&");
        if (value.empty()) continue;
        int size = 0;
        std::unique_ptr<char, void (*)(void*)> const decoded(curl_easy_unescape(nullptr, value.c_str(), 0, &size), &curl_free);
        return {decoded.get(), static_cast<std::size_t>(size)};
    }
    return {};
}

}  // namespace mz::testing
