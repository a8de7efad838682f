"""Options and questions. Answers refer to the ids of blocks: those are the same in every translation and survive rewording."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock


class QuestionBlock(blocks.StructBlock):
    """What all questions have."""

    question = blocks.CharBlock(label=_("Question"), max_length=200)
    hint = blocks.CharBlock(label=_("Hint"), required=False, max_length=200)
    needed = blocks.BooleanBlock(label=_("Has to be answered"), required=False)


def answers(label, **kwargs) -> blocks.ListBlock:
    return blocks.ListBlock(blocks.CharBlock(label=_("Answer"), max_length=120), label=label, **kwargs)


class SingleBlock(QuestionBlock):
    options = answers(_("Answers to choose from"), min_num=2, max_num=20)

    class Meta:
        icon = "radio-full"
        label = _("One answer of several")


class MultipleBlock(QuestionBlock):
    options = answers(_("Answers to choose from"), min_num=2, max_num=20)
    most = blocks.IntegerBlock(label=_("At most so many"), required=False, min_value=1, max_value=20)

    class Meta:
        icon = "tick-inverse"
        label = _("Several answers")


class ScaleBlock(QuestionBlock):
    steps = blocks.ChoiceBlock(
        label=_("Steps"), choices=[("3", "1–3"), ("4", "1–4"), ("5", "1–5"), ("7", "1–7"), ("10", "1–10")], default="5"
    )
    low = blocks.CharBlock(label=_("1 means"), max_length=40)
    high = blocks.CharBlock(label=_("The highest number means"), max_length=40)

    class Meta:
        icon = "order"
        label = _("Scale")


class MatrixBlock(QuestionBlock):
    """The same answers for several lines."""

    rows = answers(_("Lines"), min_num=2, max_num=10)
    columns = answers(_("Answers for each line"), min_num=2, max_num=5)

    class Meta:
        icon = "table"
        label = _("Several lines, the same answers")


class TextQuestionBlock(QuestionBlock):
    class Meta:
        icon = "edit"
        label = _("Free text")


OPTIONS = [("option", blocks.CharBlock(label=_("Option"), max_length=80))]
QUESTIONS = [
    ("single", SingleBlock()),
    ("multiple", MultipleBlock()),
    ("scale", ScaleBlock()),
    ("matrix", MatrixBlock()),
    ("text", TextQuestionBlock()),
]


class LineQuestionBlock(QuestionBlock):
    class Meta:
        icon = "edit"
        label = _("One line")


class PhotoQuestionBlock(QuestionBlock):
    class Meta:
        icon = "image"
        label = _("Photo to upload")


class DocumentQuestionBlock(QuestionBlock):
    class Meta:
        icon = "doc-full"
        label = _("Document to upload")


class CategoryBlock(blocks.StructBlock):
    name = blocks.CharBlock(label=_("Category"), max_length=60)
    text = blocks.TextBlock(label=_("What belongs into it"), required=False, max_length=300, rows=2)

    class Meta:
        icon = "tag"
        label = _("Category")


class CriterionBlock(blocks.StructBlock):
    name = blocks.CharBlock(label=_("Criterion"), max_length=80)
    most = blocks.IntegerBlock(label=_("Most points"), min_value=1, max_value=20, default=5)
    weight = blocks.IntegerBlock(label=_("Counts so many times"), min_value=1, max_value=10, default=1)

    class Meta:
        icon = "order"
        label = _("Criterion")


class WinnerBlock(blocks.StructBlock):
    name = blocks.CharBlock(label=_("Name"), max_length=120)
    prize = blocks.CharBlock(label=_("Prize"), required=False, max_length=80, help_text=_("For example 1st prize, sport"))
    text = blocks.TextBlock(label=_("Praise"), required=False, max_length=800, rows=4)
    image = ImageBlock(label=_("Picture"), required=False)
    number = blocks.IntegerBlock(
        label=_("Number of the application"),
        required=False,
        min_value=1,
        help_text=_("With a number it is shown only while that application has won and its sender agrees to be named."),
    )

    class Meta:
        icon = "pick"
        label = _("Winner")


CALL_QUESTIONS = [
    ("line", LineQuestionBlock()),
    ("text", TextQuestionBlock()),
    ("single", SingleBlock()),
    ("multiple", MultipleBlock()),
    ("photo", PhotoQuestionBlock()),
    ("document", DocumentQuestionBlock()),
]
