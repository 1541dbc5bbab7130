#include "collectors/security/socket_diag.hpp"

#include "spool/file.hpp"

#include <arpa/inet.h>
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <array>
#include <cstring>
#include <string_view>

namespace mz::edge {
namespace {

constexpr std::size_t buffer_bytes = 16 * 1024;

struct Question {
    nlmsghdr header;
    inet_diag_req_v2 request;
};

bool ask(Fd const& socket, int family)
{
    Question question{};
    question.header.nlmsg_len = sizeof question;
    question.header.nlmsg_type = SOCK_DIAG_BY_FAMILY;
    question.header.nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP;
    question.request.sdiag_family = static_cast<std::uint8_t>(family);
    question.request.sdiag_protocol = IPPROTO_TCP;
    question.request.idiag_states = 1U << TCP_LISTEN;
    return ::send(socket.get(), &question, sizeof question, 0) == static_cast<ssize_t>(sizeof question);
}

void add(inet_diag_msg const& socket, Listeners& out)
{
    std::array<char, INET6_ADDRSTRLEN> address{};
    if (::inet_ntop(socket.idiag_family, socket.id.idiag_src, address.data(), address.size()) == nullptr) return;
    out.emplace(Listener{"tcp", plain_address(address.data()), ntohs(socket.id.idiag_sport)}, socket.idiag_inode);
}

bool receive(Fd const& socket, Listeners& out)
{
    alignas(nlmsghdr) std::array<char, buffer_bytes> buffer;
    while (true) {
        auto left = ::recv(socket.get(), buffer.data(), buffer.size(), 0);
        if (left <= 0) return false;
        for (std::size_t at = 0; left >= static_cast<ssize_t>(sizeof(nlmsghdr));) {
            nlmsghdr header;
            std::memcpy(&header, buffer.data() + at, sizeof header);
            if (header.nlmsg_type == NLMSG_DONE) return true;
            if (header.nlmsg_type == NLMSG_ERROR || header.nlmsg_len < sizeof header || header.nlmsg_len > left) return false;
            if (header.nlmsg_len >= sizeof header + sizeof(inet_diag_msg)) {
                inet_diag_msg message;
                std::memcpy(&message, buffer.data() + at + sizeof header, sizeof message);
                add(message, out);
            }
            auto const step = (header.nlmsg_len + NLMSG_ALIGNTO - 1) / NLMSG_ALIGNTO * NLMSG_ALIGNTO;
            at += step;
            left -= step;
        }
    }
}

}  // namespace

bool diagnose_tcp_listeners(Listeners& out)
{
    Fd const socket(::socket(AF_NETLINK, SOCK_DGRAM | SOCK_CLOEXEC, NETLINK_SOCK_DIAG));
    if (!socket) return false;
    // A kernel that does not answer must not hold the agent up.
    timeval const patience{1, 0};
    ::setsockopt(socket.get(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    Listeners found;
    for (auto const family : {AF_INET, AF_INET6}) {
        if (!ask(socket, family) || !receive(socket, found)) return false;
    }
    out.merge(found);
    return true;
}

}  // namespace mz::edge
