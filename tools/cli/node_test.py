"""npm installs once, whoever asks at the same time, and again when what it installed is no longer what was asked for."""

import tempfile
import threading
import time
import unittest
from pathlib import Path
from unittest import mock

import node


class Install(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.toolchain = self.root / "tools" / "node"
        self.toolchain.mkdir(parents=True)
        for place in (self.root, self.toolchain):
            (place / "package-lock.json").write_text("first")
        self.runs = []
        self.running = 0
        self.node = self.toolchain / "node_modules" / "node"
        for name, value in {"settings.ROOT": self.root, "node.TOOLCHAIN": self.toolchain, "node.NODE": self.node, "shell.run": self._npm}.items():
            patched = mock.patch(name, value)
            patched.start()
            self.addCleanup(patched.stop)

    def _npm(self, command, name, step=None, **_):
        self.running += 1
        self.assertEqual(self.running, 1, "two installations at once break each other")
        self.runs.append(name)
        time.sleep(0.05)
        modules = (self.toolchain if name == "node" else self.root) / "node_modules"
        modules.mkdir(exist_ok=True)
        (modules / ".package-lock.json").write_text("what npm installed")
        self.node.write_text("")
        self.running -= 1

    def test_a_second_time_there_is_nothing_to_do(self):
        node.install()
        node.install()
        self.assertEqual(self.runs, ["node", "npm"])

    def test_of_two_at_once_the_second_waits_and_finds_it_done(self):
        threads = [threading.Thread(target=node.install) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(sorted(self.runs), ["node", "npm"])

    def test_another_lockfile_is_installed(self):
        node.install()
        (self.root / "package-lock.json").write_text("second")
        node.install()
        self.assertEqual(self.runs, ["node", "npm", "npm"])

    def test_what_was_installed_by_hand_is_put_right(self):
        node.install()
        (self.root / "node_modules" / ".package-lock.json").write_text("npm install by hand")
        node.install()
        self.assertEqual(self.runs, ["node", "npm", "npm"])

    def test_an_installation_that_failed_is_tried_again(self):
        with mock.patch("shell.run", side_effect=RuntimeError("no network")), self.assertRaises(RuntimeError):
            node.install()
        node.install()
        self.assertEqual(self.runs, ["node", "npm"])


if __name__ == "__main__":
    unittest.main()
