"""Makes the PDFs of the demo's library out of content/library.py: `python -m home.demo.papers`, after a change of the texts.

What a check finds in each of them is kept beside it, so that the demo need not look at them again.
"""

import json
import os
import subprocess
import sys
from html import escape
from io import BytesIO
from pathlib import Path

from .content.council import COMMITTEES

FOLDER = Path(__file__).parent / "content" / "papers"
FONTS = Path(__file__).parents[2] / "cms" / "static" / "fonts"
STYLE = """
@font-face{{font-family:Rubik;font-weight:700;src:url({fonts}/Rubik_700Bold.ttf)}}
@font-face{{font-family:Text;src:url({fonts}/{text})}}
@page{{size:A4;margin:30mm 28mm 26mm;@bottom-center{{content:counter(page);font:9pt Rubik;color:#6a655e}}}}
body{{font:11.5pt/1.55 Text;color:#1c1b1f;hyphens:auto}}
header{{border-top:5pt solid #0b4f5c;padding-top:4mm;margin-bottom:12mm;font:700 9pt Rubik;color:#0b4f5c}}
header span{{display:block;color:#6a655e}}
h1{{font:700 21pt/1.15 Rubik;margin:0 0 8mm}} h2{{font:700 12.5pt/1.3 Rubik;color:#0b4f5c;margin:6mm 0 1.5mm}} p{{margin:0 0 3mm}}
h2,h1{{break-after:avoid;hyphens:manual}} .next{{break-before:page}}
"""
TEXT_FACES = {"ar": "Rubik_400Regular.ttf", "de-x-leicht": "AtkinsonHyperlegibleNext_400Regular.ttf"}


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.development")
    import django

    django.setup()
    from cms.directory.library.checking import look_at

    from .content.library import DOCUMENTS
    from .library import slug_of, texts_of

    facts = {}
    FOLDER.mkdir(exist_ok=True)
    for document in DOCUMENTS:
        for language, (title, paragraphs) in texts_of(document).items():
            data = made(document, title=title, paragraphs=paragraphs, language=language)
            name = f"{slug_of(document)}.{language}.pdf"
            (FOLDER / name).write_bytes(data)
            facts[name] = vars(look_at(data))
    (FOLDER / "facts.json").write_text(json.dumps(facts, ensure_ascii=False, indent=1) + "\n")


def made(document: dict, *, title: str, paragraphs: list[str], language: str) -> bytes:
    how = document.get("made", "tagged")
    html = written(document, title=title, paragraphs=paragraphs, language=language, bare=how != "tagged")
    command = [sys.executable, "-m", "weasyprint", "--encoding", "utf-8", "-", "-"]
    if how == "tagged":
        command[3:3] = ["--pdf-variant", "pdf/ua-1"]
    data = subprocess.run(command, input=html.encode(), capture_output=True, check=True).stdout
    return scanned(data) if how == "scan" else data


def written(document: dict, *, title: str, paragraphs: list[str], language: str, bare: bool) -> str:
    """The document as HTML; `bare`: without language and title, as many programs save it."""
    code = language.split("-")[0]
    body, after_break = [], False
    for text in paragraphs:
        if text == "---":
            after_break = True
            continue
        name, words = ("h2", text[2:]) if text.startswith("# ") else ("p", text)
        body.append(f"<{name}{' class=next' if after_break else ''}>{escape(words)}</{name}>")
        after_break = False
    names = {key: words[0] for key, words, _task in COMMITTEES}
    whose = document.get("body") or names[document["committee"]]
    line = " · ".join(part for part in (whose, document["number"], document["date"]) if part)
    head = "" if bare else f"<title>{escape(title)}</title>"
    direction = "rtl" if code == "ar" else "ltr"
    style = STYLE.format(fonts=FONTS, text=TEXT_FACES.get(language, "SourceSerif4_400Regular.ttf"))
    return (
        f"<html{'' if bare else f' lang={code}'} dir={direction}><head>{head}<style>{style}</style></head><body>"
        f"<header>Stadt Lindenau an der Pegnach<span dir=ltr>{escape(line)}</span></header>"
        f"<h1>{escape(title)}</h1>{''.join(body)}</body></html>"
    )


def scanned(data: bytes) -> bytes:
    """As from the office's scanner: a grey picture, a little askew."""
    import pypdfium2

    page = pypdfium2.PdfDocument(data)[0].render(scale=1.4).to_pil().convert("L")
    out = BytesIO()
    page.rotate(0.6, fillcolor=244, expand=False).save(out, "PDF", resolution=100, quality=40)
    return out.getvalue()


if __name__ == "__main__":
    main()
