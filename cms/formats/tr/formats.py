"""Days without a leading zero."""

DATE_FORMAT = "j F Y"
MONTH_DAY_FORMAT = "j F"
