"""Finding: one thing that is wrong, where, how badly, and what causes it. Words are made in wording.py; knows no Django."""

import hashlib
import json
from dataclasses import dataclass, field, replace
from enum import StrEnum

Rect = tuple[float, float, float, float]  # x, y, width, height in mm from the top left corner of the trimmed page


class Severity(StrEnum):
    """How badly. Errors block the release, warnings need somebody's tick, infos are only told."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        return list(Severity).index(self)


@dataclass(frozen=True)
class Finding:
    """`page` counts from 1. `details` fill the sentence. `block` is the id of the StreamField block, or the name of the
    field, that causes it; `owner` is the id of the page it belongs to, if that is not the printed page itself."""

    code: str
    severity: Severity = Severity.ERROR
    page: int | None = None
    rect: Rect | None = None
    details: dict = field(default_factory=dict)
    block: str = ""
    owner: int | None = None

    def __post_init__(self):
        object.__setattr__(self, "severity", Severity(self.severity))
        if self.rect is not None:
            object.__setattr__(self, "rect", tuple(round(float(value), 1) for value in self.rect))

    def __hash__(self) -> int:
        return hash(self.key)

    @property
    def key(self) -> str:
        """Stays the same as long as the same file is wrong in the same way at the same place: accepting it refers to this."""
        place = [round(value) for value in self.rect] if self.rect else None
        identity = [self.code, self.page, place, self.details, self.block, self.owner]
        return hashlib.sha256(json.dumps(identity, sort_keys=True, default=str).encode()).hexdigest()[:16]

    def data(self) -> dict:
        """As plain values, for JSON."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "page": self.page,
            "rect": list(self.rect) if self.rect else None,
            "details": self.details,
            "block": self.block,
            "owner": self.owner,
            "key": self.key,
        }

    @classmethod
    def of(cls, data: dict) -> "Finding":
        """The finding that `data` was made of."""
        rect = tuple(data["rect"]) if data.get("rect") else None
        return cls(
            code=data["code"],
            severity=Severity(data.get("severity", "error")),
            page=data.get("page"),
            rect=rect,
            details=data.get("details") or {},
            block=data.get("block") or "",
            owner=data.get("owner"),
        )

    def linked(self, *, block: str, owner: int | None = None, **details) -> "Finding":
        """The same, caused by this block."""
        return replace(self, block=block, owner=owner or self.owner, details=self.details | details)


def sorted_findings(findings) -> list[Finding]:
    """The worst first, then by page and place, each only once."""
    unique = {finding.key: finding for finding in findings}
    return sorted(unique.values(), key=lambda item: (item.severity.rank, item.page or 0, item.code, item.rect or ()))


def blocking(findings) -> list[Finding]:
    """Those that forbid the release."""
    return [finding for finding in findings if finding.severity is Severity.ERROR]
