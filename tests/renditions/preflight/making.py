"""Small PDFs made by hand, operator by operator: a good one for the press, a good one for the screen, and changes to them."""

import io
import struct
from functools import lru_cache

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from cms.renditions.ink.condition import DEFAULT, ICC_FOLDER
from cms.renditions.pdf import STATIC

MM = 72 / 25.4
BLEED = 3.0
XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">%s</rdf:Description>
</rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""
X4 = "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>"
UA = "<pdfuaid:part>1</pdfuaid:part>"
# In mm from the top left of the trim, through the matrix that every page begins with (see PAGE); y grows downwards.
GROUND = "0.9 0.35 0.35 0.45 k -3 -3 216 60 re f"
WORDS = "BT 0 0 0 1 k /F1 4 Tf 1 0 0 -1 20 90 Tm <002400250026> Tj ET"  # A B C in 11.3 pt
PICTURE = "q 40 0 0 -30 20 130 cm /Im1 Do Q"
GOOD = "\n".join([GROUND, WORDS, PICTURE])


@lru_cache(maxsize=1)
def typeface() -> bytes:
    return (STATIC / "fonts" / "Rubik_500Medium.ttf").read_bytes()


@lru_cache(maxsize=1)
def profile() -> bytes:
    return (ICC_FOLDER / "FOGRA39L_free.icc").read_bytes()


@lru_cache(maxsize=16)
def jpeg(mode="CMYK", *, width=473, height=354, colour=None, quality=92) -> bytes:
    """A picture with some structure; 473 × 354 px are 300 ppi at 40 × 30 mm."""
    plain = {"CMYK": (20, 60, 90, 0), "RGB": (200, 120, 40), "L": 120}[mode]
    picture = Image.new(mode, (width, height), colour or plain)
    if colour is None:
        light = {"CMYK": (0, 10, 30, 0), "RGB": (250, 230, 180), "L": 220}[mode]
        picture.paste(light, (0, 0, width // 2, height))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality, subsampling=0)
    return out.getvalue()


def image(pdf, data: bytes | None = None, *, space=Name.DeviceCMYK, width=473, height=354, **more) -> pikepdf.Stream:
    stream = pikepdf.Stream(pdf, data if data is not None else jpeg())
    stream.update(
        Dictionary(Type=Name.XObject, Subtype=Name.Image, Width=width, Height=height, BitsPerComponent=8, ColorSpace=space)
    )
    if data is None or data[:2] == b"\xff\xd8":
        stream.Filter = Name.DCTDecode
        if space == Name.DeviceCMYK:
            stream.Decode = Array([1, 0] * 4)  # Pillow writes them turned round
    stream.update(Dictionary(**more))
    return stream


def font(pdf, *, embedded=True, name="ABCDEF+Rubik-Medium") -> pikepdf.Object:
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name(f"/{name}"),
        Flags=4,
        FontBBox=Array([0, -250, 1000, 935]),
        ItalicAngle=0,
        Ascent=935,
        Descent=-250,
        CapHeight=700,
        StemV=80,
    )
    if embedded:
        descriptor.FontFile2 = pdf.make_stream(typeface())
    inner = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name(f"/{name}"),
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        FontDescriptor=descriptor,
        DW=600,
        CIDToGIDMap=Name.Identity,
    )
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name(f"/{name}"),
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([inner]),
    )


def add_page(pdf, content: str, *, width=210.0, height=297.0, bleed=BLEED) -> pikepdf.Page:
    """A page whose content is written in mm from the trim's top left corner."""
    pdf.add_blank_page(page_size=((width + 2 * bleed) * MM, (height + 2 * bleed) * MM))
    page = pdf.pages[-1]
    left, low, right, high = bleed * MM, bleed * MM, (bleed + width) * MM, (bleed + height) * MM
    page.obj.TrimBox = Array([left, low, right, high])
    page.obj.BleedBox = Array([0, 0, (width + 2 * bleed) * MM, (height + 2 * bleed) * MM])
    turned = f"{MM} 0 0 {-MM} {left} {high} cm\n"
    page.obj.Contents = pdf.make_stream((turned + content).encode())
    page.obj.Resources = Dictionary(Font=Dictionary(F1=font(pdf)), XObject=Dictionary(Im1=pdf.make_indirect(image(pdf))))
    return page


def press_pdf(content: str = GOOD, *, pages: int = 1, **size) -> pikepdf.Pdf:
    """A PDF/X-4 with which nothing is wrong."""
    pdf = pikepdf.new()
    for _number in range(pages):
        add_page(pdf, content, **size)
    icc = pdf.make_stream(profile())
    icc.N = 4
    pdf.Root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFX,
                OutputConditionIdentifier=String(DEFAULT.identifier),
                RegistryName=String("http://www.color.org"),
                DestOutputProfile=icc,
            )
        ]
    )
    metadata = pdf.make_stream((XMP % X4).encode())
    metadata.Type, metadata.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = metadata
    pdf.docinfo = pdf.make_indirect(
        Dictionary(
            Title=String("Probe"),
            CreationDate=String("D:20261121120000Z"),
            ModDate=String("D:20261121120000Z"),
            Trapped=Name("/False"),
        )
    )
    return pdf


def screen_pdf(*, pages: int = 1) -> pikepdf.Pdf:
    """A tagged PDF for reading with which nothing is wrong: a heading, a paragraph, a figure, a table, a link."""
    pdf = pikepdf.new()
    for _number in range(pages):
        page = add_page(pdf, "BT 0 g /F1 4 Tf 1 0 0 -1 20 90 Tm <002400250026> Tj ET", bleed=0)
        page.obj.Annots = Array(
            [
                Dictionary(
                    Type=Name.Annot, Subtype=Name.Link, Rect=Array([10, 10, 50, 20]), Contents=String("Anmeldung zum Frühstück")
                )
            ]
        )
    pdf.Root.Lang = String("de")
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    metadata = pdf.make_stream((XMP % UA).encode())
    metadata.Type, metadata.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = metadata
    first = pdf.pages[0].obj
    row = Dictionary(S=Name.TR, K=Array([Dictionary(S=Name.TH), Dictionary(S=Name.TD)]))
    pdf.Root.StructTreeRoot = pdf.make_indirect(
        Dictionary(
            Type=Name.StructTreeRoot,
            K=Array(
                [
                    Dictionary(S=Name.H1, Pg=first),
                    Dictionary(S=Name.H2, Pg=first),
                    Dictionary(S=Name.Figure, Pg=first, Alt=String("Zeichnung: ein Garten")),
                    Dictionary(S=Name.Table, Pg=first, K=Array([row])),
                ]
            ),
        )
    )
    pdf.docinfo = pdf.make_indirect(Dictionary(Title=String("Probe")))
    return pdf


def saved(pdf: pikepdf.Pdf, **options) -> bytes:
    out = io.BytesIO()
    options = {"force_version": "1.6", "deterministic_id": True} | options
    pdf.save(out, **options)
    return out.getvalue()


def written(pdf: pikepdf.Pdf, content: str, *, page: int = 0) -> None:
    """Add operators, in mm, to a page of ours."""
    obj = pdf.pages[page].obj
    obj.Contents = pdf.make_stream(obj.Contents.read_bytes() + b"\n" + content.encode())


def resource(pdf: pikepdf.Pdf, kind: str, name: str, value, *, page: int = 0) -> None:
    resources = pdf.pages[page].obj.Resources
    if kind not in resources:
        resources[kind] = Dictionary()
    resources[kind][name] = value


def qr_drawing(*, side: float, left=150.0, top=200.0, modules=25, dark="0 0 0 1 K", quiet=4) -> str:
    """Runs of modules as segno draws them, on a light square with its quiet zone."""
    module = side / modules
    runs = []
    for row in range(modules):
        y = top + (row + 0.5) * module
        runs.append(f"{left:.4f} {y:.4f} m {left + module * (1 + row % 3):.4f} {y:.4f} l")
        for column in range(4, modules - 2, 4):
            runs.append(f"{left + column * module:.4f} {y:.4f} m {left + (column + 1) * module:.4f} {y:.4f} l")
        runs.append(f"{left + (modules - 1) * module:.4f} {y:.4f} m {left + modules * module:.4f} {y:.4f} l")
    edge = quiet * module
    light = f"0 0 0 0 k {left - edge} {top - edge} {side + 2 * edge} {side + 2 * edge} re f"
    return f"{light}\nq {dark} {module:.5f} w {' '.join(runs)} S Q"


def icc_header_only(*, size: int = 400_000) -> bytes:
    """The first bytes of a printing profile that promises more than there is."""
    return struct.pack(">I", size) + profile()[4:200]
