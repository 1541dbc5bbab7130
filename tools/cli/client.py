"""A small JSON client of the product's own HTTP APIs."""

import json
import time
import urllib.error
import urllib.request

from failure import Failure

# Whatever proxy the environment names, these calls stay on this machine.
_opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))

CALL_SECONDS = 30
# How long a service may keep saying "later" (429, 503) before that is a failure.
PATIENCE_SECONDS = 60


class Refused(Failure):
    def __init__(self, method: str, url: str, status: int, body: str):
        super().__init__(f"{method} {url} was answered {status}: {body[:500]}", "Look at the service's log: ./monozu logs")
        self.status = status


class Api:
    def __init__(self, base: str, token: str = ""):
        self.base = f"{base}/api/v1"
        self.token = token

    def login(self, email: str, password: str) -> "Api":
        answer = self.post("/auth/login", {"email": email, "password": password})
        return Api(self.base.removesuffix("/api/v1"), answer["access_token"])

    def get(self, path: str):
        return self._call("GET", path, None, {})

    def post(self, path: str, body, idempotency_key: str = ""):
        return self._call("POST", path, body, {"Idempotency-Key": idempotency_key} if idempotency_key else {})

    def _call(self, method: str, path: str, body, headers: dict[str, str]):
        headers = headers | {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {self.token}"} if self.token else {})
        data = None if body is None else json.dumps(body).encode()
        give_up = time.monotonic() + PATIENCE_SECONDS
        while True:
            request = urllib.request.Request(self.base + path, data, headers, method=method)
            try:
                with _opener.open(request, timeout=CALL_SECONDS) as response:
                    text = response.read()
                    return json.loads(text) if text else None
            except urllib.error.HTTPError as error:
                if error.code not in (429, 503) or time.monotonic() > give_up:
                    raise Refused(method, self.base + path, error.code, error.read().decode(errors="replace")) from None
                time.sleep(min(float(error.headers.get("Retry-After") or 1), 5))
            except (OSError, ValueError) as error:
                raise Failure(f"{method} {self.base + path} failed: {error}", "Look at the service's log: ./monozu logs") from None


def not_ready(url: str) -> str | None:
    """None where a GET is answered 200 within a second or so, else what was answered instead."""
    try:
        with _opener.open(url, timeout=2):
            return None
    except urllib.error.HTTPError as error:
        return f"{error.code} {error.read(300).decode(errors='replace')}"
    except (OSError, ValueError) as error:
        return str(error)
