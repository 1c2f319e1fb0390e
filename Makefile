# Needs Python 3.11 or later with venv and pip, and make. Everything else goes into .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SOURCES := $(abspath ../shared/domain)
ifneq ($(wildcard $(SOURCES)/scm53.txt),)
export TTX_SOURCES ?= $(SOURCES)
endif

.PHONY: run test check format bench wheelhouse clean

$(VENV)/run.stamp: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "ttx needs Python 3.11 or later; try: make PYTHON=python3.12 run"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Setting up .venv (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp pyproject.toml
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check "pip>=25.1"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev
	@touch $@

run: $(VENV)/run.stamp  ## open the app
	@$(BIN)/tabletop

test: $(VENV)/dev.stamp  ## all tests
	@$(BIN)/python -m pytest -n auto -q

check: $(VENV)/dev.stamp  ## format, lint, types, imports, tests
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m pytest -n auto -q

format: $(VENV)/dev.stamp
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench: $(VENV)/dev.stamp  ## speed as ratios against bare primitives
	@$(BIN)/python -m tests.bench

wheelhouse: $(VENV)/dev.stamp  ## everything for a machine with no network, in wheelhouse/
	@$(BIN)/python -m pip wheel --quiet --wheel-dir wheelhouse .
	@echo "Copy the folder wheelhouse to the other machine, then there:"
	@echo "  python3 -m venv ttx-venv && ttx-venv/bin/pip install --no-index --find-links wheelhouse ttx-tabletop"

clean:
	@rm -rf $(VENV) build dist wheelhouse
