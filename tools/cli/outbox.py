"""The local outbox: letters that no provider takes, on a page for this machine alone. Runs as a process of its own, `monozu outbox`.

The Backend writes each letter as a whole .eml file; everything shown is read from those files anew for each request.
"""

import email
import email.policy
import html
import http.server
import json
import os
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import services
import settings

DIRECTORY = settings.VAR / "mail"
LETTER = re.compile(r"[0-9a-f-]{36}")
LINK = re.compile(r"https?://[^\s<>\"]+")
SHOWN = 500  # letters at most

# A letter is other people's words: nothing in it runs, nothing is fetched, and it sees nothing of this page.
LETTER_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:"
PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'none'"

STYLE = """
:root { color-scheme: light dark; --line: light-dark(#dfe2e8, #333a47); --quiet: light-dark(#5a6375, #a3abba); --accent: light-dark(#3450bd, #92a5ee); }
body { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; font: 16px/1.5 system-ui, sans-serif;
       background: light-dark(#fff, #14171d); color: light-dark(#1c2230, #e6e9ef); }
h1 { font-size: 1.4rem; margin: 0.5rem 0; } h2 { font-size: 1rem; margin: 1.5rem 0 0.5rem; }
a { color: var(--accent); } .quiet { color: var(--quiet); } p { margin: 0.3rem 0; }
ul { list-style: none; margin: 1.5rem 0; padding: 0; } h2 + ul { margin: 0; } .letters li { border-top: 1px solid var(--line); padding: 0.7rem 0; }
.letters a { font-weight: 600; text-decoration: none; } .letters time { float: right; margin-left: 1rem; }
li, pre, p { overflow-wrap: anywhere; } pre { white-space: pre-wrap; font: inherit; border-left: 3px solid var(--line); margin: 0; padding-left: 1rem; }
iframe { width: 100%; height: 36rem; border: 1px solid var(--line); border-radius: 8px; background: #fff; }
"""


@dataclass(frozen=True)
class Letter:
    id: str
    to: str
    subject: str
    at: datetime
    text: str
    html: str

    @property
    def links(self) -> list[str]:
        return list(dict.fromkeys(LINK.findall(self.text)))


def read(path: Path) -> Letter:
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    bodies = {kind: message.get_body((kind,)) for kind in ("plain", "html")}
    text, page = (body.get_content() if body else "" for body in bodies.values())
    return Letter(path.stem, str(message["to"]), str(message["subject"]), message["date"].datetime, text.replace("\r\n", "\n"), page)


def letters(directory: Path | None = None) -> list[Letter]:
    """Newest first; a letter's name begins with the time at which it was written."""
    names = sorted((directory or DIRECTORY).glob("*.eml"), key=lambda path: path.name, reverse=True)
    return [read(path) for path in names[:SHOWN] if LETTER.fullmatch(path.stem)]


def provider() -> str | None:
    """By whom letters go out instead, if anybody."""
    return "Resend" if os.environ.get("RESEND_API_KEY") else "SMTP" if os.environ.get("SMTP_URL") else None


def list_page(found: list[Letter]) -> str:
    rows = "".join(f'<li><time class="quiet">{_when(letter)}</time><a href="/{letter.id}">{html.escape(letter.subject)}</a>'
                   f'<div class="quiet">{html.escape(letter.to)}</div></li>' for letter in found)
    by = provider()
    where = f"Letters go out by {by} now; these are older." if by else "Letters that Monozu Cloud would have sent. None leaves this machine."
    body = f'<ul class="letters">{rows}</ul>' if found else "<p>No letters yet. Invite somebody, or ask for a new password.</p>"
    return _page("Outbox", f'<h1>Outbox</h1><p class="quiet">{where}</p>{body}', refresh=True)


def letter_page(letter: Letter) -> str:
    links = "".join(f'<li><a rel="noreferrer" href="{html.escape(link)}">{html.escape(link)}</a></li>' for link in letter.links)
    return _page(letter.subject, f"""
<p><a href="/">← Outbox</a></p>
<h1>{html.escape(letter.subject)}</h1>
<p class="quiet">To {html.escape(letter.to)}, {_when(letter)}</p>
<h2>Links</h2><ul>{links or '<li class="quiet">None</li>'}</ul>
<h2>HTML</h2><iframe title="The letter as HTML" sandbox src="/{letter.id}/html"></iframe>
<h2>Text</h2><pre>{html.escape(letter.text)}</pre>""")


def as_json(found: list[Letter]) -> str:
    """For tests that have to follow a link."""
    return json.dumps([{"id": each.id, "to": each.to, "subject": each.subject, "at": each.at.isoformat(), "text": each.text,
                        "links": each.links} for each in found])


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        # Letters hold one-time links: a name that somebody else's DNS points at this machine gets nothing.
        if self.headers.get("Host", "").rpartition(":")[0] not in ("127.0.0.1", "localhost"):
            return self._answer(403, "text/plain", "Ask for 127.0.0.1.")
        identifier, _, part = self.path.lstrip("/").partition("/")
        if self.path == "/":
            return self._answer(200, "text/html", list_page(letters()))
        if self.path == "/letters.json":
            return self._answer(200, "application/json", as_json(letters()))
        file = DIRECTORY / f"{identifier}.eml"
        if not LETTER.fullmatch(identifier) or part not in ("", "html") or not file.is_file():
            return self._answer(404, "text/html", _page("Not found", '<h1>There is no such letter</h1><p><a href="/">Outbox</a></p>'))
        letter = read(file)
        if part == "html":
            return self._answer(200, "text/html", letter.html, LETTER_POLICY)
        return self._answer(200, "text/html", letter_page(letter))

    def _answer(self, status: int, kind: str, text: str, policy: str = PAGE_POLICY) -> None:
        body = text.encode()
        self.send_response(status)
        for name, value in {"Content-Type": f"{kind}; charset=utf-8", "Content-Length": str(len(body)), "Cache-Control": "no-store",
                            "Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
                            "X-Frame-Options": "SAMEORIGIN"}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_) -> None:
        """What is looked at here is nobody's business."""


def serve(port: int | None = None) -> http.server.ThreadingHTTPServer:
    return http.server.ThreadingHTTPServer(("127.0.0.1", services.port("outbox") if port is None else port), Handler)


def _when(letter: Letter) -> str:
    return f"{letter.at.astimezone():%Y-%m-%d %H:%M}"


def _page(title: str, body: str, refresh: bool = False) -> str:
    again = '<meta http-equiv="refresh" content="5">' if refresh else ""
    return (f'<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">{again}'
            f"<title>{html.escape(title)} – Monozu Cloud</title><style>{STYLE}</style></head><body>{body}</body></html>")
