"""Proofs: ordered by a workflow, looked at page by page, approved or sent back, and compared with each other."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page, TaskState, Workflow, WorkflowPage, WorkflowTask

from cms.core.permissions import ensure_editor_group
from cms.renditions import proofs
from cms.renditions.models import PrintFile, ProofApprovalTask, ProofState
from cms.renditions.pdf import Purpose
from cms.renditions.printing import request_print
from cms.renditions.proofs import ProofRefused, Remark
from cms.renditions.raster import RasterError, differences, page_pictures

State = PrintFile.State


def small_pdf(*pages: str, size=(300, 400)) -> bytes:
    """A PDF made by hand: one content stream for each page."""
    import io

    import pikepdf

    pdf = pikepdf.new()
    for content in pages:
        page = pdf.add_blank_page(page_size=size)
        page.Contents = pdf.make_stream(content.encode())
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


SQUARE = "1 0 0 rg 30 300 40 40 re f "
DOT = "0 0 1 rg 200 60 20 20 re f "


@pytest.fixture
def stored(edition):
    """A finished file with these bytes: stored(small_pdf(...), purpose="proof")."""

    def store(data: bytes, *, purpose="proof", page=None):
        page = page or edition.articles[1]
        item = request_print(page, purpose=Purpose(purpose), source="draft")
        name = item.file.storage.save(f"{page.pk}/{item.pk}/x.pdf", ContentFile(data))
        PrintFile.objects.filter(pk=item.pk).update(state=State.READY, file=name, page_count=data.count(b"/Type /Page\n") or 1)
        item.refresh_from_db()
        return item

    return store


@pytest.fixture
def submitted(edition, editor, django_user_model):
    """An article in a workflow with a proof approval, and somebody of the approving group."""
    article = edition.articles[1]
    group = Group.objects.create(name="Vorsitz")
    chair = django_user_model.objects.create_user(
        "vorsitz", "vorsitz@lindenau.example", "x", first_name="Jaspal", last_name="Gill"
    )
    chair.groups.add(group)
    publish = Permission.objects.get(codename="publish_page", content_type__app_label="wagtailcore")
    GroupPagePermission.objects.create(group=group, page=Page.get_first_root_node(), permission=publish)
    for permission in ensure_editor_group().permissions.filter(codename="access_admin"):
        group.permissions.add(permission)
    task = ProofApprovalTask.objects.create(name="Korrekturabzug")
    task.groups.add(group)
    workflow = Workflow.objects.create(name="Freigabe")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    article.title = "Der Chor, der bleibt"
    article.save_revision(user=editor)
    workflow.start(article, editor)
    return article, chair


@pytest.mark.django_db
def test_submitting_orders_a_proof_of_the_draft(submitted):
    state = ProofState.objects.get()
    assert (state.print_file.purpose, state.print_file.source) == ("proof", "draft")
    assert state.status == TaskState.STATUS_IN_PROGRESS
    assert proofs.version_of(state.print_file) == 1


def test_approving_ends_the_workflow_with_a_word_on_every_page(submitted):
    _article, chair = submitted
    state = ProofState.objects.get()
    proofs.decide(state, action="approve", remarks=[Remark(1, True, "schön"), Remark(2, True)], user=chair)
    state.refresh_from_db()
    assert (state.status, state.finished_by) == (TaskState.STATUS_APPROVED, chair)
    assert state.remarks == {"1": {"ok": True, "comment": "schön"}, "2": {"ok": True, "comment": ""}}
    assert "schön" in state.comment
    assert state.workflow_state.status == "approved"


def test_sending_back_names_the_pages(submitted):
    _article, chair = submitted
    state = ProofState.objects.get()
    with pytest.raises(ProofRefused):
        proofs.decide(state, action="reject", remarks=[Remark(1, True)], user=chair)
    with pytest.raises(ProofRefused):
        proofs.decide(state, action="approve", remarks=[Remark(1, True), Remark(2, False)], user=chair)
    proofs.decide(state, action="reject", remarks=[Remark(1, True), Remark(2, False, "Name falsch")], comment="Fast", user=chair)
    state.refresh_from_db()
    assert state.status == TaskState.STATUS_REJECTED
    assert state.comment.splitlines()[0] == "Fast"
    assert "2" in state.comment and "Name falsch" in state.comment


def test_only_the_approving_group_decides_and_only_once(submitted, django_user_model):
    _article, chair = submitted
    state = ProofState.objects.get()
    stranger = django_user_model.objects.create_user("fremd")
    with pytest.raises(ProofRefused):
        proofs.decide(state, action="approve", remarks=[], user=stranger)
    proofs.decide(state, action="approve", remarks=[], user=chair)
    with pytest.raises(ProofRefused):
        proofs.decide(ProofState.objects.get(), action="approve", remarks=[], user=chair)


def test_the_approver_sees_the_pages_and_decides_in_the_browser(submitted, client, editor):
    article, chair = submitted
    state = ProofState.objects.get()
    storage = state.print_file.file.storage
    name = storage.save(f"{article.pk}/proof.pdf", ContentFile(small_pdf(SQUARE, DOT)))
    PrintFile.objects.filter(pk=state.print_file_id).update(state=State.READY, file=name, page_count=2)
    client.force_login(chair)
    address = reverse("renditions:proof", args=[state.print_file_id])
    assert client.get(address).content.decode().count("<textarea") == 3
    answer = client.post(address, {"action": "reject", "page-1": "ok", "page-2": "change", "comment-2": "Punkt zu klein"})
    assert answer.status_code == 302
    state.refresh_from_db()
    assert state.remarks["2"] == {"ok": False, "comment": "Punkt zu klein"}
    assert answer.url == reverse("wagtailadmin_home")  # the page is not the approver's to edit any more
    client.force_login(editor)
    assert "Punkt zu klein" in client.get(address).content.decode()


def test_a_page_that_cannot_be_printed_is_approved_without_a_proof(edition, editor):
    publication = edition.get_parent().specific
    task = ProofApprovalTask.objects.create(name="Korrekturabzug")
    workflow = Workflow.objects.create(name="Freigabe")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    publication.save_revision()
    workflow.start(publication, editor)
    assert ProofState.objects.get().print_file is None


def test_changed_regions_are_marked_per_page(stored):
    old = stored(small_pdf(SQUARE, SQUARE, SQUARE))
    PrintFile.objects.filter(pk=old.pk).update(sheet="a3")  # so that the next one is another row
    new = stored(small_pdf(SQUARE, SQUARE + DOT))
    changes = differences(old.file, new.file)
    assert [change["only"] for change in changes] == ["", "", "old"]
    assert changes[0]["regions"] == []
    (region,) = changes[1]["regions"]
    assert region == pytest.approx([200 / 300, 320 / 400, 20 / 300, 20 / 400], abs=0.03)


def test_between_proofs_the_line_with_date_and_version_is_no_change(stored):
    line = "0 g 100 8 100 6 re f "
    old = stored(small_pdf(SQUARE + line))
    PrintFile.objects.filter(pk=old.pk).update(sheet="a3")
    new = stored(small_pdf(SQUARE))
    assert differences(old.file, new.file, proofs=True)[0]["regions"] == []
    assert len(differences(old.file, new.file)[0]["regions"]) == 1


def test_the_comparison_is_shown_with_both_versions(stored, admin_client):
    old = stored(small_pdf(SQUARE))
    PrintFile.objects.filter(pk=old.pk).update(design="x")
    new = stored(small_pdf(SQUARE + DOT))
    html = admin_client.get(reverse("renditions:compare", args=[new.pk, old.pk])).content.decode()
    assert html.count("print-mark-change") == 1
    assert html.index(f"/print/{old.pk}/page-1") < html.index(f"/print/{new.pk}/page-1")


def test_page_pictures_are_made_once_and_shown_only_to_editors(stored, admin_client, client):
    item = stored(small_pdf(SQUARE, size=(306, 408)))
    folder, pages = page_pictures(item.file)
    before = (folder / "1.jpg").stat().st_mtime_ns
    answer = admin_client.get(reverse("renditions:picture", args=[item.pk, 1]))
    assert b"".join(answer.streaming_content).startswith(b"\xff\xd8")
    assert (folder / "1.jpg").stat().st_mtime_ns == before
    assert pages[0]["mm"] == pytest.approx([108, 144], abs=0.1)
    assert admin_client.get(reverse("renditions:picture", args=[item.pk, 2])).status_code == 404
    client.logout()
    assert client.get(reverse("renditions:picture", args=[item.pk, 1])).status_code == 302


def test_a_broken_file_has_no_pictures_but_a_reason(stored, admin_client):
    item = stored(b"%PDF-1.7 nothing")
    with pytest.raises(RasterError):
        page_pictures(item.file)
    assert admin_client.get(reverse("renditions:file", args=[item.pk])).status_code == 200
    assert admin_client.get(reverse("renditions:picture", args=[item.pk, 1])).status_code == 404


def test_pages_with_bleed_know_where_their_trimmed_area_begins(stored):
    import io

    import pikepdf

    pdf = pikepdf.open(io.BytesIO(small_pdf(SQUARE, size=(320, 420))))
    pdf.pages[0].TrimBox = [10, 10, 310, 410]
    out = io.BytesIO()
    pdf.save(out)
    _folder, pages = page_pictures(stored(out.getvalue()).file)
    assert pages[0]["trim"] == pytest.approx([10 * 25.4 / 72] * 2, abs=0.01)


def test_somebody_who_may_not_publish_is_told_so_and_nothing_happens(submitted, client):
    _article, chair = submitted
    GroupPagePermission.objects.filter(group__in=chair.groups.all()).delete()
    client.force_login(chair)
    state = ProofState.objects.get()
    assert client.get(reverse("renditions:proof", args=[state.print_file_id])).status_code == 200  # it is their task
    with pytest.raises(ProofRefused, match="veröffentlicht"):
        proofs.decide(state, action="approve", remarks=[Remark(1, True, "gut")], user=chair)
    state = ProofState.objects.get()
    assert (state.status, state.remarks) == (TaskState.STATUS_IN_PROGRESS, {})


def test_the_workflow_is_set_up_once_and_leaves_an_administrators_choice_alone(home):
    workflow = proofs.ensure_workflow()
    assert proofs.ensure_workflow() == workflow
    assert home.get_workflow() == workflow
    other = Workflow.objects.create(name="Anders")
    WorkflowPage.objects.filter(page=Page.get_first_root_node()).update(workflow=other)
    proofs.ensure_workflow()
    assert home.get_workflow() == other
