"""The acts of this room in Wagtail's audit log, in editors' words."""

from django.utils.translation import gettext_lazy as _

ACTIONS = {
    "newsletter.create": (_("Create mailing"), _("Mailing created")),
    "newsletter.edit": (_("Edit mailing"), _("Mailing edited and frozen anew")),
    "newsletter.test": (_("Send test mail"), _("Test mail sent")),
    "newsletter.write": (_("Write words of a mailing"), _("Own words of the mailing written")),
    "newsletter.hold_back": (_("Hold back a language"), _("Language held back")),
    "newsletter.hold_no_more": (_("Hold back a language no longer"), _("Language no longer held back")),
    "newsletter.release": (_("Release a language"), _("Language that was held back released")),
    "newsletter.drop": (_("Drop a language"), _("Language dropped; its readers get their next language")),
    "newsletter.follow": (_("Follow a reader's wish"), _("Somebody who waited for a language chose another and gets that")),
    "newsletter.ask": (_("Ask for approval"), _("Mailing laid before the approvers")),
    "newsletter.approve": (_("Approve mailing"), _("Mailing approved")),
    "newsletter.send_back": (_("Send mailing back"), _("Mailing sent back without approval")),
    "newsletter.withdraw": (_("Withdraw approval"), _("Mailing changed, so its approval is void")),
    "newsletter.countdown": (_("Send with time to take back"), _("“Send” pressed, the time to take it back runs")),
    "newsletter.take_back": (_("Take back"), _("Sending taken back before it began")),
    "newsletter.schedule": (_("Schedule mailing"), _("Mailing scheduled")),
    "newsletter.unschedule": (_("Unschedule mailing"), _("Schedule taken back")),
    "newsletter.discard": (_("Discard mailing"), _("Mailing discarded")),
    "newsletter.put_back": (_("Put mailing back"), _("Mailing put back among the drafts")),
    "newsletter.start": (_("Start mailing"), _("Mailing started")),
    "newsletter.person_gone": (_("Take somebody out"), _("Mail made anew: somebody shown in it has taken their consent back")),
    "newsletter.stop": (_("Stop mailing"), _("Mailing stopped")),
    "newsletter.restored": (_("Confirm restored data"), _("Restored data confirmed; sending allowed again")),
    "newsletter.pause": (_("Pause mailing"), _("Mailing paused")),
    "newsletter.go_on": (_("Go on"), _("Mailing goes on")),
    "newsletter.rest": (_("Send the rest"), _("The rest is sent after the stop")),
    "newsletter.correct": (_("Prepare a correction"), _("Correction prepared")),
    "newsletter.prepare": (_("Prepare by itself"), _("Mailing prepared by a rule")),
    "newsletter.wait": (_("Mailing waits"), _("Mailing waits for the mail server")),
    "newsletter.resume": (_("Resume mailing"), _("Mail server answers again")),
    "newsletter.finish": (_("Finish mailing"), _("Mailing finished")),
    "newsletter.settle": (_("Settle an unclear mail"), _("Unclear mail settled")),
    "newsletter.resend": (_("Ask once more"), _("Confirmation mail sent once more")),
    "newsletter.import": (_("Import subscribers"), _("Subscribers imported")),
    "newsletter.export_all": (_("Export subscribers"), _("List of subscribers exported")),
    "newsletter.unsubscribe": (_("Unsubscribe"), _("Unsubscribed by the office")),
    "newsletter.export": (_("Export personal data"), _("Personal data exported")),
    "newsletter.erase": (_("Erase personal data"), _("Personal data erased")),
    "newsletter.unreachable": (_("Stop writing to an address"), _("Address cannot be reached any more")),
    "newsletter.outcomes": (_("Save the list of a mailing"), _("List of what became of the mails saved")),
    "newsletter.alarm": (_("Alarm"), _("A mail server refuses mail from us")),
    "newsletter.feedback.decide": (_("Settle a report"), _("Report from a mail server settled by hand")),
    "newsletter.feedback.undo": (_("Take back a report"), _("Report from a mail server taken back")),
    "newsletter.suppress": (_("Block address"), _("Address blocked")),
    "newsletter.unsuppress": (_("Unblock address"), _("Address unblocked")),
}


def register(actions) -> None:
    for name, (label, message) in ACTIONS.items():
        actions.register_action(name, label, message)
