"""A real SMTP server (aiosmtpd) for smtp_test.cpp: smtp_peer.py <folder> <starttls|plain>.

Prints its port, then what it took, one JSON object a line, read by Python's own e-mail parser. It refuses some recipients, and ends with
its standard input.
"""
import email
import email.policy
import json
import ssl
import subprocess
import sys

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

REFUSED = {"nobody@alder.example": "550 no such mailbox", "full@alder.example": "452 mailbox full"}


class Taker:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in REFUSED:
            return REFUSED[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(envelope.content.replace(b"\r\n", b"\n"), policy=email.policy.default)
        if "spam" in message["subject"]:
            return "554 this looks like spam"
        bodies = {kind: message.get_body((kind,)) for kind in ("plain", "html")}
        say({"from": envelope.mail_from, "to": envelope.rcpt_tos, "subject": message["subject"], "to_header": str(message["to"]),
             "message_id": message["message-id"], "defects": [str(d) for part in message.walk() for d in part.defects],
             "tls": session.ssl is not None, "user": session.auth_data.login.decode() if session.auth_data else None}
            | {kind: body.get_content() for kind, body in bodies.items() if body})
        return "250 taken"


def say(what) -> None:
    print(json.dumps(what), flush=True)


def authenticate(server, session, envelope, mechanism, data):
    good = (data.login, data.password) == (b"monozu", b"open sesame")
    return AuthResult(success=good, handled=good, auth_data=data)


def certificate(folder: str) -> ssl.SSLContext:
    files = f"{folder}/key.pem", f"{folder}/certificate.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1",
                    "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", files[0], "-out", files[1]],
                   check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(files[1], files[0])
    return context


class Listening(Controller):
    """On a port that the system chooses."""

    def _trigger_server(self):
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


folder, kind = sys.argv[1:]
secure = {"tls_context": certificate(folder), "require_starttls": True, "auth_required": True, "authenticator": authenticate}
server = Listening(Taker(), hostname="127.0.0.1", port=0, **(secure if kind == "starttls" else {}))
server.start()
say(server.port)
sys.stdin.read()
server.stop()
