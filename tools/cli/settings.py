"""Where things are, and every limit of these tools by name. Each may be set in the environment as MONOZU_<NAME>."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def _setting(name: str, default: int) -> int:
    text = os.environ.get(f"MONOZU_{name}", "")
    if text and not text.isdigit():
        raise SystemExit(f"monozu: MONOZU_{name} must be a whole number, not {text!r}")
    return int(text) if text else default


# Everything that a run makes: the database, logs, secrets, stamps. `./monozu reset` removes it.
VAR = Path(os.environ.get("MONOZU_VAR") or ROOT / "var").absolute()

# Added to every port, so that a second product (the end-to-end tests) can run beside the first.
PORT_OFFSET = _setting("PORT_OFFSET", 0)

MIN_FREE_DISK_MB = _setting("MIN_FREE_DISK_MB", 2048)
MAX_LOG_MB = _setting("MAX_LOG_MB", 20)
LOG_LINES_SHOWN = _setting("LOG_LINES_SHOWN", 20)
JOBS = _setting("JOBS", max(1, min(os.cpu_count() or 1, 8)))
READY_SECONDS = _setting("READY_SECONDS", 60)
STOP_SECONDS = _setting("STOP_SECONDS", 20)
DATABASE_READY_SECONDS = _setting("DATABASE_READY_SECONDS", 60)
DATABASE_CONNECTIONS = _setting("DATABASE_CONNECTIONS", 200)
DATABASE_SHARED_BUFFERS_MB = _setting("DATABASE_SHARED_BUFFERS_MB", 256)
