"""Tasks on the queue `pdf`: thin, primitives in. The work is in printing.py and packages.py."""

from django.tasks import task
from django.utils import translation

from . import packages
from .models import Package, PrintFile
from .printing import make
from .printing import release_stale as release_stale_print_files


@task(queue_name="pdf")
def make_print_file(pk: int) -> str:
    print_file = PrintFile.objects.filter(pk=pk).first()
    return str(make(print_file).state) if print_file else "gone"


@task(queue_name="pdf")
def pack_package(pk: int, language: str) -> str:
    package = Package.objects.filter(pk=pk).first()
    with translation.override(language):
        return str(packages.pack(package).state) if package else "gone"


def release_stale() -> int:
    """For `manage.py sweep`: re-queue what a killed worker left. Returns how many rows were released."""
    return release_stale_print_files() + packages.release_stale()
