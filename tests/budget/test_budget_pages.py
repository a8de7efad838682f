"""The budget in the admin: who may see it, booking with documents nobody else opens, exports, what the print desk says."""

import io
from decimal import Decimal as D

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.models import ModelLogEntry

from cms.budget import keeping
from cms.budget.models import Budget, Item, Voucher
from cms.core.permissions import ensure_editor_group
from cms.renditions.models import Package, PackageItem, PrintFile

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n%demo invoice\n"


@pytest.fixture
def office(client, django_user_model):
    """A client logged in as somebody of the group “Redaktion”."""
    user = django_user_model.objects.create_user("redaktion", "redaktion@lindenau.example", "lindenau")
    user.groups.add(ensure_editor_group())
    client.force_login(user)
    return client


@pytest.fixture
def budget(db):
    return keeping.new_budget(timezone.localdate().year, sources=[("Haushalt der Stadt", D(5000))])


@pytest.fixture
def paper(budget):
    return keeping.save_item(Item(budget=budget, title="=HYPERLINK(1)", kind=Item.Kind.EDITION, planned=D(1000), copies=2000))


def voucher_data(**fields) -> dict:
    data = {"kind": "invoice", "date": "12.10.2026", "supplier": "Druckerei Sommer", "number": "4711", "amount": "1.180,40"}
    return data | fields


def test_a_year_is_begun_with_its_sources(office):
    sources = {
        "sources-TOTAL_FORMS": "2",
        "sources-INITIAL_FORMS": "0",
        "sources-0-name": "Stadt",
        "sources-0-amount": "4.500,00",
    }
    data = {"year": "2026", "carried_over": "-12,50", "warn_at": "90", **sources, "sources-1-name": "", "sources-1-amount": ""}
    answer = office.post(reverse("budget:add_year"), data, follow=True)
    assert answer.status_code == 200
    budget = Budget.objects.get(year=2026)
    assert budget.carried_over == D("-12.50")
    assert [(source.name, source.amount) for source in budget.sources.all()] == [("Stadt", D(4500))]
    page = answer.content.decode()
    assert "4.487,50\xa0€" in page


def test_an_item_is_planned_and_an_invoice_booked_with_its_document(office, budget, home):
    data = {"title": "Vielfalt 24", "kind": "edition", "planned": "1.000", "copies": "2000", "page": home.pk, "state": "ordered"}
    answer = office.post(reverse("budget:add_item"), data)
    item = Item.objects.get()
    assert answer.url == reverse("budget:item", args=[item.pk])
    file = SimpleUploadedFile("rechnung.pdf", PDF, content_type="application/pdf")
    answer = office.post(answer.url, voucher_data(file=file), follow=True)
    page = answer.content.decode()
    assert "Diese Auflage: 1.180,40\xa0€ · 0,5902\xa0€ je Stück · 118\xa0% vom Geplanten" in page
    assert "180,40\xa0€ mehr als geplant sind bezahlt." in page
    log = ModelLogEntry.objects.filter(action="budget.voucher").get()
    assert log.data["amount"] == "1180.40"
    assert log.user.get_username() == "redaktion"


def test_a_document_opens_for_people_of_the_budget_only(office, client, paper, django_user_model, rf):
    office.post(reverse("budget:item", args=[paper.pk]), voucher_data(file=SimpleUploadedFile("rechnung.pdf", PDF)))
    voucher = Voucher.objects.get()
    own = office.get(reverse("budget:document", args=[voucher.pk]))
    assert b"".join(own.streaming_content) == PDF
    assert "no-store" in own["Cache-Control"]
    client.logout()
    assert client.get(voucher.document.url).status_code in (302, 403)
    stranger = django_user_model.objects.create_user("fremd", "fremd@lindenau.example", "lindenau")
    client.force_login(stranger)
    assert client.get(voucher.document.url).status_code in (302, 403)
    document = voucher.document  # moved into an open collection by mistake: still closed
    document.collection = document.collection.get_root()
    document.save()
    assert client.get(document.url).status_code == 403
    assert client.get(reverse("budget:document", args=[voucher.pk])).status_code in (302, 403)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("rechnung.exe", b"MZ", "Laden Sie eine PDF-Datei"),
        ("rechnung.pdf", b"<script>alert(1)</script>", "nicht das, was ihr Name sagt"),
    ],
)
def test_a_wrong_file_is_refused_and_nothing_is_booked(office, paper, name, content, said):
    answer = office.post(reverse("budget:item", args=[paper.pk]), voucher_data(file=SimpleUploadedFile(name, content)))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert said in page
    assert "4711" in page  # what was typed is kept
    assert not Voucher.objects.exists()


@pytest.mark.parametrize("amount", ["-5", "viel", "1e400", "", "99999999999", "NaN"])
def test_an_impossible_amount_is_refused(office, paper, amount):
    answer = office.post(reverse("budget:item", args=[paper.pk]), voucher_data(amount=amount))
    assert answer.status_code == 422
    assert not Voucher.objects.exists()


def test_whoever_lacks_the_permission_sees_nothing_of_it(client, paper, django_user_model):
    user = django_user_model.objects.create_user("gast", "gast@lindenau.example", "lindenau")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    names = [("year", [paper.budget.year]), ("item", [paper.pk]), ("export", [paper.budget.year, "csv"]), ("add_item", [])]
    for name, args in names:
        assert client.get(reverse(f"budget:{name}", args=args)).status_code in (302, 403), name
    assert "HYPERLINK" not in client.get("/admin/").content.decode()
    assert reverse("budget:start") not in client.get("/admin/").content.decode()


def test_the_first_page_warns_when_something_is_too_dear(office, paper):
    assert "mehr als geplant" not in office.get("/admin/").content.decode()
    office.post(reverse("budget:item", args=[paper.pk]), voucher_data())
    assert "180,40\xa0€ mehr als geplant sind bezahlt." in office.get("/admin/").content.decode()


def test_exports_hold_the_sums_and_no_formula(office, paper):
    office.post(reverse("budget:item", args=[paper.pk]), voucher_data(supplier="@SUM(A1)"))
    year = paper.budget.year
    text = office.get(reverse("budget:export", args=[year, "csv"])).content.decode("utf-8-sig")
    assert "'=HYPERLINK(1)" in text
    assert "1180,40" in text
    book = load_workbook(io.BytesIO(office.get(reverse("budget:export", args=[year, "xlsx"])).content))
    cells = [cell for row in book.active.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert 1180.4 in [cell.value for cell in cells]
    assert office.get(reverse("budget:export", args=[year, "pdf"])).status_code == 404


def test_the_year_is_closed_and_opened_again(office, paper):
    year = paper.budget.year
    assert "5.000,00\xa0€" in office.get(reverse("budget:close", args=[year])).content.decode()
    office.post(reverse("budget:close", args=[year]))
    assert Budget.objects.get(year=year + 1).carried_over == D(5000)
    assert office.post(reverse("budget:item", args=[paper.pk]), voucher_data()).status_code in (302, 403)
    assert not Voucher.objects.exists()
    office.post(reverse("budget:reopen", args=[year]))
    assert Budget.objects.get(year=year).is_open


def test_a_package_and_its_files_say_what_the_run_costs(office, paper, edition, locales):
    made = PrintFile.objects.create(
        page=edition, locale=edition.locale, product="paper", sheet="a4-paper", purpose="press", source="live", state="ready"
    )
    package = Package.objects.create(title="Vielfalt 24")
    PackageItem.objects.create(package=package, print_file=made, copies=2000, price_per_copy=D("0.09"))
    address = reverse("renditions:package", args=[package.pk])
    assert f"{reverse('budget:add_item')}?package={package.pk}" in office.get(address).content.decode()
    paper.package, paper.copies, paper.planned = package, None, D("428.57")
    keeping.save_item(paper)
    line = "Diese Auflage: 180,00\xa0€ · 0,09\xa0€ je Stück · 42\xa0% vom Geplanten"
    assert line in office.get(address).content.decode()
    assert line in office.get(reverse("renditions:file", args=[made.pk])).content.decode()
