"""The budget in the admin: the year at a glance, its sources, items and vouchers, closing a year, exports."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.models import Page

from cms.core.spreadsheets import KINDS

from . import exporting, keeping
from .charts import bars_of
from .figures import figures_of, of_item, with_rows
from .forms import BudgetForm, ItemForm, SourceFormSet, VoucherForm
from .keeping import BudgetError
from .models import Budget, Item, Voucher
from .vault import PERMISSION
from .wording import budget_warnings, item_warning, run_line


def allowed(permission: str):
    """Raises PermissionDenied for whoever lacks `permission`."""

    def decorate(view):
        @wraps(view)
        def checked(request, *args, **kwargs):
            if not request.user.has_perm(permission):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return checked

    return decorate


def this_years() -> Budget | None:
    """The budget of today's year, else the newest."""
    return Budget.objects.filter(year=timezone.localdate().year).first() or Budget.objects.first()


@allowed(PERMISSION)
def start(request):
    budget = this_years()
    if budget is None:
        return TemplateResponse(request, "budget/empty.html", {"may_add": request.user.has_perm("budget.add_budget")})
    return redirect("budget:year", budget.year)


@allowed(PERMISSION)
def year(request, number: int):
    budget = get_object_or_404(Budget, year=number)
    figures = figures_of(budget)
    user = request.user
    context = {
        "budget": budget,
        "figures": figures,
        "warnings": budget_warnings(figures),
        "bars": bars_of(figures),
        "rows": [{"figures": one, "item": one.item, "warning": item_warning(one)} for one in figures.items],
        "years": list(Budget.objects.values_list("year", flat=True)),
        "sources": budget.sources.all(),
        "may_change": budget.is_open and user.has_perm("budget.change_budget"),
        "may_add": budget.is_open and user.has_perm("budget.add_item"),
        "may_reopen": not budget.is_open and user.has_perm("budget.change_budget"),
    }
    return TemplateResponse(request, "budget/year.html", context)


@allowed("budget.add_budget")
def add_year(request):
    newest = Budget.objects.first()
    budget = Budget(year=newest.year + 1 if newest else timezone.localdate().year)
    return _year_form(request, budget)


@allowed("budget.change_budget")
def edit_year(request, number: int):
    return _year_form(request, get_object_or_404(Budget, year=number))


def _year_form(request, budget: Budget):
    form = BudgetForm(request.POST or None, instance=budget)
    sources = SourceFormSet(request.POST or None, instance=budget)
    if request.method == "POST" and form.is_valid() and sources.is_valid():
        try:
            keeping.save_budget(form.instance, user=request.user)
            _save_sources(sources, user=request.user)
        except BudgetError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("The budget of %(year)s is saved.") % {"year": budget.year})
            return redirect("budget:year", budget.year)
    context = {"form": form, "sources": sources, "budget": budget, "media": form.media}
    return TemplateResponse(request, "budget/year_form.html", context, status=422 if form.errors or any(sources.errors) else 200)


def _save_sources(sources, *, user) -> None:
    sources.save(commit=False)
    for source in sources.deleted_objects:
        keeping.remove_source(source, user=user)
    changed = [source for source, _fields in sources.changed_objects]
    for source in [*changed, *sources.new_objects]:
        source.budget = sources.instance
        keeping.save_source(source, user=user)


@allowed("budget.add_item")
def add_item(request):
    """`?year=`, `?page=` and `?package=` fill the form."""
    year_wanted = request.GET.get("year", "")
    budget = Budget.objects.filter(year=year_wanted).first() if year_wanted.isdigit() else this_years()
    if budget is None:
        return redirect("budget:start")
    item = Item(budget=budget, title=_title_for(request.GET))
    initial = {name: request.GET[name] for name in ("page", "package") if request.GET.get(name, "").isdigit()}
    return _item_form(request, item, initial=initial)


def _title_for(asked) -> str:
    page = Page.objects.filter(pk=asked.get("page", "")).first() if asked.get("page", "").isdigit() else None
    return page.title[:120] if page else ""


@allowed("budget.change_item")
def edit_item(request, pk: int):
    return _item_form(request, get_object_or_404(Item.objects.select_related("budget"), pk=pk))


def _item_form(request, item: Item, *, initial: dict | None = None):
    form = ItemForm(request.POST or None, instance=item, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            keeping.save_item(form.instance, user=request.user)
        except BudgetError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("“%(title)s” is saved.") % {"title": item.title})
            return redirect("budget:item", item.pk)
    context = {"form": form, "item": item, "budget": item.budget, "media": form.media}
    return TemplateResponse(request, "budget/item_form.html", context, status=422 if form.errors else 200)


@allowed(PERMISSION)
def item(request, pk: int):
    """One item with its offers and invoices; a POST books a voucher."""
    found = get_object_or_404(with_rows(Item.objects.all()), pk=pk)
    may_change = found.budget.is_open and request.user.has_perm("budget.change_item")
    form = VoucherForm(request.POST or None, request.FILES or None, instance=Voucher(item=found)) if may_change else None
    if request.method == "POST":
        if form is None:
            raise PermissionDenied
        if form.is_valid():
            keeping.add_voucher(form.instance, file=form.cleaned_data["file"], user=request.user)
            messages.success(request, _("Booked: %(voucher)s") % {"voucher": form.instance})
            return redirect("budget:item", pk)
    figures = of_item(found)
    context = {
        "item": found,
        "budget": found.budget,
        "figures": figures,
        "line": run_line(figures),
        "warning": item_warning(figures),
        "form": form,
        "media": form.media if form else "",
        "may_change": may_change,
    }
    return TemplateResponse(request, "budget/item.html", context, status=422 if form and form.errors else 200)


@require_POST
@allowed("budget.change_item")
def remove_item(request, pk: int):
    found = get_object_or_404(Item, pk=pk)
    try:
        keeping.remove_item(found, user=request.user)
    except BudgetError as error:
        messages.error(request, str(error))
        return redirect("budget:item", pk)
    messages.success(request, _("“%(title)s” is deleted.") % {"title": found.title})
    return redirect("budget:year", found.budget.year)


@require_POST
@allowed("budget.change_item")
def voucher_deed(request, pk: int, deed: str):
    """accept, decline, remove"""
    voucher = get_object_or_404(Voucher.objects.select_related("item__budget", "document"), pk=pk)
    states = {"accept": Voucher.State.ACCEPTED, "decline": Voucher.State.DECLINED}
    if deed not in (*states, "remove"):
        raise Http404
    try:
        if deed == "remove":
            keeping.remove_voucher(voucher, user=request.user)
        else:
            keeping.decide_offer(voucher, states[deed], user=request.user)
    except BudgetError as error:
        messages.error(request, str(error))
    return redirect("budget:item", voucher.item_id)


@allowed(PERMISSION)
def voucher_document(request, pk: int):
    document = get_object_or_404(Voucher.objects.select_related("document"), pk=pk, document__isnull=False).document
    answer = FileResponse(document.file.open("rb"), as_attachment=True, filename=document.filename)
    answer["Cache-Control"] = "private, no-store"
    return answer


@allowed("budget.change_budget")
def close(request, number: int):
    """Asks first; a POST closes the year and opens the next."""
    budget = get_object_or_404(Budget, year=number)
    if request.method == "POST":
        try:
            following = keeping.close(budget, user=request.user, plan_again="plan_again" in request.POST)
        except BudgetError as error:
            messages.error(request, str(error))
            return redirect("budget:year", number)
        messages.success(request, _("%(year)s is closed; what is left is carried over.") % {"year": number})
        return redirect("budget:year", following.year)
    return TemplateResponse(request, "budget/close.html", {"budget": budget, "figures": figures_of(budget)})


@require_POST
@allowed("budget.change_budget")
def reopen(request, number: int):
    budget = get_object_or_404(Budget, year=number)
    try:
        keeping.reopen(budget, user=request.user)
    except BudgetError as error:
        messages.error(request, str(error))
    return redirect("budget:year", number)


@allowed(PERMISSION)
def export(request, number: int, kind: str):
    budget = get_object_or_404(Budget, year=number)
    if kind not in KINDS:
        raise Http404
    return exporting.answer(figures_of(budget), kind=kind)
