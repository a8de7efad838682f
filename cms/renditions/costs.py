"""What a run costs, said by a room above that knows about money: the print desk shows its lines and does not import it."""

from collections.abc import Callable
from dataclasses import dataclass

from .models import Package, PrintFile


@dataclass(frozen=True)
class CostLine:
    """One sentence about a package or a print file, and where it leads. `loud` if it says that something is too dear."""

    text: str
    url: str = ""
    loud: bool = False


Teller = Callable[..., list[CostLine]]
TELLERS: list[Teller] = []


def register(teller: Teller) -> Teller:
    """`teller(user=…, package=…)` or `teller(user=…, print_file=…)` returns lines, or none for who may not see them."""
    if teller not in TELLERS:
        TELLERS.append(teller)
    return teller


def cost_lines(*, user, package: Package | None = None, print_file: PrintFile | None = None) -> list[CostLine]:
    return [line for teller in TELLERS for line in teller(user=user, package=package, print_file=print_file)]
