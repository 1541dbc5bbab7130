"""A private PostgreSQL cluster: reachable through a socket in a directory of mode 0700 and by nothing else."""

import atexit
import hashlib
import os
import pwd
import secrets
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from urllib.parse import quote

import settings
from failure import Failure

BIN = Path("/usr/lib/postgresql/15/bin")
ROLES_SQL = settings.ROOT / "Backend" / "db" / "roles.sql"
ROLES = ("monozu_owner", "monozu_app", "monozu_ingest", "monozu_jobs", "monozu_admin", "management_owner", "management_app")
SUPERUSER = "postgres"
ELSEWHERE = Path("/var/lib/monozu")
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}

# Losing a throwaway cluster costs nothing, and without fsync its tests run twice as fast.
THROWAWAY = ("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off")


class Cluster:
    """One data directory and the server on it. `password` is the superuser's."""

    def __init__(self, data: Path, password: str, extra: tuple[str, ...] = ()):
        self.data = data
        self.password = password
        self.extra = extra
        # A socket's path must be shorter than 108 characters wherever the checkout is, so it stands in /tmp.
        key = hashlib.sha256(str(data).encode()).hexdigest()[:12]
        self.socket = Path("/tmp") / f"monozu-{key}"
        self.process: subprocess.Popen | None = None

    def url(self, role: str = SUPERUSER, database: str = "postgres", password: str | None = None) -> str:
        secret = quote(password or self.password, safe="")
        return f"postgresql://{role}:{secret}@/{database}?host={quote(str(self.socket), safe='')}"

    def create(self) -> bool:
        """Makes the data directory where there is none; says whether it did."""
        if (self.data / "PG_VERSION").exists():
            return False
        _own_directory(self.data)
        _own_directory(self.socket)
        with tempfile.NamedTemporaryFile("w", dir=self.socket) as file:
            file.write(self.password)
            file.flush()
            os.chown(file.name, *_owner())
            _run([*_as_owner(), str(BIN / "initdb"), "--pgdata", str(self.data), "--username", SUPERUSER,
                  "--pwfile", file.name, "--auth-local=scram-sha-256", "--auth-host=scram-sha-256",
                  "--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums"], "initdb")
        return True

    def start(self, log) -> subprocess.Popen:
        """Starts the server as a direct child, which ends with this process, and returns once it takes connections."""
        _own_directory(self.socket)
        command = [str(BIN / "postgres"), "-D", str(self.data), "-c", "listen_addresses=",
                   "-c", f"unix_socket_directories={self.socket}",
                   "-c", f"max_connections={settings.DATABASE_CONNECTIONS}",
                   "-c", f"shared_buffers={settings.DATABASE_SHARED_BUFFERS_MB}MB",
                   "-c", "log_line_prefix=%m [%p] %q%u@%d ", *self.extra]
        self.process = subprocess.Popen(["setpriv", "--pdeathsig", "INT", *_as_owner()[1:], *command], cwd="/", env=ENVIRONMENT,
                                        stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)
        self._wait_until_ready()
        return self.process

    def stop(self) -> None:
        """A fast shutdown: sessions are ended, what was committed is on disk."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(settings.STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self.process.send_signal(signal.SIGQUIT)
                self.process.wait()

    def apply_roles(self, passwords: dict[str, str]) -> None:
        """Runs roles.sql; the passwords go by standard input and never through a process list."""
        variables = "".join(f"\\set {role}_password '{passwords[role]}'\n" for role in ROLES)
        _run(["psql", "--no-psqlrc", "--quiet", "--tuples-only", "--set", "ON_ERROR_STOP=1", "--file", "-"], "psql roles.sql",
             stdin=variables + ROLES_SQL.read_text(), environment=ENVIRONMENT | {"PGHOST": str(self.socket), "PGUSER": SUPERUSER,
                                                                                 "PGDATABASE": "postgres", "PGPASSWORD": self.password})

    def remove(self) -> None:
        self.stop()
        for path in (self.data, self.socket):
            shutil.rmtree(path, ignore_errors=True)

    def _wait_until_ready(self) -> None:
        deadline = time.monotonic() + settings.DATABASE_READY_SECONDS
        state = self.data / "postmaster.pid"
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise Failure(f"PostgreSQL stopped at once with status {self.process.returncode}.", service="postgres")
            try:
                lines = state.read_text().splitlines()
            except OSError:
                lines = []
            if len(lines) >= 8 and lines[0] == str(self.process.pid) and lines[7].strip() == "ready":
                return
            time.sleep(0.02)
        self.stop()
        raise Failure(f"PostgreSQL was not ready after {settings.DATABASE_READY_SECONDS} seconds.", service="postgres")


def throwaway() -> tuple[Cluster, dict[str, str]]:
    """A started cluster that is gone when this process ends, and the environment that the database tests read."""
    home = Path(tempfile.mkdtemp(prefix="monozu-test-", dir="/tmp"))
    home.chmod(0o711)
    cluster = Cluster(home / "pg", secrets.token_hex(16), THROWAWAY)
    role_password = secrets.token_hex(16)

    def remove():
        cluster.remove()
        shutil.rmtree(home, ignore_errors=True)

    atexit.register(remove)
    cluster.create()
    with open(home / "log", "wb") as log:
        cluster.start(log)
    cluster.apply_roles(dict.fromkeys(ROLES, role_password))
    return cluster, {"MONOZU_TEST_DATABASE": cluster.url(), "MONOZU_TEST_ROLE_PASSWORD": role_password}


def place(wanted: Path) -> Path:
    """Where the data can stand: `wanted`, unless root asks and the user who runs PostgreSQL may not enter a folder on the way (such as
    a checkout in /root). Then `wanted` becomes a link to a folder that this user can reach."""
    if wanted.is_symlink():
        return wanted.resolve()
    if os.geteuid() != 0 or wanted.exists() or all(folder.stat().st_mode & 0o001 for folder in wanted.parents if folder.exists()):
        return wanted
    elsewhere = ELSEWHERE / hashlib.sha256(str(wanted).encode()).hexdigest()[:12]
    elsewhere.mkdir(mode=0o755, parents=True, exist_ok=True)
    wanted.parent.mkdir(parents=True, exist_ok=True)
    wanted.symlink_to(elsewhere / "pg")
    return elsewhere / "pg"


def _owner() -> tuple[int, int]:
    """PostgreSQL refuses to run as root: there the system user that Debian's package made stands in."""
    if os.geteuid() != 0:
        return os.geteuid(), os.getegid()
    try:
        entry = pwd.getpwnam("postgres")
    except KeyError:
        raise Failure("There is no user `postgres` to run the database as.", "Install Debian's postgresql-15.") from None
    return entry.pw_uid, entry.pw_gid


def _as_owner() -> list[str]:
    uid, gid = _owner()
    return ["setpriv"] if os.geteuid() != 0 else ["setpriv", f"--reuid={uid}", f"--regid={gid}", "--clear-groups"]


def _own_directory(path: Path) -> None:
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    if path.stat().st_uid not in (_owner()[0], os.geteuid()):
        raise Failure(f"{path} belongs to somebody else.", f"Look at who made it, remove it, and start again.")
    os.chown(path, *_owner())
    path.chmod(0o700)


def _run(command: list[str], name: str, stdin: str | None = None, environment: dict[str, str] | None = None) -> None:
    done = subprocess.run(command, cwd="/", env=environment or ENVIRONMENT, input=stdin, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode != 0:
        raise Failure(f"{name} failed:\n{done.stdout.rstrip()}")
