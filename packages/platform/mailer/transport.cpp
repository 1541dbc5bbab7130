#include "mailer/transport.hpp"

#include "mailer/ways.hpp"

namespace mz::mailer {
namespace {

// Asks for the message's fault before the way behind it does anything.
class Checked : public Transport {
public:
    explicit Checked(std::unique_ptr<Transport> way) : way_(std::move(way)) {}
    std::string_view name() const override { return way_->name(); }
    void cancel() override { way_->cancel(); }

    Task<Attempt> send(Message message) override
    {
        if (auto fault = fault_of(message); !fault.empty()) {
            Attempt const refused{Outcome::refused, "", std::move(fault), {}};
            co_return refused;
        }
        co_return co_await way_->send(std::move(message));
    }

private:
    std::unique_ptr<Transport> way_;
};

std::unique_ptr<Transport> choose(asio::io_context& io, TransportSettings settings)
{
    if (!settings.resend_api_key.reveal().empty()) return make_resend(io, std::move(settings));
    if (!settings.smtp_url.empty()) return make_smtp(std::move(settings));
    return make_directory(std::move(settings));
}

}  // namespace

std::unique_ptr<Transport> make_transport(asio::io_context& io, TransportSettings settings)
{
    return std::make_unique<Checked>(choose(io, std::move(settings)));
}

}  // namespace mz::mailer
