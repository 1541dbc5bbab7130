"""Whether a run's logs hold a secret: everything that the run knows to be one, and whatever has the shape of one."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import outbox
import settings

RESULT = settings.VAR / "test" / "leaks.json"
CASE = "no log of the whole run holds a secret"

# Shorter values would be found by chance.
SHORTEST = 12

# A machine's id is no secret, but it is made and kept with those that are.
PUBLIC = {"EDGE_MACHINE_ID"}

# What is secret whoever made it. A name alone, as in a settings error or a statement's text, is none: a value has to follow.
SHAPES = {
    "a token (JWT)": rb"eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}",
    "an API key": rb"mzk_[A-Za-z0-9_.-]{12,}",
    "an Authorization field": rb"(?i)\bbearer [A-Za-z0-9_.~+/-]{12,}",
    "a Set-Cookie field": rb"(?i)\bset-cookie\b\W{0,4}[a-z_]+=",
    "a refresh cookie": rb"monozu_(?:management_)?refresh=[A-Za-z0-9_.-]{8,}",
    "a one-time link": rb"[#?&]token=[A-Za-z0-9_.-]{12,}",
    "a signing key": rb"whsec_[A-Za-z0-9+/]{16,}",
    "a private key": rb"-----BEGIN [A-Z ]*PRIVATE KEY-----",
    "a password hash": rb"\$argon2id\$v=",
    "a database password": rb"postgres(?:ql)?://[^\s:/@\"']+:[^\s@\"']+@",
}


def note(found: list[str]) -> None:
    """For the table of security promises."""
    RESULT.parent.mkdir(parents=True, exist_ok=True)
    RESULT.write_text(json.dumps({CASE: "failed" if found else "passed"}) + "\n")


def known(var: Path) -> dict[str, str]:
    """The secrets of the run whose files are in `var`: what each is, by its value."""
    found: dict[str, str] = {}
    if (secrets := var / "secrets.env").exists():
        pairs = [line.split("=", 1) for line in secrets.read_text().splitlines() if "=" in line]
        found |= {value: f"{name} of secrets.env" for name, value in pairs if name not in PUBLIC}
    for file in (var / "demo.json", var / "edge" / "device.json"):
        if file.exists():
            found |= {value: f"{name} of {file.name}" for name, value in _members(json.loads(file.read_text()))
                      if any(word in name for word in ("password", "key", "secret", "token"))}
    for letter in sorted((var / "mail").glob("*.eml")):
        found |= {token: "the link of a letter" for token in re.findall(r"[#?&]token=([\w.-]+)", outbox.read(letter).text)}
    return {value: what for value, what in found.items() if len(value) >= SHORTEST}


def found(logs: Path, secrets: dict[str, str]) -> list[str]:
    """A line for each kind of secret in each file; never the secret itself."""
    lines = []
    for file in sorted(path for path in logs.rglob("*") if path.is_file()):
        content = file.read_bytes()
        kinds = {what for value, what in secrets.items() if value.encode() in content}
        kinds |= {what for what, shape in SHAPES.items() if re.search(shape, content)}
        lines += [f"{file.relative_to(logs)} holds {kind}" for kind in sorted(kinds)]
    return lines


def _members(value: object, name: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _members(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from _members(inner, name)
