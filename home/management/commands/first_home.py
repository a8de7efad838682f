"""`manage.py first_home`: gives a new installation its home page. Does nothing where there is a site already."""

from django.core.management.base import BaseCommand
from django.db import transaction

from home.beginning import ensure_first_home


class Command(BaseCommand):
    help = "Put an empty home page in the place of Wagtail's welcome page, if that is still there."

    def handle(self, *args, **options) -> None:
        with transaction.atomic():
            home = ensure_first_home()
        if home:
            self.stdout.write(f"A first home page is there: “{home.title}”. Fill it in the admin.")
