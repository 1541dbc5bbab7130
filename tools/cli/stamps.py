"""Whether something made is still what its sources would make: a digest of them, kept beside it."""

import hashlib
from pathlib import Path

import settings

SKIPPED = {"node_modules", "dist", "__pycache__", "test-results", "e2e"}


def digest(*parts: Path | str) -> str:
    """Of strings as they are, of files their content, of folders every file in them."""
    whole = hashlib.sha256()
    for part in parts:
        for path in _files(part) if isinstance(part, Path) else [part]:
            name, content = ("", path.encode()) if isinstance(path, str) else (path.relative_to(settings.ROOT), path.read_bytes())
            whole.update(f"{name} {len(content)}\n".encode())
            whole.update(content)
    return whole.hexdigest()


def fresh(stamp: Path, wanted: str) -> bool:
    try:
        return stamp.read_text() == wanted
    except OSError:
        return False


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path] if path.exists() else []
    return sorted(file for file in path.rglob("*") if file.is_file() and not SKIPPED.intersection(file.relative_to(path).parts))
