"""That a secret in a log is found, that its name alone is none, and that nobody learns it from the finding."""

import json
import tempfile
import unittest
from pathlib import Path

import leaks

LETTER = """From: Monozu <no-reply@monozu.example>
To: ann@alder.example
Subject: Welcome
Date: Sun, 22 Nov 2026 10:00:00 +0000
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Open https://cloud.example/setup#token=3DAZrPcXQ-letter.of_one=
_time and choose a password.
"""


class Leaks(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.var = Path(folder.name)
        self.log = self.var / "log" / "backend.log"
        for part in ("log", "mail", "edge"):
            (self.var / part).mkdir()
        (self.var / "secrets.env").write_text("CLOUD_JWT_SECRET=4f1e0c9b77aa55d2\nEDGE_MACHINE_ID=00112233445566778899aabbccddeeff\nSHORT=abc\n")
        (self.var / "demo.json").write_text(json.dumps({"tenants": [{"provisioning_key": "prov-0123456789abcdef", "name": "Alder Logistics",
                                                                     "users": [{"email": "owner@alder.example", "password": "correct-horse-9"}]}]}))
        (self.var / "edge" / "device.json").write_text(json.dumps({"device_id": "not-a-secret-at-all", "device_key": "device-key-0123456789"}))
        (self.var / "mail" / "019a0000-0000-7000-8000-000000000000.eml").write_text(LETTER)

    def found(self, line: str) -> list[str]:
        self.log.write_text(f'{{"event":"before"}}\n{line}\n')
        return leaks.found(self.var / "log", leaks.known(self.var))

    def test_what_the_run_knows_to_be_secret_is_found_wherever_it_stands(self):
        for value, what in {"4f1e0c9b77aa55d2": "CLOUD_JWT_SECRET of secrets.env", "prov-0123456789abcdef": "provisioning_key of demo.json",
                            "correct-horse-9": "password of demo.json", "device-key-0123456789": "device_key of device.json",
                            "AZrPcXQ-letter.of_one_time": "the link of a letter"}.items():
            self.assertEqual(self.found(f'{{"path":"/x/{value}y"}}'), [f"backend.log holds {what}"])

    def test_what_has_the_shape_of_a_secret_is_found_whoever_made_it(self):
        planted = {
            "a token (JWT)": "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJlLW9mLWl0",
            "an API key": "mzk_0123456789abcdef",
            "an Authorization field": "Authorization: Bearer 0123456789abcdef",
            "a Set-Cookie field": "Set-Cookie: name=x",
            "a refresh cookie": "cookie: monozu_refresh=0123456789",
            "a one-time link": "GET /setup?token=0123456789abcdef",
            "a signing key": "whsec_MDEyMzQ1Njc4OWFiY2RlZg==",
            "a private key": "-----BEGIN EC PRIVATE KEY-----",
            "a password hash": "$argon2id$v=19$m=65536",
            "a database password": "postgresql://monozu_app:0123456789@/db",
        }
        self.assertEqual(planted.keys(), leaks.SHAPES.keys())
        for what, text in planted.items():
            self.assertIn(f"backend.log holds {what}", self.found(text))

    def test_the_name_of_a_secret_is_none(self):
        for line in ("CLOUD_JWT_SECRET is not set", "Send it as Authorization: Bearer <token>", '"remote":"127.0.0.1","machine":"00112233445566778899aabbccddeeff"',
                     "postgresql://127.0.0.1:5432/monozu_cloud", "owner@alder.example of Alder Logistics", "not-a-secret-at-all"):
            self.assertEqual(self.found(line), [], line)

    def test_every_file_below_is_read(self):
        (self.var / "log" / "old").mkdir()
        (self.var / "log" / "old" / "backend.log.1").write_text("correct-horse-9")
        self.assertEqual(self.found(""), ["old/backend.log.1 holds password of demo.json"])

    def test_a_finding_does_not_repeat_the_secret(self):
        self.assertFalse([line for line in self.found("correct-horse-9 eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl") if "horse" in line or "eyJ" in line])


if __name__ == "__main__":
    unittest.main()
