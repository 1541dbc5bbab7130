"""The secrets of this one installation: made once, kept in var/secrets.env (mode 0600), handed to services by environment."""

import base64
import os
import secrets
from pathlib import Path

import cluster
import settings

TOKENS = ("POSTGRES_PASSWORD", "CLOUD_JWT_SECRET", "CLOUD_DATA_KEY", "MANAGEMENT_JWT_SECRET", "MANAGEMENT_DATA_KEY",
          "CLOUD_INTERNAL_API_TOKEN")
FILE = settings.VAR / "secrets.env"


def load() -> dict[str, str]:
    known = dict(line.split("=", 1) for line in FILE.read_text().splitlines() if "=" in line) if FILE.exists() else {}
    wanted = dict.fromkeys(TOKENS, _token) | {f"{role.upper()}_PASSWORD": _token for role in cluster.ROLES}
    wanted |= {"CLOUD_WEBHOOK_HMAC_SECRET": _webhook_secret, "EDGE_MACHINE_ID": _machine_id}
    if missing := wanted.keys() - known.keys():
        known |= {name: wanted[name]() for name in sorted(missing)}
        write_private(FILE, "".join(f"{name}={value}\n" for name, value in sorted(known.items())))
    return known


def write_private(path: Path, text: str) -> None:
    """Whole or not at all, and never readable by others in between."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".new")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


def _token() -> str:
    return secrets.token_hex(32)


def _machine_id() -> str:
    """As systemd writes /etc/machine-id."""
    return secrets.token_hex(16)


def _webhook_secret() -> str:
    """As Standard Webhooks writes its keys."""
    return "whsec_" + base64.b64encode(secrets.token_bytes(32)).decode()
