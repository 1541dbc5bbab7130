import tempfile
import unittest
from pathlib import Path
from unittest import mock

import asvs


def promise(tests: str, remark: str = "") -> str:
    return f"requirement\tlevel\tpromise\ttests\tremark\nV1.1.1\t2\tA promise\t{tests}\t{remark}\n"


class Asvs(unittest.TestCase):
    def setUp(self):
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.enterContext(mock.patch.object(asvs, "TABLE", self.folder / "asvs.tsv"))
        self.enterContext(mock.patch.object(asvs, "RESULTS", self.folder))
        self.enterContext(mock.patch.object(asvs, "REPORT", self.folder / "asvs.md"))
        (self.folder / "asan" / "gtest").mkdir(parents=True)

    def write(self, tests: str, remark: str = "") -> None:
        (self.folder / "asvs.tsv").write_text(promise(tests, remark))

    def result(self) -> str:
        return asvs.report().read_text().splitlines()[-1].split("|")[-2].strip()

    def test_a_row_names_tests_that_exist_or_says_why_there_is_none(self):
        self.write("unit:nothing.of_this_name")
        self.assertEqual(len(asvs.broken_rows()), 1)
        self.write("")
        self.assertEqual(len(asvs.broken_rows()), 1)
        self.write("", "By construction")
        self.assertEqual(asvs.broken_rows(), [])

    def test_the_report_says_what_the_tests_said(self):
        self.write("unit:a.b")
        self.assertEqual(self.result(), "not run")
        results = self.folder / "asan" / "gtest" / "x.xml"
        results.write_text('<r><testcase classname="a" name="b" status="run"/></r>')
        self.assertEqual(self.result(), "passed")
        results.write_text('<r><testcase classname="a" name="b" status="run"><failure message="no"/></testcase></r>')
        self.assertEqual(self.result(), "failed")

    def test_every_requirement_of_the_table_is_well_formed(self):
        mock.patch.stopall()
        with mock.patch.object(asvs, "TABLE", asvs.settings.ROOT / "Internal-Documentation" / "asvs.tsv"):
            names = [each.requirement for each in asvs.promises()]
        self.assertEqual(len(names), len(set(names)))
        self.assertTrue(all(name.startswith("V") for name in names))
