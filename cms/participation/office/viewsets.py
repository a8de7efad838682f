"""The menu “Participation”, and the dashboard's panel about what waits."""

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component
from wagtail.admin.viewsets.model import ModelViewSetGroup

from cms.core.lamps import Lamp

from ..models import Form, Idea, Submission
from ..rights import MAY_READ, readable
from .registers import IdeaViewSet, MessageViewSet, VolunteerViewSet
from .submissions import LISTS, ShowSubmission
from .surveys import FormViewSet, SurveyViewSet


class ParticipationGroup(ModelViewSetGroup):
    menu_label = _("Participation")
    menu_icon = "comment"
    menu_order = 240
    items = (MessageViewSet, IdeaViewSet, VolunteerViewSet, SurveyViewSet, FormViewSet)


SHOW = path(
    "participation/",
    include(
        ([path("<int:pk>/", ShowSubmission.as_view(), name="show")], "participation_office"), namespace="participation_office"
    ),
)


class Waiting(Component):
    """What nobody has looked at yet, and ideas without a decision; only of forms this user may read."""

    name = "participation_waiting"
    order = 60
    template_name = "participation/admin/waiting.html"

    def __init__(self, request):
        self.request = request

    def get_context_data(self, parent_context):
        user = self.request.user
        if not user.has_perm(MAY_READ):
            return {"waiting": []}
        rows = readable(Submission.objects.filter(state=Submission.State.NEW), user).values_list("form__kind", flat=True)
        new = list(rows)
        ideas = readable(Idea.objects.filter(publication=Idea.Publication.WAITING), user)
        ideas = ideas.exclude(state__in=[Submission.State.BINNED, Submission.State.CLOSED]).count()
        waiting = [
            (label, new.count(kind), f"{reverse(name)}?state={Submission.State.NEW}")
            for kind, (name, label) in LISTS.items()
            if kind != Form.Kind.IDEAS and kind in new
        ]
        if ideas:
            waiting.append((_("Ideas without a decision"), ideas, f"{reverse('participation_ideas:index')}?publication=waiting"))
        return {"waiting": waiting, "lamp": Lamp.WORK}
