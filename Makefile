# `make run` opens the application on a demonstration event, `make test` runs every check.
# Both set up what they need: a virtual environment in .venv and the libraries Qt asks of the system.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEMO := build/demo/demo.qhsign
WORKERS ?= auto

# The pinned versions also hold for the isolated build of the package; older and newer pip read
# different names. The path is relative because pip splits the value at spaces.
export PIP_CONSTRAINT := constraints.txt
export PIP_BUILD_CONSTRAINT := constraints.txt
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DELETE_ON_ERROR:
.PHONY: help run test lint format proofs bench screenshots fonts clean setup

help:
	@echo "make run     set up and open the application on a demonstration event"
	@echo "make test    set up and run every check and test"
	@echo "make lint    the checks only: style, types, import contracts"
	@echo "make format  lay the code out as the checks want it"
	@echo "make proofs  prove every badge of the whole demonstration: minutes"
	@echo "make bench   measure speed and memory, one JSON line a figure"
	@echo "make screenshots  take pictures of every screen, and the manual's anew"
	@echo "make fonts   build resources/fonts again"
	@echo "make clean   remove .venv, build and what the tools keep"

setup: $(READY)

$(READY): pyproject.toml constraints.txt packaging/build_fonts.py packaging/debian_fonts.py \
		packaging/build_hook.py
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "qhsign needs Python 3.11 or newer, given as: make PYTHON=python3.11"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "Python's venv is missing; install it, on Debian with: apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@

run: $(READY)
	@sh packaging/system_libraries.sh window
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname -s)" = Darwin ]; then \
		mkdir -p $(dir $(DEMO)) && \
		{ [ -e $(DEMO) ] || $(BIN)/qhsign --event $(DEMO) demo; } && \
		exec $(BIN)/qhsign --event $(DEMO); \
	else \
		exec $(BIN)/python packaging/demo_without_display.py --out build/demo; \
	fi

lint: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY)
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

test: lint
	@sh packaging/system_libraries.sh tests
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n $(WORKERS) --maxprocesses 4

proofs: $(READY)
	@sh packaging/system_libraries.sh tests
	QHSIGN_WHOLE=1 QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest tests/end_to_end/test_every_badge.py

bench: $(READY)
	@sh packaging/system_libraries.sh window >&2
	@QT_QPA_PLATFORM=offscreen $(BIN)/python tests/benchmarks/run_all.py

screenshots: $(READY)
	@sh packaging/system_libraries.sh window
	$(BIN)/python packaging/window_pictures.py --out build/screenshots --manual

fonts: $(READY)
	$(BIN)/python -m pip install --quiet $$($(BIN)/python packaging/build_requirements.py)
	$(BIN)/python packaging/build_fonts.py

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
