"""One submission: what came, what was done, and what can be done."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .. import handling
from ..handling import HandlingError
from ..ideas import decide
from ..models import Form, IdeaBoxPage, Submission
from ..rights import MAY_ACT, readable
from .forms import AnswerForm, DecisionForm, NoteForm
from .frame import OfficePage

LISTS = {
    Form.Kind.CONTACT: ("participation_messages:index", gettext_lazy("Messages")),
    Form.Kind.VOLUNTEERS: ("participation_volunteers:index", gettext_lazy("Volunteers")),
    Form.Kind.IDEAS: ("participation_ideas:index", gettext_lazy("Ideas")),
}
State = Submission.State


class ShowSubmission(OfficePage):
    """GET shows; POST does what its button says. Whoever may only read sees no buttons."""

    template_name = "participation/admin/submission.html"

    @cached_property
    def row(self) -> Submission:
        """404 for what this user may not read: not even that it is there."""
        rows = readable(Submission.objects.select_related("form", "consent"), self.request.user)
        return get_object_or_404(rows, pk=self.kwargs["pk"]).specific

    @property
    def trail(self):
        return [LISTS[self.row.form.kind]]

    def get_page_title(self):
        return str(self.row)

    @property
    def may_act(self) -> bool:
        return self.request.user.has_perm(MAY_ACT)

    def get(self, request, *args, **kwargs):
        if self.may_act:
            handling.mark_read(self.row, user=request.user)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        row = self.row
        if row.form.kind == Form.Kind.IDEAS:
            kwargs.setdefault("decision", DecisionForm(idea=row))
            kwargs["topic"] = topic_name(row)
        states = [(key, label) for key, label in State.choices if key not in (row.state, State.NEW)]
        kwargs.setdefault("note", NoteForm())
        kwargs.setdefault("answer", AnswerForm())
        return super().get_context_data(
            row=row,
            may_act=self.may_act,
            states=[(key, label, STATE_BUTTONS[key]) for key, label in states],
            steps=row.steps.select_related("by"),
            **kwargs,
        )

    def post(self, request, pk):
        if not request.user.has_perm(MAY_ACT):
            return self.handle_no_permission()
        action = ACTIONS.get(request.POST.get("action", ""))
        if action is None:
            raise Http404
        try:
            return action(self, request.POST) or redirect("participation_office:show", pk)
        except HandlingError as error:
            messages.error(request, str(error))
            return redirect("participation_office:show", pk)

    def change_state(self, data):
        state = data.get("state", "")
        if state not in State.values:
            raise Http404
        if handling.set_state(self.row, state, user=self.request.user):
            url = reverse("participation_office:show", args=[self.row.pk])
            text = _("Now it is: %(state)s.") % {"state": self.row.get_state_display()}
            messages.success(self.request, format_html('{} <a href="{}#undo">{}</a>', text, url, _("Take back")))
        if state == State.BINNED:
            return redirect(LISTS[self.row.form.kind][0])
        return None

    def undo(self, data):
        handling.undo(self.row, user=self.request.user)
        messages.success(self.request, _("Taken back: it is %(state)s again.") % {"state": self.row.get_state_display()})

    def add_note(self, data):
        form = NoteForm(data)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(note=form))
        handling.add_note(self.row, form.cleaned_data["text"], user=self.request.user)
        return None

    def send_answer(self, data):
        form = AnswerForm(data)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(answer=form))
        handling.answer(self.row, form.cleaned_data["text"], user=self.request.user)
        messages.success(self.request, _("The answer is on its way."))
        return None

    def decide(self, data):
        if self.row.form.kind != Form.Kind.IDEAS:
            raise Http404
        form = DecisionForm(data, idea=self.row)
        if not form.is_valid():
            messages.error(self.request, _("Not saved yet: please look at what is marked."))
            return self.render_to_response(self.get_context_data(decision=form))
        chosen = {name: form.cleaned_data[name] for name in ("publication", "progress")}
        tell = form.cleaned_data.get("tell", False)
        decide(self.row, **chosen, wordings=form.wordings(), user=self.request.user, tell_person=tell)
        messages.success(self.request, _("Saved."))
        return None

    def erase(self, data):
        where = LISTS[self.row.form.kind][0]
        handling.erase(self.row, by="office", user=self.request.user)
        messages.success(self.request, _("It is erased."))
        return redirect(where)


ACTIONS = {
    "state": ShowSubmission.change_state,
    "undo": ShowSubmission.undo,
    "note": ShowSubmission.add_note,
    "answer": ShowSubmission.send_answer,
    "decide": ShowSubmission.decide,
    "erase": ShowSubmission.erase,
}
STATE_BUTTONS = {
    State.READ: gettext_lazy("Open again"),
    State.ANSWERED: gettext_lazy("Mark as answered"),
    State.CLOSED: gettext_lazy("Close"),
    State.BINNED: gettext_lazy("Into the bin"),
}


def topic_name(idea) -> str:
    page = IdeaBoxPage.objects.filter(translation_key=idea.form.key, locale__language_code="de").first()
    return page.topic_names.get(idea.topic, "") if page else ""
