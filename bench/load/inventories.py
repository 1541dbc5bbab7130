"""What taking in an inventory costs the Backend, for the benches: batches are stored as the Ingestor stores them, and the Backend's own figures say
how long they took, from the digests to the last statement."""

import json
import re
import time
import uuid

PACKAGES = 3000


def _packages(count: int) -> list[dict]:
    return [{"manager": "dpkg", "name": f"package-{n:05d}", "version": f"1.{n % 40}.{n % 7}-1", "architecture": "amd64"} for n in range(count)]


def events(kind: str, packages: int = PACKAGES) -> list[dict]:
    """`full`: everything, as an appliance tells it first; `same`: that nothing has changed, as it does every hour."""
    sections = {
        "system": [{"hostname": "bench", "os_name": "Debian 12", "machine_id": "b" * 32}],
        "hardware": [{"manufacturer": "Bench", "cpu_threads": 8, "memory_bytes": 16 << 30}],
        "interfaces": [{"name": "eth0", "kind": "ethernet", "mac": "02:00:5e:00:53:01", "addresses": ["10.9.8.7/24"]}],
        "disks": [{"name": "sda", "size_bytes": 1 << 40}],
        "neighbours": [{"address": f"10.9.8.{n}", "mac": f"02:00:5e:00:54:{n:02x}"} for n in range(1, 20)],
        "services": [{"name": f"service-{n}.service", "state": "active"} for n in range(150)],
        "listeners": [{"protocol": "tcp", "address": "0.0.0.0", "port": 8000 + n} for n in range(20)],
        "software": _packages(packages),
    }
    told = []
    for section, items in sections.items():
        event = {"type": "inventory", "section": section, "digest": f"{section}-{len(items)}"}
        told.append(event | ({"full": True, "items": items} if kind == "full" else {}))
    return told


def _store(sql, tenant: str, device: str, told: list[dict]) -> None:
    """One batch and its row in the backlog, in one transaction, by a call that runs statements as a role that may."""
    batch = uuid.uuid4()
    rows = ",\n".join(f"('{tenant}', '{batch}', {seq}, '{device}', now(), now(), 'discovery', $event${json.dumps(event)}$event$)"
                      for seq, event in enumerate(told))
    sql(f"""begin;
insert into ingest.ingest_events (tenant_id, batch_id, seq, device_id, ts, received_at, kind, data) values {rows};
insert into ingest.ingest_batches (id, tenant_id, device_id, event_count, received_at) values ('{batch}', '{tenant}', '{device}', {len(told)}, now());
select pg_notify('ingest', '');
commit""")


def _figures(metrics: str) -> tuple[int, float]:
    def value(name: str) -> float:
        return float(re.search(rf"^{name}(?:{{[^}}]*}})? (\S+)$", metrics, re.MULTILINE)[1])

    return int(value("inventories_total")), value("inventory_seconds_total")


def milliseconds(sql, metrics, tenant: str, device: str, kind: str, times: int = 1) -> list[float]:
    """How long the Backend took for each of `times` inventories. `sql` is a call that runs statements; `metrics` one that gives the text of its
    /metrics. The device is one of the tenant's; `full` once comes before `same`."""
    took = []
    for _ in range(times):
        count, seconds = _figures(metrics())
        _store(sql, tenant, device, events(kind))
        until = time.monotonic() + 30
        while (now := _figures(metrics()))[0] == count:
            if time.monotonic() > until:
                raise TimeoutError("the inventory was not taken in")
            time.sleep(0.02)
        took.append((now[1] - seconds) * 1000)
    return took
