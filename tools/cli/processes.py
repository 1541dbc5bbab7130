"""Processes by pid and start time: a pid alone may belong to somebody else by the time it is used."""

import os
import time
from dataclasses import dataclass
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Identity:
    pid: int
    started: int  # clock ticks since boot

    @classmethod
    def of(cls, pid: int) -> "Identity | None":
        fields = _stat(pid)
        return cls(pid, int(fields[19])) if fields else None

    def alive(self) -> bool:
        fields = _stat(self.pid)
        return bool(fields) and int(fields[19]) == self.started and fields[0] not in "ZX"

    def signal(self, number: int) -> None:
        if self.alive():
            os.kill(self.pid, number)

    def wait(self, seconds: float) -> bool:
        """Whether it was gone within that time. For a process that is not this one's child."""
        deadline = time.monotonic() + seconds
        while self.alive():
            if time.monotonic() > deadline:
                return False
            time.sleep(0.05)
        return True

    def age_seconds(self) -> float:
        return float(Path("/proc/uptime").read_text().split()[0]) - self.started / _TICKS

    def memory_bytes(self) -> int:
        try:
            return int(Path(f"/proc/{self.pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        except OSError:
            return 0


def listener(port: int) -> str | None:
    """Who listens on the TCP port of this machine, as far as this user may see; None where nobody does."""
    inodes = {fields[9] for table in ("/proc/net/tcp", "/proc/net/tcp6") for fields in _rows(table)
              if fields[3] == "0A" and int(fields[1].rpartition(":")[2], 16) == port}
    if not inodes:
        return None
    for process in Path("/proc").glob("[0-9]*"):
        try:
            sockets = {os.readlink(file)[8:-1] for file in (process / "fd").iterdir()}
            if sockets & inodes:
                command = (process / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
                return f"`{command[:80]}` (pid {process.name})"
        except OSError:
            continue
    return "a process of another user"


def _stat(pid: int) -> list[str]:
    """The fields of /proc/<pid>/stat behind the name: state first, start time twentieth."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def _rows(table: str) -> list[list[str]]:
    try:
        return [line.split() for line in Path(table).read_text().splitlines()[1:]]
    except OSError:
        return []
