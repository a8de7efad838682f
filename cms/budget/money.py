"""Euros as people write and read them: “1.234,50 €”, “0,0923 €”, “42 %”, and the field that takes what they type."""

import re
from decimal import Decimal

from babel.numbers import format_currency, format_percent
from django import forms
from django.utils import translation
from django.utils.translation import gettext_lazy as _

THOUSANDS = re.compile(r"-?\d{1,3}([.,]\d{3})+")


def euros(amount: Decimal) -> str:
    return format_currency(amount, "EUR", locale=_locale())


def per_copy(amount: Decimal) -> str:
    """Up to four places, because a copy often costs less than ten cents."""
    places = "#,##0.00##\xa0¤" if _locale() == "de" else "¤#,##0.00##"
    return format_currency(amount, "EUR", format=places, locale=_locale(), currency_digits=False)


def percent(share: Decimal) -> str:
    """0.42 as “42 %”. What is not quite all never reads as all."""
    whole = int(share * 100) if share < 1 else round(share * 100)
    return format_percent(Decimal(whole) / 100, locale=_locale())


def _locale() -> str:
    """The admin speaks German and English."""
    return "en" if (translation.get_language() or "de").startswith("en") else "de"


def read_amount(text: str) -> str:
    """“1.234,50 €”, “1234,5” and “1,234.50” as a number that Decimal reads."""
    text = re.sub(r"[\s€]|EUR", "", text)
    if THOUSANDS.fullmatch(text):
        return re.sub(r"[.,]", "", text)
    comma, dot = text.rfind(","), text.rfind(".")
    if comma > dot:
        return text.replace(".", "").replace(",", ".")
    return text.replace(",", "")


class AmountField(forms.DecimalField):
    """Money as people type it."""

    default_error_messages = {"invalid": _("Write an amount, for example 1.234,50.")}

    def __init__(self, **kwargs):
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal", "size": 12, "class": "budget-amount"}))
        super().__init__(**kwargs)

    def to_python(self, value):
        return super().to_python(read_amount(value) if isinstance(value, str) else value)

    def prepare_value(self, value):
        if isinstance(value, Decimal):
            return f"{value:.2f}".replace(".", ",") if _locale() == "de" else f"{value:.2f}"
        return value
