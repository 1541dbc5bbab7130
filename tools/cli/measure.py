"""What the benches measure with: load by wrk, and a process's memory and processor time as the kernel counts them."""

import json
import math
import os
import re
import subprocess
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import settings

READY_POLL_SECONDS = 0.1
UNITS = {"us": 0.001, "ms": 1, "s": 1000}

# A quota is counted as ever, and never used up: here one caller does what thousands do elsewhere.
ONE_CALLER_MAKES_THE_LOAD = {f"RATE_LIMIT_{who}_PER_MINUTE": "1000000000" for who in ("ADDRESS", "USER", "TENANT")}


class Program:
    """One service alone, ready to answer at `url`; its log is var/bench/<name>.log."""

    def __init__(self, name: str, binary: Path, port: int, environment: dict[str, str]):
        self.url = f"http://127.0.0.1:{port}"
        log = settings.VAR / "bench" / f"{name}.log"
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("w") as out:
            self.process = subprocess.Popen([str(binary)], env=environment | {"HTTP_PORT": str(port)}, stdout=out, stderr=out)
        deadline = time.monotonic() + settings.READY_SECONDS
        while not self._ready():
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.stop()
                raise RuntimeError(f"{binary.name} does not get ready; see {log}")
            time.sleep(READY_POLL_SECONDS)

    def post(self, path: str, body: dict | bytes, headers: dict[str, str] | None = None) -> dict:
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data, {"Content-Type": "application/json"} | (headers or {}))
        return json.loads(urllib.request.urlopen(request).read() or b"{}")

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait()

    def _ready(self) -> bool:
        try:
            return urllib.request.urlopen(f"{self.url}/readyz").status == 200
        except OSError:
            return False


@dataclass(frozen=True)
class Load:
    per_second: float
    p99: float  # milliseconds


def wrk(url: str, token: str, connections: int, seconds: int) -> Load:
    """GET requests from one thread; anything but 2xx is an error."""
    out = subprocess.run(["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "-H", f"Authorization: Bearer {token}", url],
                         check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in out or "Socket errors" in out:
        raise RuntimeError(out)
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", out).groups()
    return Load(float(re.search(r"Requests/sec:\s+([\d.]+)", out)[1]), float(number) * UNITS[unit])


def percentile(values: list[float], percent: float) -> float:
    """The smallest value that `percent` of them do not exceed."""
    return sorted(values)[math.ceil(len(values) * percent / 100) - 1]


def memory(pid: int, field: str = "VmRSS") -> float:
    """MiB; `VmHWM` is the most that it ever was."""
    return int(re.search(rf"^{field}:\s+(\d+)", Path(f"/proc/{pid}/status").read_text(), re.MULTILINE)[1]) / 1024


def processor_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
