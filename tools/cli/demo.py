"""The first tenants, users and keys, made through the same HTTP calls that people make.

Every password is chosen and every creating call is given its idempotency key before the first call, in var/demo-plan.json. A run that
was interrupted repeats the same calls and gets the same answers; what has been set up already is proven by logging in."""

import json
import os
import secrets
import subprocess
from collections.abc import Callable
from datetime import datetime, timedelta, timezone

import services
import settings
from client import Api, Refused
from credentials import write_private
from failure import Failure
from services import Service

PLAN = settings.VAR / "demo-plan.json"
ALL_FEATURES = ["cmdb", "itsm", "security", "vpn", "backup"]
TENANTS = [("Alder Logistics", "alder.example", ALL_FEATURES), ("Birch Clinic", "birch.example", ["itsm", "security"])]
ROLES = ["admin", "agent", "security_analyst", "auditor"]
LIMITS = {"devices": 25, "users": 50}

# Waits a moment, and raises where a service died or the run is to stop.
Pause = Callable[[float], None]


def load() -> dict | None:
    return json.loads(settings.DEMO.read_text()) if settings.DEMO.exists() else None


def seed(create_operator: Service, pause: Pause) -> dict:
    plan = _plan()
    operator = _operator(plan["operator"], create_operator)
    tenants = [_tenant(plan["run"], tenant, operator, pause) for tenant in plan["tenants"]]
    owner = tenants[0]["users"][0]
    demo = {
        "cloud": {"url": services.url("frontend"), "email": owner["email"], "password": owner["password"]},
        "management": {"url": services.url("management-frontend"), **plan["operator"]},
        "tenants": tenants,
    }
    write_private(settings.DEMO, json.dumps(demo, indent=2) + "\n")
    PLAN.unlink()
    return demo


def wait_for_telemetry(demo: dict, pause: Pause) -> None:
    """Returns once the appliance on this machine is listed with its first figures."""
    api = Api(services.url("backend")).login(demo["cloud"]["email"], demo["cloud"]["password"])
    for _ in range(settings.TELEMETRY_SECONDS):
        if any(device["latest"] for device in api.get("/devices")["items"]):
            return
        pause(1)
    raise Failure(f"No telemetry of the appliance arrived within {settings.TELEMETRY_SECONDS} seconds.", service="edge")


def _plan() -> dict:
    if PLAN.exists():
        return json.loads(PLAN.read_text())
    plan = {
        "run": secrets.token_hex(8),
        "operator": _login("operator@monozu.example"),
        "tenants": [{"name": name, "features": features,
                     "users": [_login(f"{role.replace('_', '-')}@{domain}") | {"role": role} for role in ["owner", *ROLES]]}
                    for name, domain, features in TENANTS],
    }
    write_private(PLAN, json.dumps(plan, indent=2))
    return plan


def _login(email: str) -> dict[str, str]:
    return {"email": email, "password": secrets.token_urlsafe(15)}


def _operator(login: dict[str, str], create_operator: Service) -> Api:
    """The very first operator cannot be made by an operator: a program on the server does it."""
    management = Api(services.url("management-backend"))
    try:
        return management.login(**login)
    except Refused as refused:
        if refused.status != 401:
            raise
    command = [*create_operator.command, "--email", login["email"], "--name", "First operator", "--role", "owner"]
    done = subprocess.run(command, input=login["password"], env=os.environ | create_operator.environment, text=True, capture_output=True)
    if done.returncode != 0:
        raise Failure(f"The first operator could not be created:\n{done.stdout}{done.stderr}".rstrip(), service="management-backend")
    return management.login(**login)


def _tenant(run: str, plan: dict, operator: Api, pause: Pause) -> dict:
    owner, *users = plan["users"]
    key = f"{run}-{plan['name'].split()[0].lower()}"
    tenant = operator.post("/tenants", {"name": plan["name"], "owner_email": owner["email"]}, f"{key}-tenant")
    valid_until = (datetime.now(timezone.utc) + timedelta(days=365)).strftime("%Y-%m-%dT%H:%M:%SZ")
    operator.post(f"/tenants/{tenant['id']}/license", {"plan": "professional", "features": plan["features"], "limits": LIMITS,
                                                       "valid_until": valid_until})
    _wait_for_push(operator, tenant["id"], pause)
    cloud = Api(services.url("backend"))
    _set_up(cloud, owner, tenant["owner_setup_url"].partition("#token=")[2])
    cloud = cloud.login(owner["email"], owner["password"])
    for user in users:
        made = cloud.post("/users", {"email": user["email"], "display_name": _display_name(user["role"]), "role": user["role"]},
                          f"{key}-{user['role']}")
        _set_up(cloud, user, made["setup_token"])
    provisioning = cloud.post("/provisioning-keys", {"name": "First appliances"}, f"{key}-provisioning")
    return {"id": tenant["id"], "name": plan["name"], "provisioning_key": provisioning["key"], "users": plan["users"]}


def _wait_for_push(operator: Api, tenant_id: str, pause: Pause) -> None:
    for _ in range(settings.READY_SECONDS * 2):
        push = operator.get(f"/tenants/{tenant_id}")["push"]
        if push["status"] == "delivered":
            return
        pause(0.5)
    raise Failure(f"The licence did not reach the Cloud within {settings.READY_SECONDS} seconds: {push.get('last_error')}",
                  service="management-backend")


def _set_up(cloud: Api, user: dict, token: str) -> None:
    try:
        Api(cloud.base.removesuffix("/api/v1")).post("/auth/setup", {"token": token, "password": user["password"]})
    except Refused as refused:
        # The link works once. Where an earlier run used it, the password is the planned one, or the log-in says what is wrong.
        if refused.status >= 500:
            raise
        Api(cloud.base.removesuffix("/api/v1")).login(user["email"], user["password"])


def _display_name(role: str) -> str:
    return role.replace("_", " ").capitalize()
