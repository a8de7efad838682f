"""Where a printer profile's ICC file is: uploaded, or found by name on this system or in our own folder."""

from pathlib import Path

from django.utils.translation import gettext as _

from .condition import ICC_FOLDER
from .render import RenditionError

SYSTEM_FOLDERS = (Path("/usr/share/color/icc"), Path("/usr/local/share/color/icc"), Path("/var/lib/color/icc"))


class IccMissing(RenditionError):
    """The colour profile is neither uploaded nor on this system."""


def icc_path(profile) -> Path:
    """The file of a PrinterProfile's ICC profile. Raises IccMissing."""
    if profile.icc_file:
        return Path(profile.icc_file.path)
    found = found_profiles().get(profile.icc_name)
    if found is None:
        raise IccMissing(
            _("The colour profile “%(name)s” of the printer profile “%(profile)s” is not on this system. Upload it there.")
            % {"name": profile.icc_name, "profile": profile.name}
        )
    return found


def found_profiles() -> dict[str, Path]:
    """File name → path of every ICC profile that could be a printing condition; ours come last and win."""
    folders = [*(folder for folder in SYSTEM_FOLDERS if folder.is_dir()), ICC_FOLDER]
    return {path.name: path for folder in folders for path in sorted(folder.rglob("*.icc"))}
