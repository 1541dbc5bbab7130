"""What the supervisor says about itself in var/run/state.json, read by every other command."""

import json
import time
from dataclasses import asdict, dataclass, field

import settings
from processes import Identity

FILE = settings.RUN / "state.json"


@dataclass
class Step:
    title: str
    started: float             # seconds of the monotonic clock, which all processes of a machine share
    ended: float | None = None
    good: bool = True


@dataclass
class State:
    supervisor: Identity | None = None
    phase: str = "stopped"  # starting, ready, stopping, stopped or failed
    steps: list[Step] = field(default_factory=list)
    note: str = ""          # how far the last step is
    failure: str = ""
    advice: str = ""
    services: dict[str, Identity] = field(default_factory=dict)
    events: list[str] = field(default_factory=list)  # what happened while it ran, such as a service that had to be started again

    def running(self) -> bool:
        return self.supervisor is not None and self.supervisor.alive()

    def save(self) -> None:
        FILE.parent.mkdir(parents=True, exist_ok=True)
        draft = FILE.with_suffix(".new")
        draft.write_text(json.dumps(asdict(self), indent=2))
        draft.replace(FILE)

    def enter(self, phase: str, step: str = "", good: bool = True) -> None:
        """Ends the step that is under way and begins another one, where it is named."""
        if self.steps and self.steps[-1].ended is None:
            self.steps[-1].ended, self.steps[-1].good = time.monotonic(), good
        if step:
            self.steps.append(Step(step, time.monotonic()))
        self.phase, self.note = phase, ""
        self.save()

    def event(self, text: str) -> None:
        self.events = [*self.events[-99:], f"{time.strftime('%H:%M:%S')} {text}"]
        self.save()


def load() -> State:
    try:
        raw = json.loads(FILE.read_text())
        raw["supervisor"] = Identity(**raw["supervisor"]) if raw["supervisor"] else None
        raw["services"] = {name: Identity(**identity) for name, identity in raw["services"].items()}
        raw["steps"] = [Step(**step) for step in raw["steps"]]
        return State(**raw)
    except (OSError, ValueError, KeyError, TypeError):
        return State()
