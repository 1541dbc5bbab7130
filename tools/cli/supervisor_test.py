"""The supervisor with a real PostgreSQL and stand-ins for the services, in a process of its own that these tests may kill."""

import http.server
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

PATIENCE_SECONDS = 30


class Supervised(unittest.TestCase):
    def setUp(self):
        self.home = tempfile.TemporaryDirectory(prefix="monozu-supervisor-")
        os.chmod(self.home.name, 0o711)
        self.var = Path(self.home.name)
        (self.var / "demo.json").write_text('{"tenants": [{"provisioning_key": "mzp_x"}]}')
        (self.var / "edge").mkdir()
        self.process = None

    def tearDown(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait()
        self.home.cleanup()

    def start(self, **environment: str) -> None:
        self.process = subprocess.Popen([sys.executable, __file__, "supervise"],
                                        env=os.environ | {"MONOZU_VAR": str(self.var), "MONOZU_PORT_OFFSET": "21000"} | environment)

    def state(self) -> dict:
        try:
            return json.loads((self.var / "run" / "state.json").read_text())
        except OSError:
            return {"phase": "", "services": {}, "events": []}

    def until(self, holds) -> None:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not holds():
            self.assertLess(time.monotonic(), deadline, f"not within {PATIENCE_SECONDS} s: {self.state()}")
            time.sleep(0.05)

    def start_until_ready(self) -> None:
        self.start()
        self.until(lambda: self.state()["phase"] == "ready")

    def pid(self, name: str) -> int:
        return self.state()["services"][name]["pid"]

    def gone(self, pid: int) -> bool:
        try:
            return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
        except OSError:
            return True

    def test_services_stop_in_the_opposite_order(self):
        self.start_until_ready()
        pids = [service["pid"] for service in self.state()["services"].values()]
        self.process.terminate()
        self.assertEqual(self.process.wait(PATIENCE_SECONDS), 0)
        stopped = [step["title"] for step in self.state()["steps"] if step["title"].startswith("Stop")]
        self.assertEqual(stopped, ["Stop edge", "Stop outbox", "Stop ingestor", "Stop backend", "Stop postgres"])
        self.assertEqual(self.state()["phase"], "stopped")
        self.assertTrue(all(self.gone(pid) for pid in pids))

    def test_a_killed_service_is_started_again_and_said_so(self):
        self.start_until_ready()
        killed = self.pid("backend")
        os.kill(killed, signal.SIGKILL)
        self.until(lambda: self.pid("backend") != killed)
        self.assertIn("backend was killed by SIGKILL", self.state()["events"][-1])

    def test_a_killed_database_is_started_again(self):
        self.start_until_ready()
        killed = self.pid("postgres")
        os.kill(killed, signal.SIGKILL)
        self.until(lambda: self.pid("postgres") != killed)
        self.assertEqual(self.state()["phase"], "ready")

    def test_a_service_that_dies_too_often_ends_the_run(self):
        self.start(MONOZU_MAX_RESTARTS="1")
        self.until(lambda: self.state()["phase"] == "ready")
        for _ in range(2):
            killed = self.pid("ingestor")
            os.kill(killed, signal.SIGKILL)
            self.until(lambda: self.state()["services"].get("ingestor", {}).get("pid") != killed)
        self.assertEqual(self.process.wait(PATIENCE_SECONDS), 1)
        self.assertIn("ingestor was killed by SIGKILL; that makes 2 ends", self.state()["failure"])

    def test_a_service_that_cannot_start_is_named_with_its_last_words(self):
        self.start(STAND_IN_DIES="ingestor")
        self.assertEqual(self.process.wait(PATIENCE_SECONDS), 1)
        self.assertEqual(self.state()["phase"], "failed")
        self.assertIn("ingestor ended with status 7 while starting", self.state()["failure"])
        self.assertIn("no settings, no service", self.state()["failure"])
        self.assertIn("./monozu logs ingestor", self.state()["advice"])
        self.assertEqual(self.state()["services"], {})

    def test_a_killed_supervisor_takes_its_services_with_it(self):
        self.start_until_ready()
        pids = [service["pid"] for service in self.state()["services"].values()]
        self.process.kill()
        self.process.wait()
        self.until(lambda: all(self.gone(pid) for pid in pids))


def _stand_in(name: str) -> None:
    if os.environ.get("STAND_IN_DIES") == name:
        print("no settings, no service", flush=True)
        sys.exit(7)
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    if name == "edge":
        signal.pause()

    class Ready(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.end_headers()

    http.server.HTTPServer(("127.0.0.1", int(os.environ["HTTP_PORT"])), Ready).serve_forever()


def _supervise() -> int:
    import services
    import supervisor

    def service(name: str) -> services.Service:
        port = {"HTTP_PORT": str(services.port(name))} if name in services.PORTS else {}
        return services.Service(name, [sys.executable, __file__, "stand-in", name], port, "/readyz" if port else None)

    services.migrations = lambda *_: []
    services.backends = lambda *_: [service("backend"), service("ingestor")]
    services.front_ends = lambda: []
    services.outbox = lambda: service("outbox")
    services.edge = lambda *_: service("edge")
    return supervisor.Supervisor().run()


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["supervise"]:
            sys.exit(_supervise())
        case ["stand-in", name]:
            _stand_in(name)
        case _:
            unittest.main()
