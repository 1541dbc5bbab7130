#pragma once
#include <boost/describe.hpp>

#include <compare>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mz::edge {

// Something on this machine that answers from outside: a listening TCP socket or a bound UDP one.
struct Listener {
    std::string protocol;  // tcp or udp, whatever the version of IP
    std::string address;   // numeric
    int port = 0;

    auto operator<=>(Listener const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Listener, (), (protocol, address, port))

// With the socket's inode, by which its process is found.
using Listeners = std::map<Listener, std::uint64_t>;

struct PortRange {
    int low = 0;
    int high = -1;
    bool contains(int port) const { return port >= low && port <= high; }
};

// Adds what one of /proc/net/{tcp,tcp6,udp,udp6} tells. A UDP socket in the `ephemeral` range is a client waiting for an answer.
void parse_listeners(std::string_view text, std::string_view protocol, PortRange ephemeral, Listeners& out);
PortRange parse_port_range(std::string_view text);
// What is open now. TCP is asked of the kernel by netlink where that can be had, because it is a hundred times cheaper than /proc.
Listeners read_listeners();
Listeners read_listeners_of_proc(std::filesystem::path const& proc = "/proc");

// "0.0.0.0", "::1" and so on from the kernel's hexadecimal words; nothing where it is neither.
std::optional<std::string> parse_address(std::string_view hex);
// An IPv4 address that is written as an IPv6 one, as itself.
std::string plain_address(std::string_view address);
bool is_loopback(std::string_view address);

// What people call a program: its file's name, also after an update has replaced the file. The kernel's own name (`comm`) is only that
// of a thread, "MainThread" for Node; it has to do where the file may not be seen.
std::string program_name(std::string_view executable, std::string_view comm);

struct ProcessInfo {
    std::int64_t pid = 0;
    std::string name;
    std::string executable;  // empty where it may not be read
};
BOOST_DESCRIBE_STRUCT(ProcessInfo, (), (pid, name, executable))

// The processes that hold these sockets, where this agent may look. Reads every process's descriptors, so ask only about what is new.
std::map<std::uint64_t, ProcessInfo> find_processes(std::vector<std::uint64_t> const& inodes, std::filesystem::path const& proc = "/proc");

}  // namespace mz::edge
