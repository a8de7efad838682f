"""compile_mail() finds what mrml passes on or drops without a word, and never lets it crash the process."""

import pytest
from bs4 import BeautifulSoup
from django.conf import settings

from cms.renditions import mjml
from cms.renditions.errors import MailError
from cms.renditions.mjml import MAX_DEPTH, compile_mail


def mail(content: str) -> str:
    return f"<mjml><mj-body><mj-section><mj-column>{content}</mj-column></mj-section></mj-body></mjml>"


GOOD = (
    '<mj-text><p>Guten <a href="https://lindenau.example/">Tag</a></p></mj-text>'
    f'<mj-image src="{settings.BASE_URL}/media/a.jpg" alt="" />'
)


def test_a_clean_mail_has_no_problems():
    html, problems = compile_mail(mail(GOOD))
    assert problems == []
    assert "Guten" in html and "<mj-" not in html
    assert "fonts.googleapis" not in html


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("<mj-textt>Tag</mj-textt>", "mj-textt"),
        ("<p>verloren</p>", "<p>"),
        ("verloren", "verloren"),
        ("<mj-text><mj-image src='https://x/a.jpg' alt='' /></mj-text>", "mj-image"),
        (f'<mj-text><img src="{settings.BASE_URL}/a.jpg" /></mj-text>', "/a.jpg"),
        (f'<mj-image src="{settings.BASE_URL}/b.jpg" />', "/b.jpg"),
        ('<mj-image src="https://tracker.example/p.gif" alt="" />', "tracker.example"),
        ('<mj-text><img src="/media/a.jpg" alt="" /></mj-text>', "/media/a.jpg"),
        ('<mj-text><p style="background:url(https://tracker.example/p.gif)">x</p></mj-text>', "tracker.example"),
        ('<mj-text><a href="/de/">x</a></mj-text>', "/de/"),
        ('<mj-text><a href="">x</a></mj-text>', ""),
        ('<mj-button href="javascript:alert(1)">x</mj-button>', "javascript"),
        ("<mj-text><script>alert(1)</script></mj-text>", "script"),
        ("<mj-raw><link rel='stylesheet' href='https://tracker.example/a.css'></mj-raw>", "link"),
        ("<mj-text><form><input></form></mj-text>", "form"),
    ],
)
def test_the_lint_names(content, said):
    _html, problems = compile_mail(mail(content))
    assert any(said in problem for problem in problems), problems


def test_the_same_problem_is_told_once():
    _html, problems = compile_mail(mail("<p>x</p><p>x</p>"))
    assert len([problem for problem in problems if "<p>" in problem]) == 1


def test_tags_nested_too_deeply_are_an_error_and_no_crash():
    with pytest.raises(MailError):
        compile_mail(mail("<mj-text>" + "<b>" * 20_000 + "x" + "</b>" * 20_000 + "</mj-text>"))
    with pytest.raises(MailError):
        compile_mail("<mjml><mj-body>" + "<mj-wrapper>" * 3000 + "</mj-wrapper>" * 3000 + "</mj-body></mjml>")
    html, _problems = compile_mail(mail("<mj-text>" + "<b>" * (MAX_DEPTH - 10) + "x" + "</b>" * (MAX_DEPTH - 10) + "</mj-text>"))
    assert "x" in html


def test_a_source_far_too_long_is_an_error():
    with pytest.raises(MailError):
        compile_mail(mail("<mj-text>" + "x" * mjml.MAX_SOURCE_CHARACTERS + "</mj-text>"))


def test_broken_markup_is_an_error_that_editors_can_read():
    with pytest.raises(MailError, match="Vielfalt"):
        compile_mail("<mjml><mj-body><mj-section></mj-body></mjml>")


def test_a_mail_that_gmail_would_cut_off_is_reported():
    html, problems = compile_mail(mail("<mj-text>" + "<p>Absatz mit Text</p>" * 6000 + "</mj-text>"))
    assert len(html.encode()) > mjml.MAX_HTML_BYTES
    assert any("kB" in problem for problem in problems)


def test_the_media_server_of_a_town_is_no_stranger(settings):
    settings.MEDIA_URL = "https://media.lindenau.example/"
    assert compile_mail(mail('<mj-image src="https://media.lindenau.example/a.jpg" alt="" />'))[1] == []


def test_attributes_keep_vowel_signs_hard_spaces_and_backslashes():
    alt = "خبّازة ليلًا, z.\u00a0B. \u2068Ines\u2069 a\\b „ñ“ 👩🏽‍🌾"
    picture = f'src="{settings.BASE_URL}/a.jpg" alt="{alt}"'
    html, _problems = compile_mail(mail(f"<mj-image {picture} /><mj-text><img {picture} /></mj-text>"))
    assert [image["alt"] for image in BeautifulSoup(html, "html.parser").find_all("img")] == [alt, alt]
