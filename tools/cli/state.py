"""What the supervisor says about itself in var/run/state.json, read by every other command."""

import json
import time
from dataclasses import asdict, dataclass, field

import settings
from processes import Identity

FILE = settings.RUN / "state.json"


@dataclass
class State:
    supervisor: Identity | None = None
    phase: str = "stopped"  # starting, ready, stopping, stopped or failed
    step: str = ""          # what it is doing just now
    note: str = ""
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

    def event(self, text: str) -> None:
        self.events = [*self.events[-99:], f"{time.strftime('%H:%M:%S')} {text}"]
        self.save()


def load() -> State:
    try:
        raw = json.loads(FILE.read_text())
    except (OSError, ValueError):
        return State()
    raw["supervisor"] = Identity(**raw["supervisor"]) if raw["supervisor"] else None
    raw["services"] = {name: Identity(**identity) for name, identity in raw["services"].items()}
    return State(**raw)
