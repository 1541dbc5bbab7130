"""The Debian packages. What dpkg already has is not asked for again, so a second run needs no network."""

import os
import platform
import shutil
import subprocess
from pathlib import Path

import settings
import shell
import ui
from failure import Failure

LIST = settings.ROOT / "tools" / "packages.txt"
CLUSTER_SWITCH = Path("/etc/postgresql-common/createcluster.d/monozu.conf")


def check_machine() -> None:
    release = dict(line.split("=", 1) for line in Path("/etc/os-release").read_text().splitlines() if "=" in line)
    name = release.get("PRETTY_NAME", "an unknown system").strip('"')
    if release.get("ID") != "debian" or release.get("VERSION_ID", "").strip('"') != "12" or platform.machine() != "x86_64":
        raise Failure(f"Monozu is built for Debian 12 on x86_64; this is {name} on {platform.machine()}.",
                      "Use a Debian 12 machine, virtual machine or container.")


def check_disk() -> None:
    settings.VAR.mkdir(parents=True, exist_ok=True)
    for path in {settings.VAR, settings.ROOT}:
        free = shutil.disk_usage(path).free // (1024 * 1024)
        if free < settings.MIN_FREE_DISK_MB:
            raise Failure(f"Only {free} MB are free at {path}; at least {settings.MIN_FREE_DISK_MB} are needed.",
                          "Free some space, or lower MONOZU_MIN_FREE_DISK_MB.")


def install(*, tests: bool = False) -> None:
    missing = sorted(_wanted(tests) - _installed())
    if not missing:
        return
    as_root = _as_root(missing)
    with ui.step(f"Debian packages ({len(missing)} missing)") as step:
        environment = ["env", "DEBIAN_FRONTEND=noninteractive", "LC_ALL=C.UTF-8"]
        advice = "Is the network there? Run the same by hand to see more: apt-get install " + " ".join(missing)
        shell.run([*as_root, *environment, "apt-get", "update"], "packages", step, advice=advice)
        quiet = "postgresql-15" in missing and _keep_postgresql_quiet(as_root)
        try:
            shell.run([*as_root, *environment, "apt-get", "install", "--yes", "--no-install-recommends", *missing], "packages", step,
                      advice=advice, append=True)
        finally:
            if quiet:
                subprocess.run([*as_root, "rm", "-f", str(CLUSTER_SWITCH)], check=False)


def _wanted(tests: bool) -> set[str]:
    """Under `[up]` stands what building and running take, under `[test]` what only the tests add. `name:/file` is wanted
    only where there is no such file."""
    sections: dict[str, set[str]] = {}
    for line in LIST.read_text().splitlines():
        word = line.split("#")[0].strip()
        if word.startswith("["):
            current = sections.setdefault(word.strip("[]"), set())
        elif word:
            name, _, file = word.partition(":")
            if not file or not Path(file).exists():
                current.add(name)
    return sections["up"] | (sections["test"] if tests else set())


def _installed() -> set[str]:
    listing = shell.capture(["dpkg-query", "--show", "--showformat", "${db:Status-Status} ${Package}\n"])
    return {line.split()[1] for line in listing.splitlines() if line.startswith("installed ")}


def _as_root(missing: list[str]) -> list[str]:
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        raise Failure("Debian packages are missing and there is no sudo.", "As root, run: apt-get install " + " ".join(missing))
    # Whatever it asks, it asks now and not under a line that is being redrawn.
    if subprocess.run(["sudo", "--validate"], check=False).returncode != 0:
        raise Failure("sudo was refused.", "As root, run: apt-get install " + " ".join(missing))
    return ["sudo"]


def _keep_postgresql_quiet(as_root: list[str]) -> bool:
    """Debian's package would start a cluster of its own, which nothing here uses."""
    command = [*as_root, "sh", "-c", f"mkdir -p {CLUSTER_SWITCH.parent} && echo 'create_main_cluster = false' > {CLUSTER_SWITCH}"]
    return subprocess.run(command, check=False).returncode == 0
