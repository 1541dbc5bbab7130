"""What is generated is committed, so that a change of an interface is read in review: `./monozu gen` makes it again."""

import os
import subprocess
from pathlib import Path

import build
import cluster
import node
import packages
import services
import settings
import shell
import ui
from failure import Failure

# program -> its folder and its database
SERVERS = {"backend": (settings.ROOT / "Backend", "monozu_cloud"),
           "management-backend": (settings.ROOT / "Management" / "management-backend", "monozu_management")}
# What people review of who may do what: the program's word for it and the file
TABLES = {"permissions": settings.ROOT / "Backend" / "permissions.tsv", "routes": settings.ROOT / "Backend" / "routes.tsv"}
WEB = settings.ROOT / "packages"


def run() -> int:
    packages.check_machine()
    packages.install()
    node.install()
    build.build(settings.PRESET, *SERVERS)
    changed = generate()
    ui.say("\n".join(["", "Changed:", *(f"  {path.relative_to(settings.ROOT)}" for path in changed)]) if changed else "\nNothing changed.")
    return 0


def generate() -> list[Path]:
    """Writes every generated file anew and hands back those whose content changed. The servers must be built."""
    before = _contents()
    with ui.step("OpenAPI, permissions, schemas"):
        throwaway, environment = cluster.throwaway()
        password = environment["MONOZU_TEST_ROLE_PASSWORD"]
        databases = services.migrations(throwaway, {f"{role.upper()}_PASSWORD": password for role in cluster.ROLES})
        for migration, (program, (folder, database)) in zip(databases, SERVERS.items(), strict=True):
            shell.run(migration.command, migration.name, environment=migration.environment)
            (folder / "db" / "schema.sql").write_text(_schema(throwaway, database))
            (folder / "openapi.json").write_text(_printed(program, "openapi"))
        for what, table in TABLES.items():
            table.write_text(_printed("backend", what))
        throwaway.remove()
    with ui.step("What the front ends make of them") as step:
        shell.run(node.npm("run", "gen"), "gen-web", step, environment=node.environment())
    after = _contents()
    return sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))


def _schema(server: cluster.Cluster, database: str) -> str:
    dumped = subprocess.run([str(cluster.BIN / "pg_dump"), "--schema-only", "--no-owner", server.url(database=database)],
                            env=os.environ | cluster.ENVIRONMENT, capture_output=True, text=True)
    if dumped.returncode != 0:
        raise Failure(f"pg_dump failed:\n{dumped.stderr.rstrip()}")
    # Left out is what differs from one machine or run to another: versions, session settings, the dump's own random key.
    lines = [line for line in dumped.stdout.splitlines() if not line.startswith(("--", "\\", "SET ", "SELECT pg_catalog.set_config"))]
    text = "\n".join(lines).strip()
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return f"-- Dumped from the migrations by ./monozu gen. Do not edit.\n\n{text}\n"


def _printed(program: str, what: str) -> str:
    return shell.capture([str(build.binary(program)), what]).rstrip() + "\n"


def _contents() -> dict[Path, bytes]:
    files = [folder / name for folder, _ in SERVERS.values() for name in ("openapi.json", "db/schema.sql")]
    files += [*TABLES.values(), *WEB.glob("*/src/generated/*"), *WEB.glob("*/src/**/*.generated.*")]
    return {path: path.read_bytes() for path in files if path.is_file()}
