"""Tasks on the queue `pdf`: thin, primitives in. The work is in printing.py."""

from django.tasks import task

from .models import PrintFile
from .printing import make
from .printing import release_stale as release_stale_print_files


@task(queue_name="pdf")
def make_print_file(pk: int) -> str:
    print_file = PrintFile.objects.filter(pk=pk).first()
    return str(make(print_file).state) if print_file else "gone"


def release_stale() -> int:
    """For `manage.py sweep`: re-queue what a killed worker left. Returns how many rows were released."""
    return release_stale_print_files()
