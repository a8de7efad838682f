"""Days without a leading zero, months in the genitive."""

DATE_FORMAT = r"j E Y \р."
MONTH_DAY_FORMAT = "j E"
