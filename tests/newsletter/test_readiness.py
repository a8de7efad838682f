"""The readiness matrix: what is not in order is named in its language, says what to do, and leads there."""

import http.server
import threading

import pytest
from django.urls import reverse

from newsletter import composing, readiness
from newsletter import mailing as room
from newsletter.readiness import content, links
from newsletter.tasks import check_links

from .conftest import free_port, make_readers, translate

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_once")]


def cells(mailing, language: str) -> dict:
    mailing.refresh_from_db()
    row = next(row for row in readiness.matrix(mailing).rows if row.language == language)
    return {cell.column: cell for cell in row.cells}


def test_every_language_stands_beside_every_check(mailing, topics):
    make_readers(2, topics=[topics[0]])
    make_readers(3, topics=[topics[0]], language="uk", name="uk")
    table = readiness.matrix(mailing)
    rows = {row.language: row for row in table.rows}
    assert [cell.column for cell in rows["ar"].cells] == list(table.columns)
    assert rows["de"].people == 5
    assert (rows["uk"].version, rows["uk"].people, rows["uk"].instead) == (None, 3, "Deutsch")
    assert "tr" not in rows, "nobody reads it and there is no mail in it"


def test_a_missing_subject_blocks_and_leads_to_its_field(mailing, topics, editor):
    make_readers(1, topics=[topics[0]])
    room.update(mailing, topics=[topics[0]], lines={"ar": ("", "")}, user=editor)
    found = cells(mailing, "ar")
    assert found["subject"].level == "bad"
    assert found["subject"].url.endswith("#id_subject_ar")
    assert found["preheader"].level == "note"
    assert readiness.matrix(mailing).blocks("ar")
    assert not readiness.matrix(mailing).blocks("de")
    assert any("العربية" in problem for problem in readiness.problems(mailing))


@pytest.mark.parametrize(
    ("subject", "level"),
    [("Kurz und ruhig", "good"), ("HEUTE ALLES GRATIS", "note"), ("Jetzt!! Sofort!", "note"), ("a " * 40, "note")],
)
def test_subjects_are_short_and_calm(mailing, topics, editor, subject, level):
    room.update(mailing, topics=[topics[0]], lines={"de": (subject, "x")}, user=editor)
    assert cells(mailing, "de")["subject"].level == level


def test_articles_missing_in_a_language_are_named(mailing, edition):
    found = cells(mailing, "ar")["translated"]
    assert found.level == "note"
    assert all(article.title in found.advice for article in edition.articles)


def test_a_page_published_after_the_mail_was_made_is_outdated(mailing, edition, topics, editor):
    assert cells(mailing, "de")["outdated"].level == "good"
    article = edition.articles[0]
    article.title = "Neu überschrieben"
    article.save_revision().publish()
    assert cells(mailing, "de")["outdated"].level == "note"
    room.update(mailing, topics=[topics[0]], lines={}, user=editor)
    assert cells(mailing, "de")["outdated"].level == "good"


def test_a_mail_gmail_would_cut_off_is_red(mailing):
    version = mailing.versions.get(language="de")
    version.html += "x" * 103_000
    version.save()
    assert cells(mailing, "de")["size"].level == "bad"


def test_a_picture_without_a_description_is_red(mailing):
    version = mailing.versions.get(language="de")
    version.html += '<img src="http://testserver/media/ohne-worte.png">'
    version.save()
    found = cells(mailing, "de")["pictures"]
    assert found.level == "bad"
    assert "ohne-worte.png" in found.advice


def test_a_link_to_a_page_that_was_withdrawn_is_red(mailing, edition):
    assert cells(mailing, "de")["links"].level in ("good", "none")
    edition.articles[1].unpublish()
    found = cells(mailing, "de")["links"]
    assert found.level == "bad"
    assert edition.articles[1].slug in found.advice


def test_our_own_addresses_are_looked_up_in_every_language(mailing, edition, settings):
    site = mailing.site
    there = [settings.BASE_URL + page.get_url_parts()[2] for page in composing.translations(edition)]
    assert len(there) == 2
    assert links.dead_own_links([*there, settings.BASE_URL + "/de/newsletter/"], site=site) == []
    gone = [settings.BASE_URL + path for path in ("/de/gibt-es-nicht/", "/ar/gibt-es-nicht/", "/nirgends", "/media/fehlt.pdf")]
    assert links.dead_own_links(gone, site=site) == gone


class Answers(http.server.BaseHTTPRequestHandler):
    codes = {"/there": 200, "/gone": 404, "/shy": 405}

    def do_HEAD(self):  # noqa: N802 - its base class's name
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "http://127.0.0.2:1/inside")
        else:
            self.send_response(self.codes[self.path])
        self.end_headers()

    def log_message(self, *_args):
        pass


@pytest.fixture
def elsewhere():
    """A foreign web server."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_foreign_links_are_asked_and_remembered(elsewhere):
    found = [f"{elsewhere}{path}" for path in ("/there", "/gone", "/shy")] + [f"http://127.0.0.1:{free_port()}/nobody"]
    assert set(links.known_faults(found).values()) == {None}
    assert links.ask(found, may_ask=lambda host: True) == 4
    faults = list(links.known_faults(found).values())
    assert faults[0] == faults[2] == ""
    assert "404" in faults[1]
    assert faults[3]
    assert links.ask(found, may_ask=lambda host: True) == 0, "remembered"


def test_the_towns_own_net_is_never_asked(elsewhere):
    assert not links.is_public("127.0.0.1")
    assert not links.is_public("10.1.2.3")
    assert links.fault_of(f"{elsewhere}/there", may_ask=links.is_public)
    only_first = lambda host: host == "127.0.0.1"  # noqa: E731
    assert links.fault_of(f"{elsewhere}/moved", may_ask=only_first)


def test_a_dead_foreign_link_is_shown_after_the_worker_asked(mailing, elsewhere):
    from django.core.cache import cache

    version = mailing.versions.get(language="de")
    version.html += f'<a href="{elsewhere}/gone">Mehr</a>'
    version.save()
    assert cells(mailing, "de")["links"].level == "none"
    check_links.enqueue(mailing.pk)  # refuses to look around on this machine, and says so
    assert cells(mailing, "de")["links"].level == "note"
    cache.clear()
    links.ask([f"{elsewhere}/gone"], may_ask=lambda host: True)
    found = cells(mailing, "de")["links"]
    assert (found.level, "404" in found.advice) == ("note", True)


def test_links_of_the_reader_are_not_checked(mailing):
    found = links.links_in(mailing.versions.get(language="de").html)
    assert found
    assert not any("/leave/" in link or "VF" in link for link in found)


def test_the_page_shows_the_table_and_leads_to_each_fault(client, mailing, topics, editor):
    client.force_login(editor)
    make_readers(1, topics=[topics[0]])
    room.update(mailing, topics=[topics[0]], lines={"ar": ("", "")}, user=editor)
    page = client.get(reverse("mailings:ready", args=[mailing.pk])).content.decode()
    assert 'id="ar-subject"' in page
    assert 'href="#ar-subject"' in page
    assert f"{reverse('mailings:edit', args=[mailing.pk])}#id_subject_ar" in page
    assert reverse("mailings:mail", args=[mailing.pk, "ar"]) in page


def test_an_outdated_translation_is_named(mailing, edition, topics, editor):
    """The German text changes after wagtail-localize took it over."""
    from django.utils import timezone
    from wagtail.models import Locale, Page
    from wagtail_localize.models import Translation, TranslationSource

    article = edition.articles[1]
    translate(article, "ar", title="الجوقة")
    source, _is_new = TranslationSource.get_or_create_from_instance(article)
    Translation.objects.create(source=source, target_locale=Locale.objects.get(language_code="ar"))
    composing.freeze(mailing)
    assert cells(mailing, "ar")["outdated"].level == "good"
    TranslationSource.objects.update(last_updated_at=timezone.now() - timezone.timedelta(days=2))
    Page.objects.filter(pk=article.pk).update(last_published_at=timezone.now() - timezone.timedelta(days=1))
    found = cells(mailing, "ar")
    assert (found["outdated"].level, found["translated"].text) == ("note", "0 %")
    assert article.title in found["outdated"].advice
    assert str(Page.objects.get(translation_key=article.translation_key, locale__language_code="ar").pk) in found["outdated"].url


def test_a_language_waited_for_says_so(mailing, editor, edition):
    composing.hold_back(mailing, language="en", held=True, user=editor)
    found = cells(mailing, "en")
    assert found["translated"].level == "bad"
    translate(edition, "en", title="Vielfalt No. 24")
    composing.freeze(mailing)
    assert cells(mailing, "en")["translated"].level != "bad"


def test_words_of_a_mail_are_read_without_its_markup():
    assert content.words("<style>p { x }</style><p>Guten&nbsp;Tag <b>Hanna</b></p><!-- nie -->") == "Guten Tag Hanna"
