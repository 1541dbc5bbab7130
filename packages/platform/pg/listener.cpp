#include "pg/listener.hpp"

#include "core/problem.hpp"
#include "pg/keeper.hpp"

namespace mz::pg {
namespace {

PoolSettings listening_settings()
{
    PoolSettings settings;
    settings.database_named_prepares = false;  // each statement runs once
    return settings;
}

std::string quoted_identifier(std::string_view name)
{
    std::string out = "\"";
    for (char const c : name) {
        if (c == '"') out += '"';
        out += c;
    }
    return out += '"';
}

}  // namespace

struct Listener::Impl : std::enable_shared_from_this<Listener::Impl> {
    Impl(asio::io_context& io, Secret<std::string> const& url, std::vector<std::string> names, OnNotify notify, std::function<void()> gap)
        : channels(std::move(names)),
          on_notify(std::move(notify)),
          on_gap(std::move(gap)),
          keeper(std::make_shared<Keeper>(io, std::make_shared<Conninfo const>(url), listening_settings(), Pipeline::Use::exclusive))
    {
    }

    void start()
    {
        auto const weak = weak_from_this();
        auto const on_open = [weak](std::shared_ptr<Pipeline> fresh) { return listen(weak, std::move(fresh)); };
        keeper->start(on_open, {});
    }

    static Task<void> listen(std::weak_ptr<Impl> weak, std::shared_ptr<Pipeline> fresh)
    {
        std::vector<Statement> statements;
        std::vector<std::string> texts;
        if (auto const self = weak.lock()) {
            for (auto const& channel : self->channels) texts.push_back("listen " + quoted_identifier(channel));
            fresh->on_notify([weak](std::string_view channel, std::string_view payload) {
                if (auto const alive = weak.lock(); alive && alive->on_notify) alive->on_notify(channel, payload);
            });
        }
        statements.reserve(texts.size());
        for (auto const& text : texts) statements.push_back({"", text, {}});
        co_await fresh->run(std::move(statements));
        auto const self = weak.lock();
        if (self && std::exchange(self->listened_before, true) && self->on_gap) self->on_gap();
    }

    std::vector<std::string> channels;
    OnNotify on_notify;
    std::function<void()> on_gap;
    std::shared_ptr<Keeper> keeper;
    bool listened_before = false;
};

Listener::Listener(asio::io_context& io, Secret<std::string> url, std::vector<std::string> channels, OnNotify on_notify,
                   std::function<void()> on_gap)
    : impl_(std::make_shared<Impl>(io, url, std::move(channels), std::move(on_notify), std::move(on_gap)))
{
    impl_->start();
}

Listener::~Listener()
{
    impl_->on_notify = nullptr;
    impl_->on_gap = nullptr;
    impl_->keeper->stop();
}

}  // namespace mz::pg
