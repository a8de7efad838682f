"""What the panels of a flyer hold, and where they lie on the sheet."""

# Panel → what it holds, by the number of panels on a side; a panel inside for which there is nothing takes over from another.
FLYER = {
    2: {
        "title": ("title",),
        "inside-1": ("about", "questions", "body"),
        "inside-2": ("programme",),
        "back": ("place", "part", "partners"),
    },
    3: {
        "title": ("title",),
        "inside-1": ("about", "questions", "body"),
        "inside-2": ("programme",),
        "inside-3": ("place", "picture", "partners"),
        "flap": ("part",),
        "back": ("access",),
    },
    4: {
        "title": ("title",),
        "inside-1": ("about", "body"),
        "inside-2": ("questions", "place"),
        "inside-3": ("programme",),
        "inside-4": ("access",),
        "flap-2": ("picture",),
        "flap": ("part",),
        "back": ("partners",),
    },
}

# A tour or a week: its dates stand in the middle, where there is most room.
SERIES_FLYER = {
    2: {"title": ("title",), "inside-1": ("about", "body"), "inside-2": ("stops",), "back": ("part", "partners")},
    3: {
        "title": ("title",),
        "inside-1": ("body", "partners"),
        "inside-2": ("stops",),
        "inside-3": ("picture", "part"),
        "flap": ("about",),
        "back": (),
    },
    4: {
        "title": ("title",),
        "inside-1": ("body",),
        "inside-2": ("picture",),
        "inside-3": ("stops",),
        "inside-4": ("part", "partners"),
        "flap-2": (),
        "flap": ("about",),
        "back": (),
    },
}


WIDEST_GROWTH = 1.45  # of the type on a panel as wide as half of A4, if there is little text; narrow ones grow less
USUAL_PANEL = 99  # mm


def held(count: int, *, filled: set[str], plan: dict = FLYER) -> dict[str, list[str]]:
    """Panel → its parts that have content, for `count` panels on a side; none inside stays empty beside one with several."""
    parts = {key: [name for name in names if name in filled] for key, names in plan[count].items()}
    inside = [key for key in parts if key.startswith("inside")]
    for empty in [key for key in inside if not parts[key]]:
        giver = max((key for key in inside if key < empty), key=lambda key: len(parts[key]), default=empty)
        parts[giver], parts[empty] = parts[giver][:1], parts[giver][1:]
    return parts


def panels_of(sheet, *, side: str, mirrored: bool, filled: set[str], plan: dict = FLYER) -> list[dict]:
    """The panels of one side with their parts. A flyer that is read from the right opens the other way.

    The title comes first, because it is read first, wherever it lies on the sheet.
    """
    here = sorted((panel for panel in sheet.panels if panel.side == side), key=lambda panel: panel.key != "title")
    parts = held(len(here), filled=filled | {"title"}, plan=plan)
    return [
        {
            "key": panel.key,
            "parts": parts[panel.key],
            "left": f"{(sheet.width - panel.x - panel.width if mirrored else panel.x):.2f}",
            "width": f"{panel.width:.2f}",
            "most": f"{min(WIDEST_GROWTH, 1.3 * max(1, panel.width / USUAL_PANEL)):.2f}",
            "first": (panel.x == 0) != mirrored,
            "last": (abs(panel.x + panel.width - sheet.width) < 0.01) != mirrored,
        }
        for panel in here
    ]
