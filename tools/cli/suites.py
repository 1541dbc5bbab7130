"""./monozu test: every suite in turn, cheapest first. One with a failure does not stop the others; the last line counts test cases."""

import json
import os
import re
import shutil
import sys
import xml.etree.ElementTree as xml
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import asvs
import build
import checks
import cluster
import generated
import leaks
import node
import packages
import services
import settings
import shell
import tidy
import ui
from failure import Failure

RESULTS = settings.VAR / "test"
E2E_PORT_OFFSET = 20000
TESTED_PRESET = "asan"
SANITIZER_ENVIRONMENT = {
    "ASAN_OPTIONS": "detect_stack_use_after_return=1:strict_string_checks=1",
    "UBSAN_OPTIONS": "print_stacktrace=1",
    "TSAN_OPTIONS": "second_deadlock_stack=1",
    "ASAN_SYMBOLIZER_PATH": "/usr/bin/llvm-symbolizer-19",
    "TSAN_SYMBOLIZER_PATH": "/usr/bin/llvm-symbolizer-19",
}

SANITIZER_FINDING = re.compile(r"ERROR: (Address|Leak)Sanitizer|WARNING: ThreadSanitizer|: runtime error: ")


@dataclass
class Tally:
    passed: int = 0
    failed: int = 0
    words: list[str] = field(default_factory=list)  # what failed, and how

    def add(self, other: "Tally") -> None:
        self.passed += other.passed
        self.failed += other.failed
        self.words += other.words


def run(wanted: list[str]) -> int:
    if unknown := [name for name in wanted if name not in SUITES]:
        raise Failure(f"There is no suite {', '.join(unknown)}.", f"These are: {', '.join(SUITES)}.")
    packages.check_machine()
    packages.check_disk()
    # One build for everything: what the browser suite drives is checked by the sanitizers as well, and nothing is compiled twice.
    settings.PRESET = os.environ.get("MONOZU_PRESET") or TESTED_PRESET
    packages.install(tests=True)
    node.install()
    total = Tally()
    broken: list[str] = []
    for name in wanted or DEFAULT:
        ui.say(f"\n{name}")
        result = _guarded(SUITES[name])
        total.add(result)
        if result.words:
            ui.say("\n" + "\n".join(result.words))
        if result.failed:
            broken.append(name)
            ui.say(f"\nThe suite `{name}` failed; alone it runs with ./monozu test {name}")
    if {"unit", "e2e"} <= set(wanted or DEFAULT):
        ui.say(f"\nThe security promises and what the tests said of them: {asvs.report()}")
    ui.say(f"\nAll of it took {ui.total()}.")
    if broken:
        ui.say(f"These failed: {', '.join(broken)}. What they said stands above.")
    ui.say(f"{total.passed} passed, {total.failed} failed")
    return 1 if total.failed else 0


def _guarded(suite: Callable[[], Tally]) -> Tally:
    """A suite that cannot even run is one failure."""
    try:
        return suite()
    except Failure as failure:
        return Tally(0, 1, [failure.what, *([f"What to do: {failure.advice}"] if failure.advice else [])])


def _format() -> Tally:
    files = [str(path) for path in checks.tracked("*.cpp", "*.hpp")]
    with ui.step(f"clang-format ({len(files)} files)") as step:
        shell.run(["clang-format-19", "--dry-run", "-Werror", *files], "format", step,
                  advice="clang-format-19 -i $(git ls-files '*.cpp' '*.hpp')")
    return Tally(1)


def _checks() -> Tally:
    with ui.step("Rules of the house"):
        found = {name: checks.lines(name) for name in checks.ALL} | {"the table of security promises": asvs.broken_rows()}
    bad = {name: lines for name, lines in found.items() if lines}
    return Tally(len(found) - len(bad), len(bad), [f"{name}:\n" + "\n".join(f"  {line}" for line in lines) for name, lines in bad.items()])


def _tools() -> Tally:
    with ui.step("These tools") as step:
        status = shell.attempt([sys.executable, "-sE", "-m", "unittest", "discover", "-v", "-s", str(settings.ROOT / "tools" / "cli"),
                                "-p", "*_test.py"], "tools", step)
    text = shell.log_file("tools").read_text()
    passed, failed = len(re.findall(r"\.\.\. ok$", text, re.MULTILINE)), len(re.findall(r"\.\.\. (?:FAIL|ERROR)$", text, re.MULTILINE))
    return Tally(passed, failed or int(status != 0), [text[-4000:]] if status else [])


def _generated() -> Tally:
    build.build(settings.PRESET, *build.PROGRAMS)
    if changed := generated.generate():
        raise Failure("Generated files were not up to date: " + ", ".join(str(path.relative_to(settings.ROOT)) for path in changed),
                      "They have been written anew; read the difference and commit it.")
    return Tally(1)


def _ctest(preset: str) -> Tally:
    build.build(preset)
    results = RESULTS / preset
    shutil.rmtree(results, ignore_errors=True)
    results.mkdir(parents=True)
    throwaway, database = cluster.throwaway()
    try:
        with ui.step(f"Tests ({preset})") as step:
            tally = _ctest_run(preset, results / "gtest", database, step, "--no-tests=error", f"-j{settings.JOBS}")
        if not tally.failed:
            return tally
        # What a sanitizer found is true however seldom it happens.
        if SANITIZER_FINDING.search(shell.log_file(f"test-{preset}").read_text(errors="replace")):
            return tally
        # A machine shared with others can starve a test of time: what fails once more, alone, is broken; what passes then is named.
        with ui.step("Once more, one program at a time, what failed") as step:
            again = _ctest_run(preset, results / "gtest-again", database, step, "--rerun-failed", "-j1")
    finally:
        throwaway.remove()
    if again.failed:
        return Tally(tally.passed, tally.failed, tally.words + ["Once more, alone:", *again.words])
    return Tally(tally.passed + tally.failed, 0, ["Failed beside the others and passed alone:", *tally.words])


def _ctest_run(preset: str, cases: Path, database: dict[str, str], step: ui.Step, *which: str) -> Tally:
    status = shell.attempt(["ctest", "--test-dir", str(build.folder(preset)), "--output-on-failure", *which], f"test-{preset}", step,
                           environment=database | SANITIZER_ENVIRONMENT | {"GTEST_OUTPUT": f"xml:{cases}/"})
    tally = _gtest_cases(cases)
    # A program that died wrote no cases down.
    if status != 0 and not tally.failed:
        tally.failed = 1
    if tally.failed:
        log = shell.log_file(f"test-{preset}")
        tally.words.append(f"The end of {log}:\n{shell.last_lines(log, 200)}")
    return tally


def _gtest_cases(folder: Path) -> Tally:
    tally = Tally()
    for file in sorted(folder.glob("*.xml")):
        for case in xml.parse(file).iter("testcase"):
            if failures := case.findall("failure"):
                tally.failed += 1
                tally.words.append(f"{case.get('classname')}.{case.get('name')}:\n{failures[0].get('message')}")
            elif case.get("status") == "run":
                tally.passed += 1
    return tally


def _tidy() -> Tally:
    build.build(tidy.PRESET)
    with ui.step("clang-tidy") as step:
        return Tally(tidy.run(step))


def _web() -> Tally:
    return _in_turn(lambda: _npm("TypeScript", "typecheck"), lambda: _npm("ESLint", "lint"), _vitest, _budget,
                    lambda: _npm("Documentation and its links", "docs"))


def _in_turn(*parts: Callable[[], Tally]) -> Tally:
    """Up to the first one with a failure."""
    tally = Tally()
    for part in parts:
        tally.add(_guarded(part))
        if tally.failed:
            break
    return tally


def _npm(title: str, script: str) -> Tally:
    with ui.step(title) as step:
        shell.run(node.npm("run", script), script, step, environment=node.environment(), show=60)
    return Tally(1)


def _vitest() -> Tally:
    with ui.step("Vitest") as step:
        status = shell.attempt(node.npm("run", "test"), "vitest", step, environment=node.environment())
    return _vitest_cases(shell.log_file("vitest").read_text(errors="replace"), status)


def _budget() -> Tally:
    services.build_front_ends()
    for name in services.WORKSPACES:
        with ui.step(f"JavaScript a page loads ({name})") as step:
            script = settings.ROOT / "packages" / "ui" / "scripts" / "budget.mjs"
            shell.run([str(node.NODE), str(script), str(settings.VAR / "web" / name)], f"budget-{name}", step, show=60)
    return Tally(len(services.WORKSPACES))


def _vitest_cases(text: str, status: int) -> Tally:
    tally = Tally()
    for line in re.findall(r"^\s*Tests\s+(.*)$", text, re.MULTILINE):
        counts = {word: int(number) for number, word in re.findall(r"(\d+) (passed|failed)", line)}
        tally.passed += counts.get("passed", 0)
        tally.failed += counts.get("failed", 0)
    if status != 0:
        tally.failed = tally.failed or 1
        tally.words.append(f"The end of {shell.log_file('vitest')}:\n{shell.last_lines(shell.log_file('vitest'), 80)}")
    return tally


def _e2e() -> Tally:
    """A whole product of its own, with its own data and ports, so that one that is running is left alone."""
    build.build(settings.PRESET, *build.PROGRAMS)
    own = {"MONOZU_VAR": str(RESULTS / "e2e"), "MONOZU_PORT_OFFSET": str(settings.PORT_OFFSET + E2E_PORT_OFFSET),
           "MONOZU_BUILD": str(settings.BUILD), "MONOZU_PRESET": settings.PRESET}
    monozu = str(settings.ROOT / "monozu")
    with ui.step("A fresh product of its own") as step:
        shell.run([monozu, "reset", "--yes"], "e2e-up", step, environment=own)
        shell.run([monozu, "up", "--detach"], "e2e-up", step, environment=own, append=True, show=40)
    try:
        tally = _playwright(own)
    finally:
        with ui.step("Stop it") as step:
            shell.run([monozu, "down"], "e2e-down", step, environment=own)
    tally.add(_leaks(Path(own["MONOZU_VAR"])))
    return tally


def _leaks(var: Path) -> Tally:
    """One case about all that the run has logged."""
    with ui.step("Its logs hold no secret"):
        found = leaks.found(var / "log", leaks.known(var))
    leaks.note(found)
    return Tally(int(not found), int(bool(found)), [f"Secrets in the logs of {var / 'log'}:", *found] if found else [])


def _playwright(own: dict[str, str]) -> Tally:
    report = RESULTS / "playwright.json"
    report.unlink(missing_ok=True)
    offset = int(own["MONOZU_PORT_OFFSET"])
    addresses = {variable: f"http://127.0.0.1:{services.PORTS[name] + offset}" for variable, name in {
        "CLOUD_URL": "frontend", "CLOUD_API_URL": "backend", "INGEST_URL": "ingestor",
        "MANAGEMENT_URL": "management-frontend", "MANAGEMENT_API_URL": "management-backend", "OUTBOX_URL": "outbox"}.items()}
    environment = own | addresses | node.environment() | {"PLAYWRIGHT_JSON_OUTPUT_NAME": str(report), "CI": "true"}
    with ui.step("In the browser") as step:
        status = shell.attempt([str(node.NODE), str(settings.ROOT / "node_modules" / "@playwright" / "test" / "cli.js"), "test",
                                "--config", str(settings.ROOT / "Frontend" / "e2e" / "playwright.config.ts"), "--reporter=list,json"],
                               "e2e", step, environment=environment)
    log = shell.log_file("e2e")
    found = json.loads(report.read_text()) if report.exists() else {"stats": {}, "suites": []}
    counts = found["stats"]
    tally = Tally(counts.get("expected", 0) + counts.get("flaky", 0), counts.get("unexpected", 0))
    if flaky := list(_flaky(found["suites"])):
        tally.words += ["Passed at the second try only:", *flaky]
    if status != 0 or not tally.passed:
        tally.failed = tally.failed or 1
        tally.words.append(f"The end of {log}:\n{shell.last_lines(log, 100)}")
    return tally


def _flaky(suites: list[dict]) -> Iterator[str]:
    for suite in suites:
        for spec in suite.get("specs", []):
            if any(test.get("status") == "flaky" for test in spec["tests"]):
                yield f"{spec['file']}: {spec['title']}"
        yield from _flaky(suite.get("suites", []))


SUITES: dict[str, Callable[[], Tally]] = {
    "format": _format, "checks": _checks, "tools": _tools, "web": _web,
    # Under the address and undefined behaviour sanitizers: one build finds both what is wrong and what only seems right.
    "unit": lambda: _ctest(TESTED_PRESET),
    "generated": _generated, "tidy": _tidy, "e2e": _e2e,
    "plain": lambda: _ctest("dev"), "threads": lambda: _ctest("tsan"),
}
# Each of the other two takes one more build of everything, so they run when they are asked for by name.
DEFAULT = [name for name in SUITES if name not in ("plain", "threads")]
