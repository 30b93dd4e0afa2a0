# `make` sets everything up and builds all decks, in each of their forms; `make test` proves it.
# Each target works by itself in an empty clone. Needed beforehand: Python 3.11 and make;
# for `oracle` and `sheets` also LibreOffice, poppler and the fonts named in .ci/run.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
DECKS := $(patsubst %/deck.yaml,%,$(wildcard decks/*/deck.yaml))

.PHONY: all help decks test check format sizes links bench oracle bases matrix sheets site update clean

all: decks

help:
	@echo "make          install into .venv, build all decks and their variants into build/"
	@echo "make test     the tests"
	@echo "make check    style, types, floors, sizes, links in the documents"
	@echo "make bench    speed and memory against a plain python-pptx script"
	@echo "make oracle   LibreOffice's rendering against our prediction and our own PDF"
	@echo "make matrix   every kind of slide in every template, on the Scene and in LibreOffice"
	@echo "make bases DIR=folder  both decks on each .pptx and .potx in a folder, proven"
	@echo "make sheets   contact sheets of every deck with every template"
	@echo "make site     the documentation as a site, into build/site"
	@echo "make update   rewrite the golden files (look at them afterwards)"
	@echo "make format   let ruff format the source"

decks: .venv/installed
	$(BIN)/python -m compileall -q src/deckgen
	$(BIN)/deckgen build --all-variants $(DECKS) -o build

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "deckgen needs Python 3.11")'
	$(PYTHON) -m venv .venv

.venv/installed: pyproject.toml $(wildcard hatch_build.py fonts.lock) | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[math,pdf,preview,xlsx]'
	touch $@

.venv/installed-dev: pyproject.toml $(wildcard hatch_build.py fonts.lock) | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@ .venv/installed

test: .venv/installed-dev
	$(BIN)/python -m pytest

# Everything that must hold of the source: style, types, floors, sizes, links in the documents.
check: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/sizes.py
	$(BIN)/python tools/links.py

format: .venv/installed-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

sizes: .venv/installed-dev
	$(BIN)/python tools/sizes.py

links: .venv/installed-dev
	$(BIN)/python tools/links.py

bench: .venv/installed-dev
	$(BIN)/python benches/bench.py
	$(BIN)/python benches/export.py
	$(BIN)/python benches/preview.py
	$(BIN)/python benches/remix.py
	$(BIN)/python benches/merge.py

# What LibreOffice makes of both lectures with every template, and of the other decks with their
# own, against what we predicted.
oracle: .venv/installed-dev
	$(BIN)/python tools/oracle.py

# Every kind, with little, the usual and much said, in every template and form of page; those of
# 16:9 through LibreOffice, too.
matrix: .venv/installed-dev
	$(BIN)/python tools/matrix.py --office

# Decks on other people's PowerPoint files: sound, seen, nothing of theirs covered or changed.
DIR ?= bases
bases: .venv/installed-dev
	$(BIN)/python tools/foreign.py $(DIR) --sheets

sheets: .venv/installed-dev
	$(BIN)/python tools/sheets.py

# Every kind of slide in every template, the guides, the reference: build/site/index.html.
# The theme's note on its own successor is no finding of ours.
site: .venv/installed-dev
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet
	@echo build/site/index.html

# Rewrites the golden files; look at the difference, and at `make sheets`, before committing.
update: .venv/installed-dev
	DECKGEN_UPDATE=1 $(BIN)/python -m pytest -q

clean:
	rm -rf build dist .venv
