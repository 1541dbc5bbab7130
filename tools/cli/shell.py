"""Runs programs: their output goes to a file under var/log, its last lines to whoever must know why one failed."""

import os
import subprocess
import threading
from pathlib import Path

import settings
from failure import Failure


def last_lines(log: Path, count: int = 0) -> str:
    try:
        with open(log, "rb") as file:
            file.seek(0, os.SEEK_END)
            file.seek(max(0, file.tell() - 64 * 1024))
            text = file.read().decode(errors="replace")
    except OSError:
        return ""
    return "\n".join("    " + line for line in text.splitlines()[-(count or settings.LOG_LINES_SHOWN):])


def log_file(name: str) -> Path:
    settings.LOG.mkdir(parents=True, exist_ok=True)
    return settings.LOG / f"{name}.log"


def run(command: list[str], log_name: str, step=None, *, cwd: Path = settings.ROOT, environment: dict[str, str] | None = None,
        stdin: str | None = None, advice: str = "", show: int = 0, append: bool = False) -> None:
    """Raises Failure with the end of the log unless the program returns 0."""
    status = attempt(command, log_name, step, cwd=cwd, environment=environment, stdin=stdin, append=append)
    if status != 0:
        log = log_file(log_name)
        raise Failure(f"`{Path(command[0]).name} {' '.join(command[1:4])}` ended with {status}. The end of {log}:\n{last_lines(log, show)}",
                      advice)


def attempt(command: list[str], log_name: str, step=None, *, cwd: Path = settings.ROOT, environment: dict[str, str] | None = None,
            stdin: str | None = None, append: bool = False) -> int:
    """As run, but hands back the exit status. Every line becomes the step's note."""
    with open(log_file(log_name), "ab" if append else "wb") as log:
        process = subprocess.Popen(command, cwd=cwd, env=os.environ | {"NO_COLOR": "1"} | (environment or {}), stdout=subprocess.PIPE,
                                   stderr=subprocess.STDOUT, stdin=subprocess.PIPE if stdin is not None else subprocess.DEVNULL)
        reader = threading.Thread(target=_copy, args=(process.stdout, log, step), daemon=True)
        reader.start()
        try:
            if stdin is not None:
                process.stdin.write(stdin.encode())
                process.stdin.close()
            status = process.wait()
            reader.join()
            if step and status != 0:
                step.good = False
            return status
        except BaseException:
            process.terminate()
            process.wait()
            raise


def capture(command: list[str], cwd: Path = settings.ROOT) -> str:
    done = subprocess.run(command, cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode != 0:
        raise Failure(f"`{' '.join(command[:4])}` ended with {done.returncode}:\n{done.stderr.rstrip()}")
    return done.stdout


def _copy(stream, log, step) -> None:
    for line in stream:
        log.write(line)
        if step:
            step.note = line.decode(errors="replace").strip() or step.note
