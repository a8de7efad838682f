"""SpamAssassin, with the rules Debian brings and no network, finds nothing odd in any design and language."""

import mailbox
import re
import shutil
import subprocess

import pytest

from cms.core.mail_style import DESIGNS
from newsletter import composing, dispatch
from newsletter import mailing as room
from newsletter.models import Mailing

from .conftest import make_readers, translate

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
MOST = 2.0
WORDS = {
    "en": {"title": "Vielfalt No. 24", "headline": "What brings us together"},
    "ar": {"title": "التنوع العدد ٢٤", "headline": "ما يجمعنا"},
    "uk": {"title": "Vielfalt № 24", "headline": "Що нас об’єднує"},
    "tr": {"title": "Vielfalt Sayı 24", "headline": "Bizi birleştiren"},
}


@pytest.fixture
def letters(edition, topics, editor, post_office):
    """One real mail of every design in every language, as it arrived at the server."""
    for language, words in WORDS.items():
        translate(edition, language, **words)
    for language in ("de", *WORDS):
        make_readers(1, topics=topics[:1], language=language, name=f"leser.{language}.")
    for design in DESIGNS:
        mailing = composing.create(edition, user=editor)
        composing.update(mailing, topics=[topics[0]], lines={}, user=editor, design=design)
        room.start(mailing, user=editor)
        dispatch.dispatch(Mailing.objects.get(pk=mailing.pk))
    assert len(post_office.letters) == len(DESIGNS) * 5
    return post_office.letters


def test_no_mail_looks_like_spam(letters, tmp_path):
    assert shutil.which("spamassassin"), "the test set-up installs it"
    box = mailbox.mbox(tmp_path / "mails")
    for letter in letters:
        # Delivered by a server with a name, as the sender check wants it.
        received = "Received: from mail.lindenau.example (mail.lindenau.example [9.9.9.25]) by mx.web.example with ESMTPS;"
        box.add(f"{received} {letter.message['Date']}\r\n".encode() + letter.content)
    box.close()
    done = subprocess.run(  # one call for all: starting it takes longer than reading a mail
        ["spamassassin", "--local", "--test-mode", "--mbox", tmp_path / "mails"], capture_output=True, timeout=300, check=False
    )
    report = done.stdout.decode("utf-8", "replace")
    scores = [float(score) for score in re.findall(r"X-Spam-Status: \w+, score=(-?[\d.]+)", report)]
    assert len(scores) == len(letters)
    assert max(scores) < MOST, report[-3000:]
