"""Where everything stands on a poster: measured from the foot upwards, the picture takes what the words leave. Lengths are mm.

Three designs and five shapes of sheet share it; x is counted from the inline start, so a poster in Arabic is mirrored by itself.
"""

import re
from dataclasses import dataclass, field, replace

from cms.core.typography import typeset
from cms.renditions import faces
from cms.renditions.display_type import Setting, paragraph_lines, set_text
from cms.renditions.templatetags.piece_tags import Frame, PieceSheet

# Share of the sheet's height that a claim may take, tried in this order, at each scale of the smaller type.
CLAIM_SHARES = (0.34, 0.29, 0.25, 0.21, 0.18)
SCALES = (1.0, 0.88, 0.78, 0.7)
# Share of the sheet that the picture wants; less only if nothing else helps.
PICTURE_SHARE = {"picture": 0.42, "planes": 0.36, "type": 0.0}
TALL_SHARE = 0.28
SLIVER = 0.2  # a picture that would get less than this is left out
LOUD = 14  # capitals of a claim beside a picture are at least 1/14 of the sheet high, if smaller text can give way
WORDS_BESIDE = {"wide": 0.56, "strip": 0.64}  # of the width, where the picture stands beside the words
TINY = 0.75  # unit in mm below which there is only room for words
DISC_ROOM = 13  # units below a claim without picture, where the sun rises
LONELY = re.compile(r" (?=\S{1,3}$)")  # the space before a last word so short that it must not stand alone


@dataclass
class PosterPlan:
    piece: PieceSheet
    design: str
    words: "Words"
    claim: Setting | None = None
    frames: dict[str, Frame] = field(default_factory=dict)
    scale: float = 1.0
    label_width: float = 0.0
    beside: bool = False  # the picture stands beside the words
    with_picture: bool = True
    aspect: float = 1.0  # width / height of the picture

    @property
    def style(self) -> str:
        """Custom properties: where the words' plane begins, how wide the foot is, the scaled steps of type."""
        horizon, place = self.frames["words"].y, self.frames["picture"]
        return (
            f"--horizon:{horizon:.2f}mm;--words-w:{self.frames['words'].width:.2f}mm;--label:{self.label_width:.2f}mm;"
            f"--px:{place.x:.2f}mm;--py:{place.y:.2f}mm;--pw:{place.width:.2f}mm;--ph:{place.height:.2f}mm;"
            f"--disc:{self.disc:.2f}mm;--fig-w:{self.figure[0]:.2f}mm;--fig-h:{self.figure[1]:.2f}mm;--rise:{self.rise:.2f}mm;"
            f"--label-size:{self.label_size:.3f}mm;"
            f"--text-size:{self.size('lead'):.3f}mm;--fact-size:{self.size('lead'):.3f}mm;--kicker-size:{self.size('body'):.3f}mm;"
        )

    @property
    def disc(self) -> float:
        """Diameter of the round shape behind or around the picture."""
        place = self.frames["picture"]
        return min(place.width * 0.9, place.height * (1.0 if self.design == "planes" else 0.96))

    @property
    def rise(self) -> float:
        """Diameter of the disc that rises behind the words where there is no picture."""
        claim = self.frames["claim"]
        free = self.frames["words"].y - claim.y - claim.height
        return min(max(0.0, 1.9 * free), 0.95 * self.piece.sheet.width)

    @property
    def picture_width(self) -> float:
        """How wide the whole picture is where it covers its place; parts of it are cropped away."""
        place, sheet = self.frames["picture"], self.piece.sheet
        if self.design == "planes":
            width, height = self.disc, self.disc
        else:
            width = (place.width if self.beside else sheet.width) * 1.1
            height = place.height + 0.05 * sheet.width + 2 * sheet.bleed
        return max(width, height * self.aspect)

    @property
    def figure(self) -> tuple[float, float]:
        """Width and height of a cut-out figure; it may stand a little above its frame."""
        place = self.frames["picture"]
        height = place.height * (0.97 if place.y > 0 else 0.93) + self.piece.sheet.width * 0.03
        return place.width * 0.92, height

    def size(self, step: str) -> float:
        least = self.piece.type_size("small")
        return max(self.piece.type_size(step) * self.scale, least)

    @property
    def label_size(self) -> float:
        """Of the words “when” and “where” beside the facts."""
        return max(self.size("lead") * 0.62, self.piece.type_size("legal"))

    @property
    def without_labels(self) -> bool:
        """A date and a place explain themselves where there is hardly room for them."""
        return self.piece.sheet.unit < TINY

    @property
    def without_legal(self) -> bool:
        return not self.words.legal

    @property
    def credit(self) -> str:
        """Who made the picture, if it is shown."""
        return self.words.credit if self.with_picture else ""

    @property
    def stacked_labels(self) -> bool:
        return self.label_width == 0


@dataclass(frozen=True)
class Words:
    """What is to be set, typeset already."""

    kicker: str
    claim: str
    text: str
    facts: tuple[tuple[str, str, str], ...]
    address: str
    sender: str
    legal: str
    credit: str
    partners: bool
    easy: bool

    @classmethod
    def of(cls, page) -> "Words":
        council = page.council
        return cls(
            kicker=typeset(page.kicker),
            claim=typeset(page.claim),
            text=together(page.text),
            facts=tuple((name, str(label), together(text)) for name, label, text in page.facts()),
            address=page.address.removeprefix("https://").removeprefix("http://"),
            sender=typeset(council.council_name),
            legal=council.responsible,
            credit=page.picture.credit if page.picture else "",
            partners=bool(page.partners),
            easy=page.language_code == "de-x-leicht",
        )

    def face(self, *, bold: bool = False) -> faces.Face:
        return faces.EASY if self.easy else faces.STRONG if bold else faces.MEDIUM


def together(text: str) -> str:
    """Typeset, its last two words on one line if the last is as short as a house number."""
    return LONELY.sub("\u00a0", typeset(text).rstrip())


# What an advertisement can do without, the dearest last: logos, the short text, who is responsible (the
# newspaper is), “good to know”, the kicker.
LESS = (
    lambda words: {"partners": False},
    lambda words: {"text": ""},
    lambda words: {"legal": ""},
    lambda words: {"facts": tuple(fact for fact in words.facts if fact[0] != "what")},
    lambda words: {"kicker": ""},
)


def plan_poster(words: Words, *, piece: PieceSheet, design: str, has_picture: bool) -> PosterPlan:
    """The plan with everything on it. In an advertisement too small for that, LESS is left out, part by part."""
    plan = _search(words, piece=piece, design=design, has_picture=has_picture)
    for part in LESS if piece.kind == "ad" else ():
        if plan.claim.fits:
            break
        words = replace(words, **part(words))
        plan = _search(words, piece=piece, design=design, has_picture=has_picture)
    return plan


def _search(words: Words, *, piece: PieceSheet, design: str, has_picture: bool) -> PosterPlan:
    """The first plan that leaves the picture its share; else the last one, whose overset frames the layout reports."""
    has_picture = has_picture and design != "type" and piece.sheet.unit >= TINY
    wanted = (TALL_SHARE if piece.shape == "tall" else PICTURE_SHARE[design]) if has_picture else 0.0
    plan = None
    for scale in SCALES:
        for share in CLAIM_SHARES if has_picture else (0.6, 0.5, 0.42):
            plan = _plan(words, piece=piece, design=design, share=share, scale=scale, has_picture=has_picture)
            picture = plan.frames["picture"].height / piece.sheet.height
            loud = not plan.beside or plan.claim.cap_height >= piece.sheet.height / LOUD
            if plan.claim.fits and loud and (plan.beside or picture >= wanted):
                return plan
    if has_picture and (not plan.claim.fits if plan.beside else picture < SLIVER):
        return _search(words, piece=piece, design=design, has_picture=False)
    return plan


def _plan(words: Words, *, piece: PieceSheet, design: str, share: float, scale: float, has_picture: bool) -> PosterPlan:
    sheet, edge, unit = piece.sheet, piece.edge, piece.sheet.unit
    plan = PosterPlan(piece=piece, design=design, words=words, scale=scale, with_picture=has_picture)
    plan.beside = has_picture and piece.shape in WORDS_BESIDE
    width = sheet.width * WORDS_BESIDE[piece.shape] - edge if plan.beside else sheet.width - 2 * edge
    bottom = _stack(plan, words, width=width)
    top = edge
    kicker = plan.size("body") * 1.5 if words.kicker else 0.0
    claim_below = design == "picture" and has_picture and not plan.beside and piece.shape != "tall"
    gap = (3.4 if faces.joins(words.claim) else 2.2) * unit  # letters that join reach deep below the line
    room = bottom - gap - top - kicker if not has_picture or plan.beside else sheet.height * share
    if design == "type" and unit >= TINY and piece.shape != "strip":
        room -= DISC_ROOM * unit
    plan.claim = set_text(
        words.claim,
        width=width * 0.985,
        height=max(room, unit),
        face=faces.EASY if words.easy else faces.CLAIM,
        leading=1.24 if faces.joins(words.claim) else 1.0,
        most_lines=6 if design == "type" or not has_picture else 4,
        smallest=max(2.6 * unit, 9 * 0.353 / sheet.scale),
        largest=sheet.height * (0.3 if not has_picture else 0.24),
    )
    height = plan.claim.height
    if claim_below:
        start = bottom - gap - height
        horizon = start - kicker - 3.2 * unit
        plan.frames["picture"] = Frame(0, 0, sheet.width, horizon)
    else:
        start, horizon = top + kicker, bottom - gap
        under = start + height + 1.2 * unit
        if plan.beside:
            plan.frames["picture"] = Frame(width + 2.2 * edge, 0, sheet.width - width - 2.2 * edge, sheet.height)
        else:
            plan.frames["picture"] = Frame(0, under, sheet.width, max(0.0, horizon - under))
    plan.frames["kicker"] = Frame(edge, start - kicker, width, kicker)
    plan.frames["claim"] = Frame(edge, start, width, height if plan.claim.fits else max(room, unit))
    plan.frames["words"] = Frame(edge, horizon, width, sheet.height - horizon)
    return plan


def _stack(plan: PosterPlan, words: Words, *, width: float) -> float:
    """Foot, partners, facts and text from below; returns where the stack begins."""
    piece, unit = plan.piece, plan.piece.sheet.unit
    shown = words if plan.with_picture else replace(words, credit="")
    y = piece.sheet.height - piece.low - foot_height(shown, piece=piece, width=width)
    if words.partners:
        height = 5.4 * unit + piece.type_size("legal") * 1.5
        y -= height + 1.8 * unit
        plan.frames["partners"] = Frame(piece.edge, y, width, height)
    if words.facts:
        height = _facts_height(plan, words, width=width)
        y -= height + 2.2 * unit
        plan.frames["facts"] = Frame(piece.edge, y, width, height)
    if words.text:
        size = plan.size("lead")
        lines = paragraph_lines(words.text, width=width * 0.96, size=size, face=words.face())
        height = lines * size * 1.26 + 0.2 * unit
        y -= height + (1.7 if words.facts else 2.4) * unit
        plan.frames["text"] = Frame(piece.edge, y, width, height)
    return y


def _facts_height(plan: PosterPlan, words: Words, *, width: float) -> float:
    """Labels stand in a column of their own where there is room, else above."""
    size = plan.size("lead")
    label = max(words.face().width(label.upper()) for _name, label, _text in words.facts) * plan.label_size * 1.08 + size * 0.7
    plan.label_width = label if width - label > 9 * size and not plan.without_labels else 0.0
    height = 0.0
    for _name, _label, text in words.facts:
        room = (width - plan.label_width) * (0.94 if plan.label_width else 0.95)
        lines = paragraph_lines(text, width=room, size=size, face=words.face(bold=True))
        height += (
            lines * size * 1.22 + size * 0.42 + (plan.label_size * 1.3 if plan.stacked_labels and not plan.without_labels else 0)
        )
    return height


def foot_height(words: Words, *, piece: PieceSheet, width: float) -> float:
    """The council's lines and the legal line beside the code."""
    beside = piece.code + 2.4 * piece.sheet.unit if piece.with_code else 0.0
    small, legal = piece.type_size("small"), piece.type_size("legal")
    lines = paragraph_lines(words.sender, width=width - beside, size=small, face=words.face()) + 1
    height = lines * small * 1.25
    named = f"Verantwortlich für den Inhalt (V.i.S.d.P.): {words.legal}" if words.legal and piece.kind != "social" else ""
    if text := "\n".join(filter(None, (named, f"Bild: {words.credit}" if words.credit else ""))):
        height += paragraph_lines(text, width=(width - beside) * 0.96, size=legal, face=faces.MEDIUM) * legal * 1.25
        height += 0.5 * piece.sheet.unit
    return max(height, piece.code if piece.with_code else 0.0)
