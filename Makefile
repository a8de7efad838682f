# Two commands matter: `make start` and `make test`. Everything they need they bring along (.ci/bootstrap).
.DEFAULT_GOAL := help
.NOTPARALLEL:
SHELL := /bin/sh
unexport PYTHONDONTWRITEBYTECODE # hundreds of processes read the same modules; without their bytecode each takes 9 s of CPU to start, not 3
python := .venv/bin/python
manage := VIELFALT_VAR=$(CURDIR)/.tools/var $(python) manage.py
side_by_side := --numprocesses auto --maxprocesses 4 --no-loadscope-reorder
templates = $$(git ls-files --cached --others --exclude-standard -- 'templates/*.html' 'templates/*.mjml')

.PHONY: help
help: ## Show what there is to type
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: start
start: ## Run Vielfalt on this machine: web site, admin, worker and a local mailbox, with demo content
	@.ci/bootstrap run
	@$(python) .ci/start.py

.PHONY: test
test: ## Check everything: lint, system checks, then the whole suite on SQLite and on PostgreSQL
	@.ci/bootstrap test
	@$(MAKE) --no-print-directory lint checks
	@echo "== tests on SQLite"
	@env -u DATABASE_URL $(python) -m pytest $(side_by_side)
	@echo "== tests on PostgreSQL"
	@.ci/postgres $(python) -m pytest $(side_by_side)

.PHONY: lint
lint: ## Check the style of Python and templates, and who imports whom
	@.ci/bootstrap lint
	@echo "== lint"
	@.venv/bin/ruff check
	@.venv/bin/ruff format --check
	@.venv/bin/djhtml --check --tabwidth 2 $(templates)
	@.venv/bin/lint-imports

.PHONY: format
format: ## Format Python and templates the way `make lint` wants them
	@.ci/bootstrap lint
	@.venv/bin/ruff check --fix
	@.venv/bin/ruff format
	@.venv/bin/djhtml --tabwidth 2 $(templates)

.PHONY: checks
checks: ## Check settings, models and migrations
	@.ci/bootstrap lint
	@echo "== checks"
	@$(manage) check
	@$(manage) makemigrations --check --dry-run

.PHONY: bench
bench: ## Measure page times, PDF time against bare WeasyPrint, and mails per second
	@.ci/bootstrap test
	@$(python) -m tests.benchmarks

.PHONY: faults
faults: ## Kill workers and databases while 20,000 mails go out, and count what was lost or sent twice
	@.ci/bootstrap test
	@$(python) -m tests.faults

.PHONY: screenshots
screenshots: ## Photograph pages, papers and mails of the demo into var/screenshots/
	@.ci/bootstrap test
	@$(python) .ci/screenshots.py

.PHONY: press-samples
press-samples: ## Make one of every printed product for every printer profile into var/press-samples/, and check them all
	@.ci/bootstrap test
	@$(python) -m tests.press_samples

.PHONY: clean
clean: ## Remove what the bootstrap and the tests made; your content in var/ stays
	rm -rf .venv .tools .pytest_cache .ruff_cache .import_linter_cache
	find . -name var -prune -o \( -name '*.mo' -o -name '*.pyc' \) -print | xargs rm -f
