"""What came out of a survey: counted, and hidden where few people could be recognised. Free texts are for the office only."""

from collections import Counter
from dataclasses import dataclass, field

from django.db.models import Count

from ..models.surveys import SurveyAnswer, SurveyPage
from .questions import Question, questions_of

FEWEST = 5  # answers below which nothing is shown: of a survey, of a language, of a group


@dataclass(frozen=True)
class Bar:
    """One answer to choose from: how many chose it, and of those who answered the question so many percent."""

    label: str
    count: int
    share: float

    @property
    def percent(self) -> int:
        return round(self.share * 100)

    @property
    def width(self) -> str:
        """For an attribute of SVG."""
        return f"{self.share * 100:.1f}%"


@dataclass(frozen=True)
class Segment(Bar):
    """A part of a stacked bar."""

    start: str = "0%"
    number: int = 1


@dataclass(frozen=True)
class Line:
    """One line of a matrix, as one stacked bar."""

    label: str
    answered: int
    segments: list[Segment]


@dataclass(frozen=True)
class Outcome:
    """One question. `answered`: people who gave an answer to it; below FEWEST there are no bars."""

    question: Question
    answered: int
    bars: list[Bar] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    mean: float | None = None
    texts: list[str] = field(default_factory=list)

    @property
    def is_hidden(self) -> bool:
        return self.answered < FEWEST and self.question.kind != "text"


@dataclass(frozen=True)
class Results:
    people: int
    outcomes: list[Outcome]

    @property
    def is_hidden(self) -> bool:
        return self.people < FEWEST


def results_of(page: SurveyPage, *, language: str = "", group: str | None = None, texts: bool = False) -> Results:
    """Results of all languages, or of one; `texts`: with what people wrote, for the office."""
    rows = SurveyAnswer.objects.filter(form__key=page.translation_key)
    if language:
        rows = rows.filter(language=language)
    if group is not None:
        rows = rows.filter(group=group)
    values = list(rows.values_list("values", flat=True))
    if len(values) < FEWEST:
        return Results(len(values), [])
    return Results(len(values), [outcome(question, values, texts=texts) for question in questions_of(page)])


def outcome(question: Question, values: list[dict], *, texts: bool) -> Outcome:
    given = [row[question.id] for row in values if row.get(question.id)]
    if question.kind == "text":
        return Outcome(question, len(given), texts=sorted(given) if texts else [])
    if len(given) < FEWEST:
        return Outcome(question, len(given))
    if question.kind == "matrix":
        lines = [matrix_line(label, [row.get(key) for row in given], question) for key, label in question.rows]
        return Outcome(question, len(given), lines=lines)
    counts = Counter(choice for row in given for choice in (row if isinstance(row, list) else [row]))
    bars = [Bar(label, counts[key], counts[key] / len(given)) for key, label in question.options]
    mean = None
    if question.kind == "scale":
        known = [int(row) for row in given if str(row).isdigit()]
        mean = sum(known) / len(known) if known else None
    return Outcome(question, len(given), bars=bars, mean=mean)


def matrix_line(label: str, chosen: list, question: Question) -> Line:
    """A line that fewer than FEWEST answered has no segments."""
    counts = Counter(choice for choice in chosen if choice)
    answered, start, segments = sum(counts.values()), 0.0, []
    if answered < FEWEST:
        return Line(label, answered, [])
    for number, (key, text) in enumerate(question.options, start=1):
        share = counts[key] / answered
        segments.append(Segment(text, counts[key], share, start=f"{start * 100:.1f}%", number=number))
        start += share
    return Line(label, answered, segments)


def parts(page: SurveyPage, name: str) -> list[tuple[str, int]]:
    """(language or group, people) of which results may be looked at by themselves: enough people, and enough others.

    Otherwise the rest could be found by subtracting.
    """
    rows = SurveyAnswer.objects.filter(form__key=page.translation_key).exclude(**{name: ""})
    counts = rows.values_list(name).annotate(people=Count("pk")).order_by(name)
    total = SurveyAnswer.objects.filter(form__key=page.translation_key).count()
    return [(key, people) for key, people in counts if people >= FEWEST and total - people not in range(1, FEWEST)]
