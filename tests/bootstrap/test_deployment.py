"""What is written for operators agrees with the settings: compose.yaml, Dockerfile, the README's table."""

import re
from pathlib import Path

import yaml
from django.conf import settings

ROOT = Path(__file__).resolve().parent.parent.parent
SETTINGS = "\n".join(path.read_text() for path in sorted((ROOT / "cms/settings").glob("*.py")) if path.name != "test.py")
READ_BY_SETTINGS = set(re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', SETTINGS))
READ_BY_WEB = set(re.findall(r"\$\{([A-Z_]+):-", (ROOT / ".ci/web").read_text()))
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text())


def test_every_variable_that_compose_sets_is_read():
    for name in ["release", "web", "worker", "press", "clock"]:
        assert set(COMPOSE["services"][name]["environment"]) <= READ_BY_SETTINGS | READ_BY_WEB, name


def test_compose_sets_what_production_cannot_do_without():
    given = set(COMPOSE["services"]["web"]["environment"])
    without_default = set(re.findall(r'env\.\w+\("([A-Z_]+)"\)', (ROOT / "cms/settings/production.py").read_text()))
    assert without_default == {"SECRET_KEY", "ALLOWED_HOSTS"}
    assert without_default | {"BASE_URL", "DATABASE_URL", "MAIL_URL", "FROM_EMAIL"} <= given


def test_compose_runs_web_workers_clock_and_postgresql_with_commands_that_exist():
    services = COMPOSE["services"]
    assert set(services) == {"db", "release", "web", "worker", "press", "clock"}
    assert services["db"]["image"].split(":")[1] >= "15"
    commands = {path.stem for path in ROOT.glob("*/**/management/commands/*.py") if ".venv" not in path.parts} | {"db_worker"}
    for name in ["worker", "press", "clock"]:
        assert services[name]["command"][2] in commands
    for name in ["release", "web"]:
        assert (ROOT / services[name]["command"][0]).stat().st_mode & 0o111


def test_every_queue_has_a_worker_in_every_way_of_running_it():
    queues = set(settings.TASKS["default"]["QUEUES"])
    start = re.findall(r"--queue-name ([a-z,]+)", (ROOT / ".ci/start.py").read_text())
    guide = re.findall(r"\| `manage.py db_worker --queue-name ([a-z,]+)`", (ROOT / "docs/operator.md").read_text())
    compose = [COMPOSE["services"][name]["command"][-1] for name in ["worker", "press"]]
    for way in (start, guide, compose):
        assert set(",".join(way).split(",")) == queues


def test_a_worker_gets_the_time_to_finish_the_longest_pdf():
    grace = int(COMPOSE["services"]["press"]["stop_grace_period"].removesuffix("s"))
    longest = int(re.search(r'"PDF_TIMEOUT_SECONDS", default=(\d+)', SETTINGS)[1])
    assert grace > longest


def test_the_image_is_set_up_by_the_bootstrap_and_what_it_copies_exists():
    lines = (ROOT / "Dockerfile").read_text().splitlines()
    assert sum("bootstrap run" in line for line in lines) == 2
    for line in lines:
        if line.startswith("COPY") and line != "COPY . .":
            for source in line.split()[1:-1]:
                assert (ROOT / source).exists(), source
    ignored = (ROOT / ".dockerignore").read_text().split()
    assert {".venv", ".tools", "var", ".git", ".env"} <= set(ignored)


def test_the_readme_explains_every_variable_and_no_other():
    table = (ROOT / "README.md").read_text().partition("## Configuration")[2].partition("\n## ")[0]
    names = " ".join(line.split("|")[1] for line in table.splitlines() if line.startswith("|"))
    explained = set(re.findall(r"`([A-Z][A-Z_]+)`", names))
    assert explained >= READ_BY_SETTINGS | READ_BY_WEB
    started_with = set(re.findall(r'"([A-Z_]+_PORT)"', (ROOT / ".ci/start.py").read_text()))
    assert explained - READ_BY_SETTINGS - READ_BY_WEB <= started_with | {"DJANGO_SETTINGS_MODULE"}


def test_every_make_target_is_listed_with_its_purpose_and_every_script_of_make_exists():
    makefile = (ROOT / "Makefile").read_text()
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    listed = set(re.findall(r"^([a-z]+):.*## \S", makefile, re.MULTILINE))
    assert {"start", "test", "lint", "bench", "screenshots", "clean"} <= targets == listed
    for script in set(re.findall(r"\.ci/[\w.]+", makefile)):
        assert (ROOT / script).exists(), script


def test_ci_runs_make_test_and_nothing_else():
    commands = [
        line for line in (ROOT / ".ci/run").read_text().splitlines() if line and not line.startswith(("#", "set ", "cd "))
    ]
    assert commands == ["exec make test"]


def test_every_picture_of_the_documents_is_there_and_every_one_there_is_shown():
    documents = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    named = [(path.parent, name) for path in documents for name in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", path.read_text())]
    assert {(folder / name).resolve() for folder, name in named} == set((ROOT / "docs" / "img").iterdir())
