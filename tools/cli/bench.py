"""./monozu bench <name> runs bench/<name>.py, whose run(Report) measures; the table and the file are made here."""

import datetime
import importlib.util
import json
import os
import statistics
from pathlib import Path

import packages
import settings
import ui
from failure import Failure

FOLDER = settings.ROOT / "bench"


class Report:
    """Figures are medians of several runs; a ratio compares two of them and has a goal."""

    def __init__(self, name: str):
        self.name = name
        self.runs = 1
        self.figures: dict[str, dict] = {}
        self.ratios: dict[str, dict] = {}

    def figure(self, name: str, values: list[float], unit: str) -> float:
        self.runs = max(self.runs, len(values))
        median = statistics.median(values)
        self.figures[name] = {"median": median, "min": min(values), "max": max(values), "unit": unit}
        return median

    def ratio(self, name: str, value: float, goal: float, better: str) -> None:
        """`better` is `higher` or `lower`."""
        self.ratios[name] = {"value": value, "goal": goal, "better": better}

    def met(self, name: str) -> bool:
        ratio = self.ratios[name]
        return ratio["value"] >= ratio["goal"] if ratio["better"] == "higher" else ratio["value"] <= ratio["goal"]

    def show(self) -> None:
        ui.say(f"\n  {'figure':<44}{'median':>14}{'min':>14}{'max':>14}  unit")
        for name, figure in self.figures.items():
            ui.say(f"  {name:<44}{figure['median']:>14,.1f}{figure['min']:>14,.1f}{figure['max']:>14,.1f}  {figure['unit']}")
        if self.ratios:
            ui.say(f"\n  {'ratio':<44}{'value':>14}{'goal':>14}")
        for name, ratio in self.ratios.items():
            goal = f"{'≥' if ratio['better'] == 'higher' else '≤'} {ratio['goal']:.2f}"
            ui.say(f"  {name:<44}{ratio['value']:>14.2f}{goal:>14}  {'met' if self.met(name) else 'missed'}")

    def save(self) -> Path:
        path = settings.VAR / "bench" / f"{self.name}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        at = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        path.write_text(json.dumps({"name": self.name, "at": at, "machine": _machine(), "runs": self.runs, "figures": self.figures,
                                    "ratios": self.ratios}, indent=2) + "\n")
        return path


def run(name: str) -> int:
    known = sorted(path.stem for path in FOLDER.glob("*.py"))
    if name not in known:
        raise Failure(f"There is no bench `{name}`.", f"These are: {', '.join(known) or 'none yet'}.")
    packages.check_machine()
    packages.install()
    specification = importlib.util.spec_from_file_location(f"bench_{name}", FOLDER / f"{name}.py")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    report = Report(name)
    module.run(report)
    report.show()
    ui.say(f"\n  {report.save()}, measured in {ui.total()}")
    return 0 if all(report.met(each) for each in report.ratios) else 1


def _machine() -> str:
    models = [line.partition(":")[2].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    return f"{os.cpu_count()} x {models[0] if models else 'unknown'}, {memory:.0f} GiB"
