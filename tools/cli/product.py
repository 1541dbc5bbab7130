"""up, down, status, logs, reset: the product as a whole, seen from a terminal."""

import contextlib
import fcntl
import os
import shutil
import signal
import subprocess
import sys
import time

import build
import cluster
import demo
import node
import packages
import processes
import services
import settings
import shell
import state
import ui
from failure import Failure
from state import State

FOLLOW_SECONDS = 0.1
EXIT_NOT_RUNNING = 3


def up(detach: bool) -> int:
    packages.check_machine()
    with _only_one():
        if (known := state.load()).running():
            ui.say(f"Monozu Cloud is {known.phase} already. To run a changed tree: ./monozu down, then ./monozu up.\n")
            _summary()
            return 0
        packages.check_disk()
        _wait_for_leftovers(known)
        _refuse_taken_ports()
        prepare()
        supervisor = _start_supervisor(detach)
        try:
            _follow(supervisor, until="ready")
        except KeyboardInterrupt:
            return _interrupted()
    ui.say(f"\nMonozu Cloud is running; that took {ui.total()}.\n")
    _summary()
    return 0 if detach else _stay()


def prepare() -> None:
    """Everything before the first process: packages, Node, the four programs, the two front ends."""
    packages.install()
    node.install()
    build.build(settings.PRESET, *build.PROGRAMS)
    services.build_front_ends()


def down() -> int:
    known = state.load()
    if not known.running():
        _wait_for_leftovers(known)
        ui.say("Monozu Cloud is not running.")
        return 0
    known.supervisor.signal(signal.SIGTERM)
    _follow(None, "stopped", len(known.steps))
    ui.say(f"\nStopped in {ui.total()}; all data is kept under {_short(settings.VAR)}.")
    return 0


def status() -> int:
    known = state.load()
    if not known.running():
        ui.say("Monozu Cloud is not running. Start it with ./monozu up.")
        if known.failure:
            ui.say(f"\nIt ended with this:\n  {known.failure}\n  {known.advice}")
        return EXIT_NOT_RUNNING
    ui.say(f"Monozu Cloud is {known.phase}{': ' + known.steps[-1].title if known.phase != 'ready' and known.steps else ''}.\n")
    ui.say(f"  {'service':<22}{'state':<12}{'pid':>8}{'memory':>12}{'up for':>16}   address")
    for name in services.NAMES:
        process = known.services.get(name)
        if process is None or not process.alive():
            ui.say(f"  {name:<22}stopped")
            continue
        memory, age = f"{process.memory_bytes() / 1048576:.1f} MiB", ui.duration(process.age_seconds())
        address = services.url(name) if name in services.PORTS else ""
        ui.say(f"  {name:<22}{'running':<12}{process.pid:>8}{memory:>12}{age:>16}   {address}")
    for event in known.events[-10:]:
        ui.say(f"\n  {event}")
    return 0 if known.phase == "ready" else EXIT_NOT_RUNNING


def logs(name: str | None, follow: bool) -> int:
    files = [str(shell.log_file(each)) for each in ([name] if name else services.NAMES) if shell.log_file(each).exists()]
    if not files:
        raise Failure(f"There is no log of {name or 'any service'} yet.", "Start the product with ./monozu up.")
    os.execvp("tail", ["tail", "-n", "100" if name else "20", *(["-F"] if follow else []), *files])


def reset(yes: bool) -> int:
    if not settings.VAR.exists():
        ui.say("There is nothing to remove.")
        return 0
    if not yes:
        if not sys.stdin.isatty():
            raise Failure("`reset` removes the database with everything in it, and there is nobody to ask.", "Say --yes to mean it.")
        ui.say(f"This stops Monozu Cloud and removes {settings.VAR} with the database, every login and all logs.")
        if input("Type reset to go on: ").strip() != "reset":
            ui.say("Nothing was removed.")
            return 1
    down()
    data = cluster.place(settings.VAR / "pg")
    for folder in (data, cluster.Cluster(data, "").socket, settings.VAR):
        shutil.rmtree(folder, ignore_errors=True)
    ui.say("Removed. The next ./monozu up starts from nothing.")
    return 0


@contextlib.contextmanager
def _only_one():
    """Two at once would install and build over each other."""
    settings.RUN.mkdir(parents=True, exist_ok=True)
    with open(settings.RUN / "up.lock", "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Failure("Another ./monozu up is at work here.", "Wait for it, or stop it.") from None
        yield


def _refuse_taken_ports() -> None:
    for name in services.PORTS:
        if holder := processes.listener(services.port(name)):
            raise Failure(f"Port {services.port(name)}, which {name} needs, is taken by {holder}.",
                          "Stop that program, or move Monozu: MONOZU_PORT_OFFSET=10000 ./monozu up adds 10000 to every port.")


def _wait_for_leftovers(known: State) -> None:
    """A supervisor that was killed takes its services with it, which needs a moment."""
    for name, process in known.services.items():
        if not process.wait(settings.STOP_SECONDS):
            process.signal(signal.SIGINT if name == "postgres" else signal.SIGTERM)
            if not process.wait(settings.STOP_SECONDS):
                raise Failure(f"{name} of an earlier run (pid {process.pid}) does not stop.", f"Look at it, then: kill -9 {process.pid}")


def _start_supervisor(detach: bool) -> subprocess.Popen:
    state.FILE.unlink(missing_ok=True)
    command = [sys.executable, *(f"-{flag}" for flag in "sE"), str(settings.ROOT / "tools" / "cli"), "supervise"]
    # In the foreground the product ends with this terminal, whatever becomes of it.
    prefix = [] if detach else ["setpriv", "--pdeathsig", "TERM"]
    with open(shell.log_file("supervisor"), "ab") as log:
        return subprocess.Popen([*prefix, *command], cwd=settings.ROOT, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                start_new_session=True)


def _follow(supervisor: subprocess.Popen | None, until: str, seen: int = 0) -> None:
    """Shows the supervisor's steps behind the first `seen` as they come and go. Returns in phase `until`, for `stopped` when it is gone as
    well; raises what made it fail."""
    shown: ui.Step | None = None
    while True:
        current = state.load()
        gone = supervisor.poll() is not None if supervisor else not current.running()
        for step in current.steps[seen:]:
            shown = shown or ui.Step(step.title, step.started)
            shown.note = current.note
            if step.ended is not None:
                shown.end(step.good, step.ended)
                shown, seen = None, seen + 1
        if current.phase == until and (until != "stopped" or gone):
            return
        if gone and state.load() == current:
            if shown:
                shown.end(False)
            raise Failure(current.failure or f"The supervisor is gone.\n{shell.last_lines(shell.log_file('supervisor'))}",
                          current.advice or "Try ./monozu up again.")
        time.sleep(FOLLOW_SECONDS)


def _stay() -> int:
    """In the foreground until Ctrl-C, or until the product ends by itself."""
    ui.say("Ctrl-C stops everything.\n")
    seen = len(state.load().events)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.default_int_handler)
    try:
        while (current := state.load()).running() and current.phase == "ready":
            for event in current.events[seen:]:
                ui.say(event)
            seen = len(current.events)
            time.sleep(3 * FOLLOW_SECONDS)
    except KeyboardInterrupt:
        return _interrupted()
    if state.load().running():
        _follow(None, "stopped", len(current.steps))
    elif failed := state.load().failure:
        raise Failure(failed, state.load().advice)
    return 0


def _interrupted() -> int:
    # A second Ctrl-C must not leave the orderly end half done.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    ui.say("\nStopping.")
    ui.STARTED = time.monotonic()
    return down()


def _summary() -> None:
    if not (known := demo.load()):
        return
    cloud, management = known["cloud"], known["management"]
    ui.say(f"  Cloud        {cloud['url']:<24} {cloud['email']:<26} {cloud['password']}")
    ui.say(f"  Management   {management['url']:<24} {management['email']:<26} {management['password']}")
    ui.say(f"  Letters      {services.url('outbox')}")
    ui.say(f"  Two tenants with a user of every role each: {_short(settings.DEMO)}")


def _short(path) -> str:
    return str(path.relative_to(settings.ROOT)) if path.is_relative_to(settings.ROOT) else str(path)
