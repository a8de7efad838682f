"""What the numbers of a budget mean, and closing a year."""

from decimal import Decimal as D

import pytest
from django.utils import translation

from cms.budget import keeping, money
from cms.budget.figures import Alarm, figures_of, of_item
from cms.budget.keeping import BudgetError
from cms.budget.models import Budget, Item, Voucher
from cms.budget.wording import budget_warnings, item_warning, run_line

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def german():
    with translation.override("de"):
        yield


@pytest.fixture
def budget(db):
    return keeping.new_budget(2026, sources=[("Haushalt der Stadt", D(4500)), ("Spende", D(500))])


def item(budget, *, planned="1000", **fields) -> Item:
    fields = {"title": "Vielfalt 24", "kind": Item.Kind.EDITION} | fields
    return keeping.save_item(Item(budget=budget, planned=D(planned), **fields))


def book(item, amount, kind=Voucher.Kind.INVOICE) -> Voucher:
    return keeping.add_voucher(Voucher(item=item, kind=kind, supplier="Druckerei Sommer", number="R-1", amount=D(amount)))


def test_an_item_without_vouchers_is_forecast_at_its_plan(budget):
    figures = of_item(item(budget))
    assert (figures.paid, figures.forecast, figures.cost, figures.warning) == (D(0), D(1000), D(0), None)


def test_an_accepted_offer_is_the_forecast_until_invoices_exceed_it(budget):
    paper = item(budget)
    offer = book(paper, "1180", Voucher.Kind.OFFER)
    assert of_item(paper).forecast == D(1000)  # an open offer promises nothing
    keeping.decide_offer(offer, Voucher.State.ACCEPTED)
    paper.refresh_from_db()
    assert paper.state == Item.State.ORDERED
    assert of_item(paper).forecast == D(1180)
    assert of_item(paper).warning is Alarm.FORECAST_TOO_MUCH
    book(paper, "1200.50")
    assert of_item(paper).forecast == D("1200.50")
    assert item_warning(of_item(paper)) == "200,50\xa0€ mehr als geplant sind bezahlt."


def test_a_credit_note_gives_money_back(budget):
    paper = item(budget)
    book(paper, "1200")
    book(paper, "250", Voucher.Kind.CREDIT)
    assert of_item(paper).paid == D(950)
    assert of_item(paper).warning is None


def test_what_is_paid_or_cancelled_costs_what_was_paid(budget):
    assert of_item(item(budget, state=Item.State.CANCELLED)).forecast == 0
    paid = item(budget, state=Item.State.PAID)
    book(paid, "640")
    assert of_item(paid).forecast == D(640)


def test_the_price_per_copy_and_the_line_of_a_run(budget):
    poster = item(budget, planned="428.57", copies=2000, kind=Item.Kind.POSTER)
    assert run_line(of_item(poster)) == "Für diese Auflage geplant: 428,57\xa0€"
    book(poster, "180")
    assert run_line(of_item(poster)) == "Diese Auflage: 180,00\xa0€ · 0,09\xa0€ je Stück · 42\xa0% vom Geplanten"


def test_the_year_warns_of_the_worst_first(budget):
    paper = item(budget, planned="4000")
    assert budget_warnings(figures_of(budget)) == []
    book(paper, "4500")
    assert figures_of(budget).warnings == [Alarm.NEARLY_SPENT]
    other = item(budget, planned="700", title="Plakate")
    assert figures_of(budget).warnings == [Alarm.FORECAST_TOO_MUCH]
    assert budget_warnings(figures_of(budget)) == ["Am Ende von 2026 fehlen 200,00\xa0€."]
    book(other, "600")
    assert figures_of(budget).warnings == [Alarm.SPENT_TOO_MUCH]


def test_figures_take_five_queries_however_many_items(budget, django_assert_max_num_queries):
    for number in range(12):
        book(item(budget, title=f"Posten {number}", planned="10"), "5")
    with django_assert_max_num_queries(6):
        assert figures_of(budget).paid == D(60)


def test_closing_carries_over_what_is_left_and_what_is_still_open(budget):
    book(item(budget, planned="1000", title="bezahlt", state=Item.State.PAID), "900")
    ordered = item(budget, planned="600", title="bestellt", state=Item.State.ORDERED)
    book(ordered, "100")
    following = keeping.close(budget, plan_again=True)
    assert (following.year, following.carried_over) == (2027, D(4000))
    taken = [(entry.title, entry.state, entry.planned) for entry in following.items.order_by("pk")]
    assert ("bestellt", "ordered", D(500)) in taken
    assert ("bezahlt", "planned", D(1000)) in taken
    assert budget.state == Budget.State.CLOSED


def test_nothing_can_be_booked_in_a_closed_year(budget):
    paper = item(budget)
    keeping.close(budget)
    paper.refresh_from_db()
    with pytest.raises(BudgetError, match="2026 ist abgeschlossen"):
        book(paper, "10")
    with pytest.raises(BudgetError):
        item(Budget.objects.get(year=2026))
    keeping.reopen(budget)
    paper.refresh_from_db()
    book(paper, "10")


def test_an_item_with_vouchers_is_kept(budget):
    paper = item(budget)
    voucher = book(paper, "10")
    with pytest.raises(BudgetError):
        keeping.remove_item(paper)
    keeping.remove_voucher(voucher)
    keeping.remove_item(paper)
    assert not Item.objects.exists()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1.234,50 €", "1234.50"),
        ("1234,5", "1234.5"),
        ("1,234.50", "1234.50"),
        ("1.234", "1234"),
        ("12.50", "12.50"),
        ("-3,20", "-3.20"),
        ("0,0923", "0.0923"),
        ("2\xa0000\xa0EUR", "2000"),
    ],
)
def test_amounts_are_read_as_people_write_them(typed, meant):
    assert D(money.read_amount(typed)) == D(meant)


def test_money_is_written_in_the_readers_way():
    assert money.euros(D("1234.5")) == "1.234,50\xa0€"
    assert money.per_copy(D("0.0923")) == "0,0923\xa0€"
    assert money.percent(D("0.999")) == "99\xa0%"
    with translation.override("en"):
        assert money.euros(D("1234.5")) == "€1,234.50"
