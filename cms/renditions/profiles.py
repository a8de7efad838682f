"""Printer profiles on the Django side: which ICC profiles there are, whether an uploaded one is fit, and our presets.

An ICC profile is uploaded, or found by file name on this system or among our own (cms/static/icc, CC0).
"""

import tempfile
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from .ink import icc
from .ink.condition import ICC_FOLDER
from .processes.local_files import local_path
from .render import RenditionError

SYSTEM_FOLDERS = (Path("/usr/share/color/icc"), Path("/usr/local/share/color/icc"), Path("/var/lib/color/icc"))

ICC_REASONS = {
    "icc-none": gettext_noop("This is not an ICC profile. Ask the print shop for the file that ends in .icc or .icm."),
    "icc-large": gettext_noop("The ICC profile is larger than {limit} MB. Ask the print shop for a usual one."),
    "icc-broken": gettext_noop("The ICC profile is damaged. Ask the print shop to send it again."),
    "icc-other": gettext_noop(
        "This profile is for {space} ({kind}), not for printing in cyan, magenta, yellow and black. Choose the one for the paper."
    ),
}


class IccMissing(RenditionError):
    """The colour profile is neither uploaded nor on this system."""


def icc_path(profile) -> Path:
    """The file of a PrinterProfile's ICC profile. Raises IccMissing."""
    if profile.icc_file:
        return local_path(profile.icc_file.name, storage=profile.icc_file.storage)
    found = found_profiles().get(profile.icc_name)
    if found is None:
        raise IccMissing(
            _("The colour profile “%(name)s” of the printer profile “%(profile)s” is not on this system. Upload it there.")
            % {"name": profile.icc_name, "profile": profile.name}
        )
    return found


def found_profiles() -> dict[str, Path]:
    """File name → path of every ICC profile one can print with; ours come last and win."""
    folders = [*(folder for folder in SYSTEM_FOLDERS if folder.is_dir()), ICC_FOLDER]
    paths = [path for folder in folders for path in sorted(folder.rglob("*.ic[cm]"))]
    return {path.name: path for path in paths if _facts(path, path.stat().st_mtime_ns)}


def profile_choices() -> list[tuple[str, str]]:
    """For a form: file names of the profiles found, with the name each gives itself, ours first."""
    choices = []
    for name, path in found_profiles().items():
        facts = _facts(path, path.stat().st_mtime_ns)
        label = facts.description if facts.description and facts.description != path.stem else path.stem
        choices.append((path.parent != ICC_FOLDER, label.casefold(), name, f"{label} – {name}"))
    return [(name, label) for _own, _sort, name, label in sorted(choices)]


@lru_cache(maxsize=256)
def _facts(path: Path, _changed: int) -> icc.IccProfile | None:
    """What a profile says about itself; None if one cannot print with it."""
    try:
        facts = icc.read_file(path)
    except icc.IccError:
        return None
    return facts if facts.is_printing else None


def validate_icc(upload) -> None:
    """A validator for uploaded ICC profiles: a whole one, for printing in four inks. Raises ValidationError."""
    upload.seek(0)
    data = upload.read(icc.MOST_BYTES + 1)
    upload.seek(0)
    try:
        facts = icc.read(data)
        if not facts.is_printing:
            raise icc.IccError("icc-other", space=facts.space, kind=facts.description or facts.kind)
        with tempfile.NamedTemporaryFile(suffix=".icc") as copy:
            copy.write(data)
            copy.flush()
            icc.try_out(Path(copy.name))
    except icc.IccError as error:
        raise ValidationError(_(ICC_REASONS[error.code]).format(**error.details), code=error.code) from error


@dataclass(frozen=True)
class Preset:
    """A printer profile to begin with. `spare` is our own ICC file and its condition, for systems without the usual one."""

    slug: str
    name: str
    kind: str
    icc_name: str
    identifier: str
    spare: tuple[str, str]
    notes: str = ""
    demands: tuple[tuple[str, object], ...] = ()


_COATED, _UNCOATED = ("FOGRA39L_free.icc", "FOGRA39"), ("FOGRA47L_free.icc", "FOGRA47")
_NEWSPRINT = ("IFRA26_free.icc", "IFRA26")
_SMALL = {"min_ppi": 150, "good_ppi": 200, "max_ink": 240, "bleed": 0, "safe": 0, "spine_safe": 0, "min_type": 6, "min_line": 0.3}
PRESETS = (
    Preset(
        "offset-coated-fogra51",
        gettext_noop("Offset, coated paper (PSO Coated v3, FOGRA51)"),
        "coated",
        "PSOcoated_v3.icc",
        "FOGRA51",
        _COATED,
    ),
    Preset(
        "offset-coated-fogra39",
        gettext_noop("Offset, coated paper (ISO Coated v2 300 %, FOGRA39)"),
        "coated",
        "ISOcoated_v2_300_eci.icc",
        "FOGRA39",
        _COATED,
    ),
    Preset(
        "offset-uncoated-fogra52",
        gettext_noop("Offset, uncoated paper (PSO Uncoated v3, FOGRA52)"),
        "uncoated",
        "PSOuncoated_v3_FOGRA52.icc",
        "FOGRA52",
        _UNCOATED,
    ),
    Preset(
        "offset-uncoated-fogra47",
        gettext_noop("Offset, uncoated paper (FOGRA47)"),
        "uncoated",
        "PSO_Uncoated_ISO12647_eci.icc",
        "FOGRA47",
        _UNCOATED,
    ),
    Preset(
        "newspaper-26v4",
        gettext_noop("Newspaper (ISOnewspaper26v4)"),
        "newspaper",
        "ISOnewspaper26v4.icc",
        "IFRA26",
        _NEWSPRINT,
        notes=gettext_noop("Advertisements without bleed and without marks. One advertisement per PDF."),
        demands=tuple((_SMALL | {"min_line_negative": 0.5, "min_type_negative": 8}).items()),
    ),
    Preset(
        "digital",
        gettext_noop("Digital print"),
        "digital",
        "PSOcoated_v3.icc",
        "FOGRA51",
        _COATED,
        notes=gettext_noop("Small runs. Fine tints come out a little darker than in offset print."),
        demands=(("max_ink", 280), ("good_ppi", 250)),
    ),
    Preset(
        "office",
        gettext_noop("Office printer"),
        "office",
        "PSOuncoated_v3_FOGRA52.icc",
        "FOGRA52",
        _UNCOATED,
        notes=gettext_noop("For an office printer that takes print files. For the copier choose the purpose “For the copier”."),
        demands=(("bleed", 0), ("safe", 5), ("min_ppi", 120), ("good_ppi", 150), ("max_ink", 260)),
    ),
)


def ensure_presets() -> int:
    """Create the printer profiles that come with the house; those that exist stay as editors left them. Returns how many are new.

    A preset whose ICC profile is not on this system takes ours for the nearest condition, and says so in its notes. Once the
    profile has been installed, such a preset changes over, if nobody has touched its colour since.
    """
    from .models import PrinterProfile

    there, new = found_profiles(), 0
    with translation.override(settings.LANGUAGE_CODE):
        for preset in PRESETS:
            fields = _fields(preset, there=preset.icc_name in there)
            _profile, created = PrinterProfile.objects.get_or_create(slug=preset.slug, defaults=fields)
            new += created
            if not created and preset.icc_name in there:
                spare = _fields(preset, there=False)
                untouched = {name: spare[name] for name in ("icc_name", "identifier", "notes")}
                usual = {name: fields[name] for name in untouched}
                PrinterProfile.objects.filter(slug=preset.slug, icc_file="", **untouched).update(**usual)
    return new


def _fields(preset: Preset, *, there: bool) -> dict:
    notes = _(preset.notes) if preset.notes else ""
    if not there:
        said = _(
            "The colour profile %(usual)s is not on this system, so this uses %(spare)s (%(condition)s). "
            "Install Debian's package icc-profiles, or upload the print shop's profile."
        ) % {"usual": preset.icc_name, "spare": preset.spare[0], "condition": preset.spare[1]}
        preset = replace(preset, icc_name=preset.spare[0], identifier=preset.spare[1])
        notes = f"{notes} {said}".strip()
    return {
        "name": _(preset.name),
        "kind": preset.kind,
        "icc_name": preset.icc_name,
        "identifier": preset.identifier,
        "notes": notes,
        **dict(preset.demands),
    }
