"""Invitation codes: made in one go for a group, counted, blocked when they were lost."""

from collections import Counter

from wagtail.log_actions import log

from ..models.forms import Form
from ..models.surveys import SurveyCode


def make_codes(form: Form, *, group: str, number: int, user) -> list[SurveyCode]:
    codes = SurveyCode.objects.bulk_create([SurveyCode(form=form, group=group) for _one in range(number)])
    log(instance=form, action="participation.codes", user=user, data={"number": number})
    return codes


def block_open_codes(form: Form, *, group: str, user) -> int:
    """Those of a group that nobody has used; returns how many."""
    rows = SurveyCode.objects.filter(form=form, group=group, state=SurveyCode.State.OPEN)
    count = rows.update(state=SurveyCode.State.BLOCKED)
    log(instance=form, action="participation.codes_blocked", user=user, data={"number": count})
    return count


def tally(form: Form) -> list[dict]:
    """Per group: how many codes there are in each state."""
    counts = Counter(SurveyCode.objects.filter(form=form).values_list("group", "state"))
    groups = sorted({group for group, _state in counts})
    return [{"group": group, **{state: counts[group, state] for state in SurveyCode.State.values}} for group in groups]


def spaced(code: str) -> str:
    """As people read it: ABCD EFGH."""
    return f"{code[:4]} {code[4:]}"
