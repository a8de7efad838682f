"""The preflight process for files of strangers: a job and a PDF come in, findings go out. No Django, no network, no files.

Asked by service.py only, because a hostile file may kill it.
"""

from ..processes.confined import serve
from .checker import checked

if __name__ == "__main__":
    serve(checked)
