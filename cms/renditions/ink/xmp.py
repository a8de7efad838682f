"""What a press file says about itself: XMP and document information, the same for the same content (ISO 15930-7, 6.2 and 6.5)."""

import hashlib
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Dictionary, Name, Stream, String

VERSIONS = {"pdf/x-4": "PDF/X-4", "pdf/x-3": "PDF/X-3:2003", "pdf/x-1a": "PDF/X-1a:2003"}
PDF_VERSIONS = {"pdf/x-4": "1.6", "pdf/x-3": "1.4", "pdf/x-1a": "1.4"}
NOT_DRAWN = ("/Metadata", "/ObjStm", "/XRef")  # WeasyPrint's hold a random id and the time
PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:pdfx="http://ns.adobe.com/pdfx/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<xmp:CreatorTool>Vielfalt</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate><xmp:MetadataDate>{date}</xmp:MetadataDate>
<pdf:Producer>{producer}</pdf:Producer><pdf:Trapped>False</pdf:Trapped>
<xmpMM:DocumentID>uuid:{document}</xmpMM:DocumentID><xmpMM:InstanceID>uuid:{instance}</xmpMM:InstanceID>
<xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default</xmpMM:RenditionClass>
{version}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def describe(pdf: pikepdf.Pdf, *, variant: str, stamp: str, document: str = "") -> None:
    """Write title, dates, ids and version. `stamp` is the text's date (ISO 8601); `document` names what stays the same text."""
    title, author = (str(pdf.docinfo.get(key, "")) for key in ("/Title", "/Author"))
    producer = str(pdf.docinfo.get("/Producer", "WeasyPrint"))
    if "/Metadata" in pdf.Root:
        del pdf.Root.Metadata
    if "/ID" in pdf.trailer:
        del pdf.trailer.ID
    when, version = moment(stamp), VERSIONS[variant]
    names = ("pdfxid",) if variant == "pdf/x-4" else ("pdfx",)
    packet = PACKET.format(
        title=escape(title or "–"),
        author=escape(author),
        producer=escape(producer),
        date=when.isoformat(timespec="seconds"),
        document=uuid5(NAMESPACE_URL, document or title),
        instance=uuid5(NAMESPACE_URL, digest(pdf)),
        version="".join(f"<{name}:GTS_PDFXVersion>{version}</{name}:GTS_PDFXVersion>" for name in names),
    )
    pdf.Root.Metadata = Stream(pdf, packet.encode(), Type=Name.Metadata, Subtype=Name.XML)
    date = when.strftime("D:%Y%m%d%H%M%S+00'00'")
    said = {"Title": title or "–", "Author": author, "Creator": "Vielfalt", "Producer": producer}
    info = Dictionary({f"/{key}": String(value) for key, value in said.items() if value})
    info.CreationDate = info.ModDate = String(date)
    info.Trapped = Name("/False")
    if variant != "pdf/x-4":
        info.GTS_PDFXVersion = String(version)
    pdf.trailer.Info = pdf.make_indirect(info)


def moment(stamp: str) -> datetime:
    """The date of the text in UTC; without one, the day the Unix clock began, so that nothing depends on when it was made."""
    found = datetime.fromisoformat(stamp) if stamp else datetime(1970, 1, 1, tzinfo=UTC)
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)


def digest(pdf: pikepdf.Pdf) -> str:
    """Of everything that is drawn."""
    total = hashlib.sha256()
    for item in pdf.objects:
        if isinstance(item, Stream) and str(item.get("/Type")) not in NOT_DRAWN:
            total.update(item.read_raw_bytes())
    return total.hexdigest()
