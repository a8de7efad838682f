"""Ideas in public: what is published, in which words, with which answer; and the list with its filters.

There is no count of supporters: without accounts one person could add any number, and the council would be held to it.
"""

from dataclasses import dataclass

from django.conf import settings
from django.core.paginator import Paginator
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from .handling import set_state, submission
from .models import Idea, IdeaBoxPage, IdeaWording, Submission
from .receiving import tell

PER_PAGE = 12


@dataclass(frozen=True)
class Words:
    """An idea in one language."""

    title: str
    text: str
    answer: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.title or self.text)


@dataclass(frozen=True)
class Shown:
    """A published idea as a reader of one language sees it."""

    idea: Idea
    wording: IdeaWording
    topic: str

    @property
    def is_translated(self) -> bool:
        return self.wording.language != self.idea.language


@transaction.atomic
def decide(idea: Idea, *, publication: str, progress: str, wordings: dict[str, Words], user, tell_person: bool = False) -> None:
    """Publishes an idea or not, and says what became of it. Languages that are empty are taken away."""
    before = Idea.objects.select_for_update().get(pk=idea.pk)
    answered = any(words.answer for words in wordings.values())
    idea.publication, idea.progress = publication, progress
    if publication == Idea.Publication.PUBLISHED and idea.published_at is None:
        idea.published_at = timezone.now()
    idea.changed_at = timezone.now()
    idea.save(update_fields=["publication", "progress", "published_at", "changed_at"])
    for language, words in wordings.items():
        if words.is_empty:
            idea.wordings.filter(language=language).delete()
        else:
            values = {"title": words.title, "text": words.text, "answer": words.answer}
            idea.wordings.update_or_create(language=language, defaults=values)
    data = {"from": before.publication, "to": publication, "progress": progress}
    log(instance=submission(idea), action="participation.idea", user=user, data=data)
    if answered and idea.state in (Submission.State.NEW, Submission.State.READ):
        set_state(idea, Submission.State.ANSWERED, user=user)
    if tell_person and idea.email and publication == Idea.Publication.PUBLISHED:
        public = {"wording": idea.wording(idea.language), "idea_address": public_address(idea)}
        tell(idea, "participation/mail/idea", purpose="participation.idea", **public)


def public_address(idea: Idea) -> str:
    """Where it stands on the web: in the language it was written in, else in German. Empty if there is no such page."""
    pages = IdeaBoxPage.objects.live().filter(translation_key=idea.form.key, alias_of__isnull=True).select_related("locale")
    by_language = {page.language_code: page for page in pages}
    page = by_language.get(idea.language) or by_language.get(settings.LANGUAGE_CODE)
    return f"{page.full_url}#idea-{idea.pk}" if page else ""


def published(page: IdeaBoxPage):
    ideas = Idea.objects.filter(form__key=page.translation_key, publication=Idea.Publication.PUBLISHED)
    ideas = ideas.exclude(state=Submission.State.BINNED).filter(wordings__isnull=False).distinct()
    return ideas.prefetch_related("wordings").order_by("-published_at", "-pk")


def shown(page: IdeaBoxPage, ideas) -> list[Shown]:
    return [Shown(idea, idea.wording(page.language_code), page.topic_names.get(idea.topic, "")) for idea in ideas]


def newest(page: IdeaBoxPage, most: int = 3) -> list[Shown]:
    """For mails and paper."""
    return shown(page, published(page)[:most])


class Listing:
    """The public list, filtered by what stands in the address. Whatever is not known there is ignored."""

    def __init__(self, page: IdeaBoxPage, *, query) -> None:
        self.topics = page.options()
        self.progresses = Idea.Progress.choices
        self.topic = query.get("topic", "") if query.get("topic") in dict(self.topics) else ""
        self.progress = query.get("progress", "") if query.get("progress") in Idea.Progress.values else ""
        found = published(page)
        if self.topic:
            found = found.filter(topic=self.topic)
        if self.progress:
            found = found.filter(progress=self.progress)
        self.page = Paginator(found, PER_PAGE).get_page(query.get("p"))
        self.count = self.page.paginator.count
        self.ideas = shown(page, self.page.object_list)

    @property
    def is_filtered(self) -> bool:
        return bool(self.topic or self.progress)

    @property
    def query(self) -> str:
        """For the links to other pages of the list."""
        parts = [f"{name}={value}" for name, value in (("topic", self.topic), ("progress", self.progress)) if value]
        return "".join(f"{part}&" for part in parts)
