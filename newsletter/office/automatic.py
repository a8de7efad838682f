"""The office's list of rules by which mailings prepare themselves."""

from django import forms
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, PageChooserPanel
from wagtail.admin.ui.tables import BooleanColumn, Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from cms.core.mail_style import DESIGNS

from ..models import AutomaticMailing


class AutomaticIndex(generic.IndexView):
    @cached_property
    def columns(self):
        return [
            TitleColumn("name", label=_("Rule"), get_url=lambda row: reverse("automatic_mailings:edit", args=[row.pk])),
            Column("occasion", label=_("Occasion"), accessor=lambda row: row.get_occasion_display()),
            Column("mode", label=_("What happens"), accessor=lambda row: row.get_mode_display()),
            Column("made", label=_("Made so far"), accessor=lambda row: row.mailings.count()),
            BooleanColumn("is_on", label=_("On")),
        ]


class AutomaticViewSet(ModelViewSet):
    name = "automatic_mailings"
    model = AutomaticMailing
    icon = "cogs"
    menu_label = _("Automatic mailings")
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = AutomaticIndex
    edit_handler = ObjectList(
        [
            FieldPanel("name"),
            MultiFieldPanel(
                [
                    FieldPanel("occasion"),
                    FieldRowPanel([FieldPanel("days_before"), FieldPanel("day_of_month")]),
                    FieldPanel("site"),
                    PageChooserPanel("below"),
                ],
                heading=_("When"),
                help_text=_("The days before count for dates that come near, the day of the month for what comes once a month."),
            ),
            FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
            FieldPanel("design", widget=forms.Select(choices=[("", _("as the page suggests")), *DESIGNS.items()])),
            MultiFieldPanel(
                [FieldPanel("mode"), FieldPanel("is_on")],
                heading=_("What happens"),
                help_text=_("By itself it leaves half an hour after publishing, and only if nothing stands against it."),
            ),
        ]
    )
