# Craft-village showcase. `make` alone lists what can be done.

SHELL := /bin/bash
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
INSTALL = $(PY) -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes
PORT ?= 8000
export PORT
WORKERS ?= 2
# `make run` draws the demo's other pictures beside the server; DRAW=first leaves it at one of every product.
DRAW ?= all
# A file's tests stay on one worker: what they share is made once.
SPREAD := -n $(WORKERS) --dist loadfile --no-loadscope-reorder

# An environment in which production has everything it needs (no real secret).
COMPLETE := DJANGO_SETTINGS_MODULE=showcase.settings.production ALLOWED_HOSTS=langnghe.example.vn \
  SECRET_KEY=$(shell printf 'aB3-xY9_kL%.0s' 1 2 3 4 5 6) SITE_URL=https://langnghe.example.vn \
  DATABASE_URL=sqlite:////tmp/showcase-check.sqlite3 EMAIL_URL=smtp+tls://user:password@localhost:587 \
  MEDIA_ROOT=/tmp/showcase-check-media REDIS_URL=redis://127.0.0.1:6379/0

.PHONY: help setup messages lock run demo test browser lint lint-types lint-rest format screenshots vitals bench relevance

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  \033[1m%-14s\033[0m %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(VENV)/.installed messages ## Make the environment in .venv and compile the translations

# What the site runs on, without the tools of those who develop it: enough for `make run`, and half the download.
$(VENV)/.runtime: requirements.txt
	@test -x $(PY) || $(PYTHON) -m venv $(VENV)
	@$(PY) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(INSTALL) -r requirements.txt
	@touch $@

# What draws the demo's pictures.
$(VENV)/.demo: $(VENV)/.runtime requirements-demo.txt
	$(INSTALL) -r requirements-demo.txt
	@touch $@

$(VENV)/.installed: $(VENV)/.demo requirements-dev.txt
	$(INSTALL) -r requirements-dev.txt
	@touch $@

messages: $(VENV)/.runtime ## Compile the translations (Babel; no gettext tools needed)
	@shopt -s nullglob; for po in showcase/core/locale*/*/LC_MESSAGES/*.po; do \
	  mo="$${po%.po}.mo"; [ "$$mo" -nt "$$po" ] || \
	  $(PY) -m babel.messages.frontend --quiet compile -i "$$po" -o "$$mo" || exit 1; done

lock: ## Write the lock files anew from pyproject.toml
	$(VENV)/bin/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-strip-extras --quiet \
	  --no-header --no-annotate --no-emit-index-url --no-emit-find-links -o requirements.txt
	$(VENV)/bin/uv pip compile pyproject.toml --group demo --universal --python-version 3.11 --generate-hashes --no-strip-extras --quiet \
	  --no-header --no-annotate --no-emit-index-url --no-emit-find-links -c requirements.txt -o requirements-demo.txt
	$(VENV)/bin/uv pip compile pyproject.toml --group demo --group dev --universal --python-version 3.11 --generate-hashes \
	  --no-strip-extras --quiet --no-header --no-annotate --no-emit-index-url --no-emit-find-links -c requirements.txt \
	  -o requirements-dev.txt

run: messages $(VENV)/.demo ## Run the site on http://localhost:8000/ (PORT=...), with demo content when the database is empty
	@$(PY) -m showcase.settings.guard
	@$(PY) manage.py migrate --verbosity 0
	@$(PY) manage.py setup_centre
	@$(PY) manage.py load_demo --if-empty --pictures
	@echo "Site:  http://localhost:$(PORT)/"
	@echo "Admin: http://localhost:$(PORT)/admin/"
	@if [ "$(DRAW)" = all ]; then nice $(PY) manage.py draw_demo >/dev/null & fi; $(PY) manage.py runserver 127.0.0.1:$(PORT)

demo: messages $(VENV)/.demo ## Load or refresh the demo content
	@$(PY) -m showcase.settings.guard
	@$(PY) manage.py migrate --verbosity 0
	@$(PY) manage.py setup_centre
	@$(PY) manage.py load_demo --pictures

test: setup ## Run the tests (REQUIRE_SERVICES=1: a skip for a missing service fails; ARGS=... goes to pytest)
	$(PY) -m pytest $(SPREAD) $(ARGS)

browser: setup ## Run the browser tests in Chromium
	$(PY) -m pytest -m browser $(SPREAD) $(ARGS)

lint: lint-types lint-rest ## Check style, types, layers, templates, migrations, production settings and catalogues

# Apart because it takes as long as all others: `make -j2 lint` has them side by side.
lint-types: setup
	$(PY) -m mypy

lint-rest: setup
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(VENV)/bin/lint-imports
	$(VENV)/bin/djhtml --check --tabwidth 2 templates
	$(PY) manage.py makemigrations --check --dry-run
	$(COMPLETE) $(PY) manage.py check --deploy --fail-level WARNING
	$(PY) -m tests.catalogues

format: setup ## Put code and templates into their one form
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .
	$(VENV)/bin/djhtml --tabwidth 2 templates

screenshots: setup ## Photograph every page type into screenshots/ (ONLY=home,product* WIDTHS=360 THEMES=dark LANGUAGES=vi ADDRESS=http://...)
	@$(PY) -m showcase.settings.guard
	@$(PY) manage.py migrate --verbosity 0
	@$(PY) manage.py setup_centre
	@$(PY) manage.py load_demo --if-empty --pictures
	$(PY) manage.py shell --no-imports -v 0 -c "from tests.browser.screenshots import main; raise SystemExit(main())"

vitals: setup demo ## What a cheap phone on a slow network waits for (LCP, CLS, TBT), over the demo
	$(PY) -m tests.browser.vitals

SIZES ?= 1000 10000 100000
SECONDS_EACH ?= 3
bench: setup ## Measure pages beside a bare view on SQLite and PostgreSQL (SIZES, SECONDS_EACH; ARGS="--rounds 5 --only sqlite")
	$(PY) -m benchmarks.run --sizes $(SIZES) --seconds $(SECONDS_EACH) $(ARGS)

relevance: setup ## How well each engine answers the judged queries (ARGS="--worst 20"; Elasticsearch at ELASTICSEARCH_URL)
	$(PY) -m tests.relevance.run $(ARGS)
