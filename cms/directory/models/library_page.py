"""The library as a page: a question, filters, and the documents that fit. What fits is found in library/finding.py."""

from django.core.paginator import Paginator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from cms.core.pages import BasePage
from cms.renditions.renderable import Renderable

from ..library.wording import FILTERS

PER_PAGE = 20
IN_A_MAIL = 8


class LibraryPage(Renderable, BasePage):
    standfirst = models.TextField(_("standfirst"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("standfirst")]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("standfirst"),
        index.AutocompleteField("standfirst"),
    ]
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = []
    template = "directory/library_page.html"

    class Meta:
        verbose_name = _("document library")
        verbose_name_plural = _("document libraries")

    def content_context(self) -> dict:
        """For a mail: the newest documents."""
        from ..library.finding import Question, public_documents, shown, with_versions

        newest = with_versions(public_documents(Question()))[:IN_A_MAIL]
        return {"found": shown(newest, question=Question())}

    def get_context(self, request, *args, **kwargs):
        from ..library.finding import Question, choices, public_documents, shown, with_versions

        question = Question.of(request.GET)
        documents = Paginator(with_versions(public_documents(question)), PER_PAGE).get_page(request.GET.get("page"))
        offered = choices()
        return super().get_context(request, *args, **kwargs) | {
            "question": question,
            "documents": documents,
            "found": shown(documents.object_list, question=question),
            "filters": filters(question, offered),
            "chosen": chosen(question, offered),
            "library_is_empty": not offered["kind"],
        }


def filters(question, offered: dict) -> list[dict]:
    """Each with its name, its label, its choices and what is chosen; one with a single choice filters nothing."""
    values = question.values()
    return [
        {"name": name, "label": label, "choices": offered[name], "value": values.get(name, "")}
        for name, label in FILTERS.items()
        if len(offered[name]) > 1 or name in values
    ]


def chosen(question, offered: dict) -> list[dict]:
    """What narrows the list, each with the address that drops it."""
    found = []
    for name, value in question.values().items():
        if name != "q":
            label = dict(offered[name]).get(value, value)
            found.append({"label": FILTERS[name], "value": label, "without": question.address(without=name)})
    return found
