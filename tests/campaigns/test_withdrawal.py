"""Whoever takes their consent back is nowhere any more: site, media folder, feeds, search, mails to come, PDFs."""

import datetime
import errno
import hashlib
import io
import json
import os
import secrets
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from modelsearch.backends import get_search_backend
from PIL import Image
from pypdfium2 import PdfDocument
from wagtail.models import Page

from cms.campaigns import withdrawal
from cms.campaigns.approval import approval_link
from cms.campaigns.evidence import Kind, chain, is_intact
from cms.campaigns.models import Approval, Release, TestimonialPage
from cms.campaigns.models.testimonial import ReleaseMissing
from cms.campaigns.releases import change_release, expire_releases
from cms.core.consent import objections
from cms.core.medium import Medium
from cms.core.models import CouncilImage
from cms.renditions.models import Package, PackageItem, PrintFile
from cms.renditions.pdf import Purpose
from cms.renditions.printing import make, request_print
from cms.renditions.render import render
from newsletter import composing
from newsletter.models import Mailing
from tests.campaigns.content import ALL, make_campaign, make_person

pytestmark = pytest.mark.django_db
NAME = "Samira Haddad"
WORDS = ("Samira", "Haddad", "Wer mein Brot isst", "samira-haddad")


def own_picture() -> CouncilImage:
    """A picture like no other, so that its fingerprint is found nowhere but where it is."""
    out = io.BytesIO()
    Image.frombytes("RGB", (200, 250), secrets.token_bytes(200 * 250 * 3)).save(out, "PNG")
    file = ImageFile(io.BytesIO(out.getvalue()), name="samira-haddad.png")
    return CouncilImage.objects.create(title=NAME, file=file, credit="Jonne Reith", description="Porträt")


@pytest.fixture
def campaign(home):
    campaign = make_campaign(home)
    make_person(campaign, portrait=own_picture())
    make_person(campaign, name="Kofi Asante", statement="Abseits ist in jeder Sprache ungerecht.")
    return campaign


@pytest.fixture
def person(campaign, locales):
    person = TestimonialPage.objects.get(title=NAME)
    arabic = person.copy_for_translation(locales["ar"], copy_parents=True)
    arabic.save_revision().publish()
    return person


def withdraw(person, commit_callbacks, **kwargs) -> None:
    with commit_callbacks(execute=True):
        change_release(person, state=Release.State.WITHDRAWN, originals=True, **kwargs)


def mailing_in(state: str, page, **fields) -> Mailing:
    mailing = composing.create(page, user=None)
    composing.freeze(mailing)
    Mailing.objects.filter(pk=mailing.pk).update(state=state, **fields)
    mailing.refresh_from_db()
    return mailing


def print_file_of(page, purpose=Purpose.SCREEN, **kwargs) -> PrintFile:
    return PrintFile.objects.get(pk=make(request_print(page, purpose=purpose, **kwargs)).pk)


def every_address(site_root) -> list[str]:
    """All there is to read: every live page, feeds, site maps, search, the archive of the newsletter."""
    pages = [page.url for page in Page.objects.live().descendant_of(site_root.get_root()) if page.url]
    fixed = [
        f"/{code}/{path}" for code in ("de", "ar") for path in ("atom.xml", "rss.xml", "newsletter/archive/", "search/?q=samira")
    ]
    return [*pages, *fixed, "/sitemap.xml", "/sitemap-pages.xml"]


def files_below(folder) -> list[Path]:
    return [path for path in Path(folder).rglob("*") if path.is_file()]


@pytest.fixture
def new_prints():
    """Files in the print folder that this test made: rows of other tests are rolled back, their files stay."""
    before = set(files_below(settings.PRINT_ROOT))
    return lambda: set(files_below(settings.PRINT_ROOT)) - before


@pytest.mark.parametrize("who", ["person", "office", "clock"])
def test_nothing_is_left_anywhere(home, person, campaign, editor, django_capture_on_commit_callbacks, new_prints, who):
    link = approval_link(person).removeprefix(settings.BASE_URL)
    Approval.objects.update(state=Approval.State.APPROVED)
    client = Client()
    shown = client.get(campaign.url).content.decode()
    assert NAME in shown and NAME in client.get(person.url).content.decode()
    picture = CouncilImage.objects.get(pk=person.portrait_id)
    original = hashlib.sha256(Path(picture.file.path).read_bytes()).hexdigest()
    renditions = [Path(item.file.path) for item in picture.renditions.all()]
    assert renditions
    scheduled = mailing_in("scheduled", campaign, scheduled_for=timezone.now() + datetime.timedelta(hours=1))
    draft, own = mailing_in("draft", campaign), mailing_in("draft", person)
    files = [print_file_of(person), print_file_of(campaign, product="ad")]
    assert all(item.state == PrintFile.State.READY and person.translation_key.hex in item.people for item in files)
    paths = [Path(item.file.path) for item in files]

    with django_capture_on_commit_callbacks(execute=True):
        if who == "person":
            Client().post(f"{link}withdraw/", {"act": "withdraw", "originals": "1"})
        elif who == "office":
            change_release(person, state=Release.State.WITHDRAWN, originals=True, user=editor)
        else:
            Release.objects.filter(testimonial_key=person.translation_key).update(
                until=timezone.localdate() - datetime.timedelta(days=1)
            )
            assert expire_releases() == 1
    assert Release.objects.get(testimonial_key=person.translation_key).cleared_at

    assert not TestimonialPage.objects.filter(translation_key=person.translation_key, live=True).exists()
    for address in every_address(home):
        html = Client().get(address).content.decode()
        assert not [word for word in WORDS if word in html.replace("?q=samira", "")], address
    assert Client().get(person.url).status_code == 404
    assert not list(get_search_backend().search("Samira", TestimonialPage))
    for mailing in (scheduled, draft, own):
        mailing.refresh_from_db()
        assert mailing.state == "draft" and mailing.trouble
        for version in mailing.versions.all():
            assert not [word for word in WORDS if word in version.html + version.text + version.subject + version.preheader]
    assert "Kofi Asante" in draft.versions.get(language="de").html
    assert not [path for path in (*renditions, *paths) if path.exists()]
    for path in new_prints():
        if path.suffix == ".pdf":
            text = "".join(page.get_textpage().get_text_bounded() for page in PdfDocument(path))
            assert not [word for word in WORDS if word in text]
    if who != "clock":
        assert not CouncilImage.objects.filter(pk=picture.pk).exists()
        media = [*files_below(settings.MEDIA_ROOT), *new_prints()]
        assert original not in {hashlib.sha256(path.read_bytes()).hexdigest() for path in media}


def test_the_log_names_every_step_and_is_unbroken(person, django_capture_on_commit_callbacks):
    withdraw(person, django_capture_on_commit_callbacks)
    events = chain(person.translation_key)
    assert [event.kind for event in events if event.kind != Kind.UNPUBLISHED] == [Kind.WITHDRAWN, Kind.REMOVED]
    assert {event.details["language"] for event in events if event.kind == Kind.UNPUBLISHED} == {"de", "ar"}
    assert is_intact(events)


def test_what_was_ordered_stays_listed_with_run_and_day_but_its_file_goes(person, editor, django_capture_on_commit_callbacks):
    print_file = print_file_of(person)
    path = Path(print_file.file.path)
    PrintFile.objects.filter(pk=print_file.pk).update(state="released", released_at=timezone.now())
    package = Package.objects.create(title="Plakate", state="ordered", packed_at=timezone.now())
    package.file.save("plakate.zip", ContentFile(b"zip"))
    PackageItem.objects.create(package=package, print_file=print_file, copies=140)
    withdraw(person, django_capture_on_commit_callbacks, user=editor)
    (piece,) = withdrawal.printed_pieces(person.translation_key)
    assert (piece["copies"], piece["on"]) == (140, timezone.localdate().isoformat())
    assert piece["what"].startswith("Plakate")
    assert PrintFile.objects.filter(pk=print_file.pk, file="").exists() and not path.exists()
    package.refresh_from_db()
    assert not package.file and package.state == "ordered"


def test_a_mail_on_its_way_stops_and_goes_on_without_the_person(person, campaign, django_capture_on_commit_callbacks):
    mailing = mailing_in("sending", campaign, started_at=timezone.now())
    withdraw(person, django_capture_on_commit_callbacks)
    mailing.refresh_from_db()
    assert mailing.state == "paused"
    html = mailing.versions.get(language="de").html
    assert "Samira" not in html and "Kofi Asante" in html


def test_whoever_is_still_in_a_mail_is_objected_to_whatever_made_it(person, django_capture_on_commit_callbacks):
    html = render(person, medium=Medium.EMAIL).content
    assert person.mark in html and objections(html, medium="newsletter") == []
    Release.objects.update(media=["web"])
    assert [found.code for found in objections(html, medium="newsletter")] == ["release-medium"]
    withdraw(person, django_capture_on_commit_callbacks)
    assert [found.code for found in objections(html, medium="newsletter")] == ["release-withdrawn"]


def test_preflight_refuses_what_still_shows_the_person(person, campaign, django_capture_on_commit_callbacks):
    from cms.renditions.preflight.content import check_people

    html = render(campaign, medium=Medium.PRINT, product=next(one for one in campaign.products() if one.key == "ad")).content
    by_hand = f'<img src="media:50/{person.portrait.file.name}">'
    assert check_people(html + by_hand) == []
    change_release(person, state=Release.State.WITHDRAWN)
    by_hand = f'<img src="media:50/{CouncilImage.objects.get(pk=person.portrait_id).file.name}">'
    assert [(found.code, found.details["name"]) for found in check_people(html)] == [("release-withdrawn", NAME)]
    assert [found.code for found in check_people(by_hand)] == ["release-withdrawn"]


def test_a_picture_put_in_by_hand_is_left_out_of_web_and_mail_and_comes_back_with_a_new_release(
    home, person, edition, django_capture_on_commit_callbacks
):
    article = edition.lead()
    article.lead_image, article.lead_alt, article.lead_caption = person.portrait, "Samira Haddad am Ofen", "Samira am Ofen"
    picture, media = {"image": person.portrait_id, "alt_text": NAME, "decorative": False}, ["web", "print", "email"]
    by_hand = {"image": picture, "caption": f"Foto: {NAME}", "crop": "square", "print_size": "column", "show_in": media}
    card = {"image": picture, "name": NAME, "role": "Bäckerin", "text": "Wer mein Brot isst.", "show_in": media}
    blocks = [{"type": "image", "value": by_hand}, {"type": "person_card", "value": card}]
    article.body = json.dumps([*blocks, *article.body.raw_data], default=str)
    article.save_revision().publish()
    scheduled = mailing_in("scheduled", article, scheduled_for=timezone.now() + datetime.timedelta(hours=1))
    old = person.portrait.file.name

    def shown(medium):
        page = type(article).objects.get(pk=article.pk)
        return Client().get(article.url).content.decode() if medium is Medium.WEB else render(page, medium=medium).content

    for medium in (Medium.WEB, Medium.EMAIL, Medium.TEXT):
        assert NAME in shown(medium)
    with django_capture_on_commit_callbacks(execute=True):
        change_release(person, state=Release.State.WITHDRAWN)
    picture = CouncilImage.objects.get(pk=person.portrait_id)
    assert default_storage.exists(picture.file.name) and not default_storage.exists(old)
    for medium in (Medium.WEB, Medium.EMAIL, Medium.TEXT):
        assert not [word for word in WORDS if word in shown(medium)], medium
    assert not picture.renditions.exists()
    scheduled.refresh_from_db()
    assert scheduled.state == "draft" and "samira-haddad" not in scheduled.versions.get(language="de").html
    assert [found.name for found in objections(shown(Medium.PRINT))] == [NAME]

    with django_capture_on_commit_callbacks(execute=True):
        change_release(person, state=Release.State.GIVEN, media=ALL)
    assert NAME in shown(Medium.WEB) and objections(shown(Medium.PRINT)) == []


def test_an_editor_cannot_undo_it_without_a_new_release(person, django_capture_on_commit_callbacks):
    withdraw(person, django_capture_on_commit_callbacks)
    for page in TestimonialPage.objects.filter(translation_key=person.translation_key):
        with pytest.raises(ReleaseMissing):
            page.get_latest_revision().publish()
    change_release(person, state=Release.State.GIVEN, media=ALL)
    TestimonialPage.objects.get(pk=person.pk).get_latest_revision().publish()
    assert TestimonialPage.objects.get(pk=person.pk).live


def test_taken_off_in_bulk_or_by_schedule_is_taken_off_in_every_language(person, editor, django_capture_on_commit_callbacks):
    client = Client()
    client.force_login(editor)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"/admin/bulk/wagtailcore/page/unpublish/?id={person.pk}&next=/admin/")
    assert not TestimonialPage.objects.filter(translation_key=person.translation_key, live=True).exists()


def test_a_scheduled_end_takes_every_language_and_its_pictures(person, django_capture_on_commit_callbacks):
    Client().get(person.url)
    assert person.portrait.renditions.exists()
    TestimonialPage.objects.filter(pk=person.pk).update(expire_at=timezone.now() - datetime.timedelta(minutes=1))
    with django_capture_on_commit_callbacks(execute=True):
        call_command("publish_scheduled")
    assert not TestimonialPage.objects.filter(translation_key=person.translation_key, live=True).exists()
    assert not person.portrait.renditions.exists()
    assert default_storage.exists(person.portrait.file.name)


def test_a_release_whose_day_is_over_shows_nobody_even_before_the_sweep(person, campaign):
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    Release.objects.filter(testimonial_key=person.translation_key).update(until=yesterday)
    assert Client().get(person.url).status_code == 404
    assert "Samira" not in Client().get(campaign.url).content.decode()


def test_what_a_dead_process_left_is_cleared_by_the_sweep(person):
    Client().get(person.url)
    change_release(person, state=Release.State.WITHDRAWN)  # and the process dies before the files are gone
    assert person.portrait.renditions.exists()
    assert withdrawal.clear_unfinished() == 1
    assert withdrawal.clear_unfinished() == 0
    assert not person.portrait.renditions.exists()


def test_a_file_that_is_being_made_when_somebody_withdraws_is_not_kept(person, django_capture_on_commit_callbacks, new_prints):
    waiting = request_print(person)
    withdraw(person, django_capture_on_commit_callbacks)
    assert not PrintFile.objects.filter(pk=waiting.pk).exists()
    assert make(waiting).state == PrintFile.State.QUEUED
    assert not new_prints()


@pytest.mark.parametrize("originals", [True, False])
def test_a_disk_that_takes_nothing_stops_no_withdrawal_and_the_sweep_finishes_it(
    person, campaign, monkeypatch, django_capture_on_commit_callbacks, originals
):
    Client().get(person.url)
    picture = CouncilImage.objects.get(pk=person.portrait_id)
    old, renditions = Path(picture.file.path), [Path(one.file.path) for one in picture.renditions.all()]

    def refuse(*args, **kwargs):
        raise OSError(errno.EROFS, "Read-only file system")

    with monkeypatch.context() as disk, django_capture_on_commit_callbacks(execute=True):
        for name in ("link", "remove", "unlink"):
            disk.setattr(os, name, refuse)
        change_release(person, state=Release.State.WITHDRAWN, originals=originals)
    release = Release.objects.get(testimonial_key=person.translation_key)
    assert release.state == Release.State.WITHDRAWN and release.cleared_at is None
    assert Client().get(person.url).status_code == 404 and NAME not in Client().get(campaign.url).content.decode()
    assert not CouncilImage.objects.get(pk=picture.pk).is_public and old.exists()
    with monkeypatch.context() as disk:
        disk.setattr(os, "remove", refuse)
        assert withdrawal.clear_unfinished() == 0
    with django_capture_on_commit_callbacks(execute=True):
        assert withdrawal.clear_unfinished() == 1
    assert withdrawal.clear_unfinished() == 0
    assert renditions and not [path for path in (old, *renditions) if path.exists()]
    assert CouncilImage.objects.filter(pk=picture.pk).exists() is not originals
    assert [event.kind for event in chain(person.translation_key)].count(Kind.REMOVED) == 1


def test_a_missing_original_stops_no_withdrawal(person, django_capture_on_commit_callbacks):
    Path(person.portrait.file.path).unlink()
    with django_capture_on_commit_callbacks(execute=True):
        change_release(person, state=Release.State.WITHDRAWN)
    assert not CouncilImage.objects.get(pk=person.portrait_id).is_public
    assert Release.objects.get(testimonial_key=person.translation_key).cleared_at
