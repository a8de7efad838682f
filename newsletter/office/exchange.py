"""Files of subscribers in the admin: upload, say what the columns are, look at the dry run, take over; and the exports."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import FileResponse, Http404, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import log
from wagtail.models import Site

from cms.core import tables

from .. import segments
from ..exchange import columns, exporting, running
from ..forms import TopicField
from ..models import SubscriberImport, Topic
from .forms import LANGUAGES
from .frame import SUBSCRIBERS, OfficePage

EXCHANGE = ("subscribers:exchange", gettext_lazy("Import and export"))
State = SubscriberImport.State


class UploadForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("CSV, Excel (xlsx) or JSON Lines of another town. Nothing is taken over yet."),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.txt,.tsv,.xlsx,.jsonl,.ndjson"}),
    )


class ChoicesForm(forms.Form):
    """Columns by field, and what holds for the whole file."""

    language = forms.ChoiceField(label=gettext_lazy("Language, where a row names none"), choices=settings.LANGUAGES)
    topics = TopicField(label=gettext_lazy("Topics, where a row names none"), queryset=Topic.objects.all(), required=False)
    consent_source = forms.CharField(
        label=gettext_lazy("Where the consent of all these people can be seen"),
        max_length=200,
        required=False,
        help_text=gettext_lazy(
            "For example: double opt-in of the former newsletter tool, export in folder 7. Empty: everybody is asked."
        ),
    )
    consent_date = forms.DateField(
        label=gettext_lazy("since"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args, row: SubscriberImport, **kwargs):
        chosen = columns.Choices(**row.choices)
        initial = chosen.as_json() | {"topics": chosen.topics, "consent_date": columns.day_of(chosen.consent_date)}
        super().__init__(*args, initial=initial, **kwargs)
        names = [("", "–"), *((str(n), name[:60]) for n, name in enumerate(row.shape["columns"]))]
        self.mapped = columns.FIELDS if row.shape["columns"] else {}
        for key, label in self.mapped.items():
            start = chosen.columns.get(key)
            self.fields[f"column_{key}"] = forms.ChoiceField(
                label=label, choices=names, required=False, initial="" if start is None else str(start)
            )
        if row.shape["kind"] == "csv":
            self.fields["encoding"] = forms.ChoiceField(
                label=gettext_lazy("Letters look wrong? Another encoding"),
                choices=[(name, name) for name in tables.ENCODINGS],
                initial=row.shape["encoding"],
            )

    def column_fields(self):
        return [self[f"column_{key}"] for key in self.mapped]

    def clean_consent_date(self):
        day = self.cleaned_data["consent_date"]
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("That day is still to come."))
        return day

    def choices(self) -> columns.Choices:
        data = self.cleaned_data
        picked = {key: data[f"column_{key}"] for key in self.mapped}
        return columns.Choices(
            columns={key: int(number) for key, number in picked.items() if number},
            language=data["language"],
            topics=[topic.pk for topic in data["topics"]],
            consent_source=data["consent_source"],
            consent_date=data["consent_date"].isoformat() if data["consent_date"] else "",
        )


class Exchange(OfficePage):
    header_icon = "upload"
    permission_required = "newsletter.add_subscriber"
    template_name = "newsletter/admin/exchange.html"
    trail = [SUBSCRIBERS]

    def get_page_title(self):
        return _("Import and export")

    def get_context_data(self, **kwargs):
        kwargs.setdefault("form", UploadForm())
        imports = SubscriberImport.objects.select_related("created_by")[:20]
        languages = [(LANGUAGES.get(code, code), people) for code, people in segments.by_language().items()]
        numbers = segments.by_topic()
        topics = [(topic, numbers.get(topic.pk, 0)) for topic in Topic.objects.all()]
        return super().get_context_data(
            imports=imports,
            people=segments.count(),
            active=segments.count(state="active"),
            languages=languages,
            topics=topics,
            **kwargs,
        )

    def post(self, request):
        form = UploadForm(request.POST, request.FILES)
        if form.is_valid():
            try:
                row = running.upload(form.cleaned_data["file"], site=Site.find_for_request(request), user=request.user)
            except running.ImportRefused as error:
                form.add_error("file", str(error))
            else:
                return redirect("subscribers:import", row.pk)
        return self.render_to_response(self.get_context_data(form=form))


class ImportPage(OfficePage):
    """One file, whatever it is waiting for."""

    header_icon = "upload"
    permission_required = "newsletter.add_subscriber"
    template_name = "newsletter/admin/import.html"
    trail = [SUBSCRIBERS, EXCHANGE]

    @cached_property
    def row(self) -> SubscriberImport:
        return get_object_or_404(SubscriberImport, pk=self.kwargs["pk"])

    def get_page_title(self):
        return self.row.name

    def get_context_data(self, **kwargs):
        row = self.row
        choosing = row.state in (State.UPLOADED, State.CHECKED, State.FAILED) and not row.position
        if choosing:
            kwargs.setdefault("form", ChoicesForm(row=row))
        summary = running.summary(row)
        return super().get_context_data(
            row=row,
            choosing=choosing,
            working=row.state in (State.CHECKING, State.RUNNING),
            percent=100 * row.position // row.rows if row.rows else 0,
            taken=[line for line in summary if line[3]],
            left_out=[line for line in summary if not line[3]],
            **kwargs,
        )

    def post(self, request, pk):
        if "start" in request.POST:
            return self._do(lambda: running.start(self.row, user=request.user))
        form = ChoicesForm(request.POST, row=self.row)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        encoding = form.cleaned_data.get("encoding", "")
        if encoding and encoding != self.row.shape["encoding"]:
            return self._do(lambda: running.read_again(self.row, encoding=encoding))
        return self._do(lambda: running.choose(self.row, form.choices()))

    def _do(self, step):
        try:
            step()
        except running.ImportRefused as error:
            messages.error(self.request, str(error))
        return redirect("subscribers:import", self.row.pk)


class ImportReport(OfficePage):
    permission_required = "newsletter.add_subscriber"

    def get(self, request, pk):
        row = get_object_or_404(SubscriberImport, pk=pk)
        if not row.report:
            raise Http404
        return FileResponse(row.report.open("rb"), as_attachment=True, filename="import-report.csv", content_type="text/csv")


class ExportFile(OfficePage):
    """Everybody as a file. A POST, because it is recorded."""

    permission_required = "newsletter.export_subscriber"
    kinds = {
        "csv": ("text/csv; charset=utf-8", lambda: exporting.as_csv(exporting.table())),
        "xlsx": (
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            lambda: exporting.as_xlsx(exporting.table()),
        ),
        "jsonl": ("application/x-ndjson", exporting.as_json_lines),
        "zip": ("application/zip", exporting.evidence_zip),
    }

    def get(self, request, kind):
        return redirect("subscribers:exchange")

    def post(self, request, kind):
        if kind not in self.kinds:
            raise Http404
        content_type, make = self.kinds[kind]
        log(instance=Site.find_for_request(request), action="newsletter.export_all", user=request.user, data={"kind": kind})
        response = StreamingHttpResponse(make(), content_type=content_type)
        name = f"{'consent' if kind == 'zip' else 'subscribers'}-{timezone.localdate():%Y-%m-%d}.{kind}"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response
