"""What lies below a mark: the colour or picture it stands on, as far as rectangles tell."""

from .marks import Mark, PageMarks, common, contains
from .spaces import GRAY, Colour

PAPER = Colour(GRAY, (1.0,))


class Grounds:
    """Areas and pictures of one page in the order they were painted."""

    def __init__(self, page: PageMarks):
        self.order = {id(mark): number for number, mark in enumerate(page.marks)}
        self.areas = [
            (number, mark)
            for number, mark in enumerate(page.marks)
            if mark.kind in ("fill", "picture", "shading") and min(mark.width, mark.height) > 0.8
        ]

    def below(self, mark: Mark) -> Mark | Colour | None:
        """The area a mark stands on, PAPER if none, None if that cannot be told from rectangles."""
        place = self.order[id(mark)]
        for number, area in reversed(self.areas):
            if number >= place or common(area.box, mark.box) is None:
                continue
            if area.shaped or not area.is_solid or not contains(area.box, mark.box, slack=0.4):
                return None
            return area
        return PAPER

    def colour(self, mark: Mark) -> Colour | None:
        """The plain colour below a mark; None for pictures, gradients and whatever is unclear."""
        ground = self.below(mark)
        if isinstance(ground, Mark):
            return ground.colour if ground.kind == "fill" and ground.colour.space.kind != "pattern" else None
        return ground

    def is_dark(self, mark: Mark) -> bool:
        """Whether light type stands out from what is below it; unclear grounds count, or nobody could read it."""
        ground = self.below(mark)
        return not isinstance(ground, Colour)
