"""What stops a command: one sentence that says what is wrong, and one that says what to do."""


class Failure(Exception):
    def __init__(self, what: str, advice: str = "", service: str | None = None):
        super().__init__(what)
        self.what = what
        self.advice = advice
        self.service = service
