"""clang-tidy over every source of the product. A file that was clean is not read again until it, a header it includes, its flags or the
checks change; so the first run takes minutes and the next one seconds, in another checkout as well."""

import concurrent.futures
import hashlib
import json
import shlex
import subprocess
from pathlib import Path

import build
import settings
import shell
from failure import Failure

PRESET = "asan"  # of which the tests have just made a build
PROGRAM = "clang-tidy-19"


def run(step) -> int:
    """Returns how many files there are; raises with what was found in those that are not clean."""
    clean = settings.CACHE / "tidy"
    clean.mkdir(parents=True, exist_ok=True)
    keys = _keys()
    dirty = {path: key for path, key in keys.items() if not (clean / key).exists()}
    found = []
    with concurrent.futures.ThreadPoolExecutor(settings.JOBS) as pool:
        for done, (path, output) in enumerate(pool.map(_check, dirty), 1):
            step.note = f"[{done}/{len(dirty)}] {path.relative_to(settings.ROOT)}"
            if output:
                found.append(output)
            else:
                (clean / dirty[path]).touch()
    if found:
        shell.log_file("tidy").write_text("\n".join(found))
        raise Failure(f"clang-tidy has something to say in {len(found)} files:\n" + "\n".join(found)[:8000])
    return len(keys)


def _check(path: Path) -> tuple[Path, str]:
    done = subprocess.run([PROGRAM, "-p", str(build.folder(PRESET)), "--quiet", str(path)], stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    return path, done.stdout.strip() or ("" if done.returncode == 0 else f"{path}: {PROGRAM} ended with {done.returncode}")


def _keys() -> dict[Path, str]:
    """Of every source, not of tests, a digest of all that clang-tidy's answer depends on."""
    common = (settings.ROOT / ".clang-tidy").read_bytes() + shell.capture([PROGRAM, "--version"]).encode()
    included = _included()
    keys = {}
    for entry in json.loads((build.folder(PRESET) / "compile_commands.json").read_text()):
        path = Path(entry["file"])
        if not path.is_relative_to(settings.ROOT) or path.is_relative_to(settings.BUILD) or path.stem.endswith("_test"):
            continue
        arguments = shlex.split(entry["command"])
        flags = entry["command"].replace(str(build.folder(PRESET)), "").replace(str(settings.ROOT), "")
        content = hashlib.sha256(common + flags.encode())
        for file in sorted({path, *included.get(arguments[arguments.index("-o") + 1], ())}):
            content.update(file.read_bytes())
        keys[path] = content.hexdigest()
    return keys


def _included() -> dict[str, list[Path]]:
    """For every object, the headers of this repository and those generated for it, as Ninja has recorded them."""
    included: dict[str, list[Path]] = {}
    for line in shell.capture(["ninja", "-C", str(build.folder(PRESET)), "-t", "deps"]).splitlines():
        if line and not line.startswith((" ", "ninja:")):
            current = included.setdefault(line.partition(":")[0], [])
        elif line.strip():
            path = (build.folder(PRESET) / line.strip()).resolve()
            if path.is_relative_to(settings.ROOT) or path.is_relative_to(settings.BUILD):
                current.append(path)
    return included
