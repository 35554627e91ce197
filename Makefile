# Everything a developer types. Each command does its own set-up; docs/developing.md explains.
# The work is in tools/*.sh: the state of .venv is not something that make's file times can tell.

# PYTHON=python3.12 chooses the Python that .venv is made with (else: python3 if new enough).
PYTHON ?=
export PYTHON

BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help run test check lint types contracts words bench pins clean

help:
	@echo 'make run        open the window (without a display: draw it to treatyviewer.png)'
	@echo 'make test       run the tests'
	@echo 'make check      lint, types, contracts and test'
	@echo 'make lint       ruff: mistakes and layout'
	@echo 'make types      mypy --strict'
	@echo 'make contracts  which layer may import which'
	@echo 'make words      collect the texts of the window for translators, and compile them'
	@echo 'make bench      time and memory of the start'
	@echo 'make pins       write requirements/*.txt anew (UPGRADE=1: newest versions)'
	@echo 'make installers        all installers, into dist/ (Debian 12; a few minutes)'
	@echo 'make installers-test   tries them in fresh Debian roots and under Wine (root; long)'
	@echo 'make clean      remove everything that these commands made, .venv too'
	@echo 'PYTHON=python3.12 chooses the Python.'

run:
	@sh tools/system-libs.sh run
	@sh tools/setup.sh run
	@sh tools/run.sh

test:
	@sh tools/system-libs.sh test
	@sh tools/setup.sh dev
	@sh tools/test.sh

# One after the other, cheapest first, also under make -j.
check:
	@$(MAKE) --no-print-directory lint
	@$(MAKE) --no-print-directory types
	@$(MAKE) --no-print-directory contracts
	@$(MAKE) --no-print-directory test

lint:
	@sh tools/setup.sh dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types:
	@sh tools/setup.sh dev
	$(BIN)/mypy

contracts:
	@sh tools/setup.sh dev
	$(BIN)/lint-imports

words:
	@sh tools/setup.sh run
	$(BIN)/python tools/words.py update
	$(BIN)/python tools/words.py compile

bench:
	@sh tools/system-libs.sh run
	@sh tools/setup.sh run
	$(BIN)/python bench/start.py

pins:
	@sh tools/setup.sh pins
	$(BIN)/python tools/pins.py $(if $(UPGRADE),--upgrade)

clean:
	rm -rf .venv build dist treatyviewer.png
	rm -f resources/i18n/*.qm
	rm -rf .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name .git -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +

# Takes twice as long as the installers do: two fresh clones, built from nothing, byte for byte.
.PHONY: installers-twice
installers-twice:
	@sh packaging/trust/twice.sh

# Packages for Linux and Windows, from the last commit's time and this tree: packaging/.
.PHONY: installers
installers:
	@sh packaging/installers.sh

# Whatever is in dist/, installed, used and removed: packaging/tests. TESTS="deb-12 rpm": only these.
.PHONY: installers-test
installers-test:
	@sh packaging/tests/all.sh $(TESTS)
