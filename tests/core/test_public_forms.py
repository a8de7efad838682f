"""Forms for the public: bots, hurry, repeated posts, files of every kind; nothing that was right is lost."""

import io
import random
import struct
import zlib

import pytest
from django import forms
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils import timezone, translation
from PIL import Image

from cms.core import limits, uploads
from cms.core.models import KeptUpload
from cms.core.public_forms import AddressField, LineField, PublicForm, WordsField, stamp
from cms.core.secret_links import LinkExpired, LinkForged, SecretLink
from cms.core.uploads import DocumentField, PhotoField

pytestmark = pytest.mark.django_db


class Form(PublicForm):
    name = LineField(label="Name", max_length=80)
    words = WordsField(label="Text", max_length=500, required=False)
    address = AddressField(required=False)
    photo = PhotoField(label="Foto", required=False)
    paper = DocumentField(label="Papier", required=False)
    interests = forms.MultipleChoiceField(
        label="Woran", choices=[("a", "Aufbau"), ("b", "<Bühne>")], required=False, widget=forms.CheckboxSelectMultiple
    )


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch):
    monkeypatch.setattr("cms.core.public_forms.MINIMUM_SECONDS", 0)


def filled(files=None, **values) -> Form:
    data = QueryDict(mutable=True)
    data.update({"name": "Amina", "started": stamp(), **values})
    return Form(data, files or {})


def jpeg(width=1200, height=900, **options) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "#c8321f").save(out, "JPEG", **options)
    return out.getvalue()


def sent(content: bytes, name="foto.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def bomb() -> bytes:
    """A PNG of a few hundred bytes that says it is 60,000 × 60,000 pixels."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")


def test_who_fills_the_hidden_field_is_a_program():
    assert filled(website="https://casino.example").is_trapped
    assert not filled().is_trapped


def test_a_form_that_was_filled_faster_than_anybody_types_asks_for_one_more_press(monkeypatch):
    monkeypatch.setattr("cms.core.public_forms.MINIMUM_SECONDS", 5)
    form = filled(words="Bleibt stehen")
    assert not form.is_valid()
    assert form["words"].value() == "Bleibt stehen"


@pytest.mark.parametrize(
    "started", ["", "nonsense", signing.TimestampSigner(salt="other").sign("x")], ids=["empty", "nonsense", "other"]
)
def test_a_forged_stamp_is_answered_with_a_new_one_that_works(started):
    form = filled(started=started)
    assert not form.is_valid()
    assert filled(started=form["started"].value()).is_valid()


def test_the_same_form_posted_twice_is_recognised():
    shown = stamp()
    first, second, other = filled(started=shown), filled(started=shown), filled()
    assert first.is_valid()
    assert second.is_valid()
    assert other.is_valid()
    assert first.once == second.once != other.once


def test_lines_and_texts_lose_what_nobody_can_type():
    form = filled(name="  Amina\r\n\x00 \u202eB. ", words="Zeile 1\r\nZeile 2\x07\u2066")
    assert form.is_valid()
    assert form.cleaned_data["name"] == "Amina B."
    assert form.cleaned_data["words"] == "Zeile 1\nZeile 2"


def test_ten_thousand_characters_are_refused_and_stay_in_the_form():
    form = filled(words="ä" * 10_000)
    assert set(form.errors) == {"words"}
    assert len(form["words"].value()) == 10_000


def test_a_script_is_text_wherever_the_form_shows_it():
    form = filled(name="<script>alert(1)</script>" * 10, words="</textarea><script>")
    page = render_to_string("includes/public_form.html", {"form": form})
    assert "<script>" not in page


def test_an_address_is_checked_and_tidied():
    assert filled(address=" Leser@Lindenau.Example ").is_valid()
    assert "address" in filled(address="niemand@").errors


def test_a_phones_photo_comes_out_upright_and_without_its_place():
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    form = filled({"photo": sent(jpeg(exif=exif), "../../Foto von mir.JPG")})
    assert form.is_valid(), form.errors
    photo = form.cleaned_data["photo"]
    assert (photo.width, photo.height, photo.kind) == (900, 1200, "jpg")
    assert photo.name == "Foto_von_mir.jpg"
    with Image.open(io.BytesIO(photo.content)) as picture:
        assert not picture.getexif()


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "leer.jpg"),
        (b"%PDF-1.7 nothing", "foto.jpg"),
        (b"MZ\x90\x00" + b"\0" * 500, "foto.jpg"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "foto.png"),
        (jpeg()[:3000], "halb.jpg"),
        (bomb(), "bombe.png"),
    ],
)
def test_what_is_no_photo_gets_words_and_no_crash(content, name):
    form = filled({"photo": sent(content, name)}, words="bleibt")
    assert set(form.errors) == {"photo"}
    assert form["words"].value() == "bleibt"


def test_a_photo_of_fifty_megabytes_is_told_the_limit():
    form = filled({"photo": sent(b"\xff\xd8" + b"\0" * 50 * 1024 * 1024)})
    with translation.override("de"):
        assert "30 MB" in str(form.errors["photo"])


def test_a_photo_survives_a_mistake_in_another_field():
    form = filled({"photo": sent(jpeg())}, name="")
    assert set(form.errors) == {"name"}
    page = render_to_string("includes/public_form.html", {"form": form})
    token = form.data["photo-kept"]
    assert token in page
    assert "foto.jpg" in page
    again = filled(**{"photo-kept": token})
    assert again.is_valid(), again.errors
    assert (again.cleaned_data["photo"].width, again.cleaned_data["photo"].height) == (1200, 900)


def test_a_kept_file_opens_with_no_forged_token_and_is_gone_after_a_day(time_machine):
    time_machine.move_to(timezone.now())
    form = filled({"photo": sent(jpeg())}, name="")
    assert not form.is_valid()
    token = form.data["photo-kept"]
    assert "photo" in filled(**{"photo-kept": token[:-2] + "xx"}).errors
    time_machine.shift(25 * 3600)
    assert uploads.forget_kept() == 1
    assert not KeptUpload.objects.exists()
    assert "photo" in filled(**{"photo-kept": token}).errors


def test_damaged_photos_of_every_kind_are_answered_with_words():
    dice = random.Random(7)
    originals = []
    for kind in ("JPEG", "PNG", "WEBP", "HEIF", "GIF"):
        out = io.BytesIO()
        Image.effect_noise((90, 70), 60).convert("RGB").save(out, kind)
        originals.append(out.getvalue())
    answers = set()
    for _ in range(400):
        data = bytearray(dice.choice(originals))
        for _hit in range(dice.randint(1, 12)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        cut = data[: dice.randrange(1, len(data))] if dice.random() < 0.3 else data
        answers.add(filled({"photo": sent(bytes(cut))}).is_valid())
    assert answers == {True, False}


def test_files_that_are_put_aside_fill_nobodys_disk(monkeypatch, settings, tmp_path):
    monkeypatch.setattr(uploads, "MOST_KEPT", 1)
    for _ in range(3):
        assert not filled({"photo": sent(jpeg())}, name="").is_valid()
    assert KeptUpload.objects.count() == 1
    monkeypatch.setattr(uploads, "MOST_KEPT", 9)
    settings.PRIVATE_ROOT = tmp_path / "file"
    settings.PRIVATE_ROOT.write_text("no folder: nothing can be written here")
    form = filled({"photo": sent(jpeg())}, name="")
    assert set(form.errors) == {"name"}, "a full disk is not the reader's mistake"
    assert not filled({"photo": sent(jpeg())}, name="", website="x").is_valid()


def test_papers_are_known_by_what_they_are_and_not_by_their_name():
    assert filled({"paper": sent(b"%PDF-1.7\n...\n%%EOF\n", "x.exe")}).is_valid()
    assert filled({"paper": sent(jpeg(), "scan.pdf")}).is_valid()
    assert "paper" in filled({"paper": sent(b"%PDF-1.7 half", "x.pdf")}).errors
    assert "paper" in filled({"paper": sent(b"PK\x03\x04 no archive", "x.docx")}).errors
    assert "paper" in filled({"paper": sent(b"#!/bin/sh", "x.pdf")}).errors


def test_every_field_says_what_is_wrong_to_a_screen_reader():
    page = render_to_string("includes/public_form.html", {"form": filled(name="")})
    assert 'role="alert"' in page
    assert 'href="#id_name"' in page
    assert 'aria-invalid="true"' in page
    assert 'id="id_name_error"' in page
    assert "&lt;Bühne&gt;" in page


def test_a_secret_link_opens_only_what_it_was_made_for(time_machine):
    time_machine.move_to(timezone.now())
    link = SecretLink("probe", max_age=timezone.timedelta(days=1))
    token = link.token({"id": 7})
    assert link.read(token) == {"id": 7}
    for forged in (token[:-1] + ("a" if token[-1] != "a" else "b"), "", "x:y:z"):
        with pytest.raises(LinkForged):
            link.read(forged)
    with pytest.raises(LinkForged):
        SecretLink("other").read(token)
    time_machine.shift(86_401)
    with pytest.raises(LinkExpired):
        link.read(token)


def test_a_connection_may_ask_only_so_often(rf):
    request = rf.get("/", REMOTE_ADDR="203.0.113.9")
    for _ in range(3):
        limits.count_connection(request, purpose="probe", per_hour=3)
    with pytest.raises(limits.TooMany):
        limits.count_connection(request, purpose="probe", per_hour=3)
    limits.count_connection(request, purpose="other", per_hour=3)
