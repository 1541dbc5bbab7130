#include "mailer/ways.hpp"

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <new>

namespace mz::mailer {
namespace {

constexpr long first_permanent_code = 500;
constexpr long last_permanent_code = 599;
constexpr std::size_t longest_error = 300;

struct Free {
    void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

std::size_t give(char* into, std::size_t size, std::size_t count, void* left_pointer)
{
    auto& left = *static_cast<std::string_view*>(left_pointer);
    auto const given = std::min(left.size(), size * count);
    std::memcpy(into, left.data(), given);
    left.remove_prefix(given);
    return given;
}

int cancelled(void* stopping, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<std::atomic<bool>*>(stopping)->load() ? 1 : 0;
}

// A reply that begins with 5 is for good where it is about the recipient or the message; before that it is about this side's account.
Outcome outcome_of(CURLcode result, long code)
{
    if (result == CURLE_OK) return Outcome::delivered;
    bool const permanent = code >= first_permanent_code && code <= last_permanent_code;
    bool const about_the_message = result == CURLE_SEND_ERROR || result == CURLE_RECV_ERROR || result == CURLE_WEIRD_SERVER_REPLY;
    return permanent && about_the_message ? Outcome::refused : Outcome::try_again;
}

class Smtp : public Transport {
public:
    explicit Smtp(TransportSettings settings) : settings_(std::move(settings)), threads_(1)
    {
        static CURLcode const once = curl_global_init(CURL_GLOBAL_DEFAULT);
        if (once != CURLE_OK) throw std::bad_alloc();
    }
    ~Smtp() override
    {
        stopping_ = true;
        threads_.join();
    }
    std::string_view name() const override { return "smtp"; }
    void cancel() override { stopping_ = true; }

    Task<Attempt> send(Message message) override
    {
        auto initiate = [this](auto handler, Message letter) {
            // The handler belongs to its io thread: it is moved there and back inside a shared pointer, and only called there.
            auto guard = asio::make_work_guard(handler);
            auto shared = std::make_shared<decltype(handler)>(std::move(handler));
            asio::post(threads_, [this, shared = std::move(shared), guard = std::move(guard), letter = std::move(letter)]() mutable {
                auto attempt = converse(letter);
                auto const executor = guard.get_executor();
                asio::post(executor, [shared = std::move(shared), guard = std::move(guard), attempt = std::move(attempt)]() mutable {
                    std::move (*shared)(std::move(attempt));
                });
            });
        };
        co_return co_await asio::async_initiate<asio::use_awaitable_t<Executor> const, void(Attempt)>(std::move(initiate), use_task,
                                                                                                      std::move(message));
    }

private:
    Attempt converse(Message const& message)
    {
        auto const mime = to_mime(message);
        auto const sender = address_of(message.from);
        std::string_view left = mime;
        std::unique_ptr<CURL, Free> const easy(curl_easy_init());
        std::unique_ptr<curl_slist, Free> const recipient(curl_slist_append(nullptr, address_of(message.to).c_str()));
        if (!easy || !recipient) throw std::bad_alloc();
        std::array<char, CURL_ERROR_SIZE> reason{};
        auto* const curl = easy.get();
        curl_easy_setopt(curl, CURLOPT_URL, settings_.smtp_url.c_str());
        curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
        curl_easy_setopt(curl, CURLOPT_USE_SSL, static_cast<long>(settings_.smtp_require_tls ? CURLUSESSL_ALL : CURLUSESSL_TRY));
        curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
        if (!settings_.smtp_ca_file.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, settings_.smtp_ca_file.c_str());
        if (!settings_.smtp_user.empty()) {
            curl_easy_setopt(curl, CURLOPT_USERNAME, settings_.smtp_user.c_str());
            curl_easy_setopt(curl, CURLOPT_PASSWORD, settings_.smtp_password.reveal().c_str());
        }
        curl_easy_setopt(curl, CURLOPT_MAIL_FROM, sender.c_str());
        curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipient.get());
        curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
        curl_easy_setopt(curl, CURLOPT_READFUNCTION, &give);
        curl_easy_setopt(curl, CURLOPT_READDATA, &left);
        curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(curl, CURLOPT_TIMEOUT, static_cast<long>(settings_.mail_timeout_seconds));
        curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
        curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, &cancelled);
        curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &stopping_);
        curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, reason.data());
        auto const result = curl_easy_perform(curl);
        long code = 0;
        curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &code);
        Attempt attempt;
        attempt.outcome = outcome_of(result, code);
        if (result == CURLE_OK) return attempt;
        attempt.error = "SMTP: " + std::string(reason[0] == '\0' ? curl_easy_strerror(result) : reason.data());
        auto const reply = std::to_string(code);
        if (code > 0 && attempt.error.find(reply) == std::string::npos) attempt.error += " (" + reply + ")";
        attempt.error.resize(std::min(attempt.error.size(), longest_error));
        return attempt;
    }

    TransportSettings settings_;
    std::atomic<bool> stopping_ = false;
    asio::thread_pool threads_;
};

}  // namespace

std::unique_ptr<Transport> make_smtp(TransportSettings settings) { return std::make_unique<Smtp>(std::move(settings)); }

}  // namespace mz::mailer
