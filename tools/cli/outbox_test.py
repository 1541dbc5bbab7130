"""The local outbox: what it shows of a letter, and what it keeps a letter from."""

import tempfile
import threading
import unittest
import urllib.error
import urllib.request
from email.message import EmailMessage
from pathlib import Path
from unittest import mock

import outbox

FIRST, SECOND = "01a20256-2899-7092-9a7c-dda6433f266d", "01a20256-2c32-705a-8bc5-05c5131ddb8e"
LINK = "http://127.0.0.1:3000/setup#token=a.b=c&d"


def write(directory: Path, name: str, subject: str, text: str = f"Cześć\n\nUstaw hasło:\n{LINK}\n", page: str = "<p>Cześć</p><script>x</script>"):
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "Monozu Cloud <no-reply@monozu.localhost>", "Żaneta <zaneta@alder.example>", subject
    message["Date"] = "Fri, 15 Jan 2027 08:00:00 +0000"
    message.set_content(text)
    message.add_alternative(page, subtype="html")
    (directory / f"{name}.eml").write_bytes(message.as_bytes())


class Outbox(unittest.TestCase):
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # whatever proxy the environment names

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.directory = Path(folder.name)
        replaced = mock.patch.object(outbox, "DIRECTORY", self.directory)
        replaced.start()
        self.addCleanup(replaced.stop)
        self.server = outbox.serve(0)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)

    def get(self, path: str, host: str | None = None):
        request = urllib.request.Request(f"http://127.0.0.1:{self.server.server_port}{path}", headers={"Host": host} if host else {})
        with self.opener.open(request) as answer:
            return answer.read().decode(), answer.headers

    def test_the_list_shows_the_newest_letter_first(self):
        self.assertIn("No letters yet", self.get("/")[0])
        write(self.directory, FIRST, "Pierwszy")
        write(self.directory, SECOND, "Zażółć <gęślą> jaźń")
        page, _ = self.get("/")
        self.assertLess(page.index("Zażółć &lt;gęślą&gt; jaźń"), page.index("Pierwszy"))
        self.assertIn("zaneta@alder.example", page)

    def test_a_letter_shows_its_text_and_every_link(self):
        write(self.directory, FIRST, "Zaproszenie")
        page, _ = self.get(f"/{FIRST}")
        escaped = LINK.replace("&", "&amp;")
        self.assertIn(f'href="{escaped}"', page)
        self.assertIn("Cześć", page)
        self.assertIn(f'<iframe title="The letter as HTML" sandbox src="/{FIRST}/html">', page)

    def test_a_letters_html_can_do_nothing(self):
        write(self.directory, FIRST, "Zaproszenie")
        page, headers = self.get(f"/{FIRST}/html")
        self.assertIn("<script>", page)
        self.assertIn("sandbox;", headers["Content-Security-Policy"])
        self.assertIn("default-src 'none'", headers["Content-Security-Policy"])

    def test_what_is_being_written_and_what_is_no_letter_is_not_shown(self):
        (self.directory / f".{FIRST}.unfinished").write_text("From: x")
        (self.directory / "notes.eml").write_text("From: x")
        self.assertIn("No letters yet", self.get("/")[0])
        for path in ("/notes", "/../secrets", f"/{SECOND}", f"/{SECOND}/html", "/%2e%2e/secrets"):
            with self.assertRaises(urllib.error.HTTPError) as refused:
                self.get(path)
            self.assertEqual(refused.exception.code, 404)
            refused.exception.close()

    def test_another_name_for_this_machine_gets_nothing(self):
        with self.assertRaises(urllib.error.HTTPError) as refused:
            self.get("/", host="rebound.example:8025")
        self.assertEqual(refused.exception.code, 403)
        refused.exception.close()

    def test_programs_read_the_same_as_json(self):
        write(self.directory, FIRST, "Zaproszenie")
        self.assertIn(LINK, outbox.letters()[0].links)
        self.assertIn(LINK, self.get("/letters.json")[0])

    def test_it_says_where_letters_go_instead(self):
        with mock.patch.dict("os.environ", {"SMTP_URL": "smtp://mail.example"}):
            self.assertIn("go out by SMTP", self.get("/")[0])


if __name__ == "__main__":
    unittest.main()
