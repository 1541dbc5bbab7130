#include "core/problem.hpp"
#include "json/value.hpp"
#include "mailer/ways.hpp"
#include "net/client.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <charconv>

namespace mz::mailer {
namespace {

constexpr std::size_t longest_error = 300;
constexpr std::size_t largest_answer = 64UL * 1024;

std::string body_of(Message const& message)
{
    boost::json::object email{
        {"from", message.from}, {"to", boost::json::array{message.to}}, {"subject", message.subject}, {"text", message.text}};
    if (!message.html.empty()) email["html"] = message.html;
    if (!message.reply_to.empty()) email["reply_to"] = message.reply_to;
    auto& headers = email["headers"].emplace_object();
    for (auto const& [name, value] : message.headers) headers[name] = value;
    return boost::json::serialize(email);
}

// The text of a member of the answer, which may be anything: a proxy in between answers in its own words.
std::string member(std::string const& body, std::string_view name)
{
    try {
        auto const answer = json::parse(body);
        auto const* found = answer.is_object() ? answer.get_object().if_contains(name) : nullptr;
        return found != nullptr && found->is_string() ? std::string(found->get_string()) : "";
    } catch (Problem const&) {
        return {};
    }
}

std::optional<std::chrono::seconds> retry_after(net::Headers const& headers)
{
    auto const text = headers.find("Retry-After");
    long seconds = 0;
    if (!text || std::from_chars(text->data(), text->data() + text->size(), seconds).ec != std::errc{} || seconds < 0) return std::nullopt;
    return std::chrono::seconds(seconds);
}

Outcome outcome_of(int status, std::string_view error)
{
    if (status >= 200 && status < 300) return Outcome::delivered;
    // The key was used within the last 24 hours with other bytes: that message went out, from a program with other templates.
    if (error == "invalid_idempotent_request") return Outcome::delivered;
    // 401 and 403 are about the account or its domain, which somebody mends, and 409 about an attempt that is still under way.
    bool const passes = status >= 500 || status == 401 || status == 403 || status == 408 || status == 409 || status == 429;
    // What is not in Resend's own words was not said by Resend.
    return passes || error.empty() ? Outcome::try_again : Outcome::refused;
}

class Resend : public Transport {
public:
    Resend(asio::io_context& io, TransportSettings settings)
        : settings_(std::move(settings)), client_(std::make_unique<net::Client>(io, net::trusted_peers))
    {
    }
    std::string_view name() const override { return "resend"; }
    void cancel() override { client_.reset(); }

    Task<Attempt> send(Message message) override
    {
        net::ClientRequest request;
        request.method = net::Method::post;
        request.url = settings_.resend_url + "/emails";
        request.headers.set("Authorization", "Bearer " + settings_.resend_api_key.reveal());
        request.headers.set("Content-Type", "application/json");
        request.headers.set("Idempotency-Key", message.idempotency_key);
        request.body = body_of(message);
        request.timeout = std::chrono::seconds(settings_.mail_timeout_seconds);
        request.max_response_bytes = largest_answer;
        Attempt attempt;
        net::ClientResponse response;
        if (!client_) {
            attempt.error = "this side is stopping";
            co_return attempt;
        }
        try {
            response = co_await client_->send(std::move(request));
        } catch (Problem const& none) {
            attempt.error = none.detail;
            co_return attempt;
        }
        auto const error = member(response.body, "name");
        attempt.outcome = outcome_of(response.status, error);
        attempt.provider_id = member(response.body, "id");
        attempt.retry_after = retry_after(response.headers);
        if (attempt.outcome != Outcome::delivered) {
            attempt.error = "Resend answered " + std::to_string(response.status);
            if (!error.empty()) attempt.error += " " + error + ": " + member(response.body, "message");
            attempt.error.resize(std::min(attempt.error.size(), longest_error));
        }
        co_return attempt;
    }

private:
    TransportSettings settings_;
    std::unique_ptr<net::Client> client_;
};

}  // namespace

std::unique_ptr<Transport> make_resend(asio::io_context& io, TransportSettings settings)
{
    return std::make_unique<Resend>(io, std::move(settings));
}

}  // namespace mz::mailer
