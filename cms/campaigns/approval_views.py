"""The pages behind the secret link of a portrayed person. What happens stands in approval.py and withdrawal.py."""

from contextlib import suppress

from django import forms
from django.conf import settings
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse, translate_url
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext_lazy as _

from cms.core.context import html_lang
from cms.core.limits import TooMany, count_connection
from cms.core.private_pages import private_page
from cms.core.public_forms import PublicForm, WordsField
from cms.core.secret_links import LinkError
from cms.renditions.preview import page_picture

from . import approval as own_approval
from . import proofs, withdrawal
from .evidence import PERSON
from .models import Approval, Release
from .releases import ReleaseError, change_release


class WishForm(PublicForm):
    wish = WordsField(label=_("What should be different?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 5}))


def opened(view):
    """Hands the Approval to a view, or says that the link opens nothing, without telling why."""

    @private_page
    def wrapped(request, token: str, **kwargs):
        try:
            count_connection(request, purpose="approval", per_hour=600)
            found = own_approval.open_link(token)
        except TooMany:
            return render(request, "campaigns/approval_closed.html", {"too_many": True}, status=429)
        except LinkError:
            return render(request, "campaigns/approval_closed.html", status=410)
        page = own_approval.shown_to(found, language=get_language())
        if page is None:
            return render(request, "campaigns/approval_closed.html", status=410)
        return view(request, found, page, token=token, **kwargs)

    return wrapped


@opened
def approval(request, found: Approval, page, *, token: str):
    """What the person sees and says. GET changes nothing."""
    form, error = WishForm(), ""
    if request.method == "POST":
        act = request.POST.get("act")
        if act == "change":
            form = WishForm(request.POST)
            if form.is_valid() and not form.is_trapped:
                error = answered(own_approval.ask_for_change, found, wish=form.cleaned_data["wish"])
        elif act == "approve":
            error = answered(own_approval.approve, found, seen=request.POST.get("seen", ""))
        if act in ("change", "approve") and not error and not form.errors:
            return HttpResponseRedirect(f"{request.path}?said={act}#said")
    return show(request, found, page, token=token, form=form, error=error)


def answered(act, found: Approval, **kwargs) -> str:
    """Empty, or why it was not possible."""
    try:
        act(found, language=get_language(), **kwargs)
    except own_approval.ApprovalError as error:
        return str(error)
    return ""


def show(request, found: Approval, page, *, token: str, form, error: str):
    release = page.release
    gone = release is not None and release.state in (Release.State.WITHDRAWN, Release.State.EXPIRED)
    pieces = [] if gone else proofs.pieces_of(page)
    ready = sum(piece.is_ready or piece.has_failed for piece in pieces)
    proofs.order(page, pieces)
    context = {
        "approval": found,
        "person": page,
        "release": release,
        "gone": gone,
        "printed": withdrawal.printed_pieces(page.translation_key) if gone else [],
        "pieces": pieces,
        "ready": ready,
        "waiting": ready < len(pieces),
        "seen": own_approval.digest_of(page),
        "form": form,
        "error": error,
        "said": request.GET.get("said", ""),
        "token": token,
        "languages": languages_of(request.path),
    }
    return render(request, "campaigns/approval.html", context, status=422 if error or form.errors else 200)


def languages_of(path: str) -> list[dict]:
    """This very page in every language of the site, for includes/languages.html."""
    current = get_language()
    return [
        {
            "url": translate_url(path, code),
            "code": code,
            "lang": html_lang(code),
            "dir": "rtl" if get_language_info(code)["bidi"] else "ltr",
            "name": name,
            "current": code == current,
        }
        for code, name in settings.LANGUAGES
    ]


@opened
def web_page(request, found: Approval, page, *, token: str):
    """The testimonial as it will stand on the web site, drafts included."""
    return page.make_preview_request(request, page.default_preview_mode)


@opened
def picture(request, found: Approval, page, *, token: str, name: str):
    """A printed piece, once it is drawn."""
    piece = next((piece for piece in proofs.pieces_of(page) if piece.name == name), None)
    if piece is None or not piece.is_ready:
        raise Http404
    return page_picture(request, piece.key, 1)


@opened
def withdraw(request, found: Approval, page, *, token: str):
    """Asks once more, and takes everything back on POST."""
    if request.method == "POST" and request.POST.get("act") == "withdraw":
        with suppress(ReleaseError):  # it is withdrawn already: the page says so
            change_release(page, state=Release.State.WITHDRAWN, by=PERSON, originals=bool(request.POST.get("originals")))
        return HttpResponseRedirect(reverse("campaigns:approval", args=[token]))
    return render(request, "campaigns/withdraw.html", {"person": page, "token": token})
