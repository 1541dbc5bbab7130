"""CMake and Ninja. Ninja knows what is out of date, so there is nothing to remember here."""

from pathlib import Path

import settings
import shell
import ui

# What was compiled in one checkout is found again from another one.
CCACHE = {"CCACHE_BASEDIR": str(settings.ROOT), "CCACHE_NOHASHDIR": "1"}

PROGRAMS = ("backend", "management-backend", "ingestor", "monozu-edge")


def folder(preset: str) -> Path:
    return settings.BUILD / preset


def binary(name: str) -> Path:
    """Of the build that runs."""
    return folder(settings.PRESET) / "bin" / name


def build(preset: str, *targets: str) -> None:
    """Builds the named targets, or everything."""
    with ui.step(f"Build ({preset})") as step:
        if not (folder(preset) / "build.ninja").exists():
            shell.run(["cmake", "--preset", preset, "-B", str(folder(preset))], f"configure-{preset}", step)
        shell.run(["ninja", "-C", str(folder(preset)), f"-j{settings.JOBS}", *targets], f"build-{preset}", step,
                  environment={"NINJA_STATUS": "[%f/%t] ", **CCACHE}, show=40)
