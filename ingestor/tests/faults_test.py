"""kill -9 of the database and of the Ingestor while appliances send: what was answered 204 is there once, what was not is there whole or
not at all, and what was sent again under an Idempotency-Key is there once. Run with the Ingestor's binary as the first argument."""

import datetime
import http.client
import json
import random
import sys
import threading
import time
import unittest
from pathlib import Path

from stand import Appliance, Stand

BINARY = Path(sys.argv.pop(1)).resolve()
SENDERS = 6
PATIENCE_SECONDS = 60
ANSWER_SECONDS = 1  # INGEST_ANSWER_MILLISECONDS
SLOWEST_REFUSAL_SECONDS = 5.0  # a key that is not remembered is asked for as long as 2 + 1 s


class Sender(threading.Thread):
    """One appliance. Every other batch has a key and is sent until it is answered; the others are sent once."""

    def __init__(self, number: int, port: int, appliance: Appliance, stop: threading.Event):
        super().__init__()
        self.number, self.port, self.appliance, self.stop = number, port, appliance, stop
        self.random = random.Random(number)
        self.stored: dict[str, int] = {}  # tag -> events, answered 204
        self.unknown: dict[str, int] = {}  # not answered, or refused
        self.refusals = 0
        self.repetitions = 0
        self.slowest_refusal = 0.0
        self.wrong: list[str] = []
        self.connection: http.client.HTTPConnection | None = None

    def run(self) -> None:
        count = 0
        while not self.stop.is_set():
            tag = f"{self.number}-{count}"
            count += 1
            events = self.random.randint(1, 200)
            body = self.batch(tag, events)
            if count % 2 == 0:
                status = self.send(body, {})
            else:
                status = self.send_until_answered(body, {"Idempotency-Key": f'"{tag}"'})
            (self.stored if status == 204 else self.unknown)[tag] = events
        self.disconnect()

    def disconnect(self) -> None:
        if self.connection:
            self.connection.close()
        self.connection = None

    def send_until_answered(self, body: bytes, headers: dict[str, str]) -> int | None:
        deadline = time.monotonic() + PATIENCE_SECONDS
        status = self.send(body, headers)
        while status != 204 and time.monotonic() < deadline:
            time.sleep(0.05)
            self.repetitions += 1
            status = self.send(body, headers)
        if status != 204:
            self.wrong.append(f"{headers} was never accepted: {status}")
        return status

    def send(self, body: bytes, headers: dict[str, str]) -> int | None:
        """None: nobody knows."""
        started = time.monotonic()
        try:
            self.connection = self.connection or http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
            self.connection.request("POST", "/v1/ingest", body,
                                    {"Content-Type": "application/json", "X-Device-Key": self.appliance.key} | headers)
            answer = self.connection.getresponse()
            answer.read()
        except (OSError, http.client.HTTPException):
            self.disconnect()
            return None
        if answer.status == 503:
            self.refusals += 1
            self.slowest_refusal = max(self.slowest_refusal, time.monotonic() - started)
            if not answer.headers.get("Retry-After"):
                self.wrong.append("503 without Retry-After")
        elif answer.status != 204:
            self.wrong.append(f"answered {answer.status}")
        return answer.status

    def batch(self, tag: str, events: int) -> bytes:
        at = datetime.datetime.now(datetime.timezone.utc).isoformat()
        return json.dumps([{"kind": "discovery", "ts": at, "data": {"tag": tag, "number": i, "text": "x" * self.random.randint(0, 300)}}
                           for i in range(events)]).encode()


class Faults(unittest.TestCase):
    def setUp(self) -> None:
        unlimited = {f"INGEST_{who}_{what}": "1000000" for who in ("DEVICE", "TENANT") for what in ("EVENTS_PER_SECOND", "BURST_EVENTS")}
        self.stand = Stand(BINARY, environment=unlimited | {"INGEST_ANSWER_MILLISECONDS": str(ANSWER_SECONDS * 1000)})
        self.addCleanup(self.stand.close)
        self.stand.start_ingestor()
        self.stop = threading.Event()
        self.senders = [Sender(number, self.stand.port, self.stand.register(), self.stop) for number in range(SENDERS)]
        for sender in self.senders:
            sender.start()

    def finish(self) -> None:
        self.stop.set()
        for sender in self.senders:
            sender.join()
            self.assertEqual(sender.wrong, [])
        stored = {tag: events for sender in self.senders for tag, events in sender.stored.items()}
        unknown = {tag: events for sender in self.senders for tag, events in sender.unknown.items()}
        rows = self.stand.sql("""
            select e.data ->> 'tag', count(*), count(distinct e.data ->> 'number'), count(distinct e.batch_id), max(b.event_count)
            from ingest.ingest_events e join ingest.ingest_batches b on b.id = e.batch_id and b.tenant_id = e.tenant_id
            group by 1""")
        found = {tag: tuple(map(int, numbers)) for tag, *numbers in rows}
        self.assertGreater(len(stored), SENDERS * 10)
        for tag, events in stored.items():
            self.assertEqual(found.get(tag), (events, events, 1, events), f"{tag} was answered 204")
        for tag, events in unknown.items():
            self.assertIn(found.get(tag), (None, (events, events, 1, events)), f"{tag} was not answered 204")
        self.assertEqual(set(found) - set(stored) - set(unknown), set())
        self.assertEqual(self.stand.sql("""
            select (select count(*) from ingest.ingest_events) - (select sum(event_count) from ingest.ingest_batches)""")[0][0], "0")
        print(f"{len(stored)} batches stored, {len(unknown)} not answered, {sum(each.repetitions for each in self.senders)} repetitions, "
              f"{sum(each.refusals for each in self.senders)} refusals")

    def test_the_database_is_killed(self) -> None:
        for _ in range(3):
            time.sleep(1.5)
            self.stand.kill_database()
            time.sleep(0.7)
            self.stand.start_database()
        time.sleep(1.5)
        self.finish()
        self.assertGreater(sum(sender.refusals for sender in self.senders), 0)
        self.assertLess(max(sender.slowest_refusal for sender in self.senders), SLOWEST_REFUSAL_SECONDS)
        self.assertTrue(self.stand.is_ready())

    def test_the_database_hangs(self) -> None:
        time.sleep(1)
        self.stand.freeze_database()
        time.sleep(6)
        self.stand.thaw_database()
        time.sleep(3)
        self.finish()
        self.assertGreater(sum(sender.refusals for sender in self.senders), 0)
        self.assertLess(max(sender.slowest_refusal for sender in self.senders), SLOWEST_REFUSAL_SECONDS)

    def test_the_ingestor_is_killed(self) -> None:
        for _ in range(4):
            time.sleep(1.2)
            self.stand.kill_ingestor()
            self.stand.start_ingestor()
        time.sleep(1)
        self.finish()
        self.assertGreater(sum(sender.repetitions for sender in self.senders), 0)

    def test_the_ingestor_is_stopped_in_order(self) -> None:
        time.sleep(1.5)
        self.stand.stop_ingestor()
        self.assertEqual(self.stand.ingestor.returncode, 0)
        self.stand.start_ingestor()
        time.sleep(0.5)
        self.finish()


if __name__ == "__main__":
    unittest.main(verbosity=2)
