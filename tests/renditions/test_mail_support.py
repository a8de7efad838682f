"""What mail programs cannot show and what hinders readers is found; our own mails have none of it, in any design."""

import pytest

from cms.core.mail_style import DESIGNS
from cms.core.medium import Medium
from cms.renditions.mail_support import FALLBACKS, Finding, findings, table
from cms.renditions.render import render
from tests.bodies import GERMAN, every_block
from tests.factories import make_image

FRAME = '<html lang="de"><body>{}</body></html>'


def texts(body: str) -> list[str]:
    return [finding.text for finding in findings(FRAME.format(body))]


@pytest.mark.parametrize(
    ("body", "program"),
    [
        ('<div style="display:flex">a</div>', "Outlook"),
        ('<div style="position:absolute">a</div>', "Gmail"),
        ('<p style="width:calc(100% - 3px)">a</p>', "Outlook"),
        ('<div style="background-image:linear-gradient(red,blue)">a</div>', "Outlook"),
        ("<video></video>", "Gmail"),
        ("<svg></svg>", "Gmail"),
        ("<form></form>", "Outlook"),
    ],
)
def test_what_a_program_cannot_show_is_named(body, program):
    assert any(program in text for text in texts(body)), texts(body)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ('<img src="a.jpg" width="10">', "a.jpg"),
        ('<img src="a.jpg" alt="">', "a.jpg"),
        ('<a href="https://x.example">hier</a>', "hier"),
        ('<a href="https://x.example"><img src="a.jpg" alt="" width="10"></a>', ""),
        ("<h1>a</h1><h3>b</h3>", "3"),
    ],
)
def test_what_hinders_a_reader_is_named(body, words):
    assert [text for text in texts(body) if words in text], texts(body)


def test_mail_without_a_language_is_named():
    assert [finding.kind for finding in findings("<html><body></body></html>")] == ["accessibility"]


def test_words_for_outlook_alone_are_not_judged():
    assert texts("<!--[if mso]><div style='display:flex'></div><![endif]-->") == []


def test_every_exception_is_a_feature_of_the_table():
    assert set(FALLBACKS) <= set(table())


@pytest.mark.django_db
@pytest.mark.parametrize("design", DESIGNS)
def test_our_own_mails_work_everywhere(edition, design):
    article = edition.lead()
    article.body = every_block(image=make_image("Probe"), page=edition, words=GERMAN)
    article.save_revision().publish()
    for page in (article, edition):
        found = findings(render(page, medium=Medium.EMAIL, extra={"design": design}).content)
        assert [finding for finding in found if finding.kind == "client"] == []
        assert found == [] or all(isinstance(finding, Finding) for finding in found), found
