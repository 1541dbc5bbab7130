"""The services in the order in which they start; they stop in the opposite one."""

import socket
import sys
from dataclasses import dataclass, field
from pathlib import Path

import build
import node
import settings
from cluster import Cluster

PORTS = {"management-backend": 8080, "backend": 8000, "ingestor": 8090, "management-frontend": 5173, "frontend": 3000, "outbox": 8025}
MACHINE_ID = Path("/etc/machine-id")
NAMES = ("postgres", *PORTS, "edge")
# An identity provider for trying out single sign-on runs on this machine too. Elsewhere none of these is set: users' addresses are public.
OUTBOUND_TO_THIS_MACHINE = {"OUTBOUND_ALLOWED_NETWORKS": "127.0.0.0/8", "OUTBOUND_ALLOWED_PORTS": "443,1024-65535",
                            "OUTBOUND_ALLOW_HTTP": "true"}
# All browsers, and all of the browser suite's many strangers, come from one address here. What people may do is limited as anywhere else, so
# that the suite would notice if a console asked for too much.
FROM_ONE_ADDRESS = {"RATE_LIMIT_ADDRESS_PER_MINUTE": "60000"}
WORKSPACES = {"management-frontend": "Management/management-frontend", "frontend": "Frontend"}


@dataclass(frozen=True)
class Service:
    name: str
    command: list[str]
    environment: dict[str, str] = field(default_factory=dict)
    ready_path: str | None = None  # answers 200 once the service works; None where a running process is all there is to see
    cwd: Path = settings.ROOT

    @property
    def port(self) -> int | None:
        return port(self.name) if self.name in PORTS else None


def port(name: str) -> int:
    return PORTS[name] + settings.PORT_OFFSET


def url(name: str) -> str:
    return f"http://127.0.0.1:{port(name)}"


def front_end_addresses() -> dict[str, dict[str, str]]:
    """What Vite compiles into each front end."""
    return {"frontend": {"VITE_API_URL": url("backend"), "VITE_WS_URL": url("backend").replace("http", "ws", 1)},
            "management-frontend": {"VITE_API_URL": url("management-backend")}}


def build_front_ends() -> None:
    for name, workspace in WORKSPACES.items():
        node.build(workspace, name, front_end_addresses()[name])


def migrations(cluster: Cluster, secrets: dict[str, str]) -> list[Service]:
    """Run to their end before any service starts, as the owners of the two schemas."""
    return [
        Service("migrate-cloud", [str(build.binary("backend")), "migrate"],
                {"CLOUD_OWNER_DATABASE_URL": _database(cluster, secrets, "monozu_owner", "monozu_cloud")}),
        Service("migrate-management", [str(build.binary("management-backend")), "migrate"],
                {"MANAGEMENT_OWNER_DATABASE_URL": _database(cluster, secrets, "management_owner", "monozu_management")}),
    ]


def create_operator(cluster: Cluster, secrets: dict[str, str]) -> Service:
    return Service("create-operator", [str(build.binary("management-backend")), "create-operator"],
                   {"MANAGEMENT_DATABASE_URL": _database(cluster, secrets, "management_app", "monozu_management"),
                    "MANAGEMENT_OWNER_DATABASE_URL": _database(cluster, secrets, "management_owner", "monozu_management")})


def backends(cluster: Cluster, secrets: dict[str, str]) -> list[Service]:
    shared = {name: secrets[name] for name in ("CLOUD_INTERNAL_API_TOKEN", "CLOUD_WEBHOOK_HMAC_SECRET")}
    return [
        Service("management-backend", [str(build.binary("management-backend"))], shared | _listen("management-backend") | {
            "MANAGEMENT_DATABASE_URL": _database(cluster, secrets, "management_app", "monozu_management"),
            "MANAGEMENT_JWT_SECRET": secrets["MANAGEMENT_JWT_SECRET"],
            "MANAGEMENT_DATA_KEY": secrets["MANAGEMENT_DATA_KEY"],
            "CLOUD_API_URL": url("backend"),
            "CLOUD_APP_URL": url("frontend"),
            "MANAGEMENT_APP_URL": url("management-frontend"),
            "CORS_ORIGINS": _origins("management-frontend"),
            **OUTBOUND_TO_THIS_MACHINE,
            **FROM_ONE_ADDRESS,
            # The demonstration's operator signs in with the password that is printed.
            "SECOND_FACTOR_REQUIRED": "false",
        }, "/readyz"),
        Service("backend", [str(build.binary("backend"))], shared | _listen("backend") | {
            "CLOUD_DATABASE_URL": _database(cluster, secrets, "monozu_app", "monozu_cloud"),
            "CLOUD_JOBS_DATABASE_URL": _database(cluster, secrets, "monozu_jobs", "monozu_cloud"),
            "CLOUD_JWT_SECRET": secrets["CLOUD_JWT_SECRET"],
            "CLOUD_DATA_KEY": secrets["CLOUD_DATA_KEY"],
            "MANAGEMENT_API_URL": url("management-backend"),
            "CLOUD_APP_URL": url("frontend"),
            "MAIL_DIRECTORY": str(settings.VAR / "mail"),
            "CORS_ORIGINS": _origins("frontend"),
            **OUTBOUND_TO_THIS_MACHINE,
            **FROM_ONE_ADDRESS,
        }, "/readyz"),
        Service("ingestor", [str(build.binary("ingestor"))], _listen("ingestor") | {
            "INGEST_DATABASE_URL": _database(cluster, secrets, "monozu_ingest", "monozu_cloud"),
        }, "/readyz"),
    ]


def front_ends() -> list[Service]:
    vite = settings.ROOT / "node_modules" / "vite" / "bin" / "vite.js"
    return [Service(name, [str(node.NODE), str(vite), "preview", "--outDir", str(settings.VAR / "web" / name), "--strictPort",
                           "--host", "127.0.0.1", "--port", str(port(name))],
                    node.environment() | front_end_addresses()[name], "/", settings.ROOT / workspace)
            for name, workspace in WORKSPACES.items()]


def outbox() -> Service:
    """The page of the letters that no provider takes."""
    return Service("outbox", [sys.executable, "-sE", str(settings.ROOT / "tools" / "cli"), "outbox"], {}, "/")


def edge(provisioning_key: str, secrets: dict[str, str]) -> Service:
    return Service("edge", [str(build.binary("monozu-edge"))], {
        "EDGE_CLOUD_URL": url("backend"),
        "EDGE_INGEST_URL": url("ingestor"),
        "EDGE_PROVISIONING_KEY": provisioning_key,
        "EDGE_STATE_DIRECTORY": str(settings.VAR / "edge"),
        "EDGE_NAME": socket.gethostname() or "appliance",
        # A container may have no identity of its own.
        **({} if MACHINE_ID.exists() and MACHINE_ID.read_text().strip() else {"EDGE_MACHINE_ID": secrets["EDGE_MACHINE_ID"]}),
    })


def _database(cluster: Cluster, secrets: dict[str, str], role: str, database: str) -> str:
    return cluster.url(role, database, secrets[f"{role.upper()}_PASSWORD"])


def _listen(name: str) -> dict[str, str]:
    return {"HTTP_ADDRESS": "127.0.0.1", "HTTP_PORT": str(port(name)), "PUBLIC_URL": url(name)}


def _origins(name: str) -> str:
    return f"http://127.0.0.1:{port(name)},http://localhost:{port(name)}"
