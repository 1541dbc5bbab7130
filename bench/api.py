"""The list of 20 incidents under row-level security, through the whole Backend, against pgbench with the same statement on the same data; and a
constant body, which is what HTTP alone costs. The runs alternate; a run is a few seconds, the figures are medians."""

import base64
import hashlib
import hmac
import json
import os
import re
import secrets
import subprocess
import time
import uuid
from pathlib import Path

import build
import cluster
import measure
import packages
import settings

GOAL = 0.9
RUNS = 5
SECONDS = 5
CONNECTIONS = 32
TENANTS = 200
INCIDENTS = 200_000
PORT = 28700
STATEMENT = "incidents.incident_list@-created_at"
PASSWORD = "correct horse battery staple"


def run(report) -> None:
    packages.install(tests=True)
    build.build(settings.PRESET, "backend")
    server, environment = cluster.throwaway()
    backend = None
    try:
        stand = Stand(server, environment["MONOZU_TEST_ROLE_PASSWORD"])
        backend = stand.start_backend()
        token = stand.tenant_with_incidents(backend)
        idle = measure.memory(backend.process.pid)
        pgbench_script = stand.pgbench_script()
        listed, peer, constant, late = [], [], [], []
        for _ in range(RUNS):
            load = measure.wrk(f"{backend.url}/api/v1/incidents?limit=20&sort=-created_at", token, CONNECTIONS, SECONDS)
            listed.append(load.per_second)
            late.append(load.p99)
            peer.append(stand.pgbench(pgbench_script))
            constant.append(measure.wrk(f"{backend.url}/healthz", token, CONNECTIONS, SECONDS).per_second)
        median = report.figure("list of 20 incidents under RLS", listed, "requests/s")
        base = report.figure("pgbench, the same statement", peer, "transactions/s")
        report.figure("constant body", constant, "requests/s")
        report.figure("list, 99th percentile", late, "ms")
        report.figure("memory, idle", [idle], "MiB")
        report.figure("memory, under load", [measure.memory(backend.process.pid)], "MiB")
        report.ratio("list / pgbench", median / base, GOAL, "higher")
    finally:
        if backend is not None:
            backend.stop()
        server.remove()


class Stand:
    """A database of its own with a Backend on it, and nothing else."""

    def __init__(self, server: cluster.Cluster, password: str):
        self.server = server
        self.password = password
        self.hmac = secrets.token_bytes(32)
        self.home = Path(settings.VAR) / "bench"
        self.home.mkdir(parents=True, exist_ok=True)
        self._run([str(build.binary("backend")), "migrate"], {"CLOUD_OWNER_DATABASE_URL": self._url("monozu_owner")})

    def _url(self, role: str) -> str:
        return self.server.url(role, "monozu_cloud", self.password)

    def _run(self, command: list[str], environment: dict[str, str]) -> str:
        return subprocess.run(command, env={"PATH": os.environ["PATH"]} | environment, check=True, capture_output=True, text=True).stdout

    def start_backend(self) -> measure.Program:
        return measure.Program("api-backend", build.binary("backend"), PORT, {
            "CLOUD_DATABASE_URL": self._url("monozu_app"),
            "CLOUD_JOBS_DATABASE_URL": self._url("monozu_jobs"),
            "CLOUD_JWT_SECRET": secrets.token_urlsafe(32),
            "CLOUD_DATA_KEY": secrets.token_urlsafe(32),
            "CLOUD_INTERNAL_API_TOKEN": secrets.token_urlsafe(32),
            "CLOUD_WEBHOOK_HMAC_SECRET": "whsec_" + base64.b64encode(self.hmac).decode(),
            "MANAGEMENT_API_URL": "http://127.0.0.1:9",  # nobody listens there
            "JOBS_ENABLED": "false",
        } | measure.ONE_CALLER_MAKES_THE_LOAD)

    def tenant_with_incidents(self, backend: measure.Program) -> str:
        """Licenses a tenant as Management does, and gives it and 199 others 1,000 incidents each. Returns an access token."""
        tenant = uuid.uuid4()
        token = base64.urlsafe_b64encode(tenant.bytes).decode().rstrip("=") + "." + secrets.token_urlsafe(32)
        body = json.dumps({
            "tenant": {"id": str(tenant), "name": "Bench", "status": "active"}, "revision": 1,
            "owner": {"email": "owner@bench.example", "setup_token_hash": hashlib.sha256(token.encode()).hexdigest(), "setup_expires_at": "2099-01-01T00:00:00Z"},
            "license": {"plan": "bench", "features": ["itsm"], "limits": {}, "valid_from": "2020-01-01T00:00:00Z", "valid_until": "2099-01-01T00:00:00Z"}})
        identity, at = "msg_" + secrets.token_hex(8), str(int(time.time()))
        signature = base64.b64encode(hmac.new(self.hmac, f"{identity}.{at}.{body}".encode(), hashlib.sha256).digest()).decode()
        backend.post("/internal/license/refresh", body.encode(), {"webhook-id": identity, "webhook-timestamp": at, "webhook-signature": f"v1,{signature}"})
        backend.post("/api/v1/auth/setup", {"token": token, "password": PASSWORD})
        self.tenant = tenant
        grant = backend.post("/api/v1/auth/login", {"email": "owner@bench.example", "password": PASSWORD})
        self._sql(f"""
            insert into licence.tenants (id, name, status, revision, created_at, updated_at)
              select gen_random_uuid(), 'Bench ' || n, 'active', 1, now(), now() from generate_series(2, {TENANTS}) n;
            insert into itsm.incidents (tenant_id, id, number, title, description, impact, urgency, priority, created_at, updated_at)
              select t.id, gen_random_uuid(), 'INC-' || lpad(n::text, 6, '0'), 'Mail is slow for site ' || n, repeat('It takes minutes. ', 8),
                     'medium', 'medium', 'medium', now() - n * interval '37 seconds', now() - n * interval '30 seconds'
              from licence.tenants t cross join generate_series(1, {INCIDENTS // TENANTS}) n;
            vacuum analyze;""")
        return grant["access_token"]

    def _sql(self, text: str) -> None:
        # One statement a call: vacuum refuses to run inside the transaction that a multi-statement string is.
        command = [str(cluster.BIN / "psql"), "--no-psqlrc", "--quiet", "--set", "ON_ERROR_STOP=1", "--file", "-", self.server.url(database="monozu_cloud")]
        subprocess.run(command, input=text, text=True, check=True)

    def pgbench_script(self) -> Path:
        """The Backend's own statement, with app.enter before it, in one pipeline: what one request sends. Its parameters are bound here
        too, so that the planner sees the same; a null, which pgbench cannot bind, is made of a dash."""
        statements = dict(line.split("\t", 1) for line in self._run([str(build.binary("backend")), "statements"], {}).splitlines())
        null = "nullif(:nothing, '-')"
        values = {"1": ":tenant", "2": null, "3": null, "4": ":any", "5": ":any", "6": null, "7": null, "8": null, "9": ":most"}
        text = re.sub(r"\$(\d+)", lambda match: values[match[1]], statements[STATEMENT])
        path = self.home / "api.pgbench"
        path.write_text(f"\\startpipeline\nselect app.enter(:tenant, null);\n{text};\n\\endpipeline\n")
        return path

    def pgbench(self, script: Path) -> float:
        out = self._run([str(cluster.BIN / "pgbench"), "-n", "-M", "prepared", "-T", str(SECONDS), "-c", "8", "-j", "2", "-f", str(script),
                         "-D", f"tenant={self.tenant}", "-D", "nothing=-", "-D", "any={}", "-D", "most=21", self._url("monozu_app")],
                        {"PGOPTIONS": "-c plan_cache_mode=force_generic_plan -c enable_sort=off"})
        return float(re.search(r"tps = ([\d.]+)", out)[1])
