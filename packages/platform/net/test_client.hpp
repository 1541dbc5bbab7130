#pragma once
#include "net/server.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <chrono>
#include <stdexcept>
#include <string>
#include <string_view>

namespace mz::net {

// For tests: a blocking socket that sends exactly the bytes it is told to.
class TestClient {
public:
    explicit TestClient(std::uint16_t port, int receive_buffer = 0)
    {
        fd_ = ::socket(AF_INET, SOCK_STREAM, 0);
        if (receive_buffer > 0) ::setsockopt(fd_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
        timeval const limit{10, 0};
        ::setsockopt(fd_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(fd_, reinterpret_cast<sockaddr const*>(&to), sizeof to) != 0) throw std::runtime_error("connect failed");
    }
    ~TestClient() { ::close(fd_); }
    TestClient(TestClient const&) = delete;
    TestClient& operator=(TestClient const&) = delete;

    // False where the other side has closed.
    bool send(std::string_view bytes)
    {
        while (!bytes.empty()) {
            auto const sent = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    // One more piece; empty at the end of the stream (or after ten seconds of silence).
    std::string receive_some()
    {
        char piece[16 * 1024];
        auto const got = ::recv(fd_, piece, sizeof piece, 0);
        return got > 0 ? std::string(piece, static_cast<std::size_t>(got)) : std::string();
    }

    std::string receive_exactly(std::size_t size)
    {
        while (unread_.size() < size) {
            auto const piece = receive_some();
            if (piece.empty()) break;
            unread_ += piece;
        }
        auto out = unread_.substr(0, size);
        unread_.erase(0, size);
        return out;
    }

    // Everything up to and with `mark`.
    std::string receive_until(std::string_view mark)
    {
        std::size_t at = 0;
        while ((at = unread_.find(mark)) == std::string::npos) {
            auto const piece = receive_some();
            if (piece.empty()) return std::exchange(unread_, {});
            unread_ += piece;
        }
        return receive_exactly(at + mark.size());
    }

    // Everything up to the end of the stream.
    std::string receive_all()
    {
        std::string all = std::exchange(unread_, {});
        for (std::string piece; !(piece = receive_some()).empty();) all += piece;
        return all;
    }

    // One response with Content-Length: header and body.
    std::string response()
    {
        auto header = receive_until("\r\n\r\n");
        auto const at = header.find("Content-Length: ");
        if (at == std::string::npos) return header;
        return header + receive_exactly(std::stoul(header.substr(at + 16)));
    }

    // Nothing more will be sent; receiving still works.
    void hang_up() { ::shutdown(fd_, SHUT_WR); }

private:
    int fd_;
    std::string unread_;
};

// A server on a free port. The handler is shared by its workers, so keep it stateless or guard what it shares.
inline Server::HandlerFactory same_handler(Handler handler)
{
    return [handler = std::move(handler)](Worker) { return handler; };
}

}  // namespace mz::net
