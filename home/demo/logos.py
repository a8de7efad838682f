"""Logos of the demo's invented organisations, drawn for this project: flat shapes, no type."""

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}">{}</svg>'


def linde() -> str:
    """A linden leaf in a circle."""
    leaf = "M50 18C72 30 82 48 76 66C70 80 58 84 52 80L54 94L46 94L48 80C42 84 30 80 24 66C18 48 28 30 50 18Z"
    return HEAD.format(100, 100, f'<circle cx="50" cy="50" r="50" fill="#0b4f5c"/><path d="{leaf}" fill="#f5b324"/>')


def verband() -> str:
    """Six speech slips around a table."""
    colours = ("#c8321f", "#f5b324", "#3f7d4e", "#2f6fb0", "#6d3b7c", "#0b4f5c")
    slips = "".join(
        f'<rect x="42" y="6" width="16" height="26" rx="8" fill="{colour}" transform="rotate({place * 60} 50 50)"/>'
        for place, colour in enumerate(colours)
    )
    return HEAD.format(100, 100, f'{slips}<circle cx="50" cy="50" r="12" fill="#1c1b1f"/>')


def land() -> str:
    """Three bands and a shield: a state that does not exist."""
    bands = "".join(
        f'<path d="M{44} {16 + place * 26}h150v14h-150z" fill="{colour}"/>'
        for place, colour in enumerate(("#1c1b1f", "#c8321f", "#f5b324"))
    )
    return HEAD.format(
        200,
        100,
        f'<path d="M0 10h34v46q0 24 -17 34q-17 -10 -17 -34z" fill="#3f7d4e"/><path d="M8 34l9 -14l9 14v14h-18z" fill="#ffffff"/>{bands}',
    )


def staedte() -> str:
    """A skyline of five gables."""
    gables = "M0 80V44L16 28L32 44V80ZM34 80V30L50 12L66 30V80ZM68 80V50L82 36L96 50V80ZM98 80V24L112 6L126 24V80ZM128 80V46L142 32L156 46V80Z"
    return HEAD.format(156, 90, f'<path d="{gables}" fill="#2f6fb0"/><path d="M0 84h156v6h-156z" fill="#1c1b1f"/>')


def wehr() -> str:
    """Three waves over a weir."""
    waves = "".join(
        f'<path d="M0 {20 + place * 24}q15 -16 30 0t30 0t30 0t30 0v12q-15 16 -30 0t-30 0t-30 0t-30 0z" fill="{colour}"/>'
        for place, colour in enumerate(("#0b4f5c", "#2f6fb0", "#0b4f5c"))
    )
    return HEAD.format(120, 92, waves)


def vhs() -> str:
    """An open book."""
    return HEAD.format(
        120,
        84,
        '<path d="M58 16Q34 0 2 8V74Q34 66 58 82Z" fill="#c8321f"/><path d="M62 16Q86 0 118 8V74Q86 66 62 82Z" fill="#f5b324"/>',
    )


def werkbank() -> str:
    """A bench with a vice."""
    return HEAD.format(
        140,
        80,
        '<path d="M0 24h140v16h-140z" fill="#6d3b7c"/><path d="M12 40h14l-6 40h-14zM114 40h14l6 40h-14z" fill="#6d3b7c"/>'
        '<path d="M52 0h36v24h-36z" fill="#f5b324"/><circle cx="70" cy="12" r="6" fill="#6d3b7c"/>',
    )


LOGOS = {"linde": linde, "verband": verband, "land": land, "staedte": staedte, "wehr": wehr, "vhs": vhs, "werkbank": werkbank}
