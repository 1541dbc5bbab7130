"""Where things are, and every limit of these tools by name. Each number may be set in the environment as MONOZU_<NAME>."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def _number(name: str, default: int) -> int:
    text = os.environ.get(f"MONOZU_{name}", "")
    if text and not text.isdigit():
        raise SystemExit(f"monozu: MONOZU_{name} must be a whole number, not {text!r}")
    return int(text) if text else default


# What a run makes: the database, logs, secrets, the front ends as built. `./monozu reset` removes it.
VAR = Path(os.environ.get("MONOZU_VAR") or ROOT / "var").absolute()
RUN = VAR / "run"
LOG = VAR / "log"
DEMO = VAR / "demo.json"

# What compilers make; another product on other ports shares it.
BUILD = Path(os.environ.get("MONOZU_BUILD") or ROOT / "build").absolute()

# Which build of the services runs; `dev` compiles faster and checks more.
PRESET = os.environ.get("MONOZU_PRESET") or "release"

# What may be lost but is slow to find out again; where ccache and others keep theirs.
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "monozu"

# Added to every port, so that a second product (the end-to-end tests' own) can run beside the first.
PORT_OFFSET = _number("PORT_OFFSET", 0)

JOBS = _number("JOBS", max(1, min(os.cpu_count() or 1, 16)))
MIN_FREE_DISK_MB = _number("MIN_FREE_DISK_MB", 2048)
MAX_LOG_MB = _number("MAX_LOG_MB", 20)
LOG_LINES_SHOWN = _number("LOG_LINES_SHOWN", 20)

READY_SECONDS = _number("READY_SECONDS", 60)
STOP_SECONDS = _number("STOP_SECONDS", 30)
TELEMETRY_SECONDS = _number("TELEMETRY_SECONDS", 120)
# A service that dies is started again, but not for ever: more often than this in ten minutes ends the whole run.
MAX_RESTARTS = _number("MAX_RESTARTS", 10)

DATABASE_READY_SECONDS = _number("DATABASE_READY_SECONDS", 60)
DATABASE_CONNECTIONS = _number("DATABASE_CONNECTIONS", 200)
DATABASE_SHARED_BUFFERS_MB = _number("DATABASE_SHARED_BUFFERS_MB", 256)
