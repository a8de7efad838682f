"""Is it still right? Contacts are asked by mail every few months; a secret link lets them confirm or write what is different."""

import datetime

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.models import Site

from cms.core.addresses import AddressError
from cms.core.data_protection import DataProtection
from cms.core.retention import Rule
from cms.core.secret_links import LinkForged, SecretLink
from cms.notices.writing import notify, office_notify

from .models import Correction, EntryImport, Organisation, Person
from .models.entries import Entry

KINDS: dict[str, type[Entry]] = {"organisation": Organisation, "person": Person}
AGAIN_DAYS = 14
MOST_TIMES = 3  # then the office has to phone
KEEP_IMPORTS_DAYS = 14
MOST_PER_DAY = 60  # a directory that was imported at once is asked bit by bit
link = SecretLink("directory.check", max_age=datetime.timedelta(days=60))


def sources(kind: type[Entry]):
    """The entries that carry the facts: those in the source language."""
    return kind.objects.filter(locale__language_code=settings.LANGUAGE_CODE).select_related("locale")


def is_due(entry: Entry, *, today: datetime.date) -> bool:
    due = entry.check_due
    return due is not None and due <= today


def to_ask(*, today: datetime.date | None = None) -> list[Entry]:
    """Entries whose contact is to be asked today."""
    today = today or timezone.localdate()
    rested = Q(asked_on=None) | Q(asked_on__lte=today - datetime.timedelta(days=AGAIN_DAYS))
    found = []
    for kind in KINDS.values():
        waiting = sources(kind).filter(rested, asked_times__lt=MOST_TIMES, check_months__gt=0)
        waiting = waiting.exclude(email="", checker_email="").order_by("checked_on", "pk")
        found += [entry for entry in waiting if is_due(entry, today=today)]
    return found[:MOST_PER_DAY]


def silent() -> list[Entry]:
    """Entries nobody has confirmed though asked often enough: somebody has to phone."""
    return [entry for kind in KINDS.values() for entry in sources(kind).filter(asked_times__gte=MOST_TIMES)]


def ask_daily() -> int:
    """The duty: once a day. Returns how many were asked."""
    if not cache.add("directory.ask", 1, 20 * 3600):
        return 0
    return sum(ask(entry) for entry in to_ask())


@transaction.atomic
def ask(entry: Entry) -> bool:
    """One mail. An address that mail cannot reach counts as asked, so that the office sees it among the silent."""
    entry.asked_on, entry.asked_times = timezone.localdate(), entry.asked_times + 1
    entry.save()
    context = {"entry": entry, "address": address(entry)}
    site = Site.objects.filter(is_default_site=True).first()
    try:
        with transaction.atomic():
            notify(
                "directory/mails/check",
                to=entry.asks,
                language=settings.LANGUAGE_CODE,
                site=site,
                context=context,
                purpose="directory.check",
                about=about(entry),
            )
    except AddressError:
        log(entry, "directory.unreachable")
        return False
    log(entry, "directory.ask")
    return True


def about(entry: Entry) -> str:
    return f"{entry._meta.model_name}:{entry.pk}"


def address(entry: Entry) -> str:
    """The secret link, in the source language; the page offers the others."""
    token = link.token([entry._meta.model_name, entry.pk])
    with translation.override(settings.LANGUAGE_CODE):
        return settings.BASE_URL + reverse("directory:check", args=[token])


def read(token: str) -> Entry:
    """The entry behind a link. Raises LinkForged or LinkExpired, also if the entry is gone."""
    try:
        name, pk = link.read(token)
        entry = KINDS[name].objects.filter(pk=pk).select_related("locale").first()
    except (TypeError, KeyError, ValueError) as error:
        raise LinkForged from error
    if entry is None:
        raise LinkForged
    return entry


@transaction.atomic
def confirm(entry: Entry, *, user=None) -> None:
    """All is right as of today. Twice changes nothing more."""
    today = timezone.localdate()
    if entry.checked_on == today and not entry.asked_times:
        return
    entry.checked_on, entry.asked_on, entry.asked_times = today, None, 0
    entry.save()
    log(entry, "directory.confirm", user=user)


@transaction.atomic
def correct(entry: Entry, *, text: str, once: str) -> Correction:
    """What a contact writes, for the office. The same form posted twice is one message. The contact is not asked again."""
    correction, created = Correction.objects.get_or_create(
        once=once,
        defaults={
            "content_type": ContentType.objects.get_for_model(entry),
            "object_id": entry.pk,
            "entry_name": entry.name,
            "text": text,
        },
    )
    if not created:
        return correction
    entry.asked_times = 0
    entry.asked_on = timezone.localdate()
    entry.save()
    log(entry, "directory.correction")
    office_notify(
        "directory/mails/correction",
        site=Site.objects.filter(is_default_site=True).first(),
        context={"entry": entry, "text": text, "address": settings.BASE_URL + admin_address(entry)},
        purpose="directory.correction",
        about=about(entry),
    )
    return correction


def admin_address(entry: Entry) -> str:
    return reverse(entry.snippet_viewset.get_url_name("edit"), args=[entry.pk])


def rules() -> list[Rule]:
    """How long corrections are kept after they were worked in; imported files for two weeks."""
    return [
        Rule(
            "directory.imports",
            _("imported files of the directory"),
            KEEP_IMPORTS_DAYS,
            lambda before: EntryImport.objects.filter(created_at__lt=before),
            lambda keys: EntryImport.objects.filter(pk__in=keys).delete(),
        ),
        Rule(
            "directory.corrections",
            _("corrections of the directory"),
            DataProtection.longest("keep_messages_days"),
            lambda before: Correction.objects.filter(state=Correction.State.DONE, created_at__lt=before),
            lambda keys: Correction.objects.filter(pk__in=keys).delete(),
        ),
    ]
