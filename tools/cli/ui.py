"""What a person sees while it works: one line a step, with the time it took."""

import contextlib
import sys
import threading
import time

STARTED = time.monotonic()
_terminal = sys.stdout.isatty()
_lock = threading.Lock()


def duration(seconds: float) -> str:
    if seconds < 10:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest:02d} s" if minutes else f"{rest} s"


def say(text: str = "") -> None:
    with _lock:
        sys.stdout.write(("\r\x1b[K" if _terminal else "") + text + "\n")
        sys.stdout.flush()


def total() -> str:
    return duration(time.monotonic() - STARTED)


class Step:
    """A running step. `note` is shown behind it: how far it is, or the last thing its program said."""

    # Without a terminal to redraw, a long step says now and then that it is alive.
    HEARTBEAT_SECONDS = 60

    def __init__(self, title: str, started: float | None = None):
        self.title = title
        self.note = ""
        self.good = True
        self.started = started or time.monotonic()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._redraw, daemon=True)
        self._thread.start()

    def end(self, good: bool, ended: float | None = None) -> None:
        self._ended.set()
        self._thread.join()
        say(f"  {'✓' if good else '✗'} {self.title:<44} {duration((ended or time.monotonic()) - self.started):>12}")

    def _redraw(self) -> None:
        beat = self.started
        while not self._ended.wait(0.25):
            elapsed = time.monotonic() - self.started
            note = " ".join(self.note.split())[:70]
            if _terminal and elapsed > 0.5:
                with _lock:
                    sys.stdout.write(f"\r\x1b[K  … {self.title:<44} {duration(elapsed):>12}  {note}")
                    sys.stdout.flush()
            elif not _terminal and time.monotonic() - beat > self.HEARTBEAT_SECONDS:
                beat = time.monotonic()
                say(f"  … {self.title:<44} {duration(elapsed):>12}  {note}")


@contextlib.contextmanager
def step(title: str):
    current = Step(title)
    try:
        yield current
    except BaseException:
        current.end(False)
        raise
    current.end(current.good)
