"""The rules of the house, and the small readers of lists that the tools rest on."""

import tempfile
import unittest
from pathlib import Path
from unittest import mock

import checks
import packages
import processes
import stamps
import ui


class IncludesGoDown(unittest.TestCase):
    def test_a_library_may_include_what_is_below_it(self):
        self.assertTrue(checks._may_include("packages/platform/web/app.cpp", "pg", "query.hpp"))
        self.assertTrue(checks._may_include("packages/platform/pg/pool_test.cpp", "testing", "database.hpp"))

    def test_a_library_may_not_include_what_is_above_it(self):
        self.assertFalse(checks._may_include("packages/platform/core/log.cpp", "json", "value.hpp"))
        self.assertFalse(checks._may_include("packages/platform/net/server.cpp", "pg", "query.hpp"))

    def test_the_appliance_knows_no_database(self):
        self.assertFalse(checks._may_include("Edge/agent/main.cpp", "pg", "connection.hpp"))

    def test_the_product_does_not_include_what_only_tests_need(self):
        self.assertFalse(checks._may_include("Backend/app/main.cpp", "testing", "database.hpp"))

    def test_of_another_module_only_its_own_header(self):
        with tempfile.TemporaryDirectory() as root, mock.patch("settings.ROOT", Path(root)):
            for name in ("alerts", "incidents"):
                (Path(root) / "Backend" / "modules" / name).mkdir(parents=True)
            self.assertTrue(checks._may_include("Backend/modules/alerts/alerts.cpp", "incidents", "incidents.hpp"))
            self.assertFalse(checks._may_include("Backend/modules/alerts/alerts.cpp", "incidents", "incident.hpp"))
            self.assertTrue(checks._may_include("Backend/modules/alerts/alerts.cpp", "alerts", "alert.hpp"))


class Lists(unittest.TestCase):
    def test_packages_for_tests_are_only_wanted_by_tests(self):
        self.assertIn("clang-19", packages._wanted(tests=False))
        self.assertNotIn("chromium", packages._wanted(tests=False))
        self.assertIn("chromium", packages._wanted(tests=True))

    def test_a_package_named_with_a_file_is_not_wanted_where_the_file_is(self):
        with tempfile.NamedTemporaryFile("w+") as listing, mock.patch("packages.LIST", Path(listing.name)):
            listing.write("[up]\nhere:/bin/sh\nmissing:/no/such/file\nplain  # why\n")
            listing.flush()
            self.assertEqual(packages._wanted(tests=False), {"missing", "plain"})


class Stamps(unittest.TestCase):
    def test_a_digest_changes_with_content_and_with_names_but_not_with_what_is_installed(self):
        with tempfile.TemporaryDirectory() as root, mock.patch("settings.ROOT", Path(root)):
            file = Path(root) / "source.ts"
            file.write_text("one")
            first = stamps.digest(Path(root))
            (Path(root) / "node_modules").mkdir()
            (Path(root) / "node_modules" / "library.js").write_text("changed by npm")
            self.assertEqual(stamps.digest(Path(root)), first)
            file.write_text("two")
            second = stamps.digest(Path(root))
            self.assertNotEqual(second, first)
            file.rename(Path(root) / "renamed.ts")
            self.assertNotEqual(stamps.digest(Path(root)), second)


class Processes(unittest.TestCase):
    def test_a_pid_with_another_start_time_is_another_process(self):
        own = processes.Identity.of(1)
        self.assertTrue(own.alive())
        self.assertFalse(processes.Identity(own.pid, own.started + 1).alive())


class Durations(unittest.TestCase):
    def test_minutes_appear_where_there_are_some(self):
        self.assertEqual([ui.duration(seconds) for seconds in (0.04, 12, 59.6, 754)], ["0.0 s", "12 s", "1 min 00 s", "12 min 34 s"])


if __name__ == "__main__":
    unittest.main()
