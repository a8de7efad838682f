"""Where participation meets Wagtail's admin: menu, addresses, log, dashboard."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.log_actions import LogFormatter
from wagtail.permissions import register_permission_policy

from .calls import admin_hooks  # noqa: F401 -- registers itself
from .models import Form, Idea, Message, Submission, Volunteer
from .office.frame import InboxRights, ReaderRights
from .office.viewsets import SHOW, ParticipationGroup, Waiting

for model in (Message, Volunteer, Idea):
    register_permission_policy(model, InboxRights(model), exact_class=True)
register_permission_policy(Form, ReaderRights(Form), exact_class=True)


@hooks.register("register_admin_viewset")
def participation_group():
    return ParticipationGroup()


@hooks.register("register_admin_urls")
def office_urls():
    return [SHOW]


@hooks.register("construct_homepage_panels")
def waiting_panel(request, panels):
    panels.append(Waiting(request))


@hooks.register("insert_global_admin_css")
def styles():
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/participation.css"))


@hooks.register("register_log_actions")
def log_actions(actions):
    plain = {
        "participation.note": gettext_lazy("Note added"),
        "participation.codes": gettext_lazy("Invitation codes made"),
        "participation.codes_blocked": gettext_lazy("Invitation codes blocked"),
        "participation.export": gettext_lazy("Saved as a file"),
        "participation.erase": gettext_lazy("Submission erased"),
    }
    for name, label in plain.items():
        actions.register_action(name, label, label)

    @actions.register_action("participation.state")
    class State(LogFormatter):
        label = gettext_lazy("State changed")

        def format_message(self, log_entry):
            return _("State: %(state)s") % {"state": Submission.State(log_entry.data["to"]).label}

    @actions.register_action("participation.idea")
    class Decision(LogFormatter):
        label = gettext_lazy("Decision about an idea")

        def format_message(self, log_entry):
            return _("Idea: %(state)s") % {"state": Idea.Publication(log_entry.data["to"]).label}
