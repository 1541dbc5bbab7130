"""Starts the services, watches them, and stops them in the opposite order. Runs as a process of its own, `monozu supervise`."""

import os
import signal
import subprocess
import time
import traceback
from dataclasses import dataclass, field

import cluster
import credentials
import demo
import services
import settings
import shell
from client import not_ready
from failure import Failure
from processes import Identity
from services import Service
from state import State

RESTART_WINDOW_SECONDS = 600
LOOK_SECONDS = 0.2


class Stop(Exception):
    """Somebody asked for an orderly end."""


@dataclass
class Child:
    service: Service
    process: subprocess.Popen
    restarts: list[float] = field(default_factory=list)


class Supervisor:
    def __init__(self):
        self.state = State(supervisor=Identity.of(os.getpid()), phase="starting")
        self.secrets = credentials.load()
        self.cluster = cluster.Cluster(cluster.place(settings.VAR / "pg"), self.secrets["POSTGRES_PASSWORD"])
        self.children: dict[str, Child] = {}
        self.asked_to_stop = False

    def run(self) -> int:
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, self._ask_to_stop)
        try:
            self._start()
            self.state.enter("ready")
            while True:
                self._pause(LOOK_SECONDS)
        except Stop:
            pass
        except Failure as failure:
            self._explain(failure)
        except Exception as error:
            traceback.print_exc()
            self._explain(Failure(f"The supervisor failed: {error!r}", f"Read {shell.log_file('supervisor')}."))
        self._stop()
        self.state.enter("failed" if self.state.failure else "stopped")
        return 1 if self.state.failure else 0

    def _start(self) -> None:
        for name in services.NAMES:
            _rotate(name)
        self.state.enter("starting", "Start PostgreSQL")
        self.cluster.create()
        self._start_postgres()
        self.state.enter("starting", "Roles and migrations")
        self.cluster.apply_roles({role: self.secrets[f"{role.upper()}_PASSWORD"] for role in cluster.ROLES})
        for migration in services.migrations(self.cluster, self.secrets):
            shell.run(migration.command, migration.name, environment=migration.environment)
        self.state.enter("starting", "Start the services")
        started = services.backends(self.cluster, self.secrets) + services.front_ends() + [services.outbox()]
        for service in started:
            self._spawn(service)
        self._wait_until_ready(started)
        self._start_appliance()

    def _start_appliance(self) -> None:
        known = demo.load()
        if known is None:
            self.state.enter("starting", "First tenants, users and keys")
            known = demo.seed(services.create_operator(self.cluster, self.secrets), self._pause)
        self.state.enter("starting", "Appliance")
        first = not (settings.VAR / "edge").exists()
        self._spawn(services.edge(known["tenants"][0]["provisioning_key"], self.secrets))
        if first:
            demo.wait_for_telemetry(known, self._pause)
        self._pause(1)

    def _start_postgres(self) -> None:
        with open(shell.log_file("postgres"), "ab") as log:
            process = self.cluster.start(log)
        earlier = self.children.get("postgres")
        self.children["postgres"] = Child(Service("postgres", []), process, earlier.restarts if earlier else [])
        self._record("postgres", process)

    def _spawn(self, service: Service) -> None:
        # Without this process nobody would restart or stop a service, so the kernel ends it when this one is gone.
        command = ["setpriv", "--pdeathsig", "TERM", *service.command]
        environment = os.environ | {"NO_PROXY": "127.0.0.1,localhost", "no_proxy": "127.0.0.1,localhost"} | service.environment
        with open(shell.log_file(service.name), "ab") as log:
            process = subprocess.Popen(command, cwd=service.cwd, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                       start_new_session=True)
        earlier = self.children.get(service.name)
        self.children[service.name] = Child(service, process, earlier.restarts if earlier else [])
        self._record(service.name, process)

    def _wait_until_ready(self, started: list[Service]) -> None:
        paths = {service.name: service.ready_path for service in started if service.ready_path}
        deadline = time.monotonic() + settings.READY_SECONDS
        answers = {name: not_ready(services.url(name) + path) for name, path in paths.items()}
        while waiting := {name: answer for name, answer in answers.items() if answer is not None}:
            self.state.note = "waiting for " + ", ".join(waiting)
            self.state.save()
            if time.monotonic() > deadline:
                name, answer = next(iter(waiting.items()))
                raise Failure(f"{name} was not ready after {settings.READY_SECONDS} seconds; the last answer was: {answer}", service=name)
            self._pause(LOOK_SECONDS)
            answers = {name: not_ready(services.url(name) + paths[name]) for name in waiting}

    def _pause(self, seconds: float) -> None:
        """Sleeps, then looks: raises Stop when asked to stop, sees to services that died."""
        deadline = time.monotonic() + seconds
        while True:
            if self.asked_to_stop:
                raise Stop
            for child in list(self.children.values()):
                if child.process.poll() is not None:
                    self._died(child)
            if time.monotonic() >= deadline:
                return
            time.sleep(min(LOOK_SECONDS, seconds))

    def _died(self, child: Child) -> None:
        name, status = child.service.name, child.process.returncode
        how = f"was killed by {signal.Signals(-status).name}" if status < 0 else f"ended with status {status}"
        if self.state.phase == "starting":
            raise Failure(f"{name} {how} while starting.", service=name)
        now = time.monotonic()
        child.restarts = [at for at in child.restarts if at > now - RESTART_WINDOW_SECONDS] + [now]
        if len(child.restarts) > settings.MAX_RESTARTS:
            raise Failure(f"{name} {how}; that makes {len(child.restarts)} ends within {RESTART_WINDOW_SECONDS // 60} minutes.",
                          service=name)
        self.state.event(f"{name} {how}; starting it again. Why it ended: ./monozu logs {name}")
        if name == "postgres":
            self._restart_postgres()
        else:
            # The first time at once; a service that cannot start yet is given longer and longer.
            time.sleep(min(0.25 * (len(child.restarts) - 1), 5))
            self._spawn(child.service)

    def _restart_postgres(self) -> None:
        """After kill -9 its children take a moment to notice and to let go of the shared memory."""
        deadline = time.monotonic() + settings.DATABASE_READY_SECONDS
        while True:
            try:
                return self._start_postgres()
            except Failure:
                if time.monotonic() > deadline or self.asked_to_stop:
                    raise
                time.sleep(LOOK_SECONDS)

    def _stop(self) -> None:
        for name, child in reversed(self.children.items()):
            self.state.enter("stopping", f"Stop {name}")
            if name == "postgres":
                self.cluster.stop()
            elif child.process.poll() is None:
                child.process.terminate()
                try:
                    child.process.wait(settings.STOP_SECONDS)
                except subprocess.TimeoutExpired:
                    self.state.event(f"{name} did not stop within {settings.STOP_SECONDS} seconds and was killed.")
                    child.process.kill()
                    child.process.wait()
            self.state.services.pop(name, None)
            self.state.save()

    def _explain(self, failure: Failure) -> None:
        self.state.failure, self.state.advice = failure.what, failure.advice
        if failure.service:
            log = shell.log_file(failure.service)
            self.state.failure += f"\n  The end of {log}:\n{shell.last_lines(log)}"
            self.state.advice = failure.advice or (f"Read the lines above, or all of them with `./monozu logs {failure.service}`; "
                                                   "then `./monozu up` goes on with all data kept.")
        self.state.enter("stopping", good=False)

    def _record(self, name: str, process: subprocess.Popen) -> None:
        if identity := Identity.of(process.pid):
            self.state.services[name] = identity
            self.state.save()

    def _ask_to_stop(self, *_) -> None:
        self.asked_to_stop = True


def _rotate(name: str) -> None:
    log = shell.log_file(name)
    if log.exists() and log.stat().st_size > settings.MAX_LOG_MB * 1024 * 1024:
        log.replace(log.with_suffix(".log.1"))
