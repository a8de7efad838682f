"""The copy for the town archive: PDF/A-3 or PDF/A-2 (ISO 19005), accessible, with the profile its colours are meant in.

Level A contains level B: everything is embedded, colours are measured, and the structure is kept.
"""

from pathlib import Path

import pikepdf
from pikepdf import Dictionary, Name

from ..press import opened, saved

VARIANTS = {"archive": "pdf/a-3a", "archive-2": "pdf/a-2a"}  # by purpose
CSS = "img{image-rendering:crisp-edges}"  # interpolated pictures are forbidden
PDFUA = "http://www.aiim.org/pdfua/ns/id/"
# PDF/A wants every property it does not know described in the file.
UA_METADATA = f"""<rdf:Description rdf:about="" xmlns:pdfuaid="{PDFUA}"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{PDFUA}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""


def finish(made: bytes | Path) -> bytes:
    """Say that the file is PDF/UA, too, and take out resource lists that are empty (not every validator knows them)."""
    with opened(made) as pdf:
        packet = pdf.Root.Metadata.read_bytes().decode()
        head, end, tail = packet.rpartition("</rdf:RDF>")
        pdf.Root.Metadata = pikepdf.Stream(pdf, (head + UA_METADATA + end + tail).encode(), Type=Name.Metadata, Subtype=Name.XML)
        for item in pdf.objects:
            resources = item.get("/Resources") if isinstance(item, Dictionary | pikepdf.Stream) else None
            for key in ("/Pattern", "/Shading") if isinstance(resources, Dictionary) else ():
                if key in resources and not len(resources[key]):
                    del resources[key]
        return saved(pdf, version="1.7")
