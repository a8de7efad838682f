"""How a council is made up: counted from its members, never typed."""

from dataclasses import dataclass

from .wording import Function, MandateKind


@dataclass(frozen=True)
class Group:
    """Members of one kind with the lists or bodies that they come from."""

    kind: MandateKind
    members: list
    lists: list[tuple[str, list]]  # (list, its members), the longest first

    @property
    def label(self) -> str:
        return self.kind.label


class Composition:
    """`members`: mandates as models.mandates.members() gives them."""

    def __init__(self, members: list) -> None:
        self.members = members

    @property
    def groups(self) -> list[Group]:
        found = []
        for kind in MandateKind:
            mine = [mandate for mandate in self.members if mandate.kind == kind]
            if mine:
                found.append(Group(kind, mine, _by_list(mine)))
        return found

    @property
    def lists(self) -> list[str]:
        """Of those who were elected."""
        elected = [mandate for mandate in self.members if mandate.kind == MandateKind.ELECTED]
        return [name for name, _members in _by_list(elected) if name]

    @property
    def chair(self):
        return next((mandate for mandate in self.members if mandate.function == Function.CHAIR), None)

    @property
    def deputies(self) -> list:
        return [mandate for mandate in self.members if mandate.function == Function.DEPUTY]

    @property
    def committees(self) -> list[tuple]:
        """(committee, [(mandate, seat)]) in their order, chairs first."""
        found: dict[int, tuple] = {}
        for mandate in self.members:
            for seat in mandate.seats.all():
                found.setdefault(seat.committee_id, (seat.committee_here, []))[1].append((mandate, seat))
        order = sorted(found.values(), key=lambda pair: (pair[0].sort_order, pair[0].name))
        rank = {Function.CHAIR: 0, Function.DEPUTY: 1}
        return [(committee, sorted(rows, key=lambda row: rank.get(row[1].function, 2))) for committee, rows in order]


def _by_list(members: list) -> list[tuple[str, list]]:
    lists: dict[str, list] = {}
    for mandate in members:
        lists.setdefault(mandate.list_name, []).append(mandate)
    return sorted(lists.items(), key=lambda pair: (not pair[0], -len(pair[1]), pair[0]))
