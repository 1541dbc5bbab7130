"""Management's list of tenants through the whole service, beside a constant body: what a request costs that asks the database, and what the
service holds in memory while many do."""

import secrets
import subprocess

import build
import cluster
import measure
import packages
import settings

RUNS = 5
SECONDS = 5
CONNECTIONS = 32
TENANTS = 5_000
PORT = 28701
MEMORY_LIMIT_MIB = 64
EMAIL = "operator@bench.example"
PASSWORD = "correct horse battery staple"


def run(report) -> None:
    packages.install(tests=True)
    build.build(settings.PRESET, "management-backend")
    server, environment = cluster.throwaway()
    management = None
    try:
        urls = {f"MANAGEMENT_{name}DATABASE_URL": server.url(role, "monozu_management", environment["MONOZU_TEST_ROLE_PASSWORD"])
                for name, role in (("", "management_app"), ("OWNER_", "management_owner"))}
        _command(["migrate"], urls)
        _command(["create-operator", "--email", EMAIL, "--name", "Bench", "--role", "owner"], urls, PASSWORD)
        management = measure.Program("management-backend", build.binary("management-backend"), PORT, urls | {
            "MANAGEMENT_JWT_SECRET": secrets.token_urlsafe(32),
            "MANAGEMENT_DATA_KEY": secrets.token_urlsafe(32),
            "CLOUD_INTERNAL_API_TOKEN": secrets.token_urlsafe(32),
            "CLOUD_WEBHOOK_HMAC_SECRET": "whsec_" + secrets.token_hex(32),
            "CLOUD_API_URL": "http://127.0.0.1:9",  # nobody listens there
            "SECOND_FACTOR_REQUIRED": "false",
        } | measure.ONE_CALLER_MAKES_THE_LOAD)
        _tenants(server)
        token = management.post("/api/v1/auth/login", {"email": EMAIL, "password": PASSWORD})["access_token"]
        idle = measure.memory(management.process.pid)
        listed, late, constant = [], [], []
        for _ in range(RUNS):
            load = measure.wrk(f"{management.url}/api/v1/tenants?limit=20&sort=-created_at", token, CONNECTIONS, SECONDS)
            listed.append(load.per_second)
            late.append(load.p99)
            constant.append(measure.wrk(f"{management.url}/healthz", token, CONNECTIONS, SECONDS).per_second)
        report.figure(f"list of 20 of {TENANTS:,} tenants", listed, "requests/s")
        report.figure("constant body", constant, "requests/s")
        report.figure("list, 99th percentile", late, "ms")
        report.figure("memory, idle", [idle], "MiB")
        loaded = report.figure("memory, under load", [measure.memory(management.process.pid)], "MiB")
        report.ratio("memory under load / limit", loaded / MEMORY_LIMIT_MIB, 1, "lower")
    finally:
        if management is not None:
            management.stop()
        server.remove()


def _command(arguments: list[str], environment: dict[str, str], stdin: str = "") -> None:
    subprocess.run([str(build.binary("management-backend")), *arguments], env=environment, input=stdin, check=True, capture_output=True, text=True)


def _tenants(server: cluster.Cluster) -> None:
    statement = f"""
        insert into tenants.tenants (id, name, owner_email, status, revision, created_at)
          select gen_random_uuid(), 'Bench ' || n, 'owner' || n || '@bench.example', 'pending', 1, now() - n * interval '37 seconds'
          from generate_series(1, {TENANTS}) n;
        vacuum analyze;"""
    command = [str(cluster.BIN / "psql"), "--no-psqlrc", "--quiet", "--set", "ON_ERROR_STOP=1", "--file", "-", server.url(database="monozu_management")]
    subprocess.run(command, input=statement, text=True, check=True)
