"""A welcome sign measured out: the large greeting, the field of greetings in many languages, the foot. Lengths are mm."""

from dataclasses import dataclass

from cms.core.typography import typeset
from cms.renditions import faces
from cms.renditions.display_type import Setting, paragraph_lines, set_text
from cms.renditions.templatetags.piece_tags import Frame, PieceSheet

from .greetings import Greeting
from .patchwork import Tile, patchwork
from .word_wall import WallLine, word_wall


@dataclass(frozen=True)
class SignPlan:
    """The parts of a sign: head with the large greeting, field of greetings, foot. x from the inline start."""

    claim: Setting
    head: Frame
    text: Frame
    place: Frame
    emblem: Frame
    field: Frame
    foot: Frame
    tiles: tuple[Tile, ...] = ()
    lines: tuple[WallLine, ...] = ()

    @property
    def sun(self) -> Frame:
        """The disc behind the emblem: as large as the large greeting beside it allows, or behind all of it below."""
        emblem, text = self.emblem, self.text
        centre = emblem.x + emblem.width / 2
        if text.x + text.width > centre:
            return Frame(centre - 0.51 * emblem.height, emblem.y, 1.02 * emblem.height, 1.02 * emblem.height)
        free = centre - text.x - text.width - 0.4 * text.x
        size = min(1.5 * emblem.height, max(2 * free, 0.9 * emblem.width))
        return Frame(centre - size / 2, emblem.y + 0.47 * emblem.height - size / 2, size, size)

    @property
    def frames(self) -> dict[str, Frame]:
        names = ("head", "text", "place", "emblem", "field", "foot", "sun")
        return {name: getattr(self, name) for name in names}


def plan_sign(
    greetings: list[Greeting],
    *,
    claim: str,
    place: str,
    text: str,
    piece: PieceSheet,
    design: str,
    sender: tuple[str, ...] = (),
    easy: bool = False,
) -> SignPlan:
    """Everything on the sign measured out. Raises RenditionError if a greeting's font is missing."""
    for greeting in greetings:
        greeting.check()
    sheet, edge, unit = piece.sheet, piece.edge, piece.sheet.unit
    foot_h = _foot_height(typeset(text), piece=piece, width=sheet.width - 2 * edge, sender=sender, easy=easy)
    foot = Frame(edge, sheet.height - piece.low - foot_h, sheet.width - 2 * edge, foot_h)
    face = faces.EASY if easy else faces.CLAIM
    if _head_beside(piece):
        head = Frame(0, 0, sheet.width * 0.34, foot.y - 1.6 * unit)
        field = Frame(head.width, 0, sheet.width - head.width, foot.y - 2.6 * unit)
        parts = _column_head(typeset(claim), typeset(place), head=head, piece=piece, face=face)
    else:
        share = 0.31 if len(greetings) <= 5 else 0.27 if piece.shape != "tall" else 0.22
        head = Frame(0, 0, sheet.width, sheet.height * share)
        field = Frame(0, head.height, sheet.width, foot.y - 2.6 * unit - head.height)
        width = head.width * (0.57 if design == "patchwork" else 0.86) - edge
        parts = _banner_head(typeset(claim), typeset(place), head=head, width=width, piece=piece, face=face)
    if design == "wall":
        field = Frame(field.x + edge, field.y, field.width - 2 * edge, field.height)
        parts["lines"] = tuple(word_wall(greetings, width=field.width, height=field.height))
    else:
        pad, least = _pad(greetings, piece=piece), piece.type_size("legal")
        parts["tiles"] = tuple(patchwork(greetings, width=field.width, height=field.height, pad=pad, least=least))
    return SignPlan(head=head, field=field, foot=foot, **parts)


def _head_beside(piece: PieceSheet) -> bool:
    return piece.shape in ("wide", "strip")


def _column_head(claim: str, place: str, *, head: Frame, piece: PieceSheet, face) -> dict:
    """Large greeting, place and emblem below each other, beside the field."""
    edge, unit = piece.edge, piece.sheet.unit
    place_h = _place_height(place, width=head.width * 0.8, piece=piece)
    room = head.height - edge - place_h - (3.4 if place else 2.6) * unit
    width = head.width - 1.7 * edge
    setting = _large(claim, width=width, height=room * 0.62, piece=piece, face=face)
    below = edge + setting.height + 1.2 * unit
    emblem_h = head.height - below - place_h - 2 * unit
    emblem_w = min(head.width * 0.8, emblem_h * 0.9)
    return {
        "claim": setting,
        "text": Frame(edge, edge, width, setting.height),
        "place": Frame(edge, below, width, place_h),
        "emblem": _emblem(head, x=(head.width - emblem_w) / 2, width=emblem_w, height=emblem_h),
    }


def _banner_head(claim: str, place: str, *, head: Frame, width: float, piece: PieceSheet, face) -> dict:
    """Large greeting and place at the side where reading begins, the emblem at the other, above the field."""
    edge, unit = piece.edge, piece.sheet.unit
    place_h = _place_height(place, width=head.width * 0.5, piece=piece)
    room = head.height - edge - place_h - (3.4 if place else 2.6) * unit
    setting = _large(claim, width=width, height=room, piece=piece, face=face)
    top = edge + max(0.0, room - setting.height) / 2
    emblem_h = head.height - 0.6 * edge
    emblem_w = min(head.width * 0.36, emblem_h * 0.9)
    return {
        "claim": setting,
        "text": Frame(edge, top, width, setting.height),
        "place": Frame(edge, top + setting.height + 1.2 * unit, width, place_h),
        "emblem": _emblem(head, x=head.width - emblem_w - edge * 0.6, width=emblem_w, height=emblem_h),
    }


def _large(claim: str, *, width: float, height: float, piece: PieceSheet, face) -> Setting:
    leading = 1.24 if faces.joins(claim) else 0.98
    largest = piece.sheet.height * 0.16
    return set_text(claim, width=width, height=height, face=face, leading=leading, most_lines=3, largest=largest)


def _place_height(place: str, *, width: float, piece: PieceSheet) -> float:
    size = piece.type_size("body")
    return paragraph_lines(place, width=width, size=size, face=faces.MEDIUM) * size * 1.3 if place else 0


def _emblem(head: Frame, *, x: float, width: float, height: float) -> Frame:
    """It stands on the head's lower edge."""
    return Frame(x, head.height - height, max(0.0, width), max(0.0, height))


def _pad(greetings: list[Greeting], *, piece: PieceSheet) -> float:
    """Many small tiles stand closer; the outer words keep the sheet's edge where they can."""
    return piece.edge * (1.0 if len(greetings) <= 14 else 0.6 if len(greetings) <= 26 else 0.45)


def _foot_height(text: str, *, piece: PieceSheet, width: float, sender: tuple[str, ...], easy: bool) -> float:
    small, legal = piece.type_size("small"), piece.type_size("legal")
    face = faces.EASY if easy else faces.STRONG
    lines = paragraph_lines(text, width=width * 0.6, size=small * 1.1, face=face) if text else 0
    beside = sum(paragraph_lines(part, width=width * 0.36 * 0.96, size=legal, face=faces.STRONG) for part in sender)
    return max(lines * small * 1.1 * 1.32, beside * legal * 1.3)
