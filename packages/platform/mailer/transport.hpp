#pragma once
#include "core/secret.hpp"
#include "core/task.hpp"
#include "mailer/message.hpp"

#include <boost/describe.hpp>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace mz::mailer {

// Named settings, read from the environment in upper case. The first of the three ways that is set is used.
struct TransportSettings {
    Secret<std::string> resend_api_key;
    std::string resend_url = "https://api.resend.com";
    std::string smtp_url;  // smtp://host:587, which becomes TLS by STARTTLS, or smtps://host:465
    std::string smtp_user;
    Secret<std::string> smtp_password;
    std::string smtp_ca_file;      // the authority of a server that no public one vouches for
    bool smtp_require_tls = true;  // false only for a server on this machine
    std::string mail_directory = "var/mail";
    int mail_timeout_seconds = 20;  // for one attempt
};
BOOST_DESCRIBE_STRUCT(TransportSettings, (),
                      (resend_api_key, resend_url, smtp_url, smtp_user, smtp_password, smtp_ca_file, smtp_require_tls, mail_directory,
                       mail_timeout_seconds))

// What became of one attempt.
enum class Outcome {
    delivered,  // the other side has it now, or had it already
    try_again,  // it may go better later: no answer, too many, a full disk, an account that somebody has to mend
    refused,    // this message will never be taken
};
BOOST_DESCRIBE_ENUM(Outcome, delivered, try_again, refused)

struct Attempt {
    Outcome outcome = Outcome::try_again;
    std::string provider_id;                          // what the other side calls it, where it says so
    std::string error;                                // for people; never the message or a secret
    std::optional<std::chrono::seconds> retry_after;  // the other side's wish
};

class Transport {
public:
    virtual ~Transport() = default;
    // Never throws for what the other side does. A malformed message is refused.
    virtual Task<Attempt> send(Message message) = 0;
    // Ends what is under way, as `try_again`. Nothing can be sent afterwards.
    virtual void cancel() {}
    virtual std::string_view name() const = 0;  // "resend", "smtp", "directory"
};

// On the io_context's thread, where it is used and destroyed too.
std::unique_ptr<Transport> make_transport(asio::io_context& io, TransportSettings settings);

}  // namespace mz::mailer
