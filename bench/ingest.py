"""The Ingestor against raw binary COPY of the very same rows: psql's \\copy, which is libpq as well, into the same tables and partitions, in
transactions of the same size, in alternated runs. The ratio is what is left of PostgreSQL's own speed behind HTTP, JSON and all checks."""

import datetime
import http.client
import json
import os
import random
import subprocess
import sys
import threading
import time
from pathlib import Path

import build
import measure
import settings

sys.path.insert(0, str(settings.ROOT / "ingestor" / "tests"))

from stand import Appliance, Stand  # noqa: E402

GOAL = 0.85
RUNS = 5
BATCHES = 400
EVENTS = 500  # of a batch
GROUP = 8  # batches in a transaction: INGEST_GROUP_BATCHES
WRITERS = 2
CONNECTIONS = 24
APPLIANCES = 8
QUIET = {f"INGEST_{who}_{what}": "1000000000" for who in ("DEVICE", "TENANT") for what in ("EVENTS_PER_SECOND", "BURST_EVENTS")}
COLUMNS = "tenant_id, batch_id, seq, device_id, ts, received_at, kind, data"


def run(report, binary: Path | None = None) -> None:
    if binary is None:
        build.build(settings.PRESET, "ingestor")
        binary = build.binary("ingestor")
    stand = Stand(binary, ("-c", "max_wal_size=8GB", "-c", "checkpoint_timeout=1h"), QUIET)
    try:
        stand.sql("select ingest.ensure_partitions(2)", "monozu_jobs")
        stand.start_ingestor()
        senders = [stand.register() for _ in range(APPLIANCES)]
        bodies = [_body(seed) for seed in range(32)]
        idle = measure.memory(stand.ingestor.pid)
        _ingest(stand, senders, bodies, BATCHES // 4)
        pieces = _export(stand)
        ours, raw, processor, late = [], [], [], []
        for _ in range(RUNS):
            stand.sql("truncate ingest.ingest_events, ingest.ingest_batches, ingest.idempotency_keys; checkpoint")
            before = measure.processor_seconds(stand.ingestor.pid)
            took, answered = _ingest(stand, senders, bodies, BATCHES)
            ours.append(BATCHES * EVENTS / took)
            late.append(measure.percentile(answered, 99) * 1000)
            processor.append((measure.processor_seconds(stand.ingestor.pid) - before) / (BATCHES * EVENTS) * 1e6)
            stand.sql("truncate ingest.ingest_events, ingest.ingest_batches, ingest.idempotency_keys; checkpoint")
            raw.append(BATCHES * EVENTS / _copy(stand, pieces))
        median = report.figure("Ingestor", ours, "events/s")
        peer = report.figure("raw binary COPY", raw, "events/s")
        report.figure(f"a batch of {EVENTS}, 99th percentile", late, "ms")
        report.figure("Ingestor's own processor time", processor, "us/event")
        report.figure("Ingestor's memory, idle", [idle], "MiB")
        report.figure("Ingestor's memory, after the load", [measure.memory(stand.ingestor.pid)], "MiB")
        report.figure("Ingestor's memory, at most", [measure.memory(stand.ingestor.pid, "VmHWM")], "MiB")
        report.ratio("Ingestor / raw binary COPY", median / peer, GOAL, "higher")
    finally:
        stand.close()


def _body(seed: int) -> bytes:
    """500 samples as an appliance sends them, some 200 bytes each."""
    rng = random.Random(seed)
    at = datetime.datetime.now(datetime.timezone.utc)
    return json.dumps([{"kind": "telemetry", "ts": (at - datetime.timedelta(seconds=i)).isoformat(), "data": {
        "cpu_percent": round(rng.uniform(0, 100), 2), "cores": 4, "load": [round(rng.uniform(0, 4), 2) for _ in range(3)],
        "memory": {"total_bytes": 8 << 30, "available_bytes": rng.randrange(8 << 30)}, "swap": {"total_bytes": 0, "used_bytes": 0},
        "uptime_seconds": rng.randrange(10**7)}} for i in range(EVENTS)], separators=(",", ":")).encode()


def _ingest(stand: Stand, senders: list[Appliance], bodies: list[bytes], batches: int) -> tuple[float, list[float]]:
    """Seconds until all are answered, and until each is."""
    salt = os.urandom(8).hex()
    numbers = iter(range(batches))
    lock = threading.Lock()
    wrong: list[int] = []
    answered: list[float] = []

    def send() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", stand.port)
        while True:
            with lock:
                number = next(numbers, None)
            if number is None:
                connection.close()
                return
            asked = time.monotonic()
            connection.request("POST", "/v1/ingest", bodies[number % len(bodies)], {
                "Content-Type": "application/json", "X-Device-Key": senders[number % len(senders)].key, "Idempotency-Key": f'"{salt}-{number}"'})
            answer = connection.getresponse()
            answer.read()
            answered.append(time.monotonic() - asked)
            if answer.status != 204:
                wrong.append(answer.status)

    threads = [threading.Thread(target=send) for _ in range(CONNECTIONS)]
    started = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.monotonic() - started
    if wrong:
        raise RuntimeError(f"the Ingestor answered {wrong[0]}")
    return took, answered


def _export(stand: Stand) -> list[list[Path]]:
    """Files for each of the peer's connections. Every file is one transaction's rows, the next of those that were just stored."""
    files = []
    ids = [row[0] for row in stand.sql("select id from ingest.ingest_batches order by id")]
    groups = [ids[i:i + GROUP] for i in range(0, len(ids), GROUP)]
    for number in range(BATCHES // GROUP):
        group = groups[number % len(groups)]
        path = stand.home / f"rows-{number}"
        # Other batch ids on each use, because they are the key.
        stand.sql(f"""\\copy (select tenant_id, md5(batch_id::text || '{number}')::uuid, seq, device_id, ts, received_at, kind, data from ingest.ingest_events where batch_id in ({", ".join(f"'{each}'" for each in group)})) to '{path}' (format binary)""")
        files.append(path)
    return [files[i::WRITERS] for i in range(WRITERS)]


def _copy(stand: Stand, pieces: list[list[Path]]) -> float:
    scripts = ["\n".join(f"\\copy ingest.ingest_events ({COLUMNS}) from '{path}' (format binary)" for path in files) for files in pieces]
    environment = {"PATH": "/usr/bin:/bin", "PGPASSWORD": stand.password}
    command = ["psql", "--no-psqlrc", "--quiet", "--set", "ON_ERROR_STOP=1", "--file", "-", stand.url("monozu_ingest")]
    started = time.monotonic()
    running = []
    for script in scripts:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment, text=True)
        process.stdin.write(script)
        process.stdin.close()
        running.append(process)
    if any(process.wait() != 0 for process in running):
        raise RuntimeError("psql failed")
    return time.monotonic() - started

