"""The security promises of Internal-Documentation/asvs.tsv: what each requirement of OWASP ASVS 5.0 means here, and which tests show it. A test
run writes them down with what the tests said, to var/test/asvs.md."""

import csv
import json
import re
import xml.etree.ElementTree as xml
from dataclasses import dataclass
from pathlib import Path

import checks
import leaks
import settings

TABLE = settings.ROOT / "Internal-Documentation" / "asvs.tsv"
RESULTS = settings.VAR / "test"
REPORT = RESULTS / "asvs.md"


@dataclass(frozen=True)
class Promise:
    requirement: str
    level: int
    text: str
    tests: tuple[str, ...]  # `unit:suite.name`, `browser:title` or `run:what is looked at after it`
    remark: str


def promises() -> list[Promise]:
    with TABLE.open(newline="") as file:
        return [Promise(row["requirement"], int(row["level"]), row["promise"], tuple(filter(None, map(str.strip, row["tests"].split(";")))), row["remark"])
                for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def broken_rows() -> list[str]:
    """Rows that name a test that is nowhere, or neither name one nor say why."""
    known = _written_tests()
    found = []
    for promise in promises():
        found += [f"{promise.requirement} names {test}, which is nowhere" for test in promise.tests if test not in known]
        if not promise.tests and not promise.remark:
            found.append(f"{promise.requirement} has neither a test nor a remark")
    return found


def report() -> Path:
    """Needs the results of the suites `unit` and `e2e`; what has not run is said to be so."""
    results = _results()
    lines = ["# OWASP ASVS 5.0: what is promised, and what the tests said", "", "| requirement | level | promise | tests | result |",
             "| --- | --- | --- | --- | --- |"]
    for promise in promises():
        said = [results.get(test, "not run") for test in promise.tests]
        result = "no test" if not said else "failed" if "failed" in said else "not run" if "not run" in said else "passed"
        words = [result, promise.remark] if promise.remark else [result]
        lines.append(f"| {promise.requirement} | {promise.level} | {promise.text} | {'<br>'.join(promise.tests)} | {': '.join(words)} |")
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    REPORT.write_text("\n".join(lines) + "\n")
    return REPORT


def _written_tests() -> set[str]:
    out = {f"run:{leaks.CASE}"}
    for path in checks.tracked("*_test.cpp"):
        out |= {f"unit:{suite}.{name}" for suite, name in re.findall(r"^TEST(?:_F)?\((\w+),\s*(\w+)\)", path.read_text(), re.MULTILINE)}
    for path in checks.tracked("Frontend/e2e/*.spec.ts"):
        out |= {f"browser:{title}" for _, title in re.findall(r"""\btest\((['"`])(.+?)\1""", path.read_text())}
    return out


def _results() -> dict[str, str]:
    out = {}
    for file in RESULTS.glob("asan/gtest/*.xml"):
        for case in xml.parse(file).iter("testcase"):
            name = f"unit:{case.get('classname')}.{case.get('name')}"
            good = case.get("status") == "run" and not case.findall("failure") and out.get(name) != "failed"
            out[name] = "passed" if good else "failed"
    if leaks.RESULT.exists():
        out |= {f"run:{case}": said for case, said in json.loads(leaks.RESULT.read_text()).items()}
    browser = RESULTS / "playwright.json"
    if browser.exists():
        for suite in json.loads(browser.read_text())["suites"]:
            out |= dict(_browser_results(suite))
    return out


def _browser_results(suite: dict):
    for spec in suite.get("specs", []):
        yield f"browser:{spec['title']}", "passed" if spec["ok"] else "failed"
    for inner in suite.get("suites", []):
        yield from _browser_results(inner)
