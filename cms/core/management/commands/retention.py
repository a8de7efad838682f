"""`manage.py retention`: what is kept too long by the council's own rules. Counts only, unless --really is given."""

from django.core.management.base import BaseCommand

from cms.core import retention


class Command(BaseCommand):
    help = "Shows what the retention periods say must go; with --really it goes. The daily duties do the same."

    def add_arguments(self, parser):
        mode = parser.add_mutually_exclusive_group()
        mode.add_argument("--dry-run", action="store_true", help="only count (the default)")
        mode.add_argument("--really", action="store_true", help="forget it")

    def handle(self, *, really: bool, **options):
        for rule in retention.all_rules():
            number = rule.carry_out() if really else rule.count()
            period = f"{rule.days} days" if rule.days else "for ever"
            self.stdout.write(f"{rule.name:16} {period:>10} {number:>9}  {rule.label}")
        self.stdout.write("Done." if really else "Nothing was changed. --really does it.")
