"""Money in the budget's templates."""

from django import template

from .. import money

register = template.Library()
register.filter("euros", money.euros)
register.filter("per_copy", money.per_copy)
register.filter("percent", money.percent)
