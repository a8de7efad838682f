"""Background work of collateral: letter runs."""

from django.tasks import task


@task(queue_name="pdf")
def make_letter_run(run_id: int) -> str:
    from .letters import make
    from .models import LetterRun

    run = LetterRun.objects.filter(pk=run_id).select_related("letter", "printer_profile").first()
    return make(run).state if run else "deleted"
