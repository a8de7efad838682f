"""The book of deliveries: who works on which (claims), what became of each (marks), and how many are where (tally).

claims.py   take some, settle them, take over from the dead    marks.py   one outcome, written before the next mail leaves
moving.py   every other change of state                        tally.py   the numbers of a mailing, whatever its size
"""

from .moving import WAITING, cancel_rest, change_language, move
from .tally import has_open, is_due, numbers, numbers_by_language

__all__ = ["WAITING", "cancel_rest", "change_language", "has_open", "is_due", "move", "numbers", "numbers_by_language"]
