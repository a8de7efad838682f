"""The acts of registration in Wagtail's audit log, in editors' words. Rows of the log name nobody."""

from django.utils.translation import gettext_lazy as _

ACTIONS = {
    "events.registration_added": (_("Register"), _("Registered")),
    "events.registration_changed": (_("Change a registration"), _("Registration changed")),
    "events.registration_cancelled": (_("Cancel a registration"), _("Registration cancelled")),
    "events.registration_replaced": (_("Replace a registration"), _("Registration replaced by a second one")),
    "events.registration_taken": (_("Take the second registration"), _("Second registration taken")),
    "events.registration_restored": (_("Undo a cancellation"), _("Cancellation undone")),
    "events.registration_moved_up": (_("Move up"), _("Moved up from the waiting list")),
    "events.registration_noted": (_("Write a note"), _("Note of the office written")),
    "events.list_saved": (_("Save the list"), _("List of people saved or printed")),
    "events.occasion_moved": (_("Move a date"), _("Date moved; everybody informed")),
    "events.occasion_cancelled": (_("Cancel a date"), _("Date cancelled; everybody informed")),
    "events.occasion_restored": (_("Let a date take place"), _("Date takes place after all; everybody informed")),
}


def register(actions) -> None:
    for name, (label, message) in ACTIONS.items():
        actions.register_action(name, label, message)
