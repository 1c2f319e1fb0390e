# Needs Python 3.11 or later with venv and pip, and make. Everything else goes into .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SOURCES := $(abspath ../shared/domain)
ifneq ($(wildcard $(SOURCES)/scm53.txt),)
export TTX_SOURCES ?= $(SOURCES)
endif

.PHONY: run test check format bench proof proof-renew wheelhouse clean

$(VENV)/run.stamp: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "ttx needs Python 3.11 or later; try: make PYTHON=python3.12 run"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Setting up .venv (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[office,sources,edit]'
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp pyproject.toml
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check "pip>=25.1"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev
	@touch $@

$(VENV)/proof.stamp: pyproject.toml | $(VENV)/run.stamp
	@test -x $(VENV)/proof/bin/python || $(PYTHON) -m venv $(VENV)/proof
	@echo "Setting up .venv/proof with the model checker Storm (once) ..."
	@$(VENV)/proof/bin/python -m pip install --quiet --disable-pip-version-check "pip>=25.1"
	@$(VENV)/proof/bin/python -m pip install --quiet --disable-pip-version-check --group proof
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

proof: $(VENV)/dev.stamp $(VENV)/proof.stamp  ## every chance of an ending beside Storm's
	@$(BIN)/python -m tests.proof $(VENV)/proof/bin/python

proof-renew: $(VENV)/dev.stamp $(VENV)/proof.stamp  ## the same, and write down the answers that make test reads
	@$(BIN)/python -m tests.proof $(VENV)/proof/bin/python --renew

wheelhouse: $(VENV)/dev.stamp  ## everything for a machine with no network, in wheelhouse/
	@$(BIN)/python -m pip wheel --quiet --wheel-dir wheelhouse '.[office,sources,edit]'
	@echo "Copy the folder wheelhouse to the other machine, then there:"
	@echo "  python3 -m venv ttx-venv && ttx-venv/bin/pip install --no-index --find-links wheelhouse ttx-tabletop[office,sources,edit]"

clean:
	@rm -rf $(VENV) build dist wheelhouse
