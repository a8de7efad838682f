"""ICC profiles: found, read, refused; and the presets that stand on them."""

import struct

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import ImageCms

from cms.renditions import profiles
from cms.renditions.ink import icc
from cms.renditions.ink.condition import DEFAULT, ICC_FOLDER
from cms.renditions.models import PrinterProfile

OURS = (ICC_FOLDER / "FOGRA39L_free.icc").read_bytes()
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def upload(data: bytes) -> ContentFile:
    return ContentFile(data, name="druckerei.icc")


def changed(data: bytes, *, at: int, to: bytes) -> bytes:
    return data[:at] + to + data[at + len(to) :]


def test_our_own_profiles_say_what_they_are_for():
    facts = icc.read(OURS)
    assert (facts.kind, facts.space, facts.description) == ("prtr", "CMYK", "FOGRA39L")
    assert facts.is_printing


def test_only_profiles_one_can_print_with_are_offered():
    found = profiles.found_profiles()
    assert {"FOGRA39L_free.icc", "FOGRA47L_free.icc", "IFRA26_free.icc"} <= set(found)
    assert not {"sRGB.icc", "AdobeRGB1998.icc"} & set(found)
    assert all(icc.read_file(path).is_printing for path in found.values())


def test_ours_are_offered_first_with_the_names_they_give_themselves():
    choices = profiles.profile_choices()
    assert [name for name, _label in choices[:3]] == ["FOGRA39L_free.icc", "FOGRA47L_free.icc", "IFRA26_free.icc"]
    assert choices[2][1] == "IFRA26S – IFRA26_free.icc"


def test_a_whole_printing_profile_is_taken():
    profiles.validate_icc(upload(OURS))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "icc-none"),
        (b"%PDF-1.4 " + b"x" * 300, "icc-none"),
        (SRGB, "icc-other"),
        (OURS[:5000], "icc-broken"),
        (OURS + b"\0" * icc.MOST_BYTES, "icc-large"),
        (changed(OURS, at=128, to=struct.pack(">I", 4_000_000_000)), "icc-broken"),
        (changed(OURS, at=0, to=struct.pack(">I", 4_000_000_000)), "icc-broken"),
        (changed(OURS, at=136, to=struct.pack(">II", 4_000_000_000, 4_000_000_000)), "icc-broken"),
    ],
    ids=["empty", "pdf", "screen", "cut", "large", "tags", "size", "offset"],
)
def test_what_is_no_printing_profile_is_refused_with_the_reason(data, code):
    with pytest.raises(ValidationError) as caught:
        profiles.validate_icc(upload(data))
    assert caught.value.code == code


def test_a_bomb_hurts_only_the_process_that_tries_it(tmp_path):
    """Tables that claim to be gigantic: 255 grid points in each of three dimensions."""
    place = next(
        struct.unpack(">I", OURS[132 + 12 * number + 4 : 132 + 12 * number + 8])[0]
        for number in range(struct.unpack(">I", OURS[128:132])[0])
        if OURS[132 + 12 * number : 136 + 12 * number] == b"B2A1"
    )
    bomb = changed(OURS, at=place + 10, to=b"\xff")
    with pytest.raises(ValidationError) as caught:
        profiles.validate_icc(upload(bomb))
    assert caught.value.code == "icc-broken"


@pytest.mark.django_db
def test_the_house_comes_with_printers_for_every_kind_of_print():
    PrinterProfile.objects.all().delete()
    assert profiles.ensure_presets() == len(profiles.PRESETS)
    assert profiles.ensure_presets() == 0
    assert {profile.kind for profile in PrinterProfile.objects.all()} == {choice.value for choice in PrinterProfile.Kind}
    for profile in PrinterProfile.objects.all():
        condition = profile.condition()
        assert icc.read_file(profiles.icc_path(profile)).is_printing
        assert condition.max_ink <= 300
    assert PrinterProfile.objects.get(slug="newspaper-26v4").bleed == 0


@pytest.mark.django_db
def test_without_the_usual_profile_ours_stands_in_says_so_and_gives_way_later(monkeypatch):
    PrinterProfile.objects.all().delete()
    everything = profiles.found_profiles()
    monkeypatch.setattr(profiles, "SYSTEM_FOLDERS", ())
    profiles.ensure_presets()
    coated, touched = (PrinterProfile.objects.get(slug=slug) for slug in ("offset-coated-fogra51", "digital"))
    assert (coated.icc_name, coated.identifier) == ("FOGRA39L_free.icc", "FOGRA39")
    assert "PSOcoated_v3.icc" in coated.notes
    assert coated.condition().icc == DEFAULT.icc
    PrinterProfile.objects.filter(pk=touched.pk).update(identifier="FOGRA39 der Druckerei")
    monkeypatch.setattr(profiles, "found_profiles", lambda: everything | {"PSOcoated_v3.icc": ICC_FOLDER / "FOGRA39L_free.icc"})
    profiles.ensure_presets()
    coated.refresh_from_db()
    touched.refresh_from_db()
    assert (coated.icc_name, coated.identifier) == ("PSOcoated_v3.icc", "FOGRA51")
    assert touched.icc_name == "FOGRA39L_free.icc"


@pytest.mark.django_db
def test_a_profile_that_is_gone_is_named():
    profile = PrinterProfile(name="Druckerei", icc_name="weg.icc")
    with pytest.raises(profiles.IccMissing, match=r"weg\.icc"):
        profile.condition()
