"""Who may see a call, and who decides about it."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404

from ...models import CallPage, Form, Jury
from ...receiving import source_page
from ...rights import readable_forms
from ..judging import is_juror, jury_of

MAY_SEE = "participation.view_application"
MAY_DECIDE = "participation.change_application"


def seen_call(request, pk: int) -> tuple[Form, CallPage, Jury]:
    """A call for the office or for a member of its jury. Raises PermissionDenied and Http404."""
    form = get_object_or_404(Form, pk=pk, kind=Form.Kind.CALL)
    jury = jury_of(form)
    if not may_manage(request.user, form) and not is_juror(jury, request.user):
        raise PermissionDenied
    page = CallPage.objects.filter(translation_key=form.key).order_by("pk").first()
    if page is None:
        raise Http404
    return form, source_page(page), jury


def may_manage(user, form: Form) -> bool:
    return user.has_perm(MAY_SEE) and (user.is_superuser or readable_forms(user).filter(pk=form.pk).exists())


def managed_call(request, pk: int) -> tuple[Form, CallPage, Jury]:
    """For whoever decides. Raises PermissionDenied and Http404."""
    found = seen_call(request, pk)
    if not may_manage(request.user, found[0]) or not request.user.has_perm(MAY_DECIDE):
        raise PermissionDenied
    return found


def mine(user) -> list[Form]:
    """Calls that this person manages or judges."""
    calls = Form.objects.filter(kind=Form.Kind.CALL)
    managed = set(readable_forms(user).filter(kind=Form.Kind.CALL)) if user.has_perm(MAY_SEE) else set()
    return sorted(managed | set(calls.filter(jury__members=user)), key=lambda form: form.title)
