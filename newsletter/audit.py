"""The acts of this room in Wagtail's audit log, in editors' words."""

from django.utils.translation import gettext_lazy as _

ACTIONS = {
    "newsletter.create": (_("Create mailing"), _("Mailing created")),
    "newsletter.edit": (_("Edit mailing"), _("Mailing edited and frozen anew")),
    "newsletter.test": (_("Send test mail"), _("Test mail sent")),
    "newsletter.schedule": (_("Schedule mailing"), _("Mailing scheduled")),
    "newsletter.unschedule": (_("Unschedule mailing"), _("Schedule taken back")),
    "newsletter.start": (_("Start mailing"), _("Mailing started")),
    "newsletter.stop": (_("Stop mailing"), _("Mailing stopped")),
    "newsletter.wait": (_("Mailing waits"), _("Mailing waits for the mail server")),
    "newsletter.resume": (_("Resume mailing"), _("Mail server answers again")),
    "newsletter.finish": (_("Finish mailing"), _("Mailing finished")),
    "newsletter.settle": (_("Settle an unclear mail"), _("Unclear mail settled")),
    "newsletter.enrol": (_("Add subscriber"), _("Subscriber added with written consent")),
    "newsletter.unsubscribe": (_("Unsubscribe"), _("Unsubscribed by the office")),
    "newsletter.export": (_("Export personal data"), _("Personal data exported")),
    "newsletter.erase": (_("Erase personal data"), _("Personal data erased")),
    "newsletter.unreachable": (_("Stop writing to an address"), _("Address cannot be reached any more")),
    "newsletter.alarm": (_("Alarm"), _("A mail server refuses mail from us")),
    "newsletter.feedback.decide": (_("Settle a report"), _("Report from a mail server settled by hand")),
    "newsletter.feedback.undo": (_("Take back a report"), _("Report from a mail server taken back")),
    "newsletter.suppress": (_("Block address"), _("Address blocked")),
    "newsletter.unsuppress": (_("Unblock address"), _("Address unblocked")),
}


def register(actions) -> None:
    for name, (label, message) in ACTIONS.items():
        actions.register_action(name, label, message)
