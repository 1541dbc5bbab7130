#pragma once
#include "spool/file.hpp"

#include <fcntl.h>
#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace mz::edge::testing {

// A LAN of its own: an appliance with a bridge, 10.77.0.1 and fd77::1, and hosts 10.77.0.11, .12, ... and fd77::b, ... at its ports. Each
// is a network namespace that lives as long as this object. The thread is the appliance until then.
class Lan {
public:
    // Throws std::runtime_error with the reason where the kernel does not allow it.
    explicit Lan(int hosts) : outside_(open_file("/proc/thread-self/ns/net", O_RDONLY))
    {
        become_root();
        for (int i = 0; i < hosts; ++i) hosts_.push_back(make());
        appliance_ = make();
        ip("link set lo up");
        ip("link add br0 type bridge");
        ip("link set br0 up");
        ip("addr add 10.77.0.1/24 dev br0");
        ip("addr add fd77::1/64 dev br0 nodad");
        for (int i = 0; i < hosts; ++i) {
            auto const port = "port" + std::to_string(i);
            auto const space = "/proc/" + std::to_string(::getpid()) + "/fd/" + std::to_string(hosts_[static_cast<std::size_t>(i)].get());
            ip("link add " + port + " type veth peer name eth0 netns " + space);
            ip("link set " + port + " master br0 up");
            on_host(i, [&] {
                ip("link set lo up");
                ip("addr add 10.77.0." + std::to_string(11 + i) + "/24 dev eth0");
                ip("addr add fd77::" + std::string(1, static_cast<char>('b' + i)) + "/64 dev eth0 nodad");
                ip("link set eth0 up");
            });
        }
    }
    ~Lan() { ::setns(outside_.get(), CLONE_NEWNET); }
    Lan(Lan const&) = delete;
    Lan& operator=(Lan const&) = delete;

    // A socket that is made meanwhile stays there.
    template <class F>
    void on_host(int host, F f)
    {
        enter(hosts_.at(static_cast<std::size_t>(host)));
        f();
        enter(appliance_);
    }

private:
    // Anybody may be root in a user namespace of their own.
    static void become_root()
    {
        auto const user = ::geteuid();
        auto const group = ::getegid();
        if (user == 0) return;
        if (::unshare(CLONE_NEWUSER) != 0) forbidden("a user namespace");
        std::ofstream("/proc/self/setgroups") << "deny";
        std::ofstream("/proc/self/uid_map") << "0 " << user << " 1";
        std::ofstream("/proc/self/gid_map") << "0 " << group << " 1";
    }
    static Fd make()
    {
        if (::unshare(CLONE_NEWNET) != 0) forbidden("a network namespace");
        return open_file("/proc/thread-self/ns/net", O_RDONLY);
    }
    [[noreturn]] static void forbidden(std::string const& what)
    {
        throw std::runtime_error("the kernel does not allow " + what + ": " + std::strerror(errno));
    }
    static void enter(Fd const& space)
    {
        if (::setns(space.get(), CLONE_NEWNET) != 0) forbidden("to enter a network namespace");
    }
    static void ip(std::string const& arguments)
    {
        auto const command = "PATH=/usr/sbin:/sbin:$PATH ip " + arguments + " 2>&1";
        if (std::system(command.c_str()) != 0) throw std::runtime_error("failed: ip " + arguments);
    }

    Fd outside_;
    std::vector<Fd> hosts_;
    Fd appliance_;
};

}  // namespace mz::edge::testing
