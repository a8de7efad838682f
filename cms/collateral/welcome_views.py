"""The page “Welcome package” in the admin: pieces, languages, copies, order."""

from django import forms
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.admin.widgets import AdminDateInput

from cms.core.translations import language_name
from cms.renditions.errors import RenditionError
from cms.renditions.models import PrinterProfile

from . import welcome_package
from .models import LetterRun
from .welcome_package import SLOTS, Order

PERMISSION = "renditions.add_package"
MOST = 100_000


class WelcomeForm(forms.Form):
    """One choice for each piece, one number for each language."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=90)
    signs = forms.IntegerField(label=gettext_lazy("Welcome signs in each package"), min_value=1, max_value=MOST, initial=2)
    printer_profile = forms.ModelChoiceField(
        label=gettext_lazy("Printer profile"), queryset=PrinterProfile.objects.none(), required=False, empty_label="PDF/X-4"
    )
    print_shop = forms.CharField(label=gettext_lazy("Print shop"), max_length=200, required=False)
    delivery_address = forms.CharField(
        label=gettext_lazy("Delivery address"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    delivery_date = forms.DateField(label=gettext_lazy("Wanted on"), required=False, widget=AdminDateInput)
    notes = forms.CharField(
        label=gettext_lazy("Notes for the print shop"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["printer_profile"].queryset = PrinterProfile.objects.all()
        self.candidates = {slot.key: editable(welcome_package.candidates(slot), user) for slot in SLOTS}
        for slot in SLOTS:
            pages = self.candidates[slot.key]
            choices = [("", _("leave out")), *((str(page.pk), page.get_admin_display_title()) for page in pages)]
            first = str(pages[0].pk) if pages else ""
            self.fields[slot.key] = forms.ChoiceField(label=slot.label, choices=choices, required=False, initial=first)
        for code, _name in settings.LANGUAGES:
            self.fields[f"copies_{code}"] = forms.IntegerField(
                label=language_name(code), required=False, min_value=0, max_value=MOST
            )

    def pieces(self):
        return [self[slot.key] for slot in SLOTS]

    def copies(self):
        return [self[f"copies_{code}"] for code, _name in settings.LANGUAGES]

    def details(self):
        return [self[name] for name in ("title", "signs", "printer_profile", *DETAILS)]

    def chosen_pages(self) -> dict:
        """Slot → page: of what was sent, else of what is proposed."""
        chosen = {}
        for slot in SLOTS:
            wanted = self[slot.key].value()
            page = next((page for page in self.candidates[slot.key] if str(page.pk) == wanted), None)
            if page:
                chosen[slot.key] = page
        return chosen

    def order(self) -> Order:
        data = self.cleaned_data
        return Order(
            title=data["title"],
            pages=self.chosen_pages(),
            copies={code: data[f"copies_{code}"] or 0 for code, _name in settings.LANGUAGES},
            signs=data["signs"],
            profile=data["printer_profile"],
            details={name: data[name] for name in DETAILS},
        )


DETAILS = ("print_shop", "delivery_address", "delivery_date", "notes")


def editable(pages: list, user) -> list:
    return [page for page in pages if page.permissions_for_user(user).can_edit()]


def welcome(request):
    """The form; `?run=` takes the number of copies from the recipients of a letter. A POST orders."""
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
    runs = [run for run in LetterRun.objects.select_related("letter")[:12] if editable([run.letter], request.user)]
    run = next((run for run in runs if str(run.pk) == request.GET.get("run")), None)
    initial = {"title": _("Welcome package")}
    if run:
        initial |= {f"copies_{code}": count for code, count in welcome_package.copies_for(run).items()}
    form = WelcomeForm(request.POST or None, user=request.user, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            packages = welcome_package.order(form.order(), user=request.user)
        except RenditionError as error:
            form.add_error(None, str(error))
        else:
            return ordered(request, packages)
    context = {
        "form": form,
        "rows": zip(welcome_package.overview(form.chosen_pages()), form.copies(), strict=True),
        "slots": [slot for slot in SLOTS if slot.key in form.chosen_pages()],
        "runs": runs,
        "run": run,
        "media": form.media,
    }
    return TemplateResponse(request, "collateral/admin/welcome_package.html", context, status=422 if form.errors else 200)


def ordered(request, packages):
    text = ngettext(
        "%(count)s package is begun. Its files are being made; release them, then pack.",
        "%(count)s packages are begun. Their files are being made; release them, then pack.",
        len(packages),
    )
    buttons = [messages.button(reverse("renditions:package", args=[one.pk]), one.title) for one in packages[:6]]
    messages.success(request, text % {"count": len(packages)}, buttons=buttons)
    return redirect("renditions:packages")
