"""What can be refused about a mailing, in words for editors."""


class MailingError(Exception):
    """The step is not possible now; the message is for editors and says why."""


class NotReady(MailingError):
    """Something is missing; `problems` lists it."""

    def __init__(self, problems: list[str]):
        super().__init__(" ".join(problems))
        self.problems = problems
