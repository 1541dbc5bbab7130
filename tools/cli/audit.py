"""./monozu audit verify: the verifier of the audit chains, on the databases of the running product."""

import os
import subprocess

import build
import cluster
import credentials
import services
import settings
import state
import ui
from failure import Failure

NEEDED = {"backend": ("CLOUD_JOBS_DATABASE_URL", "CLOUD_DATA_KEY"),
          "management-backend": ("MANAGEMENT_DATABASE_URL", "MANAGEMENT_DATA_KEY")}


def verify(tenant: str | None) -> int:
    """Prints a line for each tenant of the Cloud and one for Management; 1 where a chain is broken. A tenant named is verified alone."""
    if not state.load().running():
        raise Failure("Monozu Cloud is not running, and neither is its database.", "Start it with ./monozu up.")
    secrets = credentials.load()
    database = cluster.Cluster(cluster.place(settings.VAR / "pg"), secrets["POSTGRES_PASSWORD"])
    environments = {service.name: service.environment for service in services.backends(database, secrets)}
    if tenant:
        return _run("backend", environments, "--tenant", tenant)
    ui.say("Cloud")
    cloud = _run("backend", environments)
    ui.say("Management")
    return max(cloud, _run("management-backend", environments))


def _run(program: str, environments: dict[str, dict[str, str]], *arguments: str) -> int:
    environment = {name: environments[program][name] for name in NEEDED[program]}
    return subprocess.run([str(build.binary(program)), "audit-verify", *arguments], env=os.environ | environment).returncode
