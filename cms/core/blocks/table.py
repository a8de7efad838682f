"""A table whose caption, headings and cells translators see like any other text."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.typed_table_block.blocks import TypedTable, TypedTableBlock
from wagtail_localize.segments import StringSegmentValue


class TranslatableTableBlock(TypedTableBlock):
    """wagtail-localize passes over typed tables; these two methods hand it every text with its place.

    Paths are "caption", "heading.<column>" and "cell.<row>.<column>".
    """

    def get_translatable_segments(self, value: TypedTable) -> list[StringSegmentValue]:
        texts = {"caption": value.caption}
        texts |= {f"heading.{place}": column["heading"] for place, column in enumerate(value.columns)}
        texts |= {
            f"cell.{row_place}.{place}": text
            for row_place, row in enumerate(value.row_data)
            for place, text in enumerate(row["values"])
        }
        return [StringSegmentValue(path, text) for path, text in texts.items() if text and has_words(text)]

    def restore_translated_segments(self, value: TypedTable, segments) -> TypedTable:
        columns = [dict(column) for column in value.columns]
        rows = [{"values": list(row["values"])} for row in value.row_data]
        caption = value.caption
        for segment in segments:
            kind, *place = segment.path.split(".")
            if kind == "caption":
                caption = segment.render_text()
            elif kind == "heading":
                columns[int(place[0])]["heading"] = segment.render_text()
            else:
                rows[int(place[0])]["values"][int(place[1])] = segment.render_text()
        return TypedTable(columns=columns, row_data=rows, caption=caption)

    def clean(self, value):
        if self.is_deferred_validation:
            return super().clean(value)
        if not value.columns or not value.row_data:
            raise ValidationError(_("A table needs at least one column and one row."))
        if not any(column["heading"] for column in value.columns):
            raise ValidationError(_("Give the columns headings: a screen reader reads them with every cell."))
        return super().clean(value)


def has_words(text: str) -> bool:
    """Numbers and times are the same in every language."""
    return any(char.isalpha() for char in text)
