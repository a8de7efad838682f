"""What a mailing says: made from a page or of free words, changed, frozen in every language. Who gets it and when: mailing.py."""

import hashlib
from dataclasses import dataclass, field

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.template import TemplateDoesNotExist
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page, Site

from cms.core.context import html_lang
from cms.core.medium import Medium
from cms.core.models import CouncilSettings
from cms.renditions import mail_support, mjml, text
from cms.renditions.render import RenditionError, render
from cms.renditions.selection import Selection

from . import approval
from .errors import MailingError
from .headers import HeaderError, single_line
from .message import placeholders
from .models import Mailing, MailingVersion, Topic
from .pages import mailing_url


@dataclass(frozen=True)
class Made:
    """A mail in one language as it would leave now."""

    html: str
    text: str
    findings: list[dict] = field(default_factory=list)
    archive_url: str = ""


def translations(page: Page) -> list[Page]:
    """The page in every language it is published in, in the order of LANGUAGES."""
    order = [code for code, _name in settings.LANGUAGES]
    pages = Page.objects.filter(translation_key=page.translation_key, live=True, alias_of=None).select_related("locale")
    return sorted((p for p in pages if p.locale.language_code in order), key=lambda p: order.index(p.locale.language_code))


@transaction.atomic
def create(page: Page, *, user: AbstractBaseUser | None, **fields) -> Mailing:
    """A draft with a version for every published language, subject and preheader taken from the page."""
    pages = translations(page)
    if not pages:
        raise MailingError(_("Publish the page first: the mail links to it."))
    languages = [found.locale.language_code for found in pages]
    fallback = settings.LANGUAGE_CODE if settings.LANGUAGE_CODE in languages else languages[0]
    mailing = Mailing.objects.create(
        page=pages[languages.index(fallback)],
        site=page.get_site(),
        title=page.title,
        fallback_language=fallback,
        created_by=user,
        **fields,
    )
    add_versions(mailing, pages)
    log(instance=mailing, action="newsletter.create", user=user, data={"page": page.pk})
    return mailing


@transaction.atomic
def create_free(*, title: str, languages: list[str], site: Site | None, user: AbstractBaseUser | None, **fields) -> Mailing:
    """A draft without a page: its words are written in the newsletter, once per language."""
    if not languages:
        raise MailingError(_("Choose at least one language."))
    fallback = settings.LANGUAGE_CODE if settings.LANGUAGE_CODE in languages else languages[0]
    mailing = Mailing.objects.create(site=site, title=title, fallback_language=fallback, created_by=user, **fields)
    for language in sorted(languages, key=[code for code, _name in settings.LANGUAGES].index):
        MailingVersion.objects.create(mailing=mailing, language=language, subject=title if language == fallback else "")
    log(instance=mailing, action="newsletter.create", user=user)
    return mailing


def add_versions(mailing: Mailing, pages: list[Page]) -> None:
    for page in pages:
        specific = page.specific
        suggested = {"subject": suggested_subject(specific), "preheader": suggested_preheader(specific)}
        version, is_new = MailingVersion.objects.get_or_create(
            mailing=mailing, language=page.locale.language_code, defaults=suggested
        )
        if not is_new and not version.subject and version.held_back:  # was waiting for its translation
            MailingVersion.objects.filter(pk=version.pk).update(**suggested)


def suggested_subject(page: Page) -> str:
    headline = getattr(page, "headline", "")
    subject = f"{page.title}: {headline}" if headline and headline not in page.title else page.title
    return shorten(page.seo_title or subject, limit=150)


def suggested_preheader(page: Page) -> str:
    return shorten(page.search_description or getattr(page, "standfirst", ""), limit=180)


def shorten(words: str, *, limit: int) -> str:
    words = " ".join(str(words).split())
    return words if len(words) <= limit else words[: limit - 1].rsplit(" ", 1)[0] + "…"


@transaction.atomic
def update(
    mailing: Mailing,
    *,
    topics: list[Topic],
    lines: dict[str, tuple[str, str]],
    user: AbstractBaseUser | None,
    design: str | None = None,
    composition: dict | None = None,
) -> None:
    """New topics, subjects and preheaders ({language: (subject, preheader)}), look and order; then frozen afresh.

    Takes back an approval if anything changed by it. None leaves design and composition as they are.
    """
    locked = Mailing.objects.select_for_update().get(pk=mailing.pk)
    if not locked.is_editable:
        raise MailingError(_("This mailing has already been started and cannot be changed."))
    before = locked.digest
    mailing.topics.set(topics)
    mailing.edited_by = user
    mailing.design = locked.design if design is None else design
    mailing.composition = locked.composition if composition is None else composition
    mailing.save(update_fields=["edited_by", "design", "composition"])
    write_lines(mailing, lines)
    freeze(mailing)
    approval.withdraw_if_changed(mailing, before=before, user=user)
    log(instance=mailing, action="newsletter.edit", user=user, data={"topics": [topic.slug for topic in topics]})


def write_lines(mailing: Mailing, lines: dict[str, tuple[str, str]]) -> None:
    try:
        lines = {language: (single_line(subject), single_line(preheader)) for language, (subject, preheader) in lines.items()}
    except HeaderError as error:
        raise MailingError(_("The subject contains characters that do not belong there.")) from error
    for version in open_versions(mailing):
        if version.language in lines:
            version.subject, version.preheader = lines[version.language]
            version.save(update_fields=["subject", "preheader"])


@transaction.atomic
def write(mailing: Mailing, *, language: str, body, user: AbstractBaseUser | None, lines: tuple[str, str] | None = None) -> None:
    """The mailing's own words in one language: before the page, or all there is. Also for a language that is held back."""
    locked = Mailing.objects.select_for_update().get(pk=mailing.pk)
    before = locked.digest
    version = open_versions(locked).filter(language=language).first()
    if version is None:
        raise MailingError(_("This mailing has already been started and cannot be changed."))
    version.body = body
    version.save(update_fields=["body"])
    if lines:
        write_lines(locked, {language: lines})
    Mailing.objects.filter(pk=mailing.pk).update(edited_by=user)
    mailing.refresh_from_db()
    freeze(mailing)
    approval.withdraw_if_changed(mailing, before=before, user=user)
    log(instance=mailing, action="newsletter.write", user=user, data={"language": language})


def open_versions(mailing: Mailing):
    """Versions whose words may still change: all before the start, afterwards only those held back."""
    if mailing.is_editable:
        return mailing.versions.all()
    return mailing.versions.filter(held_back=True) if mailing.has_begun else mailing.versions.none()


@transaction.atomic
def set_languages(mailing: Mailing, *, languages: list[str], user: AbstractBaseUser | None) -> None:
    """The languages of a mailing without a page. Words in a language that is taken out are gone."""
    if mailing.page_id or not mailing.is_editable:
        raise MailingError(_("The languages of this mailing are those of its page."))
    if mailing.fallback_language not in languages:
        raise MailingError(_("The main language cannot be taken out."))
    before = mailing.digest
    mailing.versions.exclude(language__in=languages).delete()
    for language in languages:
        MailingVersion.objects.get_or_create(mailing=mailing, language=language)
    approval.withdraw_if_changed(mailing, before=before, user=user)
    log(instance=mailing, action="newsletter.edit", user=user, data={"languages": languages})


@transaction.atomic
def hold_back(mailing: Mailing, *, language: str, held: bool, user: AbstractBaseUser | None) -> None:
    """This language leaves later (see afterwards.release_language); also one whose translation is not published yet."""
    locked = Mailing.objects.select_for_update().get(pk=mailing.pk)
    if not locked.is_editable:
        raise MailingError(_("This mailing has already been started. A language that is held back can be released on its page."))
    if language == locked.fallback_language:
        raise MailingError(_("The main language cannot be held back: whoever has no other language gets it."))
    before = locked.digest
    if held:
        MailingVersion.objects.update_or_create(mailing=mailing, language=language, defaults={"held_back": True})
    else:
        mailing.versions.filter(language=language).update(held_back=False)
    freeze(mailing)
    approval.withdraw_if_changed(mailing, before=before, user=user)
    log(
        instance=mailing,
        action="newsletter.hold_back" if held else "newsletter.hold_no_more",
        user=user,
        data={"language": language},
    )


def freeze(mailing: Mailing) -> None:
    """Make the mails of every language that may still change, and keep them: what is proofed is what goes out.

    Adds languages that were published since; drops those that are gone. Raises MailingError in editors' words.
    """
    if mailing.page_id is None:
        for version in open_versions(mailing):
            freeze_version(version, page=None)
        return
    pages = {page.locale.language_code: page for page in translations(mailing.page)}
    if mailing.has_begun:
        add_versions(mailing, [pages[version.language] for version in open_versions(mailing) if version.language in pages])
    else:
        if mailing.fallback_language not in pages:
            raise MailingError(_("The page is no longer published in the main language of this mailing."))
        mailing.versions.exclude(language__in=pages).filter(held_back=False).delete()
        add_versions(mailing, list(pages.values()))
    for version in open_versions(mailing).select_related("mailing"):
        page = pages.get(version.language)
        if page is not None:
            freeze_version(version, page=page.specific)


def freeze_version(version: MailingVersion, *, page: Page | None) -> None:
    """Keep what make() gives; an approval of other words is void."""
    made = make(version, page=page)
    parts = [version.language, version.subject, version.preheader, made.html, made.text]
    digest = hashlib.sha256("\0".join(parts).encode()).hexdigest()
    if digest != version.digest:
        version.approved_by = version.approved_at = None
    version.html, version.text, version.findings, version.digest = made.html, made.text, made.findings, digest
    version.archive_url = made.archive_url
    version.revision_id = (page.live_revision_id or page.latest_revision_id) if page else None
    version.frozen_at = timezone.now()
    version.save()


def make(version: MailingVersion, *, page: Page | None) -> Made:
    """Render a version as it is in memory, saved or not. Raises MailingError in editors' words."""
    try:
        extra = {
            "mailing": placeholders(
                language=version.language,
                archive_url=(archive_url := public_url(version, page=page)),
                subject=single_line(version.subject),
                preheader=single_line(version.preheader),
                topic=", ".join(topic.name_in(version.language) for topic in version.mailing.topics.all()),
            ),
            "design": version.mailing.design,
            "words": version.body,
        }
        if page is None:
            return make_free(version, extra=extra, archive_url=archive_url)
        selection = Selection.read(version.mailing.composition) if version.mailing.composition else None
        html = render(page, medium=Medium.EMAIL, extra=extra, selection=selection)
        plain = render(page, medium=Medium.TEXT, extra=extra, selection=selection)
    except HeaderError as error:
        raise MailingError(_("The subject contains characters that do not belong there.")) from error
    except (RenditionError, TemplateDoesNotExist) as error:
        raise MailingError(
            _("“%(title)s” cannot be made into a mail in “%(language)s”: %(reason)s")
            % {"title": page.title if page else version.mailing.title, "language": version.language, "reason": error}
        ) from error
    return Made(html.content, plain.content, findings(html.content, html.problems), archive_url)


def findings(html: str, problems: list) -> list[dict]:
    """What the checks of a finished mail said, as the readiness matrix wants it."""
    seen = [{"kind": found.kind, "text": found.text} for found in mail_support.findings(html)]
    return [*({"kind": "mjml", "text": str(problem)} for problem in problems), *seen]


def public_url(version: MailingVersion, *, page: Page | None) -> str:
    """Where the mail can be read on the web, without anybody's token."""
    if page is not None:
        return settings.BASE_URL + (page.get_url_parts() or ("", "", ""))[2]
    return mailing_url(version.mailing, language=version.language)


def make_free(version: MailingVersion, *, extra: dict, archive_url: str) -> Made:
    """A mail without a page: the frame of every mail, and the mailing's own words."""
    mailing = version.mailing
    council = CouncilSettings.for_site(mailing.site) if mailing.site else CouncilSettings()
    with translation.override(version.language):
        context = {
            **extra,
            "page": FreeWords(council.council_short or council.council_name, archive_url, version.subject),
            "council": council,
            "html_lang": html_lang(version.language),
            "html_dir": "rtl" if translation.get_language_bidi() else "ltr",
            "language": version.language,
        }
        html, problems = mjml.compile_mail(render_to_string("newsletter/free.mjml", context | {"medium": Medium.EMAIL.value}))
        plain = text.tidy(render_to_string("newsletter/free.txt", context | {"medium": Medium.TEXT.value}))
    return Made(html, plain, findings(html, problems), archive_url)


@dataclass(frozen=True)
class FreeWords:
    """What the frame of every mail asks of its page, for a mail that has none."""

    title: str
    full_url: str
    headline: str
    nameplate: str = "plain"
    search_description: str = ""

    def live_translations(self) -> list:
        return []


def is_outdated(mailing: Mailing) -> bool:
    """The page was published anew after the mailing was frozen."""
    frozen = mailing.versions.exclude(frozen_at=None).values_list("frozen_at", flat=True)
    return bool(mailing.page and frozen and mailing.page.last_published_at and mailing.page.last_published_at > min(frozen))
