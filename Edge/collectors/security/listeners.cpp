#include "collectors/security/listeners.hpp"

#include "collectors/lines.hpp"
#include "collectors/security/socket_diag.hpp"
#include "spool/event.hpp"
#include "spool/file.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <system_error>

namespace mz::edge {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_name_bytes = 256;

std::string read_link(fs::path const& path)
{
    std::array<char, 4096> target;
    auto const length = ::readlink(path.c_str(), target.data(), target.size());
    return length < 0 ? std::string() : std::string(target.data(), static_cast<std::size_t>(length));
}

// A process may end while it is looked at, and others' descriptors may be closed to us: both are no reason to stop.
std::string read_if_allowed(fs::path const& path)
{
    try {
        return read_file(path).value_or("");
    } catch (std::system_error const&) {
        return {};
    }
}

void read_proc_files(std::initializer_list<std::string_view> names, fs::path const& proc, Listeners& out)
{
    constexpr std::size_t protocol_length = 3;
    auto const ephemeral = parse_port_range(read_if_allowed(proc / "sys/net/ipv4/ip_local_port_range"));
    for (auto const name : names) parse_listeners(read_if_allowed(proc / "net" / name), name.substr(0, protocol_length), ephemeral, out);
}

}  // namespace

std::optional<std::string> parse_address(std::string_view hex)
{
    // Words of 32 bits, each printed as the machine keeps it.
    std::array<std::uint32_t, 4> raw{};
    if (hex.size() != 8 && hex.size() != 32) return std::nullopt;
    for (std::size_t i = 0; i < hex.size() / 8; ++i) raw[i] = number<std::uint32_t>(hex.substr(i * 8, 8), 16);
    std::array<char, INET6_ADDRSTRLEN> out{};
    auto const family = hex.size() == 8 ? AF_INET : AF_INET6;
    if (::inet_ntop(family, raw.data(), out.data(), out.size()) == nullptr) return std::nullopt;
    return plain_address(out.data());
}

std::string plain_address(std::string_view address)
{
    constexpr std::string_view mapped = "::ffff:";
    bool const is_mapped = address.starts_with(mapped) && address.find('.') != address.npos;
    return std::string(is_mapped ? address.substr(mapped.size()) : address);
}

bool is_loopback(std::string_view address) { return address.starts_with("127.") || address == "::1"; }

void parse_listeners(std::string_view text, std::string_view protocol, PortRange ephemeral, Listeners& out)
{
    constexpr std::string_view tcp_listen = "0A", udp_unconnected = "07";
    bool const tcp = protocol == "tcp";
    for_each_line(text, [&](std::string_view line) {
        auto const fields = words(line);
        constexpr std::size_t local = 1, state = 3, inode = 9;
        if (fields.size() <= inode || fields[state] != (tcp ? tcp_listen : udp_unconnected)) return;
        auto const colon = fields[local].find(':');
        if (colon == std::string_view::npos) return;
        auto const address = parse_address(fields[local].substr(0, colon));
        auto const port = number<int>(fields[local].substr(colon + 1), 16);
        if (!address || port == 0 || (!tcp && ephemeral.contains(port))) return;
        out.emplace(Listener{std::string(protocol), *address, port}, number<std::uint64_t>(fields[inode]));
    });
}

std::string program_name(std::string_view executable, std::string_view comm)
{
    constexpr std::string_view replaced = " (deleted)";
    if (executable.ends_with(replaced)) executable.remove_suffix(replaced.size());
    auto const name = executable.substr(executable.rfind('/') + 1);
    if (!name.empty()) return std::string(name);
    return std::string(comm.substr(0, comm.find('\n')));
}

PortRange parse_port_range(std::string_view text)
{
    auto const fields = words(text);
    return fields.size() < 2 ? PortRange{} : PortRange{number<int>(fields[0]), number<int>(fields[1])};
}

Listeners read_listeners()
{
    Listeners out;
    if (!diagnose_tcp_listeners(out)) return read_listeners_of_proc();
    read_proc_files({"udp", "udp6"}, "/proc", out);
    return out;
}

Listeners read_listeners_of_proc(fs::path const& proc)
{
    Listeners out;
    read_proc_files({"tcp", "tcp6", "udp", "udp6"}, proc, out);
    return out;
}

std::map<std::uint64_t, ProcessInfo> find_processes(std::vector<std::uint64_t> const& inodes, fs::path const& proc)
{
    std::map<std::string, std::uint64_t> wanted;
    for (auto const inode : inodes) wanted.emplace(fmt::format("socket:[{}]", inode), inode);
    std::map<std::uint64_t, ProcessInfo> out;
    std::error_code error;
    for (fs::directory_iterator process(proc, error), end; !error && process != end; process.increment(error)) {
        auto const pid = number<std::int64_t>(process->path().filename().string());
        if (pid <= 0) continue;
        std::error_code closed;
        for (fs::directory_iterator file(process->path() / "fd", closed); !closed && file != end; file.increment(closed)) {
            auto const found = wanted.find(read_link(file->path()));
            if (found == wanted.end() || out.contains(found->second)) continue;
            auto const executable = read_link(process->path() / "exe");
            out[found->second] = {pid, clean_text(program_name(executable, read_if_allowed(process->path() / "comm")), max_name_bytes),
                                  clean_text(executable, max_name_bytes)};
        }
        if (out.size() == wanted.size()) break;
    }
    return out;
}

}  // namespace mz::edge
