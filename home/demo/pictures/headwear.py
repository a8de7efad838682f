"""Hats, caps and headscarves: the same two pieces per style as in `hair.py`, behind the face and on it."""

from .palette import AMBER, POPPY, SUN
from .paper import blob, line, paper

Pieces = tuple[str, str]
UNDER_HAT = "M-86,18C-96,-60 -60,-110 4,-110C70,-110 98,-60 87,19C40,32 -40,32 -86,18Z"


def cap(hair: str, cloth: str, cloth2: str) -> Pieces:
    front = paper("M-88,-46C-96,-112 -52,-156 8,-154C72,-152 98,-108 88,-44C30,-62 -30,-62 -88,-46Z", cloth, 6)
    return paper(UNDER_HAT, hair, 5), front + paper(
        "M-94,-42C-60,-66 30,-68 60,-52C30,-44 -60,-22 -128,-18C-132,-30 -116,-36 -94,-42Z", cloth2, 5
    )


def straw(hair: str, cloth: str, cloth2: str) -> Pieces:
    front = paper("M-150,-52C-110,-84 110,-88 154,-56C120,-32 -110,-26 -150,-52Z", SUN, 7)
    front += paper("M-84,-66C-88,-130 -50,-158 4,-158C62,-158 92,-128 86,-68C30,-54 -30,-54 -84,-66Z", AMBER)
    return paper(UNDER_HAT, hair, 5), front + paper("M-85,-80C-40,-66 40,-66 87,-82L87,-64C40,-50 -40,-50 -85,-62Z", POPPY)


def bucket(hair: str, cloth: str, cloth2: str) -> Pieces:
    front = paper("M-72,-76C-70,-128 -44,-148 4,-148C54,-148 76,-128 76,-76Z", cloth, 5) + paper(
        "M30,-146C60,-140 76,-122 76,-76L40,-76C42,-110 40,-130 30,-146Z", cloth2
    )
    return paper(UNDER_HAT, hair, 5), front + paper("M-74,-84C-30,-72 36,-72 78,-84L112,-32C60,-52 -56,-52 -108,-32Z", cloth2, 6)


def beanie(hair: str, cloth: str, cloth2: str) -> Pieces:
    front = paper("M-86,-44C-92,-120 -50,-162 6,-162C64,-162 98,-118 86,-42C40,-58 -40,-58 -86,-44Z", cloth, 6)
    return paper(UNDER_HAT, hair, 5), front + paper("M-91,-66C-40,-84 40,-84 91,-64L90,-28C40,-46 -40,-46 -90,-30Z", cloth2, 4)


def headwrap(hair: str, cloth: str, cloth2: str) -> Pieces:
    front = paper("M-86,-42C-126,-110 -116,-196 -22,-204C78,-214 136,-150 88,-40C42,-74 -40,-74 -86,-42Z", cloth, 7)
    front += paper("M20,-206C98,-202 130,-140 88,-40C74,-50 60,-58 46,-62C84,-110 70,-170 20,-206Z", cloth2)
    front += line("M-84,-84C-40,-120 20,-124 78,-96M-92,-128C-50,-160 10,-164 64,-140", cloth2, 7)
    return paper(UNDER_HAT, hair, 4), front + paper(blob(-66, -164, 34, 28, 8, 0.08), cloth2, 5) + paper(
        blob(-92, -136, 26, 22, 4, 0.08), cloth, 4
    )


def tied(hair: str, cloth: str, cloth2: str) -> Pieces:
    """A scarf knotted at the neck."""
    back = paper("M60,30C120,40 150,90 140,140C110,120 80,90 60,60Z", cloth2, 5) + paper(
        "M-88,40C-102,-80 -60,-148 6,-148C74,-148 104,-80 90,44C60,60 -60,60 -88,40Z", cloth, 6
    )
    front = paper("M-84,-14C-98,-106 -52,-150 6,-150C66,-150 100,-104 84,-10C68,-60 40,-84 4,-86C-34,-84 -66,-58 -84,-14Z", cloth)
    return back, paper("M-76,-34C-62,-64 -34,-82 4,-84C38,-82 62,-62 76,-36C50,-78 -48,-80 -76,-34Z", hair) + front + paper(
        "M8,-150C68,-150 100,-104 84,-10C76,-38 64,-58 48,-70C58,-104 40,-136 8,-150Z", cloth2
    )


def hijab(hair: str, cloth: str, cloth2: str) -> Pieces:
    back = paper(
        "M-112,150C-140,20 -126,-150 4,-156C134,-152 142,20 116,150C130,196 150,226 172,262C60,320 -70,316 -168,262C-146,226 -126,196 -112,150Z",
        cloth,
        8,
    )
    hood = "M-100,40C-118,-60 -100,-146 4,-148C108,-146 122,-60 104,44C92,100 58,140 6,142C-48,140 -88,96 -100,40Z"
    front = f'<path fill-rule="evenodd" d="{hood}M-67,-30C-66,36 -42,96 2,98C46,96 68,36 68,-30C66,-84 40,-106 2,-106C-40,-106 -66,-84 -67,-30Z" fill="{cloth}"/>'
    front += paper(
        "M-96,52C-60,128 30,150 100,62C120,110 120,160 60,196C-10,232 -90,200 -124,156C-112,120 -104,90 -96,52Z", cloth2, 6
    )
    return back, front + paper("M8,-148C74,-146 112,-100 108,-20C100,-66 64,-118 8,-148Z", cloth2)


def shawl(hair: str, cloth: str, cloth2: str) -> Pieces:
    """A loose shawl over the hair, one end thrown over the shoulder."""
    back = paper("M-110,240C-150,60 -124,-154 4,-158C130,-154 152,60 118,250C60,280 -60,280 -110,240Z", cloth, 8)
    loose = "M-98,70C-124,-60 -96,-150 4,-152C108,-150 126,-56 102,78C96,20 74,-96 2,-98C-60,-96 -92,10 -98,70Z"
    front = paper(
        "M-74,-26C-70,-76 -40,-110 4,-112C44,-110 70,-78 74,-28C60,-70 20,-96 -6,-94C-34,-92 -62,-66 -74,-26Z", hair
    ) + paper(loose, cloth, 3)
    return back, front + paper("M8,-152C106,-150 128,-60 102,78C98,10 76,-70 34,-90C40,-116 28,-138 8,-152Z", cloth2) + paper(
        "M-104,120C-60,190 60,200 150,150C140,210 60,270 -40,250C-90,236 -112,180 -104,120Z", cloth2, 6
    )


def turban(hair: str, cloth: str, cloth2: str) -> Pieces:
    front = paper(
        "M-92,-50C-116,-120 -60,-178 10,-174C84,-172 118,-118 92,-46C60,-78 30,-92 2,-92C-30,-92 -66,-78 -92,-50Z", cloth, 7
    )
    front += paper("M-92,-50C-84,-110 -20,-140 96,-96C98,-78 96,-62 92,-46C50,-104 -40,-104 -92,-50Z", cloth2)
    return paper("M-84,0C-92,-60 -60,-110 4,-110C70,-110 96,-60 86,0Z", hair, 5), front + paper(
        "M-58,-146C-20,-166 50,-160 84,-126C40,-140 -10,-146 -58,-146Z", cloth2
    )


def swim(hair: str, cloth: str, cloth2: str) -> Pieces:
    front = paper("M-80,-30C-92,-112 -46,-142 6,-142C62,-142 92,-108 80,-26C40,-58 -40,-58 -80,-30Z", cloth, 6)
    return "", front + paper("M10,-142C62,-142 92,-108 80,-26C64,-40 44,-46 20,-49C30,-84 26,-118 10,-142Z", cloth2)


def burkini(hair: str, cloth: str, cloth2: str) -> Pieces:
    hood = "M-94,60C-112,-60 -96,-146 4,-148C104,-146 116,-60 98,62C80,112 -76,112 -94,60Z"
    front = f'<path fill-rule="evenodd" d="{hood}M-66,-30C-66,36 -42,92 2,94C46,92 68,36 68,-30C66,-82 40,-102 2,-102C-40,-102 -66,-82 -66,-30Z" fill="{cloth}"/>'
    return paper("M-96,120C-116,0 -104,-148 4,-150C112,-148 122,0 100,124Z", cloth, 7), front + paper(
        "M10,-148C74,-146 108,-100 104,-20C96,-66 64,-118 10,-148Z", cloth2
    )


HOODS = {"hijab", "burkini", "shawl"}  # these hide the ears
HEADWEAR = {f.__name__: f for f in (cap, straw, bucket, beanie, headwrap, tied, hijab, shawl, turban, swim, burkini)}
