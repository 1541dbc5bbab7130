"""A real PostgreSQL and the real Ingestor beside it, for tests that kill either and for the bench. Nothing of it outlives its process."""

import atexit
import hashlib
import http.client
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import uuid
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools" / "cli"))

import cluster  # noqa: E402

DATABASE = "monozu_cloud"
READY_SECONDS = 30


@dataclass
class Appliance:
    tenant: str
    device: str
    key: str


class Stand:
    """`extra` are options of `postgres`, `environment` settings of the Ingestor."""

    def __init__(self, binary: Path, extra: tuple[str, ...] = (), environment: dict[str, str] | None = None):
        self.home = Path(tempfile.mkdtemp(prefix="monozu-ingest-"))
        self.home.chmod(0o711)
        atexit.register(self.close)
        self.binary = binary
        self.password = secrets.token_hex(16)
        self.cluster = cluster.Cluster(self.home / "pg", secrets.token_hex(16), extra)
        self.cluster.create()
        self.start_database()
        self.cluster.apply_roles(dict.fromkeys(cluster.ROLES, self.password))
        self._migrate()
        self.port = _free_port()
        self.environment = environment or {}
        self.ingestor: subprocess.Popen | None = None

    def close(self) -> None:
        self.stop_ingestor()
        self.cluster.remove()
        shutil.rmtree(self.home, ignore_errors=True)

    def start_database(self) -> None:
        with open(self.home / "postgres.log", "ab") as log:
            self.cluster.start(log)

    def kill_database(self) -> None:
        """SIGKILL to every process of it at once, as when the machine's memory runs out."""
        self.freeze_database()  # or the first of them would clean up after the others
        self._signal_database(signal.SIGKILL)
        self.cluster.process.wait()

    def freeze_database(self) -> None:
        self._signal_database(signal.SIGSTOP)

    def thaw_database(self) -> None:
        self._signal_database(signal.SIGCONT)

    def _signal_database(self, number: int) -> None:
        parent = self.cluster.process.pid
        for pid in (parent, *_children(parent)):
            try:
                os.kill(pid, number)
            except ProcessLookupError:
                pass  # a session that has just ended

    def start_ingestor(self) -> None:
        environment = {"PATH": "/usr/bin:/bin", "INGEST_DATABASE_URL": self.url("monozu_ingest"), "HTTP_PORT": str(self.port)}
        with open(self.home / "ingestor.log", "ab") as log:
            self.ingestor = subprocess.Popen([str(self.binary)], env=environment | self.environment, stdout=log, stderr=log)
        deadline = time.monotonic() + READY_SECONDS
        while not self.is_ready():
            if self.ingestor.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError("the Ingestor is not ready:\n" + (self.home / "ingestor.log").read_text()[-2000:])
            time.sleep(0.02)

    def stop_ingestor(self) -> None:
        if self.ingestor and self.ingestor.poll() is None:
            self.ingestor.terminate()
            self.ingestor.wait(60)

    def kill_ingestor(self) -> None:
        self.ingestor.kill()
        self.ingestor.wait()

    def is_ready(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/readyz")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()

    def url(self, role: str, database: str = DATABASE) -> str:
        return self.cluster.url(role, database, self.cluster.password if role == cluster.SUPERUSER else self.password)

    def sql(self, text: str, role: str = cluster.SUPERUSER) -> list[list[str]]:
        """Runs `text`; the rows of its queries, as text."""
        done = subprocess.run(["psql", "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set", "ON_ERROR_STOP=1", "--file", "-"],
                              input=text, text=True, capture_output=True, check=False, env={
                                  "PATH": "/usr/bin:/bin", "PGHOST": str(self.cluster.socket), "PGDATABASE": DATABASE, "PGUSER": role,
                                  "PGPASSWORD": self.cluster.password if role == cluster.SUPERUSER else self.password})
        if done.returncode != 0:
            raise RuntimeError(done.stderr)
        return [line.split("|") for line in done.stdout.splitlines()]

    def register(self, tenant: str | None = None) -> Appliance:
        known = Appliance(tenant or str(uuid.uuid4()), str(uuid.uuid4()), "mzd_" + secrets.token_urlsafe(32))
        key_hash = hashlib.sha256(known.key.encode()).hexdigest()
        provisioning = uuid.uuid4()
        self.sql(f"""
            insert into licence.tenants (id, name, status, revision, created_at, updated_at)
            values ('{known.tenant}', 'Tenant', 'active', 1, now(), now()) on conflict do nothing;
            insert into licence.tenant_licenses (tenant_id, plan, limits, valid_from, valid_until, applied_at)
            values ('{known.tenant}', 'test', '{{}}', now() - interval '1 day', now() + interval '1 day', now()) on conflict do nothing;
            insert into devices.provisioning_keys (tenant_id, id, name, prefix, key_hash, created_at)
            values ('{known.tenant}', '{provisioning}', 'key', 'mzp_', sha256('{provisioning}'), now());
            insert into devices.devices (tenant_id, id, name, machine_id, agent_version, registered_at)
            values ('{known.tenant}', '{known.device}', 'box', '{known.device}', '1', now());
            insert into devices.device_keys (tenant_id, id, device_id, provisioning_key_id, key_hash, created_at)
            values ('{known.tenant}', '{uuid.uuid4()}', '{known.device}', '{provisioning}', '\\x{key_hash}', now());""")
        return known

    def _migrate(self) -> None:
        for file in sorted((ROOT / "Backend" / "db" / "migrations").glob("*.sql")):
            number, _, name = file.stem.partition("_")
            self.sql(f"begin;\n{file.read_text()}\ninsert into app.migrations (number, name, checksum) values ({int(number)}, '{name}', '');\ncommit;",
                     "monozu_owner")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _children(parent: int) -> list[int]:
    out = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent:
            out.append(int(status.parent.name))
    return out
