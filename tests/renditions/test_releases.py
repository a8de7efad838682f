"""Release for print: errors block, warnings need a tick, and what is released is kept for ever."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import ProtectedError
from django.urls import reverse
from wagtail.management.commands.purge_revisions import purge_revisions
from wagtail.models import PageLogEntry, Revision

from cms.core.permissions import ensure_editor_group
from cms.renditions import printing, releases
from cms.renditions.models import PrintFile
from cms.renditions.pdf import Pdf, Purpose
from cms.renditions.preflight.findings import Finding, Severity
from cms.renditions.printing import request_print
from cms.renditions.releases import ReleaseRefused

State = PrintFile.State
ERROR = Finding("picture-coarse", Severity.ERROR, 1, (10, 20, 30, 40), {"found": 90, "wanted": 200, "name": "Hahn"})
WARNING = Finding("text-near-trim", Severity.WARNING, 1, (2, 2, 10, 4), {"found": 2, "wanted": 5})


@pytest.fixture
def article(edition):
    return edition.articles[1]


@pytest.fixture
def ready(article, editor, monkeypatch):
    """A finished press file with these findings: ready(ERROR, WARNING)."""

    def make_ready(*findings):
        monkeypatch.setattr("cms.renditions.inspection.about_page", lambda rendition: [])
        item = request_print(article, purpose=Purpose.PRESS, user=editor)
        name = item.file.storage.save(f"{article.pk}/{item.pk}/x.pdf", ContentFile(b"%PDF-1.6 small"))
        PrintFile.objects.filter(pk=item.pk).update(
            state=State.READY,
            file=name,
            page_count=1,
            checksum="c" * 64,
            findings=[finding.data() | {"origin": "file"} for finding in findings],
            revision=article.latest_revision,
        )
        item.refresh_from_db()
        return item

    return make_ready


def test_an_error_blocks_the_release(ready, editor):
    item = ready(ERROR)
    with pytest.raises(ReleaseRefused, match="1 Fehler"):
        releases.release(item, user=editor)
    assert PrintFile.objects.get(pk=item.pk).state == State.READY


def test_a_warning_needs_a_tick_that_says_who_and_when(ready, editor):
    item = ready(WARNING)
    with pytest.raises(ReleaseRefused, match="1 Warnung"):
        releases.release(item, user=editor)
    assert releases.accept(item, [WARNING.key, "nonsense"], user=editor) == 1
    assert item.accepted[WARNING.key]["name"] == "redaktion"
    assert item.accepted[WARNING.key]["at"].startswith("20")
    releases.release(item, user=editor)
    assert (item.state, item.released_by) == (State.RELEASED, editor)
    actions = set(PageLogEntry.objects.filter(page=item.page_id).values_list("action", flat=True))
    assert {"renditions.accept_warning", "renditions.print_file"} <= actions


def test_only_people_with_the_right_accept_and_release(ready, django_user_model):
    item = ready(WARNING)
    writer = django_user_model.objects.create_user("autor", password="x")
    writer.groups.add(ensure_editor_group())
    right = Permission.objects.get(codename="release_printfile")
    Group.objects.get(name="Redaktion").permissions.remove(right)
    with pytest.raises(ReleaseRefused):
        releases.accept(item, [WARNING.key], user=writer)
    with pytest.raises(ReleaseRefused):
        releases.release(item, user=writer)
    writer.user_permissions.add(right)
    writer = django_user_model.objects.get(pk=writer.pk)
    releases.accept(item, [WARNING.key], user=writer)
    releases.release(item, user=writer)
    assert item.state == State.RELEASED


def test_what_became_wrong_since_preflight_stops_the_release(ready, editor, monkeypatch):
    item = ready()
    withdrawn = Finding("release-withdrawn", Severity.ERROR, details={"name": "Samira"})
    monkeypatch.setattr("cms.renditions.inspection.about_page", lambda rendition: [withdrawn])
    with pytest.raises(ReleaseRefused):
        releases.release(item, user=editor)
    item.refresh_from_db()
    assert [finding["code"] for finding in item.findings] == ["release-withdrawn"]


def test_a_missing_file_or_a_proof_is_not_released(ready, editor):
    item = ready()
    item.file.storage.delete(item.file.name)
    with pytest.raises(ReleaseRefused):
        releases.release(item, user=editor)
    proof = ready()
    PrintFile.objects.filter(pk=proof.pk).update(purpose="proof")
    with pytest.raises(ReleaseRefused):
        releases.release(proof, user=editor)


@pytest.fixture
def released(ready, editor):
    item = ready()
    releases.release(item, user=editor)
    return item


def test_a_released_file_is_never_deleted_nor_changed(released, editor, monkeypatch):
    with pytest.raises(ProtectedError), transaction.atomic():
        released.delete()
    with pytest.raises(ProtectedError), transaction.atomic():
        PrintFile.objects.filter(pk=released.pk).delete()
    assert not PrintFile.objects.get(pk=released.pk).change_state(State.READY, findings=[])
    monkeypatch.setattr(printing, "make_pdf", lambda *args, **kwargs: Pdf(data=b"%PDF-new", pages=1, problems=[]))
    monkeypatch.setattr("cms.renditions.inspection.look_at_pdf", lambda *args, **kwargs: [])
    for _number in range(printing.KEPT + 2):
        again = printing.request_again(released, user=editor)
        printing.make(again)
    kept = PrintFile.objects.get(pk=released.pk)
    assert (kept.state, kept.file.read()) == (State.RELEASED, b"%PDF-1.6 small")


def test_the_page_of_a_released_file_cannot_be_deleted(released, article, edition, admin_client):
    for page in (article, edition):
        answer = admin_client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]), follow=True)
        assert article.title in answer.content.decode()
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    admin_client.post(f"{bulk}?id={article.pk}")
    assert type(article).objects.filter(pk=article.pk).exists()
    with pytest.raises(ProtectedError), transaction.atomic():
        article.delete()


def test_a_page_whose_files_were_never_released_goes_with_them(ready, article):
    item = ready()
    article.delete()
    assert not PrintFile.objects.filter(pk=item.pk).exists()


def test_the_revision_of_a_released_file_is_not_purged(released, article):
    for title in ("Neuer", "Neu"):
        article.title = title
        article.save_revision().publish()
    before = Revision.objects.count()
    purge_revisions()
    assert Revision.objects.count() < before
    released.refresh_from_db()
    assert released.revision.as_object().title != "Neu"


def test_the_page_of_a_file_shows_findings_and_leads_to_the_block(ready, article, admin_client):
    block = article.body[0].id
    item = ready(ERROR.linked(block=block), WARNING)
    html = admin_client.get(reverse("renditions:file", args=[item.pk])).content.decode()
    assert f"{reverse('wagtailadmin_pages:edit', args=[article.pk])}#block-{block}-section" in html
    assert html.count('class="print-finding print-finding-') == 2
    only = admin_client.get(reverse("renditions:file", args=[item.pk]), {"severity": "warning"}).content.decode()
    assert only.count('class="print-finding print-finding-') == 1


def test_a_block_of_an_article_is_found_from_its_edition(edition, admin_client):
    from cms.renditions.views.findings import editor_link

    block = edition.articles[2].body[0].id
    link = editor_link(ERROR.linked(block=block), page=edition)
    assert link == f"{reverse('wagtailadmin_pages:edit', args=[edition.articles[2].pk])}#block-{block}-section"


def test_accepting_and_releasing_in_the_browser(ready, admin_client):
    item = ready(WARNING)
    admin_client.post(reverse("renditions:release", args=[item.pk]))
    assert PrintFile.objects.get(pk=item.pk).state == State.READY
    admin_client.post(reverse("renditions:accept", args=[item.pk]), {"key": [WARNING.key]})
    admin_client.post(reverse("renditions:release", args=[item.pk]))
    assert PrintFile.objects.get(pk=item.pk).state == State.RELEASED
