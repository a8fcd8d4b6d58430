# The commands of this project. Each sets up what it needs (into .venv and node_modules) and is quick
# the second time. Wants Python 3.11 to 3.14 and git; written for GNU make 3.81 (macOS) and later.

# python3 unless you say otherwise: `make site PYTHON=python3.13`
PYTHON ?=
PORT ?= 8000
VENV := .venv
RUN := $(VENV)/bin/python
PIP_INSTALL := $(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps

# npm comes with the machine's Node.js where that is 20 or newer, else with the one from PyPI, which goes into the
# virtual environment.
WITH_NODE := PATH="$(CURDIR)/$(VENV)/bin:$$PATH"
NEED_NODE = export $(WITH_NODE); npm --version >/dev/null 2>&1 \
	&& node -e 'process.exit(Number(parseInt(process.versions.node) < 20))' 2>/dev/null \
	|| $(PIP_INSTALL) -r requirements-node.txt

# The theme's maintainers print a notice about MkDocs 2 on every build; this is their own switch for it.
export NO_MKDOCS_2_WARNING := 1
# Same bytes everywhere, whatever the machine's locale.
export PYTHONUTF8 := 1

# The same commit gives the same bytes: the site's date is its commit's, not the day it happens to be built.
DATED := SOURCE_DATE_EPOCH=$${SOURCE_DATE_EPOCH:-$$(git log -1 --format=%ct 2>/dev/null || date +%s)}

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:

.PHONY: help
help: ## Show these commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1	\2/p' Makefile

.PHONY: serve
serve: $(VENV)/site.stamp node_modules/.stamp ## Build, and serve with live reload at http://127.0.0.1:8000/ (PORT=8001: there)
	SITE_URL=http://127.0.0.1:$(PORT)/ $(RUN) -m mkdocs serve --livereload --watch overrides -a 127.0.0.1:$(PORT)

.PHONY: site
site: $(VENV)/site.stamp node_modules/.stamp ## Build into site/ (STRICT=1: a warning fails it)
	@echo 'Building the site into site/ …'
	@$(DATED) $(RUN) -m mkdocs build$(if $(STRICT), --strict)

.PHONY: diagrams
diagrams: $(VENV)/site.stamp node_modules/.stamp ## Draw new diagrams of the notes ahead of time (wants a Chromium)
	@PYTHONPATH=hooks $(RUN) -m studynotes.diagrams.gallery

.PHONY: anki
anki: site ## Build, and put the Anki deck of all questions here (questions.apkg)
	@test -f site/assets/quiz/questions.apkg \
		|| { echo 'There is no deck: no question was found in docs/notes/ (docs/writing.md says what becomes one).' >&2; exit 1; }
	cp site/assets/quiz/questions.apkg .

.PHONY: pdf
pdf: $(VENV)/pdf.stamp node_modules/.stamp ## Build the site with the book as a PDF in it, which needs a Chromium
	@$(WITH_NODE) PYTHONPATH=hooks $(RUN) -m studynotes.browser.npmchromium
	@echo 'Building the site into site/, and the book …'
	@$(DATED) $(WITH_NODE) BOOK_PDF=1 $(RUN) -m mkdocs build$(if $(STRICT), --strict)

.PHONY: test
test: setup-test ## Run every test and check
	$(RUN) -m pytest $(ARGS)

.PHONY: lint
lint: $(VENV)/test.stamp ## Check the Python code only
	$(RUN) -m ruff check
	$(RUN) -m ruff format --check
	$(RUN) -m mypy

.PHONY: bench
bench: setup-test $(VENV)/bench/.stamp ## Measure builds, questions and search (needs half an hour of a machine of its own)
	$(RUN) tests/bench/build.py --zensical $(VENV)/bench/bin/zensical
	$(RUN) tests/bench/serving.py
	$(RUN) tests/bench/questions.py
	$(RUN) tests/bench/search.py

MINUTES ?= 10
.PHONY: fuzz
fuzz: setup-test ## Bend notes until something breaks: their questions, then whole sites (MINUTES=10 for each)
	$(RUN) tests/fuzz/questions.py --minutes $(MINUTES) $(ARGS)
	$(RUN) tests/fuzz/build.py --minutes $(MINUTES) $(ARGS)

.PHONY: setup-test
setup-test: $(VENV)/test.stamp node_modules/.stamp
	@PYTHONPATH=hooks $(RUN) -m studynotes.browser.chromium

.PHONY: clean
clean: ## Remove all that these commands made, but for what make fuzz found (.cache/fuzz)
	rm -rf site .site-* sbom.cdx.json questions.apkg $(VENV) node_modules tools/chromium/node_modules
	rm -rf .pytest_cache .ruff_cache .mypy_cache .hypothesis
	test ! -d .cache || find .cache -mindepth 1 -maxdepth 1 ! -name fuzz -exec rm -rf {} +
	find hooks tests -name __pycache__ -type d -prune -exec rm -rf {} +

# --- supply chain ------------------------------------------------------------------------------------------

COMPILE := $(RUN) -m uv pip compile --no-config --quiet --universal --python-version 3.11 \
	--generate-hashes --no-annotate --no-emit-index-url

# Each folder has packages of its own. Only what is locked counts here: nothing has to be installed, and a package.json
# that was just edited need not agree with its lock yet. Locks name no download addresses, as .npmrc says.
NPM_FOLDERS := . tools/chromium
NPM := $(WITH_NODE) npm --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved --prefix

.PHONY: lock
lock: $(VENV)/test.stamp ## Resolve all locks anew (UPGRADE=1: to the newest versions allowed)
	$(COMPILE) $(if $(UPGRADE),--upgrade) requirements.in -o requirements.txt
	$(COMPILE) $(if $(UPGRADE),--upgrade) requirements-pdf.in -o requirements-pdf.txt
	$(COMPILE) $(if $(UPGRADE),--upgrade) requirements-test.in -o requirements-test.txt
	$(COMPILE) $(if $(UPGRADE),--upgrade) requirements-node.in -o requirements-node.txt
	$(COMPILE) $(if $(UPGRADE),--upgrade) requirements-bench.in -o requirements-bench.txt
	@$(NEED_NODE)
	@set -e; for folder in $(NPM_FOLDERS); do $(NPM) $$folder $(if $(UPGRADE),update,install) --no-audit --no-fund; done

.PHONY: audit
audit: $(VENV)/test.stamp ## Ask whether a locked package has known vulnerabilities
	$(RUN) -m pip_audit --progress-spinner off --disable-pip --require-hashes \
		-r requirements.txt -r requirements-pdf.txt -r requirements-test.txt -r requirements-node.txt -r requirements-bench.txt
	@$(NEED_NODE)
	@failed=; for folder in $(NPM_FOLDERS); do $(NPM) $$folder audit || failed=1; done; test -z "$$failed"

.PHONY: sbom
sbom: $(VENV)/test.stamp ## Write sbom.cdx.json: the packages that the site is made with
	$(RUN) .ci/sbom.py sbom.cdx.json

# --- what the commands need ---------------------------------------------------------------------------

# Python 3.15 is not good enough yet: packages in the lock have nothing ready-made for it.
GOOD_PYTHON := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))
CAN_MAKE_VENV := import ensurepip, venv

# One whose interpreter went away (an upgrade does that) is made anew.
ifeq ($(shell test -x $(RUN) || echo gone),gone)
.PHONY: $(VENV)/pyvenv.cfg
endif

$(VENV)/pyvenv.cfg:
	@for python in $(or $(PYTHON),python3 python3.14 python3.13 python3.12 python3.11 python); do \
		"$$python" -c '$(GOOD_PYTHON)' 2>/dev/null && break; python=; \
	done; \
	if test -z "$$python"; then \
		echo 'Python 3.11, 3.12, 3.13 or 3.14 is needed: install it, or name it (make PYTHON=/path/to/python3).' >&2; exit 1; \
	elif test -L $(VENV); then \
		echo '$(VENV) is a link, and what it leads to would be emptied: remove the link.' >&2; exit 1; \
	elif ! "$$python" -c '$(CAN_MAKE_VENV)' 2>/dev/null; then \
		echo "$$python cannot make virtual environments: install python3-venv (on Debian and Ubuntu: apt-get install python3-venv)." >&2; exit 1; \
	fi; \
	"$$python" -m venv --clear $(VENV)

$(VENV)/site.stamp: requirements.txt $(VENV)/pyvenv.cfg
	@echo 'Installing what builds the site into $(VENV) …'
	$(PIP_INSTALL) -r requirements.txt
	@touch $@

$(VENV)/pdf.stamp: requirements-pdf.txt $(VENV)/site.stamp
	@echo 'Installing what makes the PDF into $(VENV) …'
	$(PIP_INSTALL) -r requirements-pdf.txt
	@touch $@

$(VENV)/test.stamp: requirements-test.txt $(VENV)/site.stamp
	@echo 'Installing what tests it into $(VENV) …'
	$(PIP_INSTALL) -r requirements-test.txt
	@touch $@

# The yardstick has an environment of its own: it wants other versions of the same packages.
$(VENV)/bench/.stamp: requirements-bench.txt $(VENV)/pyvenv.cfg
	@$(RUN) -m venv --clear $(VENV)/bench
	@$(VENV)/bench/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-bench.txt
	@touch $@

node_modules/.stamp: package-lock.json package.json .npmrc requirements-node.txt $(VENV)/pyvenv.cfg
	@$(NEED_NODE)
	@echo 'Installing npm packages into node_modules …'
	@$(WITH_NODE) npm ci --ignore-scripts --loglevel=error
	@touch $@
