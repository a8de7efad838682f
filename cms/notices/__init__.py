"""Single mails about what somebody asked for: receipts, reminders, links. Never a newsletter. Begin with writing.notify()."""
