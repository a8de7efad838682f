"""Every block looks like itself in every medium, says clearly what is wrong, and gives translators all its words."""

import html
import re

import pytest
from django.core.exceptions import ValidationError
from django.template.loader import get_template, render_to_string
from django.urls import reverse
from django.utils import translation
from wagtail.blocks import StructBlockValidationError
from wagtail.models import Page

from cms.core.blocks import BodyBlock, EventsBlock, VoicesBlock
from cms.core.blocks.layout import ButtonBlock, TableBlock
from cms.core.blocks.media import VideoBlock
from cms.core.blocks.people import ContactCardBlock
from cms.core.blocks.text import FactBoxBlock, PullQuoteBlock
from cms.core.medium import Medium
from cms.core.models import CouncilImage
from cms.renditions.mjml import compile_mail
from tests.bodies import ARABIC, EVERYWHERE, GERMAN, every_block, with_alt
from tests.factories import make_image

CONTAINERS = [BodyBlock(), EventsBlock(), VoicesBlock()]
WITH_TEMPLATE = [
    *CONTAINERS,
    *{name: block for container in CONTAINERS for name, block in container.child_blocks.items()}.values(),
]


def template_of(block) -> str:
    return block.meta.template.removesuffix(".html")


@pytest.mark.parametrize("medium", list(Medium))
@pytest.mark.parametrize("block", WITH_TEMPLATE, ids=template_of)
def test_every_block_and_container_has_a_template_of_its_own(block, medium):
    assert get_template(template_of(block) + medium.suffix)


@pytest.mark.parametrize("block", WITH_TEMPLATE, ids=template_of)
def test_no_template_of_a_mail_leaks_html(block):
    """Outside texts, buttons, tables and raw parts mrml drops HTML without a word."""
    source = get_template(template_of(block) + ".mjml").template.source
    outside = re.sub(r"<(mj-text|mj-button|mj-table|mj-raw)\b.*?</\1>", "", source, flags=re.DOTALL)
    assert re.findall(r"<(?!/?mj-)[a-z/][^>]*>", outside) == []


@pytest.mark.parametrize("block", WITH_TEMPLATE, ids=template_of)
def test_plain_text_templates_switch_escaping_off(block):
    assert get_template(template_of(block) + ".txt").template.source.startswith("{% autoescape off %}")


def test_this_file_sees_every_block(db):
    kinds = [kind for kind, _value in every_block(image=CouncilImage(), page=Page(), words=GERMAN)]
    assert sorted(kinds) == sorted(BodyBlock().child_blocks)


def body_in(medium, *, edition, words, image) -> str:
    value = BodyBlock().normalize(every_block(image=image, page=edition, words=words))
    context = {
        "self": value,
        "value": value,
        "medium": medium.value,
        "page": edition,
        "council": edition.council,
        "html_dir": "rtl" if words is ARABIC else "ltr",
        "html_lang": "ar" if words is ARABIC else "de",
        "language": "ar" if words is ARABIC else "de",
    }
    with translation.override(context["language"]):
        return render_to_string(f"blocks/body{medium.suffix}", context)


@pytest.mark.parametrize("words", [GERMAN, ARABIC], ids=["de", "ar"])
def test_a_mail_of_every_block_passes_the_lint(edition, words):
    source = body_in(Medium.EMAIL, edition=edition, words=words, image=make_image("Probe"))
    mail, problems = compile_mail(f"<mjml><mj-body>{source}</mj-body></mjml>")
    assert problems == []
    for word in (words["heading"], words["question"], words["place"], words["button"], "Samira Haddad", "Am Fischmarkt 1"):
        assert word in mail


@pytest.mark.parametrize("medium", [Medium.WEB, Medium.PRINT, Medium.TEXT])
def test_every_block_says_its_words(edition, medium):
    out = body_in(medium, edition=edition, words=GERMAN, image=make_image("Probe"))
    for word in (GERMAN["heading"], GERMAN["question"], GERMAN["role"], GERMAN["place"], "Samira Haddad", "Am Fischmarkt 1"):
        assert word in out


def test_plain_text_holds_no_markup(edition):
    out = body_in(Medium.TEXT, edition=edition, words=GERMAN, image=make_image("Probe"))
    assert re.findall(r"</?[a-z]+[^>]*>|&[a-z#0-9]+;", out) == []
    assert "https://film.example/v/24?a=1&b=2" in out


@pytest.mark.parametrize("medium", list(Medium))
@pytest.mark.parametrize("kind", sorted(BodyBlock().child_blocks))
def test_a_block_shows_only_where_editors_want_it(medium, kind):
    block = BodyBlock().child_blocks[kind]
    elsewhere = [code for code in EVERYWHERE if code != medium.editorial.value]
    assert block.is_shown_in(block.get_default(), medium=medium)
    assert not block.is_shown_in({"show_in": elsewhere}, medium=medium)


@pytest.mark.parametrize("medium", list(Medium))
def test_hidden_blocks_are_left_out_when_rendering(edition, medium):
    value = BodyBlock().normalize([("heading", {"text": "Nur woanders", "level": "2", "show_in": []})])
    assert "Nur woanders" not in value.render_as_block({"medium": medium.value, "page": edition, "council": edition.council})


@pytest.mark.parametrize("medium", list(Medium))
def test_what_editors_type_is_escaped(edition, medium):
    quote = {"text": "</mj-text><script>alert(1)</script>", "who": "<b>x</b>", "role": '"><img>', "show_in": EVERYWHERE}
    value = BodyBlock().normalize([("pull_quote", quote)])
    context = {"medium": medium.value, "page": edition, "council": edition.council, "language": "de", "html_dir": "ltr"}
    out = value.render_as_block(context)
    if medium is Medium.TEXT:
        assert "<b>x</b>" in out  # plain text has nothing to escape
    else:
        assert "<script" not in out and "<b>x</b>" not in out and "<img" not in out


def test_every_block_explains_itself_to_editors():
    for block in BodyBlock().child_blocks.values():
        assert block.get_description(), block.name
        assert block.meta.form_layout.settings[-1] == "show_in"


def cleaned(block, value):
    return block.clean(block.normalize({"show_in": EVERYWHERE, **value}))


def errors_of(block, value) -> dict:
    with pytest.raises(StructBlockValidationError) as caught:
        cleaned(block, value)
    return caught.value.block_errors


def test_a_button_needs_exactly_one_target(edition):
    block = ButtonBlock()
    assert set(errors_of(block, {"label": "Los", "page": None, "url": ""})) == {"page"}
    assert set(errors_of(block, {"label": "Los", "page": edition, "url": "https://a.example"})) == {"url"}
    assert cleaned(block, {"label": "Los", "page": None, "url": "https://a.example"})["url"] == "https://a.example"
    assert cleaned(block, {"label": "Los", "page": edition, "url": ""})["page"].pk == edition.pk


def test_a_block_must_be_seen_somewhere():
    block = PullQuoteBlock()
    assert set(errors_of(block, {"text": "Ja", "show_in": []})) == {"show_in"}


@pytest.mark.parametrize("address", ["ftp://a.example/x", "javascript:alert(1)", "nur-worte"])
def test_a_film_has_a_web_address(db, address):
    film = {"title": "Film", "url": address, "poster": with_alt(make_image("Film"), "Ein Film")}
    assert "url" in errors_of(VideoBlock(), film)


def test_a_contact_can_be_reached_and_a_fact_box_has_facts():
    assert set(errors_of(ContactCardBlock(), {"name": "Büro"})) == {"phone"}
    assert set(errors_of(FactBoxBlock(), {"title": "Zahlen", "text": "", "facts": []})) == {"text"}


def test_a_table_has_headings_columns_and_rows():
    def table(columns, rows):
        return {"caption": "Tabelle", "table": {"columns": columns, "rows": rows, "caption": ""}}

    text = {"type": "text", "heading": "Wer"}
    assert "table" in errors_of(TableBlock(), table([], []))
    assert "table" in errors_of(TableBlock(), table([{"type": "text", "heading": ""}], [{"values": ["x"]}]))
    assert cleaned(TableBlock(), table([text], [{"values": ["x"]}]))


def test_a_picture_needs_words_unless_it_is_decoration(db):
    block = BodyBlock().child_blocks["image"]
    silent = {"image": with_alt(make_image("Probe"), ""), "caption": "", "crop": "wide", "print_size": "two"}
    assert "image" in errors_of(block, silent)
    silent["image"].decorative = True
    assert cleaned(block, silent)


def test_headings_never_skip_a_level():
    block = BodyBlock(required=False)

    def headings(*levels):
        return block.normalize([("heading", {"text": "T", "level": level, "show_in": EVERYWHERE}) for level in levels])

    with pytest.raises(ValidationError):
        block.clean(headings("3", "2"))
    assert block.clean(headings("2", "3", "3"))


def test_a_draft_may_be_unfinished():
    block = BodyBlock(required=False)
    block.defer_required_validation()
    value = block.normalize([("button", {"label": "", "page": None, "url": "", "show_in": []})])
    assert block.clean(value)


@pytest.mark.parametrize("kind", sorted(BodyBlock().child_blocks))
def test_the_block_picker_shows_how_a_block_looks(home, admin_client, kind):
    block = BodyBlock().child_blocks[kind]
    if not hasattr(block.meta, "preview_value"):
        assert kind in {
            "table",
            "image",
            "gallery",
            "video",
            "page_teaser",
            "continues_online",
            "next_dates",
            "testimonial_teaser",
        }
        return
    response = admin_client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
    assert response.status_code == 200
    words = [word for word in block.meta.preview_value.values() if isinstance(word, str) and " " in word and "<" not in word]
    assert all(word in html.unescape(response.content.decode()).replace("\u00a0", " ") for word in words)
