"""Names and addresses in another script keep their order on paper, also where a line ends."""

from pypdfium2 import PdfDocument
from weasyprint import HTML

from cms.renditions.templatetags.print_tags import isolated

ADDRESS = "Ines Kaltwasser, Am Fischmarkt 1, 09999 Lindenau"


def left_edge(page, words: str) -> float:
    textpage = page.get_textpage()
    found = textpage.search(words).get_next()
    assert found, words
    return textpage.get_charbox(found[0])[0]


def test_an_address_in_an_arabic_line_keeps_its_order_on_both_lines():
    style = "@page{size:62mm 40mm;margin:4mm}p{font:10pt Rubik,'Noto Sans Arabic'}"
    text = f'<html lang="ar" dir="rtl"><style>{style}</style><p>المسؤولية: {isolated(ADDRESS)}</p>'
    page = PdfDocument(HTML(string=text).write_pdf())[0]
    assert left_edge(page, "09999") < left_edge(page, "Lindenau")
    assert left_edge(page, "Ines") < left_edge(page, "Kaltwasser")


def test_only_paper_needs_it_and_nothing_is_left_unescaped():
    assert isolated("Rat & Tat", "text") == "Rat & Tat"
    assert isolated("Rat & Tat", "print") == '<bdi class="long" dir="ltr">Rat &amp; Tat</bdi>'
    assert 'dir="rtl"' in isolated("مجلس الاندماج", "print")
