"""The tables below the progress of a mailing, and the same as a file."""

from django.core.paginator import Paginator
from django.http import StreamingHttpResponse
from wagtail.log_actions import log

from .. import watching
from ..exchange.exporting import as_csv
from ..feedback.alarm import alarms
from ..models import Delivery, Mailing
from ..reading import FEWEST, times_read
from .forms import LANGUAGES
from .mailings import MailingPage

ROWS_PER_PAGE = 50


def tables(mailing: Mailing, query) -> dict:
    """What templates/newsletter/admin/outcomes.html shows."""
    wish = watching.Wish.of(query)
    rows = Paginator(watching.mails(mailing, wish=wish), ROWS_PER_PAGE).get_page(query.get("p"))
    return {
        "wish": wish,
        "rows": rows,
        "sentences": [(row, watching.sentence(row)) for row in rows],
        "by_language": [(LANGUAGES.get(code, code), code, row) for code, row in watching.by_language(mailing).items()],
        "readings": [(LANGUAGES.get(row.language, row.language), times_read(row)) for row in mailing.versions.all()],
        "fewest_readings": FEWEST,
        "by_provider": watching.by_provider(mailing),
        "left_out": watching.left_out(mailing),
        "alarms": alarms(mailing),
        "states": Delivery.State.choices,
    }


class SaveOutcomes(MailingPage):
    """The list as it is filtered, as CSV for a spreadsheet. It holds addresses, so it is written to the log."""

    permission_required = ("newsletter.change_mailing", "newsletter.export_subscriber")

    def get(self, request, pk):
        wish = watching.Wish.of({"state": "all"} | request.GET.dict())
        log(instance=self.mailing, action="newsletter.outcomes", user=request.user, data={"wish": wish.query})
        response = StreamingHttpResponse(as_csv(watching.table(self.mailing, wish=wish)), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="mailing-{pk}.csv"'
        return response
